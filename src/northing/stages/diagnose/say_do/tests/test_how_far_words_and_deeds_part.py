from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods.estimate import Estimate, Unknown
from northing.stages.clarify.commitments.tests.make import make_commitment
from northing.stages.diagnose.linking.tests.make import make_link
from northing.stages.diagnose.say_do.facts import SayBasis
from northing.stages.diagnose.say_do.tests.make import (
    CARE,
    REST,
    compare,
    distance,
    ends,
    gap_of,
    said,
    spent,
    value,
)
from northing.stages.records.ledger.facts import Side
from northing.stages.records.ledger.tests.make import make_record

WORDS = (said(1), said(2), said(3, REST))


def test_the_gap_is_the_share_of_words_less_the_share_of_deeds() -> None:
    found = compare(*WORDS, spent(1, 25), spent(2, 75, REST))
    gap = gap_of(found)
    assert value(gap.say) == pytest.approx(2 / 3)
    assert value(gap.do) == 0.25
    assert value(gap.gap) == pytest.approx(2 / 3 - 0.25)
    assert value(distance(found).tv) == pytest.approx(2 / 3 - 0.25)


def test_a_record_that_two_promises_share_is_one_record() -> None:
    shared = make_record(1, amount=40)
    halves = [make_link(shared, name, share="0.5") for name in (CARE, REST)]
    found = compare(*WORDS, (shared, halves), spent(2, 60, None))
    assert gap_of(found).do.n == gap_of(found, REST).do.n == distance(found).tv.n == 2
    assert (gap_of(found).records, gap_of(found, REST).records) == (1, 1)


def test_what_serves_no_commitment_is_part_of_the_whole() -> None:
    found = compare(*WORDS, spent(1, 25), spent(2, 75, None))
    assert value(gap_of(found, "none").do) == 0.75
    assert value(distance(found).tv) >= 0.75


def test_one_commitment_stands_against_the_rest() -> None:
    found = compare(spent(1, 20), spent(2, 80, None), commitments=[make_commitment()])
    assert value(distance(found).tv) == pytest.approx(0.8)


def test_without_words_the_declared_weights_are_what_is_said() -> None:
    weights = (make_commitment(CARE, weight=3), make_commitment(REST, weight=1))
    found = compare(spent(1, 50), spent(2, 50, REST), commitments=weights)
    assert found.basis is SayBasis.DECLARED
    assert value(gap_of(found).say) == 0.75


def test_weights_that_are_all_zero_say_nothing() -> None:
    weights = (make_commitment(CARE, weight=0), make_commitment(REST, weight=0))
    found = compare(spent(1, 50), commitments=weights)
    assert isinstance(gap_of(found).gap, Unknown)
    assert isinstance(distance(found).tv, Unknown)


def test_deeds_nobody_speaks_of_are_no_unknown() -> None:
    found = compare(said(1, REST), spent(1, 100), spent(2, 100, REST))
    assert value(gap_of(found).say) == 0
    assert value(gap_of(found).gap) == -0.5


def test_words_of_one_document_have_no_interval() -> None:
    measure = gap_of(compare(*WORDS, spent(1, 25))).say
    assert isinstance(measure, Estimate)
    assert measure.low is None
    assert "one document" in measure.no_interval


def test_words_of_several_documents_have_one() -> None:
    found = compare(*WORDS, said(9, path="letter.md"), said(8, REST, path="site.md"), spent(1, 25))
    low, high = ends(gap_of(found).say)
    assert 0 <= low <= value(gap_of(found).say) <= high <= 1


def test_credits_are_netted_within_a_commitment() -> None:
    found = compare(*WORDS, spent(1, 100), spent(2, -50), spent(3, 50, REST))
    assert value(gap_of(found).do) == 0.5
    assert not gap_of(found).is_clipped


def test_credits_that_outweigh_are_shown_as_none_and_flagged() -> None:
    found = compare(*WORDS, spent(1, 100), spent(2, -150), spent(3, 50, REST))
    assert value(gap_of(found).do) == 0
    assert gap_of(found).is_clipped
    assert not gap_of(found, REST).is_clipped


def test_income_is_never_netted_with_spending() -> None:
    alone = compare(*WORDS, spent(1, 25), spent(2, 75, REST))
    beside = compare(*WORDS, spent(1, 25), spent(2, 75, REST), spent(3, 900, side=Side.INCOME))
    assert gap_of(alone).do == gap_of(beside).do
    (account,) = [one for one in beside.accounts if one.channel == "money"]
    assert account.whole.total == 100
    assert account.income is not None
    assert account.income.total == 900


def test_foreign_money_is_an_account_of_its_own() -> None:
    found = compare(*WORDS, spent(1, 25), spent(2, 75, REST), spent(3, 500, currency="USD"))
    assert value(gap_of(found).do) == 0.25
    assert value(gap_of(found, channel="money in USD").do) == 1


SPENDING = st.lists(
    st.tuples(st.integers(-50, 500), st.sampled_from([CARE, REST, None])), max_size=8
)


@settings(max_examples=30, deadline=None)
@given(lines=SPENDING, seed=st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(lines: list[tuple[int, str]], seed: object) -> None:
    words = (*WORDS, said(9, path="letter.md"), said(8, REST, path="site.md"))
    tagged = [*words, *(spent(at, amount, to) for at, (amount, to) in enumerate(lines, 1))]
    other = list(tagged)
    seed.shuffle(other)  # type: ignore[attr-defined]
    first, second = compare(*tagged), compare(*other)
    assert sorted(map(repr, first.gaps)) == sorted(map(repr, second.gaps))


@settings(max_examples=30, deadline=None)
@given(lines=SPENDING)
def test_the_bounds_hold_the_figure(lines: list[tuple[int, str]]) -> None:
    tagged = [spent(at, amount, to) for at, (amount, to) in enumerate(lines, 1)]
    for gap in compare(*WORDS, *tagged).gaps:
        if isinstance(gap.do, Estimate):
            assert ends(gap.do)[0] <= gap.do.value <= ends(gap.do)[1]


@settings(max_examples=50, deadline=None)
@given(care=st.integers(1, 99), moved=st.integers(0, 99))
def test_moving_money_to_what_is_underserved_never_widens_the_distance(
    care: int, moved: int
) -> None:
    """Two thirds of the words are for care: up to there, more for care is nearer to the words."""
    after = min(care + moved, 66)
    if care > after:
        return
    before_tv = value(distance(compare(*WORDS, spent(1, care), spent(2, 100 - care, REST))).tv)
    after_tv = value(distance(compare(*WORDS, spent(1, after), spent(2, 100 - after, REST))).tv)
    assert after_tv <= before_tv + 1e-12


def test_what_is_missing_lowers_every_low_end_and_raises_every_high_one() -> None:
    whole = compare(*WORDS, spent(1, 25), spent(2, 75, REST))
    short = compare(*WORDS, spent(1, 25), spent(2, 75, REST), missing={"money": Decimal(100)})
    assert value(gap_of(short).do) == value(gap_of(whole).do)
    assert ends(gap_of(short).do) == (0.125, 0.625)
