"""What do labels do to the figures of the cell they were drawn from?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods.estimate import Estimate, Unknown
from northing.stages.diagnose.verification.facts import Answer, Standing, labelled
from northing.stages.diagnose.verification.tests.make import (
    TAGGED,
    as_linked,
    ends,
    lines,
    make_case,
    run,
    sample,
    share,
    verified,
)


def cell(found, commitment="care", account="money"):
    return found.verification.cell(account, commitment)


def test_without_labels_the_figures_stay_as_they_were():
    found = run(make_case())
    assert found.verification.samples == ()
    assert "unverified" in share(found).method


def test_whoever_confirms_every_link_finds_the_share_that_was_linked():
    case = make_case([*lines(20, given=TAGGED), *lines(20, "Car park", start=50)])
    before, after = run(case), verified(case, as_linked, size=1000)
    assert ends(share(after))[1] == pytest.approx(ends(share(before))[1])
    low, value, high = ends(share(after))
    assert low == pytest.approx(value) == pytest.approx(high)


def test_a_tag_that_lies_is_taken_out_of_the_share():
    case = make_case(
        [*lines(20, given=TAGGED, amount=100), *lines(20, "Car park", start=50, amount=100)]
    )

    def half(pair):
        is_lie = pair.standing is Standing.TAGGED and int(pair.record.split(":")[1]) % 2
        return Answer.NEITHER if is_lie else as_linked(pair)

    assert ends(share(run(case)))[1] == pytest.approx(0.5)
    found = verified(case, half, size=40)
    low, value, high = ends(share(found))
    assert low <= 0.25 <= high < 0.5
    assert value == pytest.approx(0.25, abs=0.08)


def test_the_method_says_how_and_from_how_many_labels():
    method = share(verified(make_case(), as_linked, size=70)).method
    assert "stratified double sampling, MOVER over Clopper–Pearson" in method
    assert "labels" in method


def test_deeds_the_machine_overlooked_raise_the_share():
    case = make_case([*lines(10, given=TAGGED), *lines(40, "Car park", start=50)])

    def seen(pair):
        return Answer.ADVANCES if pair.commitment == "care" else Answer.NEITHER

    assert ends(share(verified(case, seen, size=1000)))[1] == pytest.approx(1.0)


def test_what_contradicts_goes_to_the_ledger_and_never_to_the_share():
    case = make_case(
        [*lines(10, given=TAGGED, amount=100), *lines(10, "Car park", start=50, amount=100)]
    )
    found = verified(
        case,
        lambda pair: Answer.CONTRADICTS if pair.standing is Standing.TAGGED else Answer.NEITHER,
        size=1000,
    )
    gap = next(one for one in found.say_do.gaps if one.commitment == "care" and one.unit is None)
    assert gap.against == 1000
    assert gap.against_records == 10
    assert ends(gap.do)[1] == 0
    assert ends(cell(found).contradicting) == pytest.approx((0.5, 0.5, 0.5))


def test_an_answer_nobody_could_give_stays_open_both_ways():
    case = make_case(
        [*lines(10, given=TAGGED, amount=100), *lines(10, "Car park", start=50, amount=100)]
    )

    def unsure(pair):
        is_first = pair.standing is Standing.TAGGED and pair.record == "budget.csv:1"
        return Answer.CANNOT_TELL if is_first else as_linked(pair)

    found = verified(case, unsure, size=1000)
    low, _, high = ends(share(found))
    assert low == pytest.approx(0.45)
    assert high == pytest.approx(0.5)
    assert cell(found).unclear == 1
    assert "1 nobody could tell" in share(found).method


def test_too_few_labels_leave_the_figure_unverified_and_say_why():
    case = make_case([*lines(60, given=TAGGED), *lines(60, "Car park", start=80)])
    found = verified(case, lambda pair: as_linked(pair) if pair.number == 1 else None, size=40)
    assert "unverified" in share(found).method
    reason = cell(found).advancing
    assert isinstance(reason, Unknown)
    assert "too few labels" in reason.reason


def test_what_was_paid_back_is_taken_off_and_at_worst_in_the_bounds():
    back = lines(1, "Longer appointments, paid back", start=99, amount=-500, given=TAGGED)
    rest = lines(10, "Car park", start=50, amount=100)
    case = make_case([*lines(10, given=TAGGED, amount=100), *back, *rest])
    found = verified(case, as_linked, size=1000)
    low, value, high = ends(share(found))
    assert value == pytest.approx(ends(share(run(case)))[1]) == pytest.approx(500 / 1500)
    assert low == pytest.approx(500 / 1500)
    assert high == pytest.approx(1000 / 1500)
    assert "credits" in share(found).method


def test_shares_and_the_rest_still_add_up():
    found = verified(make_case(), as_linked, size=70)
    whole = [
        one.do
        for one in found.say_do.gaps
        if one.channel == "money" and one.unit is None and one.period is None
    ]
    assert sum(one.value for one in whole if isinstance(one, Estimate)) == pytest.approx(1)


def test_everything_advances_both_and_shares_still_add_up():
    found = verified(make_case(), lambda _: Answer.ADVANCES, size=1000)
    whole = [
        one.do
        for one in found.say_do.gaps
        if one.channel == "money" and one.unit is None and one.period is None
    ]
    assert sum(one.value for one in whole) == pytest.approx(1)
    assert all(one.low <= one.value <= one.high for one in whole)


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000), lie=st.integers(0, 4), size=st.integers(30, 90))
def test_an_interval_holds_its_value_whatever_people_say(seed, lie, size):
    case = make_case()

    def mixed(pair):
        return list(Answer)[(pair.number * 7 + lie) % 4] if pair.number % 5 else None

    found = run(replace(case, labels=(labelled(sample(case, size=size, seed=seed), mixed),)))
    for one in found.say_do.gaps:
        if isinstance(one.do, Estimate) and one.do.low is not None:
            assert 0 <= one.do.low <= one.do.value <= one.do.high <= 1


def test_money_stays_exact_where_it_is_counted():
    found = verified(make_case(), as_linked, size=70)
    account = next(one for one in found.say_do.accounts if one.channel == "money")
    assert isinstance(account.whole.linked, Decimal)
    whole = account.whole
    assert whole.linked + whole.unlinked + whole.against == whole.total


def test_a_person_wins_over_tag_and_machine_on_the_record_they_speak_of():
    case = make_case()
    found = verified(case, lambda _: Answer.NEITHER, size=1000)
    assert [one for one in found.links.all if one.is_linked] == []
    assert found.links.unasked == run(case).links.all


def test_the_money_that_may_be_overstated_is_bounded():
    case = make_case([*lines(60, given=TAGGED, amount=100), *lines(20, "Car park", start=80)])
    found = verified(case, as_linked, size=60)
    account = next(one for one in found.verification.accounts if one.account == "money")
    assert account.measure == "EUR"
    assert account.overstated.value == 0
    assert 0 < account.overstated.high < 1500
    assert "Stringer" in account.overstated.method
    assert account.right.value == 1
