"""How does a commitment come, change, move and end, and what does a new mission do to each?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from northing.stages.clarify.commitments.facts import (
    APPROVER_MISSING,
    NOT_NEW,
    REASON_MISSING,
    TEXT_MISSING,
    Change,
)
from northing.stages.clarify.commitments.models import Commitment, CommitmentChange
from northing.stages.clarify.commitments.rules.proposing import id_for
from northing.stages.clarify.mission.actions import (
    check_follows,
    check_may_change,
    hold,
    leave_trail,
)
from northing.stages.clarify.mission.models import MissionVersion


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Became:
    """What a version makes of one commitment; `seen` is the revision people looked at."""

    commitment: UUID
    seen: int
    kind: Change
    text: str
    reason: str = ""


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


def approve(
    draft: MissionVersion,
    approved_by: str,
    became: Sequence[Became],
    *,
    by: Member,
    at: datetime,
    seen: int,
) -> None:
    """The draft becomes the mission, and says of every commitment what it did to it.

    Refused where the draft or any commitment is not what people looked at.
    """
    check_may_change(by, draft.organisation_id)
    if not approved_by:
        raise Refused(APPROVER_MISSING, field="approved_by")
    with transaction.atomic():
        hold(by.organisation)
        check_follows(by.organisation, draft.effective_from)
        drafts = MissionVersion.objects.filter(id=draft.id, approved_at=None, revision=seen)
        if not drafts.update(approved_at=at, approved_by=approved_by, revision=seen + 1):
            raise Refused(refusals.CHANGED_MEANWHILE, rows=[draft.id])
        counts = _become(draft, became, at)
        details: dict[str, Detail] = {"version": draft.number, **counts}
        leave_trail("mission approved", by, at, draft.id, details)


def _become(draft: MissionVersion, became: Sequence[Became], at: datetime) -> Mapping[str, Detail]:
    """How many commitments the version kept, narrowed, widened, dropped and brought."""
    rows = {row.id: row for row in store.commitments(draft.organisation)}
    seen = {(one.commitment, one.seen) for one in became}
    if others := seen ^ {(key, row.revision) for key, row in rows.items()}:
        raise Refused(refusals.CHANGED_MEANWHILE, rows={key for key, _ in others})
    words = store.last_words(draft.organisation)
    for one in became:
        before = words.get(one.commitment)
        _check_change(one, before)
        row = rows[one.commitment]
        _change(row, one, draft.effective_from)
        CommitmentChange.objects.create(
            commitment=row,
            version=draft,
            kind=one.kind,
            text_before="" if one.kind is Change.NEW else before or row.text,
            text_after="" if one.kind is Change.DROPPED else one.text,
            reason=one.reason,
            made_at=at,
        )
    return {kind.value: sum(one.kind is kind for one in became) for kind in Change}


def _check_change(one: Became, before: str | None) -> None:
    """A word that changed has a reason; what an earlier version knew is not new."""
    is_reworded = before is not None and one.text != before
    if one.kind is Change.NEW and before is not None:
        raise Refused(NOT_NEW, field=f"kind-{one.commitment}")
    if not one.text and one.kind is not Change.DROPPED:
        raise Refused(TEXT_MISSING, field=f"text-{one.commitment}")
    needs = one.kind not in (Change.NEW, Change.KEPT) or is_reworded
    if needs and not one.reason:
        raise Refused(REASON_MISSING, field=f"reason-{one.commitment}")


def _change(row: Commitment, one: Became, on: date) -> None:
    if one.kind is Change.DROPPED:
        Commitment.objects.filter(id=row.id).update(ended_on=on, revision=row.revision + 1)
    elif one.text != row.text:
        Commitment.objects.filter(id=row.id).update(text=one.text, revision=row.revision + 1)


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
