"""How do the gaps of an audit become a question of what to mend first?

One option for each commitment, with its gap as the audit has it; what nobody can read from
records - impact, feasibility, readiness, resources, reach - is asked of people.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

TO_BE_SAID = ("impact", "feasibility", "readiness", "resources", "reach")
GAP = "gap"
ALL, TEN = 100, 10
LONGEST_NAME = 400


@dataclass(frozen=True, slots=True)
class Gap:
    """How far words and deeds of one promise part, in points of a hundred; None is not known."""

    commitment: str
    text: str
    likely: float | None
    low: float | None = None
    high: float | None = None


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
    """Its size, whichever side it is on; an interval that reaches over none begins at none."""
    if one.likely is None:
        return "?"
    low, high = (one.likely if end is None else end for end in (one.low, one.high))
    sizes = sorted((abs(low), abs(high)))
    smallest = 0.0 if low <= 0 <= high else sizes[0]
    size = abs(one.likely)
    return f"{min(smallest, size):.2f}..{size:.2f}..{min(float(ALL), max(sizes[1], size)):.2f}"
