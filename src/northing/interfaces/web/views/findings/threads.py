"""Which findings are there to be followed, and how does each stand?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from northing.interfaces.web.views.findings.history import content_of, stands
from northing.interfaces.web.visit import Visit
from northing.stages.diagnose.audits.models import StoredAudit, StoredFinding
from northing.stages.diagnose.audits.rules.following import Outcome, Standing
from northing.stages.diagnose.audits.rules.seeing import GRAVITY, sightings
from northing.stages.diagnose.findings import store as followed
from northing.stages.diagnose.findings.actions import State
from northing.stages.diagnose.findings.facts import Severity, Thread
from northing.stages.diagnose.findings.models import FollowUp
from northing.stages.diagnose.publication.store import findings as store

NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One finding as the list shows it: of the audit that was asked for, or of the last that had
    it. `state` is what people say of it, or what a later audit does."""

    finding: StoredFinding
    follow_up: FollowUp | None
    state: str

    @property
    def owner_id(self) -> str:
        owner = self.follow_up.owner_id if self.follow_up else None
        return str(owner) if owner else NOBODY

    @property
    def due_on(self) -> date | None:
        return self.follow_up.due_on if self.follow_up else None

    @property
    def is_gone(self) -> bool:
        return self.state == Outcome.GONE

    def is_late(self, today: date) -> bool:
        return self.due_on is not None and self.due_on < today and not self.is_gone


def rows_of(visit: Visit, audit: StoredAudit, done: list[StoredAudit]) -> list[Row]:
    """All findings of this audit, then those that were taken up and are not in it."""
    taken = followed.follow_ups(visit.organisation)
    now = _first_of_each(store.findings_in([audit]))
    earlier = [one for one in done if one.number < audit.number]
    gone = [thread for thread in taken if thread not in now]
    before = _first_of_each(
        store.findings_in(earlier).filter(code__in={one.code for one in gone}) if gone else []
    )
    current = [_row(found, taken.get(thread)) for thread, found in now.items()]
    seen = sightings(content_of(audit)) if before else {}
    past = [
        _past(before[one], taken[one], stands(before[one], audit, seen=seen))
        for one in gone
        if one in before
    ]
    return current + past


def chosen(rows: list[Row], asked: Mapping[str, str], *, today: date) -> list[Row]:
    """Those that pass every filter that was asked for, in the order that was asked for."""
    wanted = {name: asked.get(name, "") for name in FILTERS}
    some = [
        row
        for row in rows
        if all(not value or FILTERS[name](row, today, value) for name, value in wanted.items())
    ]
    return sorted(some, key=ORDERS.get(asked.get("sort", ""), _by_place))


def _is_in_state(row: Row, today: date, value: str) -> bool:
    return row.is_late(today) if value == LATE else row.state == value


LATE = "late"
FILTERS: dict[str, Callable[[Row, date, str], bool]] = {
    "state": _is_in_state,
    "owner": lambda row, _, value: row.owner_id == value,
    "severity": lambda row, _, value: row.finding.severity == value,
    "commitment": lambda row, _, value: row.finding.commitment == value,
}


def _by_place(row: Row) -> tuple[Any, ...]:
    return -row.finding.audit.number, row.finding.position


ORDERS: dict[str, Callable[[Row], tuple[Any, ...]]] = {
    "severity": lambda row: (-GRAVITY[Severity(row.finding.severity)], *_by_place(row)),
    "due": lambda row: (row.due_on is None, row.due_on or date.max, *_by_place(row)),
    "state": lambda row: (row.state, *_by_place(row)),
    "commitment": lambda row: (row.finding.commitment, *_by_place(row)),
}


def _first_of_each(found: Any) -> dict[Thread, StoredFinding]:
    rows: dict[Thread, StoredFinding] = {}
    for row in found:
        rows.setdefault(store.thread_of(row), row)
    return rows


def _row(found: StoredFinding, follow_up: FollowUp | None) -> Row:
    state = follow_up.state if follow_up else State.OPEN
    return Row(finding=found, follow_up=follow_up, state=str(state))


def _past(found: StoredFinding, follow_up: FollowUp, said: Standing | None) -> Row:
    """Found again as a sign of a graver one, it keeps the state people gave it."""
    outcome = said.outcome if said else Outcome.UNSEEN
    state = follow_up.state if outcome is Outcome.AGAIN else outcome
    return Row(finding=found, follow_up=follow_up, state=str(state))
