"""What does a filled sheet say, read in a program of its own? A hostile file meets nothing else."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from northing.foundations.sources.opened import ReadOptions
from northing.foundations.sources.reading import read
from northing.foundations.sources.rows import Reading, Refusal
from northing.interfaces.reports.label_sheet import SHEET
from northing.stages.diagnose.verification.intake.sheets import (
    NEEDED,
    labels_in,
    sample_named_in,
)
from northing.stages.diagnose.verification.intake.stored import labelled_in


def read_sheet(sheet: str, sample: str, out: str) -> None:
    """Labels and refusals as JSON; `wrong` where the file is no sheet of this sample at all."""
    one = labelled_in(Path(sample).read_bytes(), sample)
    if isinstance(one, Refusal):
        raise TypeError(one.reason)
    path = Path(sheet)
    options = ReadOptions(kind="csv") if path.suffix == ".csv" else ReadOptions(sheet=SHEET)
    reading = read(path.parent, path, options=options)
    wrong = _wrong(reading, one.sample.id)
    found = None if wrong else labels_in(reading.rows, one.sample)
    refused = (*reading.refusals, *(found.refused if found else ()))
    told = {
        "wrong": wrong,
        "refused": [_refusal(each) for each in refused],
        "unanswered": found.unanswered if found else 0,
        "labels": [asdict(each) for each in found.labels] if found else [],
    }
    Path(out).write_text(json.dumps(told, ensure_ascii=False), "utf-8")


def _wrong(reading: Reading, sample: str) -> str:
    """`columns`, `rows` or `sample`: what it lacks to be a sheet of this sample."""
    there = {name.strip().casefold() for name in reading.columns}
    if any(name not in there for name in NEEDED):
        return "columns"
    named = sample_named_in(reading.rows)
    if named is None:
        return "rows"
    return "" if named == sample else "sample"


def _refusal(one: Refusal) -> dict[str, Any]:
    return {"line": one.place.line, "column": one.place.column, "value": one.value,
            "reason": one.reason, "remedy": one.remedy}  # fmt: skip
