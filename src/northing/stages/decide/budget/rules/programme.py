"""How do lines and limits become a programme that can be solved, each limit with its name?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from northing.foundations.methods.optimum import Programme
from northing.foundations.methods.shares import Floats
from northing.stages.decide.budget.facts import Limits, Line

Row = tuple[str, Mapping[int, float], float, float]
FRAME = ""
"""The name of what is no limit of anybody's choosing: the budget, the size of a line."""


@dataclass(frozen=True, slots=True)
class Model:
    """A programme, with the name of each of its limits.

    Variables: whether each line is paid for; then, of each line that divides, which part of its
    cost; then how far the money of each commitment lies from the words, in cents.
    """

    programme: Programme
    names: tuple[str, ...]
    lines: tuple[Line, ...]
    parts: Mapping[str, int]

    def part_of(self, line: int, chosen: Floats) -> float:
        """Which part of its cost a line gets."""
        return float(chosen[self.parts[self.lines[line].id]])

    def gain(self, per_line: Sequence[float], *, per_choice: Sequence[float] = ()) -> Floats:
        """What each variable adds: in proportion to the money, and for being paid for at all."""
        gain = np.zeros_like(self.programme.gain)
        for at, line in enumerate(self.lines):
            gain[self.parts[line.id]] += per_line[at]
            gain[at] += per_choice[at] if per_choice else 0.0
        return gain

    @property
    def frame(self) -> list[int]:
        return [row for row, name in enumerate(self.names) if name == FRAME]


def model_of(lines: Sequence[Line], limits: Limits, impact: Sequence[float]) -> Model:
    """The programme of the best impact within the limits.

    Parameters
    ----------
    lines : sequence of Line
        In the order in which their variables come.
    limits : Limits
    impact : sequence of float
        Points of each line when it is wholly paid for.

    Raises
    ------
    ValueError
        A line requires one that is not there, or two lines share an id.

    """
    at = {line.id: place for place, line in enumerate(lines)}
    if len(at) < len(lines):
        raise ValueError("every line has an id of its own")
    dividing = [line.id for line in lines if line.divides]
    parts = at | {one: len(lines) + place for place, one in enumerate(dividing)}
    said = sorted(limits.said.shares) if limits.said else []
    size = len(lines) + len(dividing) + len(said)
    rows = [*_frame(lines, limits, at, parts), *_wishes(lines, limits, at, parts)]
    if limits.said:
        rows += list(_near_the_words(lines, limits, parts, size - len(said)))
    model = Model(
        Programme(
            gain=np.zeros(size),
            limits=_table(rows, size),
            low=np.array([low for _, _, low, _ in rows]),
            high=np.array([high for _, _, _, high in rows]),
            upper=np.array([1.0] * (len(lines) + len(dividing)) + [np.inf] * len(said)),
            whole=np.arange(size) < len(lines),
        ),
        tuple(name for name, *_ in rows),
        tuple(lines),
        parts,
    )
    return with_gain(model, model.gain(impact))


def with_gain(model: Model, gain: Floats) -> Model:
    """The same lines and limits, with something else to be made large."""
    given = model.programme
    changed = Programme(gain, given.limits, given.low, given.high, given.upper, given.whole)
    return Model(changed, model.names, model.lines, model.parts)


def _frame(
    lines: Sequence[Line], limits: Limits, at: Mapping[str, int], parts: Mapping[str, int]
) -> Iterator[Row]:
    yield FRAME, {parts[line.id]: float(line.cost) for line in lines}, -np.inf, float(limits.budget)
    for line in lines:
        if line.divides:
            here = {parts[line.id]: 1.0}
            yield FRAME, here | {at[line.id]: -1.0}, -np.inf, 0.0
            yield FRAME, here | {at[line.id]: -line.least / line.cost}, 0.0, np.inf


def _wishes(
    lines: Sequence[Line], limits: Limits, at: Mapping[str, int], parts: Mapping[str, int]
) -> Iterator[Row]:
    for line in lines:
        yield from _of_a_line(line, at)
    for one in sorted({line.instead_of for line in lines if line.instead_of}):
        group = [line for line in lines if line.instead_of == one]
        name = f"only one of {', '.join(line.name for line in group)}"
        yield name, {at[line.id]: 1.0 for line in group}, -np.inf, 1.0
    # Amounts are rounded down to the cent afterwards; each line may lose one.
    for floor in limits.floors:
        serving = {
            parts[line.id]: line.cost * line.serves[floor.commitment]
            for line in lines
            if line.serves.get(floor.commitment)
        }
        yield _floor_name(floor.commitment), serving, float(floor.least + len(serving)), np.inf
    if limits.reach:
        reached = {parts[line.id]: line.reach for line in lines if line.reach}
        yield f"at least {limits.reach:g} people reached", reached, limits.reach, np.inf


def _of_a_line(line: Line, at: Mapping[str, int]) -> Iterator[Row]:
    if line.must_stay:
        yield f"{line.name} must stay", {at[line.id]: 1.0}, 1.0, np.inf
    if line.no_go:
        yield f"{line.name} is ruled out: {line.no_go}", {at[line.id]: 1.0}, -np.inf, 0.0
    for needed in line.requires:
        if needed not in at:
            raise ValueError(f"{line.name} requires {needed!r}, which is no line")
        row = {at[line.id]: 1.0, at[needed]: -1.0}
        yield f"{line.name} requires {needed}", row, -np.inf, 0.0


def _floor_name(commitment: str) -> str:
    return f"the floor for {commitment}"


def _near_the_words(
    lines: Sequence[Line], limits: Limits, parts: Mapping[str, int], first: int
) -> Iterator[Row]:
    """½ Σ|m_c − q_c·S| ≤ Γ·S, where S is all that is spent and m_c what a commitment gets."""
    if limits.said is None:
        return
    keys, most = sorted(limits.said.shares), limits.said.most
    for place, key in enumerate(keys):
        apart = {
            parts[line.id]: line.cost * (line.serves.get(key, 0.0) - limits.said.shares[key])
            for line in lines
        }
        yield FRAME, apart | {first + place: -1.0}, -np.inf, 0.0
        yield (
            FRAME,
            {one: -value for one, value in apart.items()} | {first + place: -1.0},
            -np.inf,
            0.0,
        )
    # Money that serves no commitment lies apart from every word.
    loose = {
        parts[line.id]: line.cost * (1 - sum(line.serves.get(key, 0.0) for key in keys))
        for line in lines
    }
    whole = {one: value / 2 - most * _cost(lines, parts, one) for one, value in loose.items()}
    row = whole | {first + place: 0.5 for place in range(len(keys))}
    yield f"money at most {most:.0%} away from the words", row, -np.inf, 0.0


def _cost(lines: Sequence[Line], parts: Mapping[str, int], variable: int) -> float:
    return next(float(line.cost) for line in lines if parts[line.id] == variable)


def _table(rows: Sequence[Row], size: int) -> csr_array:
    values, where, ends = [], [], [0]
    for _, row, _, _ in rows:
        values += list(row.values())
        where += list(row)
        ends.append(len(values))
    return csr_array((values, where, ends), shape=(len(rows), size))
