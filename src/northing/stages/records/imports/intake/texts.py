"""How does a document become records: one for each sentence or item that is no attendance list?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from northing.foundations.sources.rows import Reading, Row
from northing.foundations.sources.written_dates import UnreadableDate, When, parse_when
from northing.foundations.text.attendance import is_attendance, people_in, without_speaker
from northing.foundations.text.figures import stated_figures
from northing.stages.records.imports.facts import Plan
from northing.stages.records.imports.intake.drafting import Intake, record_id
from northing.stages.records.imports.intake.tables import received_date
from northing.stages.records.imports.rules.fiscal_years import first_day
from northing.stages.records.ledger.facts import Record

ATTENDANCE = "lines of attendance lists (people are never quoted)"
TOO_SHORT = "fragments of fewer than two words"
_FEWEST_WORDS = 2
_DAY = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")
_YEAR = re.compile(r"(?<!\d)(\d{4}[hHqQ][1-4]|\d{4}-\d{2}|(?:19|20)\d{2})(?!\d)")


def read_text(reading: Reading, plan: Plan) -> Intake:
    """Every sentence with its heading path; the people named in attendance lists are remembered."""
    when = _date_of(reading, plan)
    left_out: Counter[str] = Counter()
    records: list[Record] = []
    names = people_in((row.heading, str(row.cells.get("text") or "")) for row in reading.rows)
    for number, row in enumerate(reading.rows):
        text = " ".join(str(row.cells.get("text") or "").split())
        text = without_speaker(text) if names else text
        if is_attendance(row.heading, text):
            left_out[ATTENDANCE] += 1
        elif len(re.findall(r"\w+", text)) < _FEWEST_WORDS:
            left_out[TOO_SHORT] += 1
        else:
            records.append(_record(row, text, reading, plan, when, number))
    records.extend(_headings_with_figures(reading, plan, when))
    return Intake(records=tuple(records), left_out=dict(left_out), names=names)


def _headings_with_figures(reading: Reading, plan: Plan, when: When | None) -> Iterator[Record]:
    """A heading names what follows and is no record, unless it states figures itself."""
    for number, row in enumerate(reading.headings):
        text = str(row.cells.get("text") or "")
        if stated_figures(text):
            base = _record(row, text, reading, plan, when, number)
            yield replace(base, id=f"{record_id(row.place)}:heading")


def _record(
    row: Row, text: str, reading: Reading, plan: Plan, when: When | None, number: int
) -> Record:
    return Record(
        id=f"{record_id(row.place)}:{number}",
        channel=plan.channel,
        text=text,
        place=row.place,
        sha256=reading.sha256,
        period=when.year_label if when else None,
        effective_on=first_day(when, fiscal_year_starts=plan.fiscal_year_starts) if when else None,
        received_on=received_date(plan),
        unit=plan.unit,
        heading=row.heading,
        audience=plan.audience,
        source=plan.index,
        cells={name: str(value) for name, value in row.cells.items() if value not in (None, "")},
    )


def _date_of(reading: Reading, plan: Plan) -> When | None:
    """What the case says, else the document's own head, else the day or year in its path."""
    candidates = [plan.date, reading.facts.get("date")]
    candidates += [
        match.group(1)
        for pattern in (_DAY, _YEAR)
        for match in [pattern.search(reading.path)]
        if match
    ]
    for candidate in candidates:
        if candidate:
            try:
                return parse_when(candidate)
            except UnreadableDate:
                continue
    return None
