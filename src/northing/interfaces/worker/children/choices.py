"""What do past choices reveal, read in a program of its own? A hostile file meets nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from northing.foundations.methods.estimate import Estimate
from northing.foundations.sources.reading import read
from northing.stages.diagnose.revealed.facts import RevealedPurpose, TooLittle, Weight
from northing.stages.diagnose.revealed.intake import Asked, UnreadableChoices, asked_in
from northing.stages.diagnose.revealed.rules.revealing import revealed_purpose
from northing.stages.diagnose.revealed.section import is_apart

SEED = 0


def read_choices(table: str, out: str) -> None:
    """Weights as JSON, or why there are none, or what the table complains of."""
    path = Path(table)
    Path(out).write_text(json.dumps(_told(path), ensure_ascii=False), "utf-8")


def _told(path: Path) -> dict[str, Any]:
    reading = read(path.parent, Path(path.name))
    if reading.refusals:
        return {"complaints": [f"{one.reason} {one.remedy}" for one in reading.refusals]}
    rows = [
        (
            row.place.line or 0,
            {name.strip().casefold(): _said(cell) for name, cell in row.cells.items()},
        )
        for row in reading.rows
    ]
    try:
        asked = asked_in(rows, [one.strip().casefold() for one in reading.columns], path.name)
    except UnreadableChoices as error:
        return {"complaints": error.complaints}
    return _found(asked)


def _found(asked: Asked) -> dict[str, Any]:
    found = revealed_purpose(asked.choices, asked.dimensions, seed=SEED)
    if isinstance(found, TooLittle):
        return {"reason": found.reason, "choices": found.choices, "needed": found.needed}
    return {"weights": _weights(found), "choices": found.choices} | _explained(found)


def _explained(found: RevealedPurpose) -> dict[str, Any]:
    one = found.explained
    value = one.value if isinstance(one, Estimate) else None
    return {"explained": value, "seed": found.seed, "draws": found.draws}


def _weights(found: RevealedPurpose) -> list[dict[str, Any]]:
    return [_weight(one) for one in found.weights]


def _weight(one: Weight) -> dict[str, Any]:
    revealed, apart = one.revealed, one.apart
    return {
        "name": one.dimension,
        "stated": one.stated,
        "revealed": [revealed.value, revealed.low, revealed.high],
        "apart": [apart.value, apart.low, apart.high],
        "is_apart": is_apart(one),
    }


def _said(cell: object) -> str:
    return "" if cell is None else str(cell)
