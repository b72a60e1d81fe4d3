"""How do the gaps of an audit become a question of what to mend first?

One option for each commitment, with its gap as the audit has it; what nobody can read from
records - impact, feasibility, readiness, resources, reach - is asked of people.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from northing.foundations.methods.estimate import Estimate
from northing.stages.diagnose.audits.rules.cells import (
    MONEY,
    Cell,
    Content,
    size_of,
    whole_cells,
)
from northing.stages.diagnose.audits.rules.story import promises_in

TO_BE_SAID = ("impact", "feasibility", "readiness", "resources", "reach")
GAP = "gap"
ALL, TEN = 100, 10
LONGEST_NAME = 400


@dataclass(frozen=True, slots=True)
class Gap:
    """How much more of one promise is said than done, in points of a hundred; None is not known."""

    commitment: str
    text: str
    likely: float | None
    low: float | None = None
    high: float | None = None


def gaps_in(content: Content) -> list[Gap]:
    """The gap of each promise as an audit has it: that in money, else the widest that is known.

    The promise with the widest gap comes first; those of which nothing is known stand last.
    """
    known: dict[str, list[Cell]] = {key: [] for key in promises_in(content)}
    for cell in whole_cells(content):
        if cell.commitment in known and cell.is_known:
            known[cell.commitment].append(cell)
    found = [_gap(one.key, one.text, known[one.key]) for one in promises_in(content).values()]
    return sorted(found, key=lambda one: -math.inf if one.likely is None else one.likely)[::-1]


def _gap(key: str, text: str, cells: Sequence[Cell]) -> Gap:
    money = [one for one in cells if one.channel == MONEY]
    found = money or sorted(cells, key=lambda one: -abs(size_of(one)))
    gap = found[0].gap if found else None
    if not isinstance(gap, Estimate):
        return Gap(key, text, None)
    low, high = (None if end is None else ALL * end for end in (gap.low, gap.high))
    return Gap(key, text, ALL * gap.value, low, high)


def to_mend(gaps: Sequence[Gap], names: Mapping[str, str], *, title: str) -> dict[str, Any]:
    """The file: criteria called as `names` says, options with the gap and all else unknown."""
    asked = [
        {"id": key, "name": names[key], "worst": 0, "best": TEN, "swing": ALL} for key in TO_BE_SAID
    ]
    gap = {"id": GAP, "name": names[GAP], "worst": 0, "best": ALL, "swing": ALL}
    return {
        "priorities": {"title": title},
        "criterion": [gap, *asked],
        "option": [
            {"id": one.commitment, "name": one.text[:LONGEST_NAME], GAP: _figure(one)}
            | dict.fromkeys(TO_BE_SAID, "?")
            for one in gaps
        ],
    }


def _figure(one: Gap) -> str:
    """As far as more is said than done; where more is done than said there is nothing to mend."""
    if one.likely is None:
        return "?"
    ends = (one.likely if end is None else end for end in (one.low, one.likely, one.high))
    return "..".join(f"{min(float(ALL), max(0.0, end)):.2f}" for end in ends)
