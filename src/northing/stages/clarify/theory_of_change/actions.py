"""How do practices and lines of Why, How and What come, change and end?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from northing.foundations.people import refusals
from northing.foundations.people.models import Member
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.facts import Detail
from northing.stages.clarify.commitments.models import Commitment
from northing.stages.clarify.mission.actions import check_may_change, hold, leave_trail
from northing.stages.clarify.theory_of_change.facts import SERVES_NOTHING_ABOVE, Carries, Level
from northing.stages.clarify.theory_of_change.models import Practice, PurposeLine
from northing.stages.clarify.theory_of_change.rules.tracing import may_serve


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What people say of one line: what it is, and which line above it is there for."""

    level: Level
    text: str
    serves: PurposeLine | None = None
    commitment: Commitment | None = None


def add_practice(
    commitment: Commitment,
    kind: Carries,
    text: str,
    *,
    by: Member,
    at: datetime,
    ticket: UUID | None = None,
) -> Practice:
    """Something that carries the commitment into the work. The same ticket twice makes one."""
    check_may_change(by, commitment.organisation_id)
    with transaction.atomic():
        hold(by.organisation)
        there = Practice.objects.filter(id=ticket).first() if ticket else None
        if there:
            check_may_change(by, there.commitment.organisation_id)
            return there
        made = Practice.objects.create(
            id=ticket or uuid4(), commitment=commitment, kind=kind, text=text, made_at=at
        )
        leave_trail("practice added", by, at, made.id, {"key": commitment.key, "kind": str(kind)})
    return made


def end_practice(practice: Practice, *, by: Member, at: datetime) -> None:
    """It is not done any more; `bring_practice_back` undoes it. Twice is once."""
    _set_end(practice, at, by=by, at=at)


def bring_practice_back(practice: Practice, *, by: Member, at: datetime) -> None:
    _set_end(practice, None, by=by, at=at)


def add_line(
    saying: Saying, *, by: Member, at: datetime, ticket: UUID | None = None
) -> PurposeLine:
    check_may_change(by, by.organisation_id)
    _check(saying, by)
    with transaction.atomic():
        hold(by.organisation)
        there = PurposeLine.objects.filter(id=ticket).first() if ticket else None
        if there:
            check_may_change(by, there.organisation_id)
            return there
        made = PurposeLine.objects.create(
            id=ticket or uuid4(),
            organisation=by.organisation,
            level=saying.level,
            text=saying.text,
            serves=saying.serves,
            commitment=saying.commitment,
            made_at=at,
        )
        leave_trail("purpose line added", by, at, made.id, {"level": str(saying.level)})
    return made


def change_line(line: PurposeLine, saying: Saying, *, by: Member, at: datetime, seen: int) -> None:
    """The line reads otherwise or serves another one. Its level stays what it was.

    `seen` is the revision the writer looked at.
    """
    check_may_change(by, line.organisation_id)
    _check(saying, by)
    with transaction.atomic():
        rows = PurposeLine.objects.filter(id=line.id, ended_at=None, revision=seen)
        changed = rows.update(
            text=saying.text,
            serves=saying.serves,
            commitment=saying.commitment,
            revision=seen + 1,
        )
        if not changed:
            raise Refused(refusals.CHANGED_MEANWHILE)
        moved = line.serves_id != _id(saying.serves)
        details: dict[str, Detail] = {"level": line.level, "moved": moved}
        leave_trail("purpose line changed", by, at, line.id, details)


def end_line(line: PurposeLine, *, by: Member, at: datetime) -> None:
    """What served it hangs loose from then on, and is shown so; `bring_line_back` undoes it."""
    _set_line_end(line, at, by=by, at=at)


def bring_line_back(line: PurposeLine, *, by: Member, at: datetime) -> None:
    _set_line_end(line, None, by=by, at=at)


def _set_end(practice: Practice, ended: datetime | None, *, by: Member, at: datetime) -> None:
    check_may_change(by, practice.commitment.organisation_id)
    with transaction.atomic():
        rows = Practice.objects.filter(id=practice.id, ended_at__isnull=ended is not None)
        if rows.update(ended_at=ended, revision=practice.revision + 1):
            verb = "practice ended" if ended else "practice brought back"
            details = {"key": practice.commitment.key, "kind": practice.kind}
            leave_trail(verb, by, at, practice.id, dict(details))


def _set_line_end(line: PurposeLine, ended: datetime | None, *, by: Member, at: datetime) -> None:
    check_may_change(by, line.organisation_id)
    with transaction.atomic():
        rows = PurposeLine.objects.filter(id=line.id, ended_at__isnull=ended is not None)
        if rows.update(ended_at=ended, revision=line.revision + 1):
            verb = "purpose line ended" if ended else "purpose line brought back"
            leave_trail(verb, by, at, line.id, {"level": line.level})


def _check(saying: Saying, by: Member) -> None:
    named = (saying.serves, saying.commitment)
    if any(one and one.organisation_id != by.organisation_id for one in named):
        raise NotAllowed
    if saying.serves and not may_serve(saying.level, Level(saying.serves.level)):
        raise Refused(SERVES_NOTHING_ABOVE, field="serves")


def _id(line: PurposeLine | None) -> UUID | None:
    return line.id if line else None
