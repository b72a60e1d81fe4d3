"""What is due for whom of decisions: words, changes, reviews, conditions?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from northing.foundations.people.models import Member
from northing.interfaces.notices.facts import Due
from northing.interfaces.notices.house import NEWS, SOON, House
from northing.interfaces.notices.kinds import Kind
from northing.stages.decide.purpose_test.facts import State
from northing.stages.decide.purpose_test.models import StoredCondition, StoredDecision
from northing.stages.decide.purpose_test.rules.signing import waits_for
from northing.stages.decide.purpose_test.store import rows
from northing.stages.decide.purpose_test.store.standing import standing

PAGE = "decide_decision"
TIME_IS_SHORT = timedelta(days=3)


def _words(house: House) -> Iterator[Due]:
    """A word that is missing: once in each round, and once more when time is short."""
    asked = rows.decisions(house.organisation, state=State.SUBMITTED)
    for row in rows.whole(asked):
        for member in _waited_for(house, row):
            here = f"round {row.rounds}"
            yield _due(Kind.SIGN, row, member, period=here, day=row.due_on)
            if row.due_on and house.is_near(row.due_on, TIME_IS_SHORT):
                yield _due(Kind.SIGN_SOON, row, member, period=f"{here} {row.due_on}",
                           day=row.due_on)  # fmt: skip


def _waited_for(house: House, row: StoredDecision) -> Iterator[Member]:
    """Who is to say the word: whoever was asked, or stands in for them."""
    now = standing(row)
    by_account = {str(one.person_id): one for one in house.members.values()}
    instead = dict(now.delegates)
    for account in sorted(waits_for(now)):
        member = by_account.get(instead.get(account, account))
        if member:
            yield from house.owner(Kind.SIGN, member.id)


def _authors(house: House) -> Iterator[Due]:
    """To whoever wrote a decision: that it came back, or what became of it."""
    news = (house.at - NEWS).date()
    sent_back = Q(state=State.CHANGES_ASKED.value)
    taken = Q(state=State.ACCEPTED.value, decided_on__gte=news)
    ended = Q(state__in=[State.REJECTED.value, State.EXPIRED.value], due_on__gte=news)
    for row in rows.decisions(house.organisation).filter(sent_back | taken | ended):
        kind = Kind.CHANGES if row.state == State.CHANGES_ASKED else Kind.DECIDED
        for member in house.owner(kind, row.made_by_id):
            yield _due(kind, row, member, period=f"{row.state} {row.rounds}")


def _reviews(house: House) -> Iterator[Due]:
    for row in rows.to_review(house.organisation):
        if row.review_on and house.is_near(row.review_on, SOON):
            for member in house.owner(Kind.REVIEW, row.made_by_id):
                yield _due(Kind.REVIEW, row, member, period=_when(house, row.review_on),
                           day=row.review_on)  # fmt: skip


def _conditions(house: House) -> Iterator[Due]:
    """What somebody has to bring about for a decision to stand."""
    open_ones = StoredCondition.objects.filter(
        decision__organisation=house.organisation,
        decision__state=State.ACCEPTED.value,
        met_on=None,
    )
    for one in open_ones.select_related("decision").order_by("due_on", "id"):
        if house.is_near(one.due_on, SOON):
            for member in house.owner(Kind.CONDITION, one.owner_id):
                yield _due(Kind.CONDITION, one.decision, member, subject=one.id,
                           period=_when(house, one.due_on), day=one.due_on)  # fmt: skip


def _due(
    kind: Kind,
    row: StoredDecision,
    member: Member,
    *,
    period: str,
    day: date | None = None,
    subject: UUID | None = None,
) -> Due:
    return Due(kind=kind, subject=subject or row.id, member=member, page=PAGE, row=row.id,
               period=period, day=day, number=row.number)  # fmt: skip


def _when(house: House, day: date) -> str:
    return f"{day} {'late' if day < house.on else 'soon'}"


READERS: tuple[Callable[[House], Iterator[Due]], ...] = (_words, _authors, _reviews, _conditions)
