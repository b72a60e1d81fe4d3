from datetime import date
from typing import Any

from northing.stages.diagnose.findings.tests.make import find
from northing.stages.diagnose.say_do.tests.make import Tagged, spent
from northing.stages.records.ledger.facts import Channel


def decided(number: int, amount: int, on: str, **but: Any) -> Tagged:
    return spent(
        number,
        amount,
        channel=Channel.DECISIONS,
        effective_on=date.fromisoformat(on),
        **({"cells": {"account": "assets:carers"}} | but),
    )


def test_it_stands_beside_the_allocation_it_takes_from() -> None:
    lines = (decided(1, 300, "2024-01-05"), decided(2, -100, "2024-03-05"))
    (one,) = find("allocation-withdrawn", *lines)
    assert "EUR 100 of the EUR 300 allocated on 2024-01-05 to “assets:carers”" in one.statement
    assert one.evidence == ("budget.csv:2", "budget.csv:1")


def test_a_small_correction_is_none() -> None:
    lines = (decided(1, 3000, "2024-01-05"), decided(2, -100, "2024-03-05"))
    assert not find("allocation-withdrawn", *lines)


def test_another_account_is_not_compared() -> None:
    other = {"account": "assets:rooms"}
    lines = (decided(1, 300, "2024-01-05", cells=other), decided(2, -100, "2024-03-05"))
    (one,) = find("allocation-withdrawn", *lines)
    assert one.evidence == ("budget.csv:2",)
