from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.methods.estimate import Unknown
from northing.stages.clarify.approach.facts import Reply
from northing.stages.clarify.approach.rules.advising import LEADERS_FIRST, advice
from northing.stages.clarify.approach.rules.questions import QUESTIONS as ASKED
from northing.stages.decide.budget.facts import Conflict, Cut
from northing.stages.decide.budget.rules.cutting import cut
from northing.stages.decide.ways_in.facts import Deed, Does, Spending
from northing.stages.decide.ways_in.rules.lines import limits_of, lines_of, points_of, shortened
from northing.stages.decide.ways_in.rules.next_money import next_money
from northing.stages.decide.ways_in.rules.ninety_days import ninety_days
from northing.stages.decide.ways_in.rules.reserve import reserve_of
from northing.stages.diagnose.readiness.facts import Sighting
from northing.stages.diagnose.readiness.rules.answering import readiness
from northing.stages.diagnose.readiness.rules.questions import QUESTIONS

START = date(2026, 5, 4)


def spent(key, now, **more):
    return Spending(id=key, name=key.capitalize(), now=now * 100, **more)


CARE = spent("care", 600, does=Does.MUCH, serves={"care": 1.0}, least=50)
OFFICE = spent("office", 300, does=Does.LITTLE, least=50)
GALA = spent("gala", 100, does=Does.LITTLE)


def test_a_reserve_is_told_with_its_bounds():
    found = reserve_of((90_000, 110_000), (10_000, 10_000), lost=25)
    assert (found.alone.low, found.alone.value, found.alone.high) == (9, 10, 11)
    assert (found.covering.low, found.covering.value, found.covering.high) == (36, 40, 44)


def test_where_nothing_is_spent_nothing_ends():
    assert isinstance(reserve_of((1, 2), (0, 0), lost=25).alone, Unknown)
    assert isinstance(reserve_of((1, 2), (1, 1), lost=0).covering, Unknown)


@pytest.mark.parametrize(
    ("reserve", "spending", "lost"),
    [((2, 1), (1, 1), 25), ((1, 1), (-1, 1), 25), ((1, 1), (1, 1), 101)],
)
def test_a_range_that_falls_is_refused(reserve, spending, lost):
    with pytest.raises(ValueError, match=r"range|percent"):
        reserve_of(reserve, spending, lost=lost)


ranges = st.tuples(st.floats(0, 1e6), st.floats(0, 1e6)).map(lambda pair: tuple(sorted(pair)))
spendings = st.tuples(st.floats(1, 1e6), st.floats(1, 1e6)).map(lambda pair: tuple(sorted(pair)))


@given(ranges, spendings, st.floats(1, 100))
def test_covering_a_part_lasts_longer_than_covering_all(reserve, spending, lost):
    found = reserve_of(reserve, spending, lost=lost)
    assert found.alone.low <= found.alone.value <= found.alone.high
    assert found.covering.value >= found.alone.value * (1 - 1e-9)


def test_a_quarter_less_keeps_what_does_most():
    lines = lines_of([CARE, OFFICE, GALA])
    found = cut(lines, limits_of([CARE, OFFICE, GALA], {"care": 75}), percent=25, seed=0, draws=20)
    assert isinstance(found, Cut)
    assert found.proposal.amount("care") == 60_000
    assert "care" in found.core
    assert found.proposal.by_commitment["care"] >= 45_000


def test_what_nobody_can_tell_counts_neither_more_nor_less_than_most():
    most, unknown = spent("a", 100, does=Does.SOME), spent("b", 100)
    assert points_of(lines_of([most])) == points_of(lines_of([unknown])) == pytest.approx(100)


def test_what_cannot_be_kept_is_said():
    both = [CARE, spent("candour", 400, serves={"candour": 1.0})]
    limits = limits_of(both, {"care": 100, "candour": 100})
    assert isinstance(cut(lines_of(both), limits, percent=25, seed=0), Conflict)


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=30), st.integers(2, 12))
def test_nothing_is_lost_when_small_lines_go_together(amounts, most):
    every = [spent(f"l{at}", now, serves={"care": 0.5}) for at, now in enumerate(amounts)]
    found = shortened(every, most, rest="the rest")
    assert len(found) <= max(most, 1)
    assert sum(one.now for one in found) == sum(one.now for one in every)
    assert limits_of(found, {"care": 100}).floors[0].least == pytest.approx(
        limits_of(every, {"care": 100}).floors[0].least, abs=len(every)
    )


def test_the_next_money_goes_where_it_does_most():
    care = spent("care", 600, does=Does.MUCH, most=150)
    office = spent("office", 300, does=Does.LITTLE, most=150)
    both = [care, office]
    found = next_money(lines_of(both), more=5_000, seed=1)
    assert [one.line for one in found.takers] == ["care"]
    assert found.is_sure
    assert found.takers[0].amount == 5_000
    assert found.points == pytest.approx(100 * 2 * 50 / 900)


def test_what_no_line_can_use_is_left():
    found = next_money(lines_of([CARE, OFFICE]), more=5_000, seed=1)
    assert (found.takers, found.left, found.is_sure) == ((), 5_000, False)


rooms = st.lists(
    st.tuples(st.integers(1, 500), st.sampled_from(Does), st.integers(100, 200)), max_size=6
)


@given(rooms, st.integers(1, 90_000))
def test_what_is_added_is_given_or_left(rows, more):
    every = [
        spent(f"l{at}", now, does=does, most=most) for at, (now, does, most) in enumerate(rows)
    ]
    lines = lines_of(every)
    found = next_money(lines, more=more, seed=1, draws=50)
    given_ = sum(one.amount for one in found.takers)
    assert given_ + found.left == pytest.approx(more, abs=len(every) + 1)
    room = {one.id: one.cost - one.now for one in lines}
    assert all(one.amount <= room[one.line] for one in found.takers)


def test_what_nobody_can_tell_is_not_said_to_be_sure():
    both = [spent("a", 500, most=150), spent("b", 500, most=150)]
    found = next_money(lines_of(both), more=5_000, seed=1)
    assert not found.is_sure
    assert {one.line for one in found.takers} == {"a", "b"}
    assert found == next_money(lines_of(both), more=5_000, seed=1)


def test_no_money_is_no_more():
    with pytest.raises(ValueError, match="more than none"):
        next_money(lines_of([CARE]), more=0, seed=0)


def test_ninety_days_begin_with_what_is_not_known_and_end_with_looking_back():
    nothing = readiness(QUESTIONS, [], on=START)
    found = ninety_days(nothing, None, start=START, is_chosen=False)
    assert [one.on for one in found] == sorted(one.on for one in found)
    assert found[0].deed is Deed.AUDIT
    assert found[-1].deed is Deed.LOOK_BACK
    assert found[-1].on == START + timedelta(days=90)
    assert sum(one.deed is Deed.FIND_OUT for one in found) == 6
    assert any(one.deed is Deed.ASK for one in found)


def test_what_holds_back_is_mended_and_flags_come_early():
    against = Sighting(kind="incentives", name="b:1", text="x", on=START, against=("care",))
    ready = readiness(QUESTIONS, [against], on=START)
    replies = [Reply(one, 4, "seen") for one in ("urgent", "uniform", "central", "established")]
    told = advice(ASKED, [*replies, Reply("leaders-off", 3, "seen")])
    found = ninety_days(ready, told, start=START, is_chosen=True)
    assert [one.about for one in found if one.deed is Deed.MEND] == ["rewarded"]
    assert [one.about for one in found if one.deed is Deed.FLAG] == [LEADERS_FIRST]
    assert not any(one.deed is Deed.CHOOSE for one in found)
