"""Which decisions does an organisation hold that has decided for a while?

One in every state there is, and with `many` as many as nobody would wish for; each comes about by
the acts people do, with one more by whoever looks at the pages for those that are only theirs.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

LONG = (
    "Do we take the offer of the county to run the night bus for shift workers as well, though "
    "nobody who drives it today would stay, and though the depot is forty minutes away?"
)
WHY = "Whoever works at night reads this promise every evening on the door of the depot."


def decide(owner, many, *, at):
    from northing.foundations.people.models import Member

    others = list(
        Member.objects.filter(organisation=owner.organisation, role="purpose officer")
        .exclude(id=owner.id)
        .order_by("joined_at")[:2]
    )
    if not others:
        return
    told(owner, others[0], at)
    for number in range(many):
        submitted(owner, others, f"Do we buy van {number + 1}?", at, fails=number % 3 == 0)
        past(owner, number, at)
    filters(owner, others, at)


def told(owner, other, at):
    from northing.stages.decide.models import StoredAppeal, StoredDecision
    from northing.stages.decide.purpose_test.actions import reviewing, signing, submitting
    from northing.stages.decide.purpose_test.facts import Act

    draft(owner, LONG, at)
    for act in (Act.ASK_CHANGES, Act.REJECT):
        one = submitted(owner, [other], LONG, at)
        signing.sign(one, act, WHY, by=other, at=at, seen=one.rounds)
    one = submitted(owner, [other], LONG, at)
    StoredDecision.objects.filter(id=one.id).update(state="expired")
    one = submitted(owner, [other], "Do we take it back?", at)
    submitting.withdraw(one, by=owner, at=at, seen=one.revision)
    one = submitted(other, [owner], "Do we go round the test?", at, fails=True)
    StoredAppeal.objects.create(decision=one, reason=WHY, made_by=other, made_at=at)
    overridden(one, owner, other, at)
    submitted(other, [owner], "Does this one wait for you?", at + timedelta(days=1))
    for is_held in (False, True):
        one = submitted(owner, [other], LONG, at)
        signing.sign(one, Act.AGREE, WHY, by=other, at=at, seen=one.rounds)
        one.refresh_from_db()
        if is_held:
            found = reviewing.Seen(happened=True, learned=WHY)
            day = at + timedelta(days=200)
            reviewing.review(one, found, by=owner, at=day, seen=one.revision)
    superseded(owner, other, one, at)


def overridden(one, owner, other, at):
    from northing.stages.decide.purpose_test.actions import signing

    signing.override(one, WHY, by=owner, at=at, seen=one.rounds)


def superseded(owner, other, before, at):
    """The last of them gives way to another, which has its price written down."""
    from northing.stages.decide.purpose_test.actions import signing
    from northing.stages.decide.purpose_test.facts import Act
    from northing.stages.decide.trade_offs.actions import Told, tell_trade_off

    one = submitted(owner, [other], "Do we do it otherwise?", at, supersedes=before)
    signing.sign(one, Act.AGREE, by=other, at=at, seen=one.rounds)
    key = one.answers.first().commitment
    price = Told(cost=Decimal(5000), currency="EUR", gave={key: 10.0}, words=WHY,
                 pays=("whoever drives by day",), is_told=False)  # fmt: skip
    tell_trade_off(one, price, by=owner, at=at)


def draft(by, question, at, **more):
    from northing.stages.decide.purpose_test.actions import writing

    written = writing.Draft(
        question=question, options=("yes", "no"), proposed="yes", kind="purchase",
        amount=Decimal(120_000), currency="EUR", affected=("drivers", "families"), evidence=WHY,
        success="nobody waits in the rain", forecast=0.7,
        review_on=at.date() + timedelta(days=180), **more,
    )  # fmt: skip
    return writing.draft(written, by=by, at=at)


def submitted(by, signers, question, at, *, fails=False, **more):
    """It compromises what is no guardrail but for a condition; one that fails has none."""
    from northing.stages.decide.purpose_test.actions import submitting, writing

    one = draft(by, question, at, **more)
    one = writing.answer(one, given(by, fails), by=by, at=at, seen=one.revision)
    wanted = [writing.Wanted(text=WHY, owner=by, due_on=at.date() + timedelta(days=30))]
    one = writing.set_conditions(one, wanted, by=by, at=at, seen=one.revision)
    asked = submitting.Asked(signers=signers, quorum=1)
    return submitting.submit(one, asked, by=by, at=at, seen=one.revision)


def given(by, fails):
    from northing.stages.clarify.commitments.store import commitments
    from northing.stages.decide.purpose_test.facts import Answer, Said

    rows = commitments(by.organisation)
    free = [one.key for one in rows if not one.guardrail]
    return [
        Answer(
            one.key,
            Said.YES if one.key == free[0] else Said.NO,
            Said.YES if one.key == free[-1] else Said.NO,
            WHY,
            condition="" if fails else "the evenings are paid" if one.key == free[-1] else "",
        )
        for one in rows
    ]


def past(by, number, at):
    from northing.stages.decide.purpose_test.actions.noting import Past, note_past

    day = at.date() - timedelta(days=100 + number)
    told = Past(question=f"Did we lease bus {number + 1}?", kind="purchase", decided_on=day,
                amount=Decimal(70_000), currency="EUR", drafted_on=day - timedelta(days=9),
                happened=(True, False, None)[number % 3], answers=given(by, number % 2),
                is_in_minutes=number % 2 == 0, is_logged=number % 4 != 0)  # fmt: skip
    note_past(told, by=by, at=at)


def filters(owner, signers, at):
    from northing.stages.decide.purpose_test.actions import filtering

    for name, is_on in (("Purchases from 50,000 on", True), ("Whatever is left over", False)):
        rules = filtering.Rules(
            name=name, kinds=("purchase",) if is_on else (), least=Decimal(50_000),
            signers=tuple(signers), questions=("Who was asked?",), asks_forecast=True,
            until=at.date() + timedelta(days=900),
        )  # fmt: skip
        made = filtering.save_filter(rules, by=owner, at=at)
        if is_on:
            filtering.switch_on(made, by=owner, at=at, seen=made.revision)
