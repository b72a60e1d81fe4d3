"""How does a commitment come, change, move and end, and what does a new mission do to each?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from northing.foundations.people import refusals
from northing.foundations.people.models import Member
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.facts import Detail
from northing.stages.clarify.commitments import store
from northing.stages.clarify.commitments.models import Commitment
from northing.stages.clarify.commitments.rules.proposing import id_for
from northing.stages.clarify.mission.actions import check_may_change, hold, leave_trail


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What people say of one commitment."""

    text: str
    layer: str = ""
    weight: Decimal = Decimal(1)
    guardrail: bool = False
    living_it: tuple[str, ...] = ()
    breaking_it: tuple[str, ...] = ()
    owner: Member | None = None


def add(
    promise: Promise, *, by: Member, at: datetime, key: str = "", ticket: UUID | None = None
) -> Commitment:
    """A new commitment, the last in order. Without a key it gets one from its words.

    The same ticket twice makes one.
    """
    _check(by, by.organisation_id, promise)
    with transaction.atomic():
        hold(by.organisation)
        there = Commitment.objects.filter(id=ticket).first() if ticket else None
        if there:
            return _own(there, by)
        taken = store.keys(by.organisation)
        made = Commitment.objects.create(
            id=ticket or uuid4(),
            organisation=by.organisation,
            key=key if key and key not in taken else id_for(key or promise.text, taken),
            position=len(taken),
            made_at=at,
            **_columns(promise),
        )
        leave_trail("commitment added", by, at, made.id, {"key": made.key})
    return made


def amend(row: Commitment, promise: Promise, *, by: Member, at: datetime, seen: int) -> None:
    """The commitment reads otherwise now. `seen` is the revision the writer looked at: where
    another changed it meanwhile, nothing is overwritten."""
    _check(by, row.organisation_id, promise)
    with transaction.atomic():
        before = Commitment.objects.select_for_update().get(id=row.id)
        columns = _columns(promise)
        changed = [name for name, value in columns.items() if getattr(before, name) != value]
        if before.revision != seen or before.ended_on:
            raise Refused(refusals.CHANGED_MEANWHILE)
        if changed:
            Commitment.objects.filter(id=row.id).update(revision=seen + 1, **columns)
            details: dict[str, Detail] = {"key": row.key, "changed": ", ".join(changed)}
            leave_trail("commitment changed", by, at, row.id, details)


def end(row: Commitment, *, on: date, by: Member, at: datetime) -> None:
    """It is promised no more from that day on; `bring_back` undoes it. Twice is once."""
    check_may_change(by, row.organisation_id)
    with transaction.atomic():
        rows = Commitment.objects.filter(id=row.id, ended_on=None)
        if rows.update(ended_on=on, revision=row.revision + 1):
            details: dict[str, Detail] = {"key": row.key, "on": on.isoformat()}
            leave_trail("commitment ended", by, at, row.id, details)


def bring_back(row: Commitment, *, by: Member, at: datetime) -> None:
    check_may_change(by, row.organisation_id)
    with transaction.atomic():
        rows = Commitment.objects.filter(id=row.id, ended_on__isnull=False)
        if rows.update(ended_on=None, revision=row.revision + 1):
            leave_trail("commitment brought back", by, at, row.id, {"key": row.key})


def place(row: Commitment, position: int, *, by: Member, at: datetime) -> None:
    """Put it at that place (from 0) among those that have not ended."""
    check_may_change(by, row.organisation_id)
    with transaction.atomic():
        hold(by.organisation)
        rows = store.commitments(row.organisation)
        ids = [one.id for one in rows if one.id != row.id]
        if len(ids) == len(rows):
            return
        ids.insert(max(0, position), row.id)
        if ids == [one.id for one in rows]:
            return
        for number, one in enumerate(ids):
            Commitment.objects.filter(id=one).exclude(position=number).update(position=number)
        details: dict[str, Detail] = {"key": row.key, "place": ids.index(row.id) + 1}
        leave_trail("commitments put in order", by, at, row.id, details)


def _check(by: Member, organisation: UUID, promise: Promise) -> None:
    check_may_change(by, organisation)
    if promise.owner and promise.owner.organisation_id != organisation:
        raise NotAllowed


def _own(there: Commitment, by: Member) -> Commitment:
    if there.organisation_id != by.organisation_id:
        raise NotAllowed
    return there


def _columns(promise: Promise) -> dict[str, Any]:
    return {
        "text": promise.text,
        "layer": promise.layer,
        "weight": promise.weight,
        "guardrail": promise.guardrail,
        "living_it": list(promise.living_it),
        "breaking_it": list(promise.breaking_it),
        "owner": promise.owner,
    }
