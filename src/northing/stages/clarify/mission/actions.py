"""How does the mission get a new version, and how do values come and go?

A version is a draft until the organisation approves it (`commitments.actions.approve`): a draft
can be written again, an approved version never.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from northing.foundations.people import refusals
from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Member, Organisation
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Detail, Event
from northing.stages.clarify.mission import store
from northing.stages.clarify.mission.facts import DRAFT_IS_THERE, HOLDS_TOO_EARLY, VALUE_EXISTS
from northing.stages.clarify.mission.models import MissionVersion, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a draft says of itself. `approved_by` may wait until it is approved."""

    text: str
    effective_from: date
    approved_by: str = ""
    reason: str = ""


def write(
    wording: Wording, *, by: Member, at: datetime, ticket: UUID | None = None
) -> MissionVersion:
    """A new draft. The same ticket twice makes one; where another draft lies, it is refused."""
    check_may_change(by, by.organisation_id)
    with transaction.atomic():
        hold(by.organisation)
        lies = store.draft(by.organisation)
        if lies:
            return _the_same(lies, ticket)
        check_follows(by.organisation, wording.effective_from)
        made = MissionVersion.objects.create(
            id=ticket or uuid4(),
            organisation=by.organisation,
            number=store.next_number(by.organisation),
            made_at=at,
            made_by=by,
            **_columns(wording),
        )
        leave_trail("mission drafted", by, at, made.id, {"version": made.number})
    return made


def rewrite(
    draft: MissionVersion, wording: Wording, *, by: Member, at: datetime, seen: int
) -> None:
    """The draft says something else now. `seen` is the revision the writer looked at."""
    check_may_change(by, draft.organisation_id)
    with transaction.atomic():
        check_follows(by.organisation, wording.effective_from)
        rows = MissionVersion.objects.filter(id=draft.id, approved_at=None, revision=seen)
        if not rows.update(revision=seen + 1, **_columns(wording)):
            raise Refused(refusals.CHANGED_MEANWHILE, rows=[draft.id])
        leave_trail("mission draft changed", by, at, draft.id, {"version": draft.number})


def add_value(
    name: str, meaning: str, *, by: Member, at: datetime, ticket: UUID | None = None
) -> Value:
    check_may_change(by, by.organisation_id)
    try:
        with transaction.atomic():
            made = Value.objects.create(
                id=ticket or uuid4(),
                organisation=by.organisation,
                name=name,
                meaning=meaning,
                made_at=at,
            )
            leave_trail("value added", by, at, made.id, {"name": name})
    except IntegrityError as error:
        there = store.value(by.organisation, ticket) if ticket else None
        if there is None:
            raise Refused(VALUE_EXISTS, field="name") from error
        return there
    return made


def amend_value(
    value: Value, name: str, meaning: str, *, by: Member, at: datetime, seen: int
) -> None:
    check_may_change(by, value.organisation_id)
    try:
        with transaction.atomic():
            rows = Value.objects.filter(id=value.id, ended_at=None, revision=seen)
            if not rows.update(name=name, meaning=meaning, revision=seen + 1):
                raise Refused(refusals.CHANGED_MEANWHILE)
            details: dict[str, Detail] = {"name": name, "name before": value.name}
            leave_trail("value changed", by, at, value.id, details)
    except IntegrityError as error:
        raise Refused(VALUE_EXISTS, field="name") from error


def end_value(value: Value, *, by: Member, at: datetime) -> None:
    """The value is named no more; `bring_value_back` undoes it."""
    check_may_change(by, value.organisation_id)
    with transaction.atomic():
        if Value.objects.filter(id=value.id, ended_at=None).update(ended_at=at):
            leave_trail("value ended", by, at, value.id, {"name": value.name})


def bring_value_back(value: Value, *, by: Member, at: datetime) -> None:
    check_may_change(by, value.organisation_id)
    try:
        with transaction.atomic():
            if Value.objects.filter(id=value.id, ended_at__isnull=False).update(ended_at=None):
                leave_trail("value brought back", by, at, value.id, {"name": value.name})
    except IntegrityError as error:
        raise Refused(VALUE_EXISTS) from error


def check_may_change(by: Member, organisation: UUID) -> None:
    """Raises where this member may not change what that organisation says of itself."""
    mine = by.organisation_id == organisation
    if not mine or not allows(Role(by.role), Action.MISSION, Wish.CHANGE):
        raise NotAllowed


def check_follows(organisation: Organisation, effective_from: date) -> None:
    """Versions follow one another: what each did to a commitment is told from the one before."""
    last = store.last_approved(organisation)
    if last and effective_from < last.effective_from:
        raise Refused(HOLDS_TOO_EARLY, field="effective_from")


def hold(organisation: Organisation) -> None:
    """Of two who add at once, the second sees what the first has added."""
    Organisation.objects.select_for_update().get(id=organisation.id)


def leave_trail(
    verb: str, by: Member, at: datetime, subject: UUID, details: dict[str, Detail]
) -> None:
    append(Event(by.organisation_id, verb, at, by.person_id, subject, details=details))


def _columns(wording: Wording) -> dict[str, str | date]:
    return {
        "text": wording.text,
        "effective_from": wording.effective_from,
        "approved_by": wording.approved_by,
        "reason": wording.reason,
    }


def _the_same(lies: MissionVersion, ticket: UUID | None) -> MissionVersion:
    if lies.id != ticket:
        raise Refused(DRAFT_IS_THERE)
    return lies
