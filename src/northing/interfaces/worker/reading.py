"""What does a file that somebody handed in say, read in a program of its own?

Run by `worker.taking`, never in the worker itself: what a hostile file does to a library happens
where there is no connection to the database and nothing secret, and where memory and time end.
Pure: a folder, a path in it and a plan in; JSON out.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

from northing.case_file import OrganisationPart, SourcePart, options_of, plan_of
from northing.foundations.sources.cells import text_of
from northing.foundations.sources.opened import UnreadableSource, refused
from northing.foundations.sources.reading import read
from northing.foundations.sources.rows import Reading, Refusal
from northing.stages.records.imports.engine import TABLES, take_in
from northing.stages.records.imports.facts import Plan
from northing.stages.records.imports.intake.drafting import Intake
from northing.stages.records.imports.intake.met_before import CellsMet
from northing.stages.records.imports.rules.channels import channel_for
from northing.stages.records.imports.rules.columns import columns_of
from northing.stages.records.ledger.facts import Channel, Record
from northing.stages.records.ledger.rules.stored import cells_of

ACCOUNT, RECORDS = "account.json", "records.jsonl"
HEAD_BYTES = 1 << 20
MOST_COLUMNS = 1_000
PREVIEWED = 20
MOST_TOLD = 2_000
SHORT = 200
_BY_LINES = (".csv", ".tsv", ".tab", ".txt", ".jsonl", ".ndjson", ".journal", ".ledger", ".hledger")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_TRIES = 3
_EVERY = 5_000
NOBODY = "-"
"""Whose file it is, its reader is not told."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which file, where, and how it is to be read. `said` is a `[[source]]`, perhaps in part;
    `usual` what the organisation's case says of all of them."""

    root: Path
    path: str
    said: Mapping[str, Any]
    known: frozenset[str]
    usual: OrganisationPart

    def plan(self) -> Plan:
        channel = self.said.get("channel") or channel_for(PurePosixPath(self.path))
        whole = {**self.said, "path": self.path, "channel": channel}
        return plan_of(0, SourcePart.model_validate(whole), self.usual)


def look(
    root: str, path: str, said: Mapping[str, Any], known: list[str], usual: Mapping[str, Any]
) -> None:
    """What the beginning of the file would give, for a person to look at."""
    asked = _asked(root, path, said, known, usual)
    plan = asked.plan()
    reading, is_head = _head(asked, plan)
    if "channel" not in asked.said:
        plan = _with_likely_channel(plan, reading)
    intake = _taken(reading, plan, asked.known)
    found = _account(reading, intake, plan)
    found |= {
        "is_head": is_head,
        "taken_currency": _taken_currency(asked, found),
        "preview": _preview(reading),
        "examples": [_example(one) for one in intake.records[:PREVIEWED]],
    }
    _put(asked.root, found)


def take(
    root: str, path: str, said: Mapping[str, Any], known: list[str], usual: Mapping[str, Any]
) -> Iterator[dict[str, int]]:
    """All records of the file, one a line of `records.jsonl`; tells how far it is."""
    asked = _asked(root, path, said, known, usual)
    plan = asked.plan()
    reading = _checked(_read(asked, plan))
    yield {"rows": 0, "of": len(reading.rows)}
    intake = CellsMet().new_in(_taken(reading, plan, asked.known))
    yield {"rows": len(reading.rows), "of": len(reading.rows), "records": len(intake.records)}
    with (asked.root / RECORDS).open("w", encoding="utf-8") as file:
        for some in _in_chunks(intake.records):
            file.writelines(json.dumps(cells_of(one)) + "\n" for one in some)
    _put(asked.root, _account(reading, intake, plan))


def _taken_currency(asked: Asked, found: Mapping[str, Any]) -> str:
    """The organisation's own, where nothing in the file or said of it names one."""
    usual = asked.usual.currency or ""
    is_named = asked.said.get("currency") or "currency" in found["chosen"]
    return usual if found["currencies"] == [usual] and not is_named else ""


def _with_likely_channel(plan: Plan, reading: Reading) -> Plan:
    """A table whose name tells nothing, but that holds amounts, is of money more often than not."""
    if plan.channel is not Channel.PRACTICES or reading.kind not in TABLES:
        return plan
    money = replace(plan, channel=Channel.MONEY)
    chosen = columns_of(money, reading.columns, reading.rows)
    return money if chosen.amounts or "amount" in chosen.columns else plan


def _asked(
    root: str, path: str, said: Mapping[str, Any], known: list[str], usual: Mapping[str, Any]
) -> Asked:
    """Whatever a reader could be tricked into telling, it does not know."""
    os.environ.clear()
    gc.disable()  # it lives for one file and keeps all it makes: there is nothing to look for
    whose = OrganisationPart.model_validate({**usual, "name": NOBODY})
    return Asked(Path(root), path, said, frozenset(known), whose)


def _read(asked: Asked, plan: Plan) -> Reading:
    return read(asked.root, asked.root / asked.path, kind=plan.kind, options=options_of(plan))


def _taken(reading: Reading, plan: Plan, known: frozenset[str]) -> Intake:
    return take_in(reading, plan, known) if reading.rows else Intake()


