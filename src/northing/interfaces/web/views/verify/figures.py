"""How are the figures so far drawn: where does each interval lie on the page?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

LEFT, RIGHT = 160, 600
ROW, TOP, FOOT = 34, 26, 30
_HALF_BAR = 7
_TEXT_DROP = 5
UNKNOWN = {"unknown": ""}


def drawn_rows(
    account: Mapping[str, Any], progress: Mapping[str, Any], planned: Mapping[str, Any]
) -> dict[str, Any]:
    """A row for each kind of record people are asked about, and the size of the picture."""
    if not progress:
        return {"rows": []}
    said = {one["channel"]: one for one in progress["channels"]}
    rows = [
        _row(number, kind, counts, said.get(kind, {})) | {"planned": planned.get(kind, UNKNOWN)}
        for number, (kind, counts) in enumerate(account["kinds"].items())
    ]
    foot = TOP + ROW * len(rows) - ROW // 2 + 4
    return {"rows": rows, "height": foot + FOOT, "foot": foot, "label": foot + 20}


def planned_for(plan: Mapping[str, Any], size: int) -> dict[str, Any]:
    """By kind of record what was planned for so many pairs, or for the next fewer."""
    fits = [one for one in plan.get("sizes", ()) if one["size"] <= size]
    nearest = max(fits, key=lambda one: one["size"], default={"channels": ()})
    return {one["channel"]: one["right"] for one in nearest["channels"]}


def plan_table(plan: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One row for each kind of record, one cell for each size."""
    sizes = plan.get("sizes", ())
    kinds = sorted({one["channel"] for size in sizes for one in size["channels"]})
    by_size = [
        (size["size"], {one["channel"]: one["right"] for one in size["channels"]}) for size in sizes
    ]
    return [
        {
            "channel": kind,
            "cells": [{"size": size, "right": told.get(kind, UNKNOWN)} for size, told in by_size],
        }
        for kind in kinds
    ]


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
