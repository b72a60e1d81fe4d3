"""How are the figures so far drawn: where does each interval lie on the page?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

LEFT, RIGHT = 160, 600
ROW, TOP, FOOT = 34, 26, 30
_HALF_BAR = 7
_TEXT_DROP = 5
UNKNOWN = {"unknown": ""}


def drawn_rows(account: Mapping[str, Any], progress: Mapping[str, Any]) -> dict[str, Any]:
    """A row for each kind of record people are asked about, and the size of the picture."""
    if not progress:
        return {"rows": []}
    said = {one["channel"]: one for one in progress["channels"]}
    rows = [
        _row(number, kind, counts, said.get(kind, {}))
        for number, (kind, counts) in enumerate(account["kinds"].items())
    ]
    foot = TOP + ROW * len(rows) - ROW // 2 + 4
    return {"rows": rows, "height": foot + FOOT, "foot": foot, "label": foot + 20}


def aim_of(plan: Mapping[str, Any], size: int) -> float | None:
    """The precision that was planned for so many pairs, or for the next fewer."""
    fits = [one for one in plan.get("sizes", ()) if one["size"] <= size]
    widths = [one["half_width"] for one in fits if one["half_width"] is not None]
    return min(widths, default=None)


def _row(
    number: int, kind: str, counts: Mapping[str, int], said: Mapping[str, Any]
) -> dict[str, Any]:
    right = said.get("right", UNKNOWN)
    y = TOP + ROW * number
    found: dict[str, Any] = {
        "channel": kind, **counts, "right": right, "overlooked": said.get("overlooked", UNKNOWN),
        "is_known": "unknown" not in right,
        "y": y, "text": y + _TEXT_DROP, "top": y - _HALF_BAR, "width": None,
    }  # fmt: skip
    if found["is_known"]:
        found["value"] = _at(right["value"])
        if right.get("low") is not None and right.get("high") is not None:
            found |= {"low": _at(right["low"]), "high": _at(right["high"])}
            found["width"] = found["high"] - found["low"]
    return found


def _at(share: float) -> int:
    """Whole places: a page written in German would set a comma into a number."""
    return round(LEFT + (RIGHT - LEFT) * min(1.0, max(0.0, share)))
