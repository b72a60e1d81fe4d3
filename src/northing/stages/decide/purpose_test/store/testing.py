"""What does a decision's test come to, and which filters make one due?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from northing.foundations.people.models import Organisation
from northing.stages.decide.purpose_test.facts import (
    Decision,
    Ground,
    Promise,
    Replayed,
    Result,
    Rigidity,
    State,
    Tested,
)
from northing.stages.decide.purpose_test.models import StoredDecision, StoredFilter
from northing.stages.decide.purpose_test.rules.filtering import due
from northing.stages.decide.purpose_test.rules.replaying import replayed, rigidity
from northing.stages.decide.purpose_test.rules.testing import result_of
from northing.stages.decide.purpose_test.store import filters, rows
from northing.stages.decide.purpose_test.store.standing import (
    appeals,
    facts_of,
    promises,
    standing,
)


def tested(row: StoredDecision, *, on: date) -> Tested:
    """Of a draft what the test comes to so far; of any other what it came to when submitted."""
    if row.state == State.DRAFT or not row.grounds:
        return tested_now(row, on=on)
    grounds = [Ground(key, Result(result), said) for key, result, said in row.grounds]
    return Tested(Result(row.result), tuple(grounds))


def tested_now(row: StoredDecision, *, on: date) -> Tested:
    """Against the commitments of this day; an answer to one that ended counts no more."""
    known = promises(row.organisation, on=on)
    ids = {one.id for one in known}
    decision = facts_of(row)
    kept = tuple(one for one in decision.answers if one.commitment in ids)
    return result_of(replace(decision, answers=kept), known)


def caught_by(row: StoredDecision, *, on: date) -> list[StoredFilter]:
    """The filters that are on, hold on this day and are about such a decision."""
    there = {str(one.id): one for one in filters.filters(row.organisation, on=on)}
    known = [filters.facts_of_filter(one) for one in there.values()]
    return [there[one.id] for one in due(facts_of(row), known, on=on)]


def tried(row: StoredFilter, *, on: date) -> Replayed:
    """What this filter would have done to every past decision, on or off as it is."""
    past = filters.past(row.organisation)
    known = promises(row.organisation, on=on)
    return replayed(filters.facts_of_filter(row), _known_alone(past, known), known)


def rigidity_of(organisation: Organisation) -> Rigidity:
    """How often the test stopped, was gone round, and was appealed against with success."""
    found = rows.whole(rows.decisions(organisation)).exclude(submitted_at=None)
    return rigidity({str(one.number): standing(one) for one in found}, appeals(organisation))


def _known_alone(past: list[Decision], known: tuple[Promise, ...]) -> list[Decision]:
    ids = {one.id for one in known}
    return [
        replace(one, answers=tuple(each for each in one.answers if each.commitment in ids))
        for one in past
    ]
