from __future__ import annotations

import itertools
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.stages.decide.budget.facts import Conflict, Proposal
from northing.stages.decide.budget.rules.proposing import propose
from northing.stages.decide.budget.tests.make import EURO, kept, make_limits, make_line

CARE, ACCESS = {"care": 1.0}, {"access": 1.0}
OFFERS = st.lists(
    st.tuples(st.integers(1, 9), st.integers(0, 9), st.sampled_from([CARE, ACCESS, {}])),
    min_size=1, max_size=7,
)  # fmt: skip


def lines_of(offers):
    return [
        make_line(f"l{n}", cost, impact, serves=to) for n, (cost, impact, to) in enumerate(offers)
    ]


@given(OFFERS, st.integers(0, 30), st.integers(0, 12))
@settings(max_examples=60, deadline=None)
def test_no_other_budget_within_the_limits_does_more(offers, budget, floor):
    lines = lines_of(offers)
    found = propose(lines, make_limits(budget, floors={"care": floor}), priced=False)
    best = None
    for taken in itertools.product((False, True), repeat=len(lines)):
        paid = [line for line, one in zip(lines, taken, strict=True) if one]
        care = sum(line.cost for line in paid if "care" in line.serves)
        # A floor asks for one cent more a line that serves it, against rounding.
        room = sum("care" in line.serves for line in lines)
        if sum(line.cost for line in paid) <= budget * EURO and care >= floor * EURO + room:
            best = max(best or 0, sum(line.impact.middle for line in paid))
    if best is None:
        assert isinstance(found, Conflict)
    else:
        assert found.impact.value == pytest.approx(best)
        assert found.spent <= budget * EURO
        assert found.by_commitment.get("care", 0) >= floor * EURO


def test_of_equally_good_budgets_the_one_that_changes_least():
    lines = [make_line("new", 5, 3, now=0), make_line("old", 5, 3)]
    assert kept(propose(lines, make_limits(5))) == ["old"]


def test_a_line_that_divides_gets_a_part_but_never_less_than_it_needs():
    lines = [make_line("core", 8, 80), make_line("vans", 10, 10, least=4)]
    found = propose(lines, make_limits(13))
    assert found.amount("vans") == 5 * EURO
    assert kept(propose(lines, make_limits(11))) == ["core"]


def test_money_adds_up_to_the_cent():
    lines = [make_line(f"l{n}", 7, 3, least=1) for n in range(5)]
    found = propose(lines, make_limits(23))
    assert sum(one.amount for one in found.given) == found.spent <= 23 * EURO
    assert found.left == 23 * EURO - found.spent


def test_what_requires_another_does_not_stand_alone():
    lines = [make_line("vans", 4, 9, requires=("garage",)), make_line("garage", 4, 0)]
    assert kept(propose(lines, make_limits(4))) == ["garage"]
    assert kept(propose(lines, make_limits(8))) == ["vans", "garage"]


def test_of_two_that_exclude_each_other_one():
    lines = [
        make_line("north", 4, 5, instead_of="site"),
        make_line("south", 4, 6, instead_of="site"),
    ]
    assert kept(propose(lines, make_limits(9))) == ["south"]


def test_what_is_ruled_out_gets_nothing_and_what_must_stay_stays():
    lines = [
        make_line("ads", 4, 50, no_go="betting pays for it"),
        make_line("lease", 4, 0, must_stay=True), make_line("vans", 4, 5),
    ]  # fmt: skip
    assert kept(propose(lines, make_limits(8))) == ["lease", "vans"]


def test_money_can_be_held_near_the_words():
    lines = [make_line(f"care{n}", 10, 2, serves=CARE) for n in range(4)]
    lines += [make_line(f"sell{n}", 10, 9, serves=ACCESS) for n in range(4)]
    said = {"care": 0.75, "access": 0.25}
    free = propose(lines, make_limits(40, said=said))
    held = propose(lines, make_limits(40, said=said, most=0.1))
    assert (free.gap.value, held.gap.value) == (0.75, 0)
    assert kept(held) == ["care0", "care1", "care2", "sell0"]


def test_money_for_no_promise_lies_apart_from_every_word():
    lines = [make_line("care", 10, 2, serves=CARE), make_line("lease", 10, 9)]
    found = propose(lines, make_limits(20, said={"care": 1.0}))
    assert found.gap.value == pytest.approx(0.5)


def test_people_reached_can_be_a_limit():
    lines = [make_line("gala", 10, 9, reach=20), make_line("vans", 10, 5, reach=300)]
    assert kept(propose(lines, make_limits(10, reach=100))) == ["vans"]


def test_limits_that_contradict_each_other_are_named_in_words():
    lines = [
        make_line("lease", 6, 0, must_stay=True), make_line("vans", 6, 5, serves=CARE),
        make_line("talks", 1, 1, serves=ACCESS),
    ]  # fmt: skip
    found = propose(lines, make_limits(10, floors={"care": 5, "access": 0}))
    assert isinstance(found, Conflict)
    assert set(found.limits) == {"Lease must stay", "the floor for care"}


def test_nothing_at_all_can_be_given():
    found = propose([make_line("vans", 4, 5)], make_limits(0, said={"care": 1.0}))
    assert kept(found) == []
    assert "no shares" in found.gap.reason


def test_what_a_little_more_money_would_do():
    lines = [make_line("vans", 100, 100, least=1)]
    assert propose(lines, make_limits(50)).next_thousandth == pytest.approx(0.05)


def test_bounds_come_from_the_ranges_given():
    found = propose([make_line("vans", 4, (1, 5, 6)), make_line("talks", 4, 2)], make_limits(8))
    assert (found.impact.low, found.impact.value, found.impact.high) == (3, 6, 8)


def test_a_line_that_requires_what_is_not_there_is_refused():
    with pytest.raises(ValueError, match="no line"):
        propose([make_line("vans", 4, 5, requires=("garage",))], make_limits(8))


@pytest.mark.slow
def test_five_hundred_projects_take_less_than_ten_seconds():
    rng = np.random.default_rng(7)
    keys = [f"c{n}" for n in range(20)]
    lines = [
        make_line(
            f"p{n:03}", int(rng.integers(5, 500)), float(rng.integers(1, 100)),
            serves={str(rng.choice(keys)): float(rng.random())},
            requires=(f"p{n - 1:03}",) if n % 25 == 1 else (),
            no_go="against a guardrail" if n % 50 == 3 else "",
        )
        for n in range(500)
    ]  # fmt: skip
    whole = sum(line.cost for line in lines) // EURO
    limits = make_limits(whole // 3, floors=dict.fromkeys(keys[:10], whole // 100))
    begun = time.monotonic()
    found = propose(lines, limits)
    assert isinstance(found, Proposal)
    assert time.monotonic() - begun < 10
    assert all(found.by_commitment[key] >= whole // 100 * EURO for key in keys[:10])
