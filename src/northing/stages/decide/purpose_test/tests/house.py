"""Who decides in tests with a database: Amina owns and writes, others sign, Dora leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from northing.foundations.people.access import Role
from northing.foundations.people.models import Member
from northing.foundations.people.tests.make import make_member, make_organisation
from northing.stages.clarify.commitments import actions as commitments
from northing.stages.clarify.commitments.actions import Promise
from northing.stages.decide.purpose_test.actions.submitting import Asked, submit
from northing.stages.decide.purpose_test.actions.writing import Draft, answer, draft
from northing.stages.decide.purpose_test.facts import Answer, Said
from northing.stages.decide.purpose_test.models import StoredDecision

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
MAY = NOON.date()
LATER = NOON + timedelta(days=15)
YES, NO, CANNOT_TELL = Said.YES, Said.NO, Said.CANNOT_TELL


@dataclass(frozen=True)
class House:
    """An organisation with a guardrail and another promise, and who is in it."""

    amina: Member
    bruno: Member
    chiara: Member
    dora: Member
    emil: Member


def make_house() -> House:
    amina = make_organisation()
    commitments.add(
        Promise(text="Care is unhurried.", guardrail=True), by=amina, at=NOON, key="care"
    )
    commitments.add(Promise(text="Access for all."), by=amina, at=NOON, key="access")
    return House(
        amina,
        make_member(amina, "Bruno", Role.MANAGER),
        make_member(amina, "Chiara", Role.MEMBER),
        make_member(amina, "Dora", Role.LEADER),
        make_member(amina, "Emil", Role.PURPOSE_OFFICER),
    )


def make_draft(house: House, **but: object) -> StoredDecision:
    written = Draft(**({
        "question": "Do we buy vans?", "options": ("yes", "no"), "proposed": "yes",
        "kind": "purchase", "amount": Decimal(120_000), "currency": "EUR", "unit": "Transport",
        "success": "every round is on time", "forecast": 0.7, "review_on": date(2026, 11, 4),
    } | but))  # fmt: skip
    return draft(written, by=house.amina, at=NOON)


def passing() -> tuple[Answer, ...]:
    return (
        Answer("care", YES, NO, "drivers have time"),
        Answer("access", NO, NO, "nothing changes"),
    )


def failing() -> tuple[Answer, ...]:
    return (Answer("care", NO, YES, "rounds are shorter"), Answer("access", YES, NO, "more towns"))


def make_submitted(house: House, *signers: Member, answers=None, quorum=1, **but) -> StoredDecision:
    row = make_draft(house, **but)
    row = answer(row, answers or passing(), by=house.amina, at=NOON, seen=row.revision)
    asked = Asked(signers=signers or (house.bruno, house.chiara), quorum=quorum)
    return submit(row, asked, by=house.amina, at=NOON, seen=row.revision)
