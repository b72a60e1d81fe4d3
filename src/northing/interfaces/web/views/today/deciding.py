"""Which decisions wait for this member: to sign, to look at again, to take up, to bring about?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse

from northing.foundations.people.access import Action, Wish
from northing.interfaces.web.today import Duty, Kind
from northing.interfaces.web.visit import Visit
from northing.stages.decide.models import StoredDecision
from northing.stages.decide.purpose_test.store import rows

SOON = timedelta(days=14)


def decisions_of(visit: Visit) -> Iterator[Duty]:
    if not visit.may(Action.DECISIONS, Wish.SEE):
        return
    if visit.may(Action.SIGN, Wish.CHANGE):
        for one in rows.waiting_for(visit.member):
            yield _duty(visit, Kind.SIGN, one, "decide_sign", one.due_on)
    for one in rows.back_with(visit.member):
        yield _duty(visit, Kind.BACK, one, "decide_decision", None)
    yield from _reviews(visit)
    for each in rows.conditions_of(visit.member):
        yield Duty(
            kind=Kind.CONDITION,
            address=_at(visit, "decide_condition", each.decision_id, each.id),
            what=each.text,
            due_on=each.due_on,
        )


def _reviews(visit: Visit) -> Iterator[Duty]:
    """Those of one's own decisions whose day has come or is near."""
    last = visit.at.date() + SOON
    found = rows.to_review(visit.organisation).filter(
        made_by__person=visit.member.person, review_on__lte=last
    )
    for one in found:
        is_due = one.review_on is not None and one.review_on <= visit.at.date()
        name = "decide_review" if is_due else "decide_decision"
        yield _duty(visit, Kind.REVIEW, one, name, one.review_on)


def _duty(visit: Visit, kind: Kind, one: StoredDecision, name: str, due_on: date | None) -> Duty:
    address = _at(visit, name, one.id)
    return Duty(kind=kind, address=address, what=one.question, due_on=due_on)


def _at(visit: Visit, name: str, *rest: object) -> str:
    return reverse(name, args=[visit.organisation.id, *rest])
