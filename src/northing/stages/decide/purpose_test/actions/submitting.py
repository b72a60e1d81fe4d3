"""How is a decision submitted, who then has to sign, and how does it come back to its author?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from northing.foundations.people.access import Action
from northing.foundations.people.models import Member
from northing.foundations.people.refusals import Refused
from northing.stages.decide.purpose_test.actions.holding import (
    check_may,
    held_by_author,
    held_draft,
    keep,
    moved,
    tell,
)
from northing.stages.decide.purpose_test.facts import Act, Doing
from northing.stages.decide.purpose_test.models import StoredDecision, StoredFilter, StoredSigner
from northing.stages.decide.purpose_test.rules.filtering import signers_of
from northing.stages.decide.purpose_test.rules.refusals import (
    FORECAST_MISSING,
    ODD_RULES,
    QUESTIONS_OPEN,
    SIGNER_UNKNOWN,
)
from northing.stages.decide.purpose_test.store import filters, rows
from northing.stages.decide.purpose_test.store.standing import name_of
from northing.stages.decide.purpose_test.store.testing import caught_by, tested_now


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Whom the author asks, where no filter says who has to sign."""

    signers: Sequence[Member] = ()
    quorum: int = 1
    agreement: float = 1.0
    days: int = 14


ASKED = Asked()


def submit(
    row: StoredDecision, asked: Asked = ASKED, *, by: Member, at: datetime, seen: int
) -> StoredDecision:
    """It goes to those who have to sign, with the test as it comes out on this day.

    Where filters catch it, theirs are the signers and the rules, whatever the author asked for;
    where they name nobody, their rules hold for those the author names.
    """
    check_may(by, row.organisation_id, Action.DECIDE)
    with transaction.atomic():
        found = held_draft(row, by, seen)
        on = at.date()
        caught = caught_by(found, on=on)
        _check_complete(found, caught)
        _take_rules(found, caught, asked, on)
        tested = tested_now(found, on=on)
        found.result = tested.result.value
        found.grounds = [[one.commitment, one.result.value, one.sentence] for one in tested.grounds]
        found.caught = [
            {"filter": str(one.id), "name": one.name, "version": one.version} for one in caught
        ]
        found.submitted_at = at
        keep(found, moved(found, Doing(Act.SUBMIT, name_of(by), on)))
        tell("decision submitted", found, by, at, due=str(found.due_on), round=found.rounds,
             result=found.result, filters=len(caught))  # fmt: skip
    return found


def withdraw(row: StoredDecision, *, by: Member, at: datetime, seen: int) -> StoredDecision:
    """Its author takes it back before everybody has signed; it is a draft again."""
    return _back(row, Act.WITHDRAW, "decision withdrawn", by=by, at=at, seen=seen)


def reopen(row: StoredDecision, *, by: Member, at: datetime, seen: int) -> StoredDecision:
    """What was sent back, refused or ran out of time becomes a draft again; the words stay."""
    return _back(row, Act.REVISE, "decision reopened", by=by, at=at, seen=seen)


def _back(
    row: StoredDecision, act: Act, verb: str, *, by: Member, at: datetime, seen: int
) -> StoredDecision:
    check_may(by, row.organisation_id, Action.DECIDE)
    with transaction.atomic():
        found = held_by_author(row, by, seen)
        keep(found, moved(found, Doing(act, name_of(by), at.date())))
        tell(verb, found, by, at, round=found.rounds)
    return found


def _check_complete(row: StoredDecision, caught: Sequence[StoredFilter]) -> None:
    """What the filters ask for is there."""
    if any(one.asks_forecast for one in caught) and row.forecast is None:
        raise Refused(FORECAST_MISSING, field="forecast")
    answered = {question for question, said in row.said if said.strip()}
    if any(question not in answered for one in caught for question in one.questions):
        raise Refused(QUESTIONS_OPEN, field="said")


def _take_rules(
    row: StoredDecision, caught: Sequence[StoredFilter], asked: Asked, on: date
) -> None:
    """Who signs, how many of them, how many have to agree, and in how many days."""
    named = filters.signers_of(caught) or list(dict.fromkeys(asked.signers))
    may = set(rows.may_sign(row.organisation, on=on))
    if not set(asked.signers) <= may:
        raise Refused(SIGNER_UNKNOWN, field="signers")
    if caught:
        known = [filters.facts_of_filter(one) for one in caught]
        _, row.quorum, row.agreement, row.days = signers_of(known)
    elif asked.quorum < 1 or asked.days < 1 or not 0 < asked.agreement <= 1:
        raise Refused(ODD_RULES, field="quorum")
    else:
        row.quorum, row.agreement, row.days = asked.quorum, asked.agreement, asked.days
    row.signers.all().delete()
    StoredSigner.objects.bulk_create(
        StoredSigner(decision=row, member=one) for one in named if one in may
    )
