"""What does a file that somebody handed in say, read in a program of its own?

Run by `worker.taking`, never in the worker itself: what a hostile file does to a library happens
where there is no connection to the database and nothing secret, and where memory and time end.
Pure: a folder, a path in it and a plan in; JSON out.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path, PurePosixPath
from typing import Any

from northing.case_file import OrganisationPart, SourcePart, options_of, plan_of
from northing.foundations.sources.opened import UnreadableSource, refused
from northing.foundations.sources.reading import read
from northing.foundations.sources.rows import Reading
from northing.interfaces.worker.accounts import PREVIEWED, Figures, account, example, preview
from northing.stages.records.imports.engine import TABLES, Taking, take_in, taking
from northing.stages.records.imports.facts import Plan
from northing.stages.records.imports.intake.drafting import Intake
from northing.stages.records.imports.intake.met_before import OwnNames, amount_column
from northing.stages.records.imports.rules.channels import channel_for
from northing.stages.records.imports.rules.columns import columns_of
from northing.stages.records.ledger.facts import Channel
from northing.stages.records.ledger.rules.stored import cells_of

ACCOUNT, RECORDS = "account.json", "records.jsonl"
CHUNK = 10_000
HEAD_BYTES = 1 << 20
MOST_COLUMNS = 1_000
_BY_LINES = (".csv", ".tsv", ".tab", ".txt", ".jsonl", ".ndjson", ".journal", ".ledger", ".hledger")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_TRIES = 3
_WRITTEN = json.JSONEncoder(check_circular=False).encode  # all at once takes ten times the memory
_NOTHING = Taking(iter(()), Intake)
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
    figures = Figures()
    figures.add(intake.records)
    found = account(reading, intake, figures, plan)
    found |= {
        "is_head": is_head,
        "taken_currency": _taken_currency(asked, found),
        "preview": preview(reading),
        "examples": [example(one) for one in intake.records[:PREVIEWED]],
    }
    _put(asked.root, found)


def take(
    root: str, path: str, said: Mapping[str, Any], known: list[str], usual: Mapping[str, Any]
) -> Iterator[dict[str, int]]:
    """All records of the file, a chunk of them a line of `records.jsonl`; tells how far it is.

    What it tells of is on disk: whoever hears it may take those lines while it goes on.
    """
    asked = _asked(root, path, said, known, usual)
    plan = asked.plan()
    reading = _checked(_read(asked, plan))
    rows = 0

    def heard(at: int, _of: int, _records: int) -> None:
        nonlocal rows
        rows = at

    yield {"rows": rows, "of": len(reading.rows), "chunks": 0}
    taken = taking(reading, plan, asked.known, heard) if reading.rows else _NOTHING
    figures, names = Figures(), OwnNames(amount_column(taken.chosen))
    with (asked.root / RECORDS).open("w", encoding="utf-8") as file:
        for chunks in count(1):
            some = [names.under_its_own(one) for one in islice(taken.records, CHUNK)]
            if not some:
                break
            figures.add(some)
            file.write(f"[{','.join(_WRITTEN(cells_of(one)) for one in some)}]\n")
            file.flush()
            yield {"rows": rows, "of": len(reading.rows), "chunks": chunks}
    _put(asked.root, account(reading, taken.ended(), figures, plan))


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


def _put(folder: Path, found: Mapping[str, Any]) -> None:
    """Whole or not at all."""
    beside = folder / f"{ACCOUNT}.part"
    beside.write_text(json.dumps(found, default=str), "utf-8")
    beside.replace(folder / ACCOUNT)
