from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from northing.foundations.methods.estimate import Unknown
from northing.stages.decide.purpose_test.facts import Act as Acts
from northing.stages.decide.purpose_test.facts import (
    Appeal,
    Condition,
    Filter,
    Result,
    Said,
    Signature,
    State,
)
from northing.stages.decide.purpose_test.rules.filtering import due, lapsing, signers_of
from northing.stages.decide.purpose_test.rules.registering import (
    chapman,
    days_to_decide,
    discriminations,
    register_of,
)
from northing.stages.decide.purpose_test.rules.replaying import replayed, rigidity
from northing.stages.decide.purpose_test.rules.reviewing import (
    forecasts_by_team,
    overdue,
    reviews_due,
    wears_the_badge,
)
from northing.stages.decide.purpose_test.tests.make import (
    MAY,
    NO,
    PROMISES,
    YES,
    make_answer,
    make_decision,
    make_standing,
)

ACCEPTED = make_standing(state=State.ACCEPTED)
CROSSING = make_answer("care", NO, YES)


def days(n):
    return MAY + timedelta(days=n)


def test_the_badge_is_lost_while_a_review_is_overdue():
    one = make_decision(review_on=days(10))
    assert wears_the_badge(one, ACCEPTED, on=days(10))
    assert overdue(one, on=days(11))
    assert not wears_the_badge(one, ACCEPTED, on=days(11))
    held = make_decision(review_on=days(10), reviewed_on=days(20))
    assert wears_the_badge(held, ACCEPTED, on=days(21))


def test_the_badge_is_lost_while_a_condition_is_not_met():
    condition = Condition("prices stay", "bruno", days(5))
    held = make_standing(state=State.ACCEPTED, conditions=(condition,))
    assert wears_the_badge(make_decision(), held, on=days(5))
    assert not wears_the_badge(make_decision(), held, on=days(6))


def test_reviews_come_up_in_their_order():
    past, soon, far = (
        make_decision(name, review_on=days(n)) for name, n in (("a", -3), ("b", 9), ("c", 90))
    )
    assert [one.id for one in reviews_due([far, soon, past], on=MAY)] == ["a", "b"]


def test_forecasts_are_held_against_what_came_team_by_team():
    found = forecasts_by_team(
        [
            make_decision("a", unit="north", forecast=0.9, happened=True),
            make_decision("b", unit="north", forecast=0.9, happened=False),
            make_decision("c", unit="south", forecast=0.5),
        ]
    )
    assert found["north"].value == pytest.approx((0.01 + 0.81) / 2)
    assert set(found) == {"north"}


def test_a_filter_catches_by_kind_amount_and_place_while_it_holds():
    one = Filter(
        "big", "Big money", kinds=frozenset({"Contract"}), least=Decimal(50_000), until=days(9)
    )
    big = make_decision(kind="contract", amount=Decimal(60_000))
    small = make_decision(kind="contract", amount=Decimal(60))
    not_said = make_decision(kind="contract")
    assert due(big, [one], on=MAY) == (one,)
    assert due(small, [one], on=MAY) == ()
    assert due(not_said, [one], on=MAY) == (one,)
    assert due(big, [one], on=days(10)) == ()
    assert lapsing([one], on=MAY) == (one,)


def test_where_several_filters_catch_the_strictest_rules_hold():
    found = signers_of(
        [
            Filter("a", "A", signers=frozenset({"bruno"}), quorum=1, days=10),
            Filter("b", "B", signers=frozenset({"chiara"}), quorum=2, agreement=0.5, days=20),
        ]
    )
    assert found == (frozenset({"bruno", "chiara"}), 2, 1.0, 10)


def test_a_filter_is_replayed_before_it_is_switched_on():
    past = [
        *(make_decision(f"good{n}", CROSSING, happened=True, kind="gift") for n in range(3)),
        make_decision("bad", happened=False, kind="gift"),
        make_decision("open", happened=None, kind="gift"),
        make_decision("other", CROSSING, happened=False, kind="hire"),
    ]
    found = replayed(Filter("gifts", "Gifts", kinds=frozenset({"gift"})), past, PROMISES)
    assert found.false_blocks == ("good0", "good1", "good2")
    assert found.misses == ("bad", "other")
    assert found.not_told == ("open",)
    assert (found.false_block_share.value, found.false_block_share.n) == (1, 3)
    assert isinstance(found.delay_days, Unknown)


def test_how_long_a_filter_would_have_kept_people_waiting_at_most():
    past = [make_decision("a", kind="gift", drafted_on=MAY, decided_on=days(4))]
    found = replayed(Filter("gifts", "Gifts", days=14), past, PROMISES)
    assert found.delay_days.value == 10


def test_stiffness_is_counted():
    mark = Signature("dora", "dora", Acts.OVERRIDE, "winter", MAY)
    found = rigidity(
        {
            "a": make_standing(result=Result.FAIL, overridden=mark),
            "b": make_standing(result=Result.FAIL), "c": make_standing(), "d": make_standing(),
        },
        [Appeal("b", "wrong figures", upheld=True), Appeal("a", "late", upheld=None)],
    )  # fmt: skip
    assert (found.blocked.value, found.overridden.value, found.upheld.value) == (0.5, 0.5, 1)
    assert found.upheld.n == 1


def test_vector_chapman_of_seber():
    """Seber 1982, page 60: 200 marked, 250 caught later, 50 of them marked."""
    found = chapman(200, 250, 50)
    assert found.value == pytest.approx(201 * 251 / 51 - 1)
    assert found.low < found.value < found.high
    assert found.low > 400


def test_decisions_that_were_never_logged_are_estimated():
    logged = [make_decision(str(n), tested=n < 6) for n in range(10)]
    found = register_of(logged, in_minutes=12, in_both=6)
    assert (found.tested.value, found.tested.n) == (0.6, 10)
    assert found.all_there_are.value == pytest.approx(11 * 13 / 7 - 1)
    assert found.tested_of_all.value == pytest.approx(6 / (11 * 13 / 7 - 1))
    assert isinstance(register_of(logged, 0, 0).tested_of_all, Unknown)
    assert isinstance(register_of(logged, 4, 0).all_there_are, Unknown)


def test_both_lists_alike_say_that_nothing_is_missing():
    assert chapman(8, 8, 8).value == 8


def test_time_to_decide_has_an_interval_once_there_are_enough():
    some = [make_decision(str(n), drafted_on=MAY, decided_on=days(n)) for n in range(1, 10)]
    found = days_to_decide(some)
    assert (found.value, found.n) == (5, 9)
    assert found.low <= 5 <= found.high
    assert days_to_decide(some[:3]).low is None
    assert isinstance(days_to_decide([]), Unknown)


def test_a_question_everybody_answers_alike_tells_nothing():
    decisions = [
        make_decision(
            str(n), make_answer("care", YES), make_answer("access", [YES, NO][n % 2], Said.NO)
        )
        for n in range(6)
    ]
    care, access = discriminations(decisions, PROMISES)
    assert (care.commitment, care.bits.value, care.never_tells) == ("care", 0, True)
    assert (access.bits.value, access.never_tells) == (1, False)
