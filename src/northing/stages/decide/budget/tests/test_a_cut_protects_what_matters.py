from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods.estimate import Unknown
from northing.stages.decide.budget.facts import Conflict
from northing.stages.decide.budget.rules.cutting import cut
from northing.stages.decide.budget.rules.exchanging import exchanges
from northing.stages.decide.budget.tests.make import EURO, kept, make_limits, make_line

CHARITY = (
    make_line("clinic", 40, 50), make_line("vans", 20, 30, least=10), make_line("gala", 25, 4),
    make_line("talks", 15, 12),
)  # fmt: skip
WHOLE = make_limits(100)


def test_a_quarter_less_keeps_more_than_cutting_everything_alike():
    found = cut(CHARITY, WHOLE, percent=25, seed=1, draws=5)
    assert kept(found.proposal) == ["clinic", "vans", "talks"]
    assert found.goes == ("gala",)
    assert found.proposal.impact.value == 92
    assert found.alike.value == pytest.approx(30 * 0.75)
    assert set(found.alike_ends) == {"clinic", "gala", "talks"}


def test_the_core_is_what_every_size_keeps():
    found = cut(CHARITY, WHOLE, percent=60, seed=1, draws=5)
    assert found.core == ("clinic",)
    assert [step.budget for step in found.curve] == [(40 + 60 * n // 6) * EURO for n in range(7)]
    assert [step.impact for step in found.curve] == sorted(step.impact for step in found.curve)


def test_points_that_are_certain_leave_nothing_to_regret():
    assert cut(CHARITY, WHOLE, percent=25, seed=1, draws=5).regret.value == 0


def test_doubtful_points_may_be_regretted():
    lines = [make_line("north", 10, (0, 10, 20)), make_line("south", 10, (0, 9, 20))]
    found = cut(lines, make_limits(20), percent=50, seed=1, draws=60)
    assert 0 < found.regret.value < 0.6
    assert found.regret.low <= found.regret.value <= found.regret.high
    assert found.regret == cut(lines, make_limits(20), percent=50, seed=1, draws=60).regret


def test_a_gentle_cut_spares_changes_that_gain_next_to_nothing():
    lines = [make_line("old", 50, 1000), make_line("new", 50, 1005, now=0)]
    found = cut(lines, make_limits(50), percent=0, seed=1, draws=3)
    assert kept(found.proposal) == ["new"]
    assert kept(found.gentle) == ["old"]


def test_a_cut_that_breaks_a_floor_says_which():
    lines = [make_line("clinic", 40, 50, must_stay=True)]
    found = cut(lines, make_limits(40), percent=25, seed=1)
    assert isinstance(found, Conflict)
    assert found.limits == ("Clinic must stay",)


def test_a_budget_without_any_impact_has_nothing_to_miss():
    found = cut([make_line("lease", 10, 0)], make_limits(10), percent=10, seed=1, draws=3)
    assert isinstance(found.regret, Unknown)


@pytest.mark.parametrize("percent", [-1, 101])
def test_a_cut_is_a_part_of_a_hundred(percent):
    with pytest.raises(ValueError, match="100"):
        cut(CHARITY, WHOLE, percent=percent, seed=1)


@given(
    st.lists(
        st.tuples(st.integers(1, 9), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=6
    )
)
@settings(max_examples=25, deadline=None)
def test_no_exchange_is_beaten_by_another(offers):
    lines = [
        make_line(f"l{n}", cost, impact, returned=back * EURO)
        for n, (cost, impact, back) in enumerate(offers)
    ]
    found = exchanges(lines, make_limits(sum(cost for cost, _, _ in offers) // 2))
    pairs = [(one.impact, one.returned) for one in found]
    assert len(set(pairs)) == len(pairs)
    for a in pairs:
        assert not any(b != a and b[0] >= a[0] and b[1] >= a[1] for b in pairs)


def test_every_exchange_is_found_where_there_are_few():
    # North gives 10 points and no money back, south the other way round; the middle lies under
    # the line between them, where no weighing of the two would ever find it.
    lines = [
        make_line("north", 10, 10, instead_of="one"),
        make_line("middle", 10, 4, instead_of="one", returned=4 * EURO),
        make_line("south", 10, 0, instead_of="one", returned=10 * EURO),
    ]
    found = exchanges(lines, make_limits(10))
    assert [(one.impact, one.returned // EURO) for one in found] == [(10, 0), (4, 4), (0, 10)]
