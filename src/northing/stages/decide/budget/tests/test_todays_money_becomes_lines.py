"""Does what is spent today become lines that say no more than the records do?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.stages.decide.budget.intake.asked import asked_in
from northing.stages.decide.budget.intake.current import MOST_LINES, Spent, current_budget
from northing.stages.decide.budget.rules.cutting import cut

PROMISED = {"visits": "We visit at home."}


def read(*spent, least=50):
    content = current_budget(
        spent, PROMISED, title="Today", currency="EUR", rest="The rest", least=least
    )
    return asked_in(content, (), "today")


def test_one_name_in_one_unit_is_one_line_and_the_same_name_elsewhere_another():
    asked = read(
        Spent("Visits", Decimal(30), "North"), Spent("Visits", Decimal(20), "North"),
        Spent("Visits", Decimal(10), "South"), Spent("Roof", Decimal("12.505")),
    )  # fmt: skip
    assert [(line.name, line.cost, line.least) for line in asked.lines] == [
        ("Visits (North)", 5000, 2500), ("Roof", 1250, 625), ("Visits (South)", 1000, 500),
    ]  # fmt: skip


def test_what_comes_to_nothing_or_less_is_no_line():
    asked = read(Spent("Roof", Decimal(9)), Spent("Gift", Decimal(-9)), Spent("Zero", Decimal(0)))
    assert [line.name for line in asked.lines] == ["Roof"]


def test_parts_for_a_promise_are_weighed_by_their_money_and_strange_promises_left_out():
    asked = read(
        Spent("Visits", Decimal(30), serves={"visits": Decimal(1)}),
        Spent("Visits", Decimal(10), serves={"gone": Decimal(1)}),
    )
    assert asked.lines[0].serves == {"visits": pytest.approx(0.75)}


def test_all_money_does_the_same_until_somebody_says_otherwise():
    asked = read(Spent("Visits", Decimal(30)), Spent("Roof", Decimal(10)))
    worth = {line.impact.likely / line.cost for line in asked.lines}
    assert max(worth) == pytest.approx(min(worth))
    assert all(line.impact.low == 0 for line in asked.lines)
    found = cut(asked.lines, asked.limits, percent=25, seed=0, draws=5)
    assert found.proposal.impact.value == pytest.approx(75)


def test_more_lines_than_anybody_reads_are_put_together_and_none_is_lost():
    spent = [Spent(f"Line {n}", Decimal(n)) for n in range(1, MOST_LINES + 100)]
    asked = read(*spent)
    assert len(asked.lines) == MOST_LINES
    assert asked.lines[-1].name == "The rest"
    assert sum(line.cost for line in asked.lines) == 100 * sum(range(1, MOST_LINES + 100))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(-999, 9999)), min_size=1))
def test_whatever_is_spent_the_lines_add_up_to_what_is_above_nothing(pairs):
    spent = [Spent(name, Decimal(amount) / 100) for name, amount in pairs]
    sums = {name: sum(amount for other, amount in pairs if other == name) for name, _ in pairs}
    if not any(total > 0 for total in sums.values()):
        return
    asked = read(*spent, least=99)
    assert {line.name: line.cost for line in asked.lines} == {
        name: total for name, total in sums.items() if total > 0
    }
