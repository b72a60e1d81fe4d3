from decimal import Decimal
from typing import Any

import pytest

from northing.foundations.sources.rows import Place
from northing.stages.diagnose.linking.facts import Rule
from northing.stages.diagnose.linking.rules.known_tags import Rules
from northing.stages.diagnose.linking.tests.make import make_rule
from northing.stages.records.ledger.facts import Stance
from northing.stages.records.ledger.tests.make import make_record

RECORD = make_record(
    text="Night line",
    heading=("Plan", "People and care"),
    place=Place("budget/north.csv", line=2),
    cells={"Programme": "Outreach  North", "Code": "A-17"},
)


def shares(*rules: Rule) -> dict[str, Decimal] | None:
    found = Rules(rules).links(RECORD)
    return None if found is None else {one.commitment: one.share for one in found}


@pytest.mark.parametrize(
    "where",
    [
        {"Programme": "outreach north"},
        {"programme": "Outreach*"},
        {"Programme": ["Housing", "Outreach North"]},
        {"Code": "A-1?"},
        {"heading": "People and care"},
        {"path": "budget/*.csv"},
        {"text": "*line"},
        {"Programme": "Outreach*", "Code": "A-17"},
    ],
)
def test_a_fitting_rule(where: dict[str, Any]) -> None:
    assert shares(make_rule(where)) == {"care": 1}


@pytest.mark.parametrize(
    "where",
    [
        {"Programme": "Outreach"},
        {"Programme": "Outreach*", "Code": "B"},
        {"Department": "*"},
        {"heading": "care"},
    ],
)
def test_a_rule_that_does_not_fit(where: dict[str, Any]) -> None:
    assert shares(make_rule(where)) is None


def test_a_rule_of_another_source_says_nothing() -> None:
    assert shares(make_rule({"Code": "A-17"}, source=1)) is None


def test_several_rules_share_equally() -> None:
    first = make_rule({"Code": "A-17"}, "care")
    second = make_rule({"text": "*"}, "rest")
    assert shares(first, second) == {"care": Decimal("0.5"), "rest": Decimal("0.5")}


def test_one_rule_keeps_its_declared_shares() -> None:
    declared = {"care": Decimal("0.3"), "rest": Decimal("0.2")}
    assert shares(make_rule({"Code": "A-17"}, shares=declared)) == declared


def test_two_rules_for_one_commitment_count_once() -> None:
    assert shares(make_rule({"Code": "A-17"}), make_rule({"text": "*"})) == {"care": 1}


def test_the_first_rule_may_end_the_matter() -> None:
    assert shares(make_rule({"Code": "A-17"}, None), make_rule({"text": "*"})) == {}


def test_a_rule_may_carry_a_stance() -> None:
    found = Rules([make_rule({"Code": "A-17"}, stance=Stance.CONTRADICTS)]).links(RECORD)
    assert found is not None
    assert [one.stance for one in found] == [Stance.CONTRADICTS]
