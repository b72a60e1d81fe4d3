from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.methods.estimate import Estimate, Unknown
from northing.stages.decide.trade_offs.facts import Alternative, Attribute, Trade
from northing.stages.decide.trade_offs.rules.offering import offered
from northing.stages.decide.trade_offs.rules.pricing import ledger_of, price_of


def trade(name, cost, points=1.0, *, taken=True, on="care", **more):
    return Trade(name, Decimal(cost), {on: points}, taken, **more)


def test_a_price_lies_between_what_was_paid_and_what_was_spared():
    found = price_of(
        "care", [trade("fair", 10), trade("dear", 20, 2), trade("no", 50, 2, taken=False)]
    )
    assert (found.value.low, found.value.high) == (10, 25)
    assert found.contradictions == ()
    assert found.choices == 3


def test_choices_no_price_explains_are_named():
    found = price_of("care", [trade("paid", 90), trade("spared", 20, taken=False)])
    assert isinstance(found.value, Unknown)
    assert [(one.paid, one.spared) for one in found.contradictions] == [("paid", "spared")]


def test_without_anything_spared_a_price_has_no_upper_end():
    found = price_of("care", [trade("paid", 90)])
    assert (found.value.value, found.value.high) == (90, None)
    assert "at least" in found.value.method


def test_a_choice_for_two_promises_tells_the_price_of_neither():
    both = Trade("both", Decimal(10), {"care": 1, "access": 1}, taken=True)
    assert isinstance(price_of("care", [both]).value, Unknown)


@given(st.lists(st.tuples(st.integers(1, 99), st.integers(1, 9)), max_size=8), st.integers(1, 40))
def test_whoever_holds_to_one_price_is_never_contradicted(offers, price):
    trades = [
        trade(str(n), cost, points, taken=cost / points <= price)
        for n, (cost, points) in enumerate(offers)
    ]
    found = price_of("care", trades)
    assert found.contradictions == ()
    if isinstance(found.value, Estimate) and found.value.high is not None:
        assert found.value.low <= price <= found.value.high


def test_purpose_that_cost_nothing_counts_as_such():
    trades = [
        trade("cheap", 0, told=True, pays=("owners",)), trade("dear", 9, pays=("owners", "users")),
        trade("left", 9, taken=False),
        trade("weapons", 5, refused=True, opportunity=Decimal(80_000), told=False),
    ]  # fmt: skip
    found = ledger_of(trades)
    assert (found.costly.value, found.costly.n) == (pytest.approx(2 / 3), 3)
    assert (found.told.value, found.told.n) == (0.5, 2)
    assert (found.refused_value, found.refusals) == (80_000, ("weapons",))
    assert found.pays == (("owners", 2), ("users", 1))


COST, CARE = Attribute("cost", "Cost", "less"), Attribute("care", "Care", "more")


def way(name, **figures):
    return Alternative(name, name, figures)


def test_ways_that_lose_less_are_offered_and_those_beaten_are_not():
    failed = way("cut visits", cost=10, care=2)
    dearer, worse = way("dearer", cost=12, care=6), way("worse", cost=11, care=2)
    found = offered(failed, [way("both", cost=9, care=5), dearer, worse], [COST, CARE])
    assert [(one.alternative.id, one.better, one.worse) for one in found] == [
        ("both", ("cost", "care"), ()), ("dearer", ("care",), ("cost",)),
    ]  # fmt: skip


def test_what_is_not_known_of_a_way_is_said():
    (found,) = offered(way("cut", cost=10, care=2), [way("ask", care=3)], [COST, CARE])
    assert (found.better, found.unknown) == (("care",), ("cost",))


def test_ways_are_compared_by_something():
    with pytest.raises(ValueError, match="attribute"):
        offered(way("a"), [way("b")], [])
