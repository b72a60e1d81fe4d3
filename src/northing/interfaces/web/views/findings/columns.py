"""What stands in each column where somebody takes findings along?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from northing.foundations.documents.csv_table import Cell
from northing.foundations.documents.rows_out import Listing
from northing.interfaces.web.templatetags.findings import code_said, statement_said
from northing.interfaces.web.views.findings.threads import Row
from northing.stages.diagnose.audits.models import StoredFinding
from northing.stages.diagnose.findings.facts import Thread
from northing.stages.diagnose.publication.store import findings as store

ABOUT = (
    "audit", "day of the audit", "code", "finding", "weight", "commitment", "channel", "statement",
)  # fmt: skip
FINDINGS = (*ABOUT, "state", "answered for by", "due on", "days late", "replies")
SIDES = ("side", "record")


def findings(rows: Iterable[Row], replies: Mapping[Thread, int], today: date) -> Listing:
    """People by their role alone."""
    return Listing("findings", FINDINGS, (_finding(one, replies, today) for one in rows))


def finding(found: StoredFinding) -> Listing:
    """One: a line for each record of either side, and one where it names none."""
    return Listing("finding", ABOUT + SIDES, _sides(found))


def _sides(found: StoredFinding) -> Iterable[tuple[Cell, ...]]:
    sides = {"for it": "evidence", "against it": "counter_evidence"}
    named: list[tuple[Cell, ...]] = [
        (side, one) for side, name in sides.items() for one in found.content.get(name, ())
    ]
    for each in named or [(None, None)]:
        yield *_about(found), *each


def _finding(row: Row, replies: Mapping[Thread, int], today: date) -> tuple[Cell, ...]:
    found, follow_up = row.finding, row.follow_up
    late = (today - row.due_on).days if row.due_on and row.is_late(today) else 0
    return (
        *_about(found),
        row.state,
        follow_up.owner.role if follow_up and follow_up.owner else None,
        row.due_on,
        late,
        replies[store.thread_of(found)],
    )


def _about(found: StoredFinding) -> tuple[Cell, ...]:
    return (
        found.audit.number,
        found.audit.on,
        found.code,
        code_said(found.code),
        found.severity,
        found.commitment,
        found.channel,
        statement_said(found),
    )
