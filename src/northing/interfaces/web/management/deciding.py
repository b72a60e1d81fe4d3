"""Which decisions does the invented organisation look back on, and which waits for its owner?

They come from the pages of decisions that stand beside its case, taken in by the very acts people
do: drafted, tested, submitted and signed on the days the pages say.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

from northing.foundations.people.models import Member
from northing.stages.clarify.commitments.store import commitments
from northing.stages.decide.models import StoredDecision
from northing.stages.decide.purpose_test.actions import filtering, reviewing, signing
from northing.stages.decide.purpose_test.actions.filtering import Rules
from northing.stages.decide.purpose_test.actions.submitting import Asked, submit
from northing.stages.decide.purpose_test.actions.writing import (
    Draft,
    Wanted,
    answer,
    draft,
    set_conditions,
)
from northing.stages.decide.purpose_test.facts import Act, Answer, Recorded, Said, State
from northing.stages.decide.purpose_test.intake.filters import filters_in
from northing.stages.decide.purpose_test.intake.pages import page_of
from northing.stages.decide.trade_offs.actions import Told, tell_trade_off

FILTERS = "filters.toml"
NOON = time(12, tzinfo=UTC)
A_MONTH = timedelta(days=30)
SNACKS = Draft(
    question="Do we let a maker of sweets pay for the posters in our waiting rooms?",
    options=("yes, for three years", "no, and we print fewer posters", "ask a health insurer"),
    proposed="no, and we print fewer posters",
    kind="contract",
    amount=Decimal(18000),
    currency="EUR",
    affected=("patients who wait", "children"),
    evidence="The maker offers EUR 18,000 a year and wants its sign on every poster.",
    success="nobody finds a sweet's name in a waiting room",
    forecast=0.95,
)


def decide(case: Path, people: Mapping[str, Member], *, at: datetime) -> int:
    """All that stands in the folder of decisions beside the case; how many there were.

    `people` are members by the first names the pages give; whoever is none of them is left out.
    """
    folder = case.with_name(f"{case.name.partition('_')[0]}_decides")
    pages = [page_of(one.name, one.read_text("utf-8"))[0] for one in sorted(folder.glob("*.md"))]
    found = [one for one in pages if one is not None]
    for page in found:
        _take_in(page, people, at)
    if found:
        _wait_for_owner(people, at)
        _switch_on(folder / FILTERS, people, at)
    return len(found)


def _take_in(page: Recorded, people: Mapping[str, Member], at: datetime) -> None:
    """One page: written, tested, submitted and signed on its days."""
    told = page.decision
    author = people.get(told.author) or people["daan"]
    signers = [people[one] for one in page.signed if one in people] or [people["bruno"]]
    drafted, decided = _noon(told.drafted_on, at), _noon(told.decided_on, at)
    one = draft(_text(page), by=author, at=drafted)
    one = answer(one, told.answers, by=author, at=drafted, seen=one.revision)
    wanted = [
        Wanted(text=each.condition, owner=author, due_on=drafted.date() + A_MONTH)
        for each in told.answers
        if each.condition
    ]
    one = set_conditions(one, wanted, by=author, at=drafted, seen=one.revision)
    asked = Asked(signers=[each for each in signers if each != author], quorum=len(signers))
    one = submit(one, asked, by=author, at=drafted, seen=one.revision)
    if page.state is State.REJECTED:
        reason = next(each.reason for each in told.answers if each.compromises is Said.YES)
        signing.sign(one, Act.REJECT, reason, by=signers[0], at=decided, seen=one.rounds)
        return
    for signer in signers:
        signing.sign(one, Act.AGREE, by=signer, at=decided, seen=one.rounds)
    _met(one, author, decided + A_MONTH)


def _met(one: StoredDecision, author: Member, day: datetime) -> None:
    for each in one.conditions.all():
        reviewing.meet_condition(each, "It stands in the minutes of the team.", by=author, at=day)
    if one.amount is not None:
        told = Told(
            cost=Decimal(40000), currency="EUR", gave={"prevention": 400.0},
            words="Evening screening for people who never come by day.",
            pays=("patients of the day clinic, who wait longer",), is_told=True,
            told_on=day.date(), told_how="a letter to all who were waiting",
        )  # fmt: skip
        tell_trade_off(one, told, by=author, at=day)


def _wait_for_owner(people: Mapping[str, Member], at: datetime) -> None:
    """One that somebody else wrote and that waits for the owner's word."""
    author = people["chiara"]
    one = draft(SNACKS, by=author, at=at)
    given = [
        Answer("prevention", Said.YES, Said.NO, "sweets do not hang where teeth are looked at"),
        *(Answer(key, Said.NO, Said.NO) for key in _others(one, "prevention")),
    ]
    one = answer(one, given, by=author, at=at, seen=one.revision)
    signers = [people["amina"], people["bruno"]]
    submit(one, Asked(signers=signers, quorum=2), by=author, at=at, seen=one.revision)


def _others(one: StoredDecision, but: str) -> Sequence[str]:
    return [each.key for each in commitments(one.organisation) if each.key != but]


def _switch_on(file: Path, people: Mapping[str, Member], at: datetime) -> None:
    if not file.exists():
        return
    for one in filters_in(tomllib.loads(file.read_text("utf-8")), file.name):
        signers = tuple(people[name] for name in sorted(one.signers) if name in people)
        rules = Rules(
            name=one.name, kinds=tuple(sorted(one.kinds)), least=one.least, signers=signers,
            quorum=min(one.quorum, len(signers)), agreement=one.agreement, days=one.days,
            until=one.until if one.until and one.until > at.date() else None,
        )  # fmt: skip
        made = filtering.save_filter(rules, by=people["amina"], at=at)
        filtering.switch_on(made, by=people["amina"], at=at, seen=made.revision)


def _text(page: Recorded) -> Draft:
    told = page.decision
    return Draft(
        question=told.question,
        options=told.options,
        proposed=told.proposed,
        kind=told.kind,
        amount=told.amount,
        currency="EUR" if told.amount is not None else "",
        affected=told.affected,
        success=told.success,
        forecast=told.forecast,
        review_on=told.review_on,
    )


def _noon(day: date | None, at: datetime) -> datetime:
    return datetime.combine(day, NOON) if day else at
