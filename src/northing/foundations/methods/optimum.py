"""Which choice is best within limits that must hold, and which limits cannot hold together?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from highspy import (
    Highs,
    HighsLp,
    HighsModelStatus,
    HighsVarType,
    MatrixFormat,
    ObjSense,
)
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from northing.foundations.methods.shares import Floats

SOLVED = {HighsModelStatus.kOptimal, HighsModelStatus.kModelEmpty}
MANY = 1000
CORE = 200
WIDER = 4
SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Programme:
    """What is to be as large as possible, and the limits it has to keep.

    `gain` has shape (n,): what one unit of each variable adds. `limits` is a sparse (m, n) table
    of which each row must come out between `low` and `high` (infinite where an end is open).
    Variables lie between 0 and `upper`; those marked `whole` take whole numbers alone.
    """

    gain: Floats
    limits: Any
    low: Floats
    high: Floats
    upper: Floats
    whole: NDArray[np.bool_]

    def with_limit(self, row: Floats, low: float, high: float) -> Programme:
        """The same programme that also keeps one more limit."""
        return replace(
            self,
            limits=vstack([self.limits, csr_array(row.reshape(1, -1))], format="csr"),
            low=np.append(self.low, low),
            high=np.append(self.high, high),
        )

    def keeping(self, rows: Sequence[int]) -> Programme:
        """The same programme with these of its limits only."""
        at = list(rows)
        return replace(self, limits=self.limits[at], low=self.low[at], high=self.high[at])


@dataclass(frozen=True, slots=True)
class Optimum:
    """The best choice, of shape (n,), and what it gains."""

    chosen: Floats
    value: float


def programme(
    gain: Sequence[float] | Floats,
    limits: Sequence[tuple[Sequence[float] | Floats, float, float]],
    *,
    upper: Sequence[float] | Floats | None = None,
    whole: bool = True,
) -> Programme:
    """A programme from rows (what each variable counts, lowest, highest); 0-1 where none says."""
    gains = np.asarray(gain, dtype=np.float64)
    n = len(gains)
    table = np.array([np.asarray(row, dtype=np.float64) for row, _, _ in limits]).reshape(-1, n)
    return Programme(
        gain=gains,
        limits=csr_array(table),
        low=np.array([low for _, low, _ in limits], dtype=np.float64),
        high=np.array([high for _, _, high in limits], dtype=np.float64),
        upper=np.ones(n) if upper is None else np.asarray(upper, dtype=np.float64),
        whole=np.full(n, whole),
    )


def maximise(given: Programme) -> Optimum | None:
    """The best choice that keeps every limit; None where none does.

    Proven, not searched for: HiGHS runs until no gap is left. Above a thousand variables only
    those whose fate is open are searched: the relaxation prices what it would cost to decide each
    other one differently, and who would cost more than the whole gap to its bound stays as it is.
    Where that proof fails the open part grows until it holds.

    Raises
    ------
    ValueError
        Nothing limits the gain.

    References
    ----------
    Balas & Zemel 1980, Operations Research 28(5) (the core); Huangfu & Hall 2018, Mathematical
    Programming Computation 10 (HiGHS).

    """
    if len(given.gain) <= MANY or not given.whole.any():
        return _solved(given, np.zeros_like(given.upper), given.upper)
    relaxed = _relaxed(given)
    if relaxed is None:
        return None
    at, bound, cost = relaxed
    free = CORE
    while free < len(at):
        best = _with_core(given, at, cost, free)
        if best is not None and _proven(best.value, bound, cost, free):
            return best
        free *= WIDER
    return _solved(given, np.zeros_like(given.upper), given.upper)


def best_in_turn(given: Programme, then: Sequence[Floats]) -> Optimum | None:
    """The best choice, and among equally good ones the one best by what comes next.

    Each further gain is made as large as possible without giving up any of those before it, so
    that a tie is decided by a reason and not by the solver. `value` is the first gain's.
    """
    best, held = maximise(given), given
    first = best
    for gain in then:
        if best is None:
            return None
        short = SLACK * max(1.0, abs(best.value))
        held = replace(held.with_limit(held.gain, best.value - short, np.inf), gain=gain)
        best = maximise(held)
    if best is None or first is None:
        return first
    # The slack let parts of the first gain go; with whole choices settled none has to.
    settled = (
        np.where(given.whole, best.chosen, 0.0),
        np.where(given.whole, best.chosen, given.upper),
    )
    return _solved(given, *settled)


def conflict(given: Programme, *, always: Sequence[int] = ()) -> tuple[int, ...]:
    """Limits that cannot hold together, of which leaving out any one lets the rest hold.

    Rows named in `always` are the frame (a budget, say) and are not offered for leaving out.
    Empty where the programme can be kept, or cannot even by its frame alone.

    References
    ----------
    Chinneck 2008, Feasibility and Infeasibility in Optimization, section 6.2 (deletion filter).

    """
    nothing = replace(given, gain=np.zeros_like(given.gain))
    frame = sorted(always)
    if maximise(nothing) is not None or maximise(nothing.keeping(frame)) is None:
        return ()
    left = [row for row in range(len(given.low)) if row not in set(frame)]
    for row in tuple(left):
        without = [one for one in left if one != row]
        if maximise(nothing.keeping(sorted(frame + without))) is None:
            left = without
    return tuple(left)


def shadow_prices(given: Programme) -> Floats | None:
    """What one more unit of each limit would gain, where parts of a unit may be chosen.

    Shape (m,); of the relaxation, so a sign of direction only where `whole` holds. None where no
    choice keeps the limits.
    """
    nothing = np.zeros_like(given.upper)
    solver = _run(given, nothing, given.upper, whole=np.zeros_like(given.whole))
    return None if solver is None else np.asarray(solver.getSolution().row_dual) + 0.0


def _solved(given: Programme, lowest: Floats, highest: Floats) -> Optimum | None:
    solver = _run(given, lowest, highest, whole=given.whole)
    if solver is None:
        return None
    found = np.asarray(solver.getSolution().col_value, dtype=np.float64)
    chosen = np.where(given.whole, np.round(found), found) + 0.0
    return Optimum(chosen, float(given.gain @ chosen))


def _run(
    given: Programme, lowest: Floats, highest: Floats, *, whole: NDArray[np.bool_]
) -> Highs | None:
    """The solver with its proven answer; None where no choice keeps the limits.

    One thread and a fixed seed, so that the same programme has the same answer.
    """
    solver = Highs()  # type: ignore[no-untyped-call]
    for name, value in (("output_flag", False), ("mip_rel_gap", 0.0), ("threads", 1)):
        solver.setOptionValue(name, value)
    solver.passModel(_model(given, lowest, highest, whole))
    solver.run()
    status = solver.getModelStatus()
    if status == HighsModelStatus.kUnboundedOrInfeasible:
        # Presolve stopped at "one of the two"; without it the solver says which.
        solver.setOptionValue("presolve", "off")
        solver.run()
        status = solver.getModelStatus()
    if status == HighsModelStatus.kUnbounded:
        raise ValueError("nothing limits the gain")
    return solver if status in SOLVED else None


def _model(given: Programme, lowest: Floats, highest: Floats, whole: NDArray[np.bool_]) -> HighsLp:
    table = csr_array(given.limits)
    model = HighsLp()
    model.num_col_, model.num_row_ = len(given.gain), len(given.low)
    model.sense_ = ObjSense.kMaximize
    model.col_cost_, model.col_lower_, model.col_upper_ = given.gain, lowest, highest
    model.row_lower_, model.row_upper_ = given.low, given.high
    model.a_matrix_.format_ = MatrixFormat.kRowwise
    model.a_matrix_.num_col_, model.a_matrix_.num_row_ = model.num_col_, model.num_row_
    model.a_matrix_.start_ = table.indptr
    model.a_matrix_.index_ = table.indices
    model.a_matrix_.value_ = table.data
    if whole.any():
        kinds = {True: HighsVarType.kInteger, False: HighsVarType.kContinuous}
        model.integrality_ = [kinds[one] for one in whole.tolist()]
    return model


def _relaxed(given: Programme) -> tuple[Floats, float, Floats] | None:
    """Where each variable stands if parts may be chosen, what that gains, and what each costs."""
    nothing = np.zeros_like(given.upper)
    solver = _run(given, nothing, given.upper, whole=np.zeros_like(given.whole))
    if solver is None:
        return None
    solution = solver.getSolution()
    at = np.asarray(solution.col_value, dtype=np.float64)
    cost = np.abs(np.asarray(solution.col_dual, dtype=np.float64))
    between = ~given.whole | (np.abs(at - np.round(at)) > SLACK)
    return at, float(given.gain @ at), np.where(between, 0.0, cost)


def _with_core(given: Programme, at: Floats, cost: Floats, free: int) -> Optimum | None:
    """The best choice when all but the `free` cheapest to change stay where they were."""
    order = np.argsort(cost, kind="stable")
    held = np.zeros(len(at), dtype=bool)
    held[order[free:]] = True
    held &= given.whole & (cost > 0)
    stays = np.round(at)
    return _solved(given, np.where(held, stays, 0.0), np.where(held, stays, given.upper))


def _proven(value: float, bound: float, cost: Floats, free: int) -> bool:
    """Whether changing any one that was held would cost more than all that is left to gain."""
    held = np.sort(cost)[free:]
    held = held[held > 0]
    gap = bound - value
    return not len(held) or bool(held[0] > gap + SLACK * max(1.0, abs(bound)))
