"""How is it stated where change should begin?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from northing.foundations.people import refusals
from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Member, Organisation
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Detail, Event
from northing.stages.clarify.approach import store
from northing.stages.clarify.approach.facts import Approach, Reply
from northing.stages.clarify.approach.models import ApproachStatement
from northing.stages.clarify.approach.rules.advising import advice
from northing.stages.clarify.approach.rules.questions import QUESTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """The answers, and what was chosen on them; None where nothing is decided."""

    replies: tuple[Reply, ...]
    chosen: Approach | None = None
    reason: str = ""

    def __post_init__(self) -> None:
        ids = Counter(one.question for one in self.replies)
        if max(ids.values(), default=1) > 1 or not set(ids) <= {one.id for one in QUESTIONS}:
            raise ValueError("every question has one answer, and every answer a question")


def state(
    saying: Saying, *, by: Member, at: datetime, seen: int, ticket: UUID | None = None
) -> ApproachStatement:
    """A new statement; those before it stay. The same ticket twice makes one.

    `seen` is the number of the newest the writer looked at, 0 where there was none.
    """
    if not allows(Role(by.role), Action.MISSION, Wish.CHANGE):
        raise NotAllowed
    with transaction.atomic():
        Organisation.objects.select_for_update().get(id=by.organisation_id)
        there = ApproachStatement.objects.filter(id=ticket).first() if ticket else None
        if there:
            return _own(there, by)
        last = store.newest(by.organisation)
        if (last.number if last else 0) != seen:
            raise Refused(refusals.CHANGED_MEANWHILE)
        made = ApproachStatement.objects.create(
            id=ticket or uuid4(),
            organisation=by.organisation,
            number=seen + 1,
            replies=[
                {"question": one.question, "answer": one.answer, "evidence": one.evidence}
                for one in saying.replies
            ],
            chosen=saying.chosen or "",
            reason=saying.reason,
            made_at=at,
            made_by=by,
        )
        _leave_trail(made, saying, by, at)
    return made


def _own(there: ApproachStatement, by: Member) -> ApproachStatement:
    if there.organisation_id != by.organisation_id:
        raise NotAllowed
    return there


def _leave_trail(made: ApproachStatement, saying: Saying, by: Member, at: datetime) -> None:
    clear = advice(QUESTIONS, saying.replies).clear
    details: dict[str, Detail] = {
        "number": made.number,
        "advised": str(clear) if clear else "no clear winner",
        "chosen": made.chosen or "nothing yet",
    }
    append(Event(by.organisation_id, "approach stated", at, by.person_id, made.id,
                 details=details))  # fmt: skip
