"""Does taking records away, once people answered a sample of them, ever better a figure?

*Never better*: of every share of deeds, checked or not, and of what serves no commitment, the low
end does not rise and the high end does not fall. It holds for all records the sample was drawn
from, drawn or not, declared or not, for one deletion after the other, and where new ones came in
between. It is not promised where new records of the same size hide what was taken, nor of amounts
below zero; and shares that nobody checked hold it as far as what is left is linked as before,
for the machine reads the words of all records together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.cycle import Audit, Case, draw
from northing.foundations.methods.estimate import Estimate
from northing.stages.diagnose.verification.facts import Answer, Labelled, labelled
from northing.stages.diagnose.verification.tests.make import BOTH, make_case, run
from northing.stages.records.ledger.facts import SourceAccount, Stance
from northing.stages.records.ledger.tests.make import make_record

NOISE = 1e-9
TAGS = ("care", "rest", "both", "against care", "none", "no tag")
_GIVEN = {
    "care": (("care", Decimal(1)),),
    "against care": (("care", Decimal(1)),),
    "rest": (("rest", Decimal(1)),),
    "both": (("care", Decimal("0.5")), ("rest", Decimal("0.5"))),
    "none": (("none", Decimal(1)),),
    "no tag": (),
}


@dataclass(frozen=True)
class Drawn:
    """A case, the seed and size of its sample, and how its people answer."""

    records: tuple
    size: int
    seed: int
    answers: tuple

    def case(self) -> Case:
        return make_case(list(self.records))

    def labels(self) -> Labelled:
        sample = draw(run(self.case()), size=self.size, seed=self.seed)
        return labelled(sample, lambda pair: self.answers[pair.number % len(self.answers)])


def line(number: int, tag: str, amount: int):
    stance = Stance.CONTRADICTS if tag.startswith("against") else None
    text = f"Longer appointments and rest, {number}" if tag == "no tag" else f"Line {number}"
    return make_record(number, text=text, amount=amount, given=_GIVEN[tag], stance=stance)


LINES = st.lists(
    st.tuples(st.sampled_from(TAGS), st.sampled_from((1, 90, 100, 110, 400, 3000))),
    min_size=6,
    max_size=30,
)
SAID = st.one_of(st.none(), st.sampled_from(list(Answer)), st.just(Answer.ADVANCES))


@st.composite
def drawings(draw_from) -> Drawn:
    lines = draw_from(LINES)
    return Drawn(
        records=tuple(line(at, *one) for at, one in enumerate(lines, 1)),
        size=draw_from(st.integers(5, 80)),
        seed=draw_from(st.integers(0, 99)),
        answers=tuple(draw_from(st.lists(SAID, min_size=1, max_size=11))),
    )


def shares(found: Audit) -> dict[tuple[str, str], Estimate]:
    """What labels corrected, and what they leave."""
    return {
        (one.channel, one.commitment): one.do
        for one in found.say_do.gaps
        if one.unit is None
        and one.period is None
        and isinstance(one.do, Estimate)
        and "unverified" not in one.do.method
    }


def cells(found: Audit) -> dict[tuple, Estimate]:
    """All shares of deeds, by commitment, channel, period and unit, checked or not."""
    return {
        (one.channel, one.commitment, one.period, one.unit): one.do
        for one in found.say_do.gaps
        if isinstance(one.do, Estimate)
    }


def is_never_better(after: Audit, before: Audit) -> bool:
    """Each share of before is unknown now, or its ends lie no closer."""
    now = cells(after)
    for name, was in cells(before).items():
        if one := now.get(name):
            assert one.low <= was.low + NOISE, (name, was, one)
            assert one.high >= was.high - NOISE, (name, was, one)
    return True


def without(records, gone) -> tuple:
    return tuple(one for at, one in enumerate(records) if at % 30 not in gone)


GONE = st.sets(st.integers(0, 29), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(drawn=drawings(), gone=GONE, more=GONE)
def test_one_deletion_after_the_other_never_betters_an_end(drawn, gone, more):
    labels = (drawn.labels(),)
    case = replace(drawn.case(), labels=labels)
    whole = run(case)
    less = run(replace(case, records=without(drawn.records, gone)))
    least = run(replace(case, records=without(drawn.records, gone | more)))
    assert is_never_better(less, whole)
    assert is_never_better(least, less)


def declared(case: Case, total: Decimal) -> Case:
    """The same case, of whose one file so much was declared."""
    read = sum((one.amount for one in case.records), Decimal(0))
    source = SourceAccount(
        path="budget.csv",
        sha256="ab" * 32,
        kind="csv",
        channel="money",
        rows_read=len(case.records),
        records=len(case.records),
        total=read,
        expected_total=total,
    )
    return replace(case, sources=(source,))


@settings(max_examples=25, deadline=None)
@given(drawn=drawings(), gone=GONE, came=st.lists(st.sampled_from(TAGS), min_size=1, max_size=6))
def test_what_came_in_between_does_not_make_up_for_what_was_taken(drawn, gone, came):
    """The whole is declared, so that what is new hides nothing."""
    new = tuple(line(900 + at, tag, 100) for at, tag in enumerate(came))
    grown = replace(drawn.case(), labels=(drawn.labels(),), records=(*drawn.records, *new))
    total = sum((one.amount for one in grown.records), Decimal(0))
    less = replace(grown, records=(*without(drawn.records, gone), *new))
    assert is_never_better(run(declared(less, total)), run(declared(grown, total)))


@settings(max_examples=25, deadline=None)
@given(drawn=drawings(), early=GONE, gone=GONE)
def test_what_was_missing_before_anybody_was_asked_stays_missing(drawn, early, gone):
    total = sum((one.amount for one in drawn.records), Decimal(0))
    left = replace(drawn, records=without(drawn.records, early))
    if not left.records:
        return
    case = declared(left.case(), total)
    sample = draw(run(case), size=drawn.size, seed=drawn.seed)
    said = labelled(sample, lambda pair: drawn.answers[pair.number % len(drawn.answers)])
    less = replace(case, records=without(left.records, gone))
    before, after = (declared(replace(one, labels=(said,)), total) for one in (case, less))
    assert is_never_better(run(after), run(before))


@settings(max_examples=25, deadline=None)
@given(drawn=drawings(), gone=GONE)
def test_with_labels_of_two_years_it_is_the_same(drawn, gone):
    """The second sample was drawn after new records had come, and met the first one's pairs."""
    first = drawn.labels()
    new = tuple(line(900 + at, "care", 100) for at in range(4))
    case = replace(drawn.case(), labels=(first,), records=(*drawn.records, *new))
    second = labelled(
        draw(run(case), size=drawn.size, seed=drawn.seed + 1),
        lambda pair: drawn.answers[(pair.number + 1) % len(drawn.answers)],
    )
    case = replace(case, labels=(first, second))
    left = (*without(drawn.records, gone), *new)
    assert is_never_better(run(replace(case, records=left)), run(case))