def _checked(reading: Reading) -> Reading:
    """A table so wide is no table of records, and would fill every page that shows it."""
    if len(reading.columns) <= MOST_COLUMNS:
        return reading
    problem = UnreadableSource(
        f"The table has {len(reading.columns)} columns; {MOST_COLUMNS} are read at most.",
        "Keep the columns that say what was done, when and for how much.",
    )
    return refused(reading.path, problem, kind=reading.kind, sha256=reading.sha256)


def _head(asked: Asked, plan: Plan) -> tuple[Reading, bool]:
    """The file, or of a long one that is read line by line its beginning."""
    place = asked.root / asked.path
    is_long = place.suffix.lower() in _BY_LINES and place.stat().st_size > HEAD_BYTES
    begun = _beginning(place) if is_long else b""
    if not begun:
        return _checked(_read(asked, plan)), False
    place.unlink()  # a second name of the same bytes: they stay where they are kept
    return _checked(_read_part(asked, plan, begun, _TRIES)), True


def _read_part(asked: Asked, plan: Plan, begun: bytes, tries: int) -> Reading:
    """What was cut within a cell that holds lines ends before that cell."""
    (asked.root / asked.path).write_bytes(begun)
    reading = _read(asked, plan)
    cut = reading.refusals[0].place.line if reading.refusals and not reading.rows else None
    if not cut or not tries:
        return reading
    shorter = b"".join(begun.splitlines(keepends=True)[: cut - 1])
    return _read_part(asked, plan, shorter, tries - 1)


def _beginning(place: Path) -> bytes:
    """Whole lines; nothing where lines cannot be told by their bytes."""
    with place.open("rb") as file:
        begun = file.read(HEAD_BYTES)
    return b"" if begun.startswith(_WIDE_MARKS) else begun[: begun.rfind(b"\n") + 1]


def _account(reading: Reading, intake: Intake, plan: Plan) -> dict[str, Any]:
    refusals = (*reading.refusals, *intake.refusals)
    chosen = intake.chosen
    return {
        "kind": reading.kind,
        "sheets": _sheets(reading),
        "columns": list(reading.columns),
        "shape": _shape(reading),
        "rows": len(reading.rows),
        "records": len(intake.records),
        "refusals": [_refusal(one) for one in refusals[:MOST_TOLD]],
        "refused": len(refusals),
        "left_out": dict(intake.left_out),
        "notes": [*reading.notes, *intake.notes],
        "chosen": dict(chosen.columns) if chosen else {},
        "amounts": dict(chosen.amounts) if chosen else {},
        "guessed": list(chosen.guessed) if chosen else [],
        "channel": str(plan.channel),
        **_figures(intake.records),
    }


def _figures(records: Sequence[Record]) -> dict[str, Any]:
    """What a person compares with what they know of the file: sums, days and periods."""
    sums: Counter[str] = Counter()
    for one in records:
        if one.amount is not None:
            sums[f"{one.currency or ''} {one.side}"] += one.amount  # type: ignore[assignment] # exact
    days = [one.effective_on for one in records if one.effective_on]
    return {
        "sums": {name: str(total) for name, total in sorted(sums.items())},
        "dated": len(days),
        "first_on": min(days).isoformat() if days else None,
        "last_on": max(days).isoformat() if days else None,
        "periods": sorted({one.period for one in records if one.period})[:100],
        "currencies": sorted({one.currency for one in records if one.currency})[:20],
    }


def _sheets(reading: Reading) -> list[str]:
    places = [*(row.place for row in reading.rows), *(one.place for one in reading.refusals)]
    return list(dict.fromkeys(place.sheet for place in places if place.sheet))


def _shape(reading: Reading) -> str:
    """Files with the same columns, in whatever order, are of one shape; texts have none."""
    if reading.kind not in TABLES or not reading.columns:
        return ""
    said = json.dumps([reading.kind, sorted(reading.columns)])
    return hashlib.sha256(said.encode()).hexdigest()


def _refusal(one: Refusal) -> dict[str, Any]:
    at = one.place
    return {
        "sheet": at.sheet or "",
        "line": at.line,
        "column": at.column or "",
        "value": one.value[:SHORT],
        "reason": one.reason,
        "remedy": one.remedy,
    }


def _preview(reading: Reading) -> list[dict[str, Any]]:
    return [
        {
            "sheet": row.place.sheet or "",
            "line": row.place.line,
            "cells": [text_of(row.cells.get(name))[:SHORT] for name in reading.columns],
            "text": text_of(row.cells.get("text"))[:SHORT] if not reading.columns else "",
            "heading": " › ".join(row.heading)[:SHORT],
        }
        for row in reading.rows[:PREVIEWED]
    ]


def _example(one: Record) -> dict[str, Any]:
    return {
        "line": one.place.line,
        "text": one.text[:SHORT],
        "amount": None if one.amount is None else str(one.amount),
        "currency": one.currency or "",
        "on": one.effective_on.isoformat() if one.effective_on else None,
        "period": one.period or "",
        "unit": one.unit or "",
        "side": str(one.side),
        "given": [name for name, _ in one.given],
    }


def _in_chunks(records: Iterable[Record]) -> Iterator[list[Record]]:
    left = iter(records)
    while some := list(islice(left, _EVERY)):
        yield some


def _put(folder: Path, found: Mapping[str, Any]) -> None:
    """Whole or not at all."""
    beside = folder / f"{ACCOUNT}.part"
    beside.write_text(json.dumps(found, default=str), "utf-8")
    beside.replace(folder / ACCOUNT)