@settings(max_examples=25, deadline=None)
@given(drawn=drawings())
def test_what_a_sample_was_drawn_from_says_the_same_as_the_records_do(drawn):
    """Nothing has gone: then both ways of counting give the same figures, to the last digit."""
    labels = drawn.labels()
    bare = replace(labels, sample=replace(labels.sample, accounts=()))
    kept, counted = (run(replace(drawn.case(), labels=(one,))) for one in (labels, bare))
    assert kept.verification.cells == counted.verification.cells


def test_a_record_nobody_was_asked_about_is_missed_as_well():
    records = tuple(line(at, "care" if at % 2 else "none", 100) for at in range(1, 61))
    drawn = Drawn(records, size=30, seed=1, answers=(Answer.ADVANCES,))
    labels = drawn.labels()
    asked = {one.record for one in labels.sample.pairs}
    unasked = next(one for one in records if one.id not in asked)
    left = tuple(one for one in records if one is not unasked)
    found = run(replace(drawn.case(), records=left, labels=(labels,)))
    (one,) = found.missing
    assert (one.channel, one.amount) == ("money", 100)
    assert one.path == f"sample {labels.sample.id}"
    assert one.reason == "it was drawn from 6,000, read 5,900"


def test_a_sheet_nobody_has_begun_takes_nothing_from_those_that_were_answered():
    records = tuple(line(at, "care" if at % 2 else "none", 100) for at in range(1, 41))
    drawn = Drawn(records, size=60, seed=1, answers=(Answer.ADVANCES,))
    case = replace(drawn.case(), labels=(drawn.labels(),))
    new = Labelled(sample=draw(run(case), size=50, seed=9))
    assert shares(run(replace(case, labels=(*case.labels, new)))) == shares(run(case)) != {}


def test_an_account_of_then_holds_every_pair_once():
    case = Drawn(tuple(line(at, TAGS[at % 6], 100) for at in range(1, 31)), 40, 1, ()).case()
    sample = draw(run(case), size=40, seed=1)
    (money,) = sample.accounts
    named = [one for one in money.parts if one.commitment]
    assert sum(one.size for one in named) == sample.population == 30 * len(BOTH)
    assert money.whole == 3000


@pytest.mark.parametrize("gone", [{0}, {1, 2, 3}, set(range(20))])
def test_the_figure_stays_as_people_gave_it(gone):
    """Half of the records may be gone: what people found of all of them is no less true."""
    records = tuple(line(at, "care" if at % 2 else "none", 100) for at in range(1, 41))
    drawn = Drawn(records, size=200, seed=1, answers=(Answer.ADVANCES, Answer.NEITHER))
    case = replace(drawn.case(), labels=(drawn.labels(),))
    before = shares(run(case))["money", "care"]
    after = shares(run(replace(case, records=records[len(gone) :])))["money", "care"]
    assert after.value == pytest.approx(before.value)
    assert f"{len(gone)} of records that are gone, at worst in the bounds" in after.method
