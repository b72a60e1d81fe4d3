from __future__ import annotations

from decimal import Decimal
from typing import Any

from northing.stages.diagnose.findings.rules.completeness import (
    EarlierSource,
    missing_from,
    unbounded_channels,
)
from northing.stages.diagnose.verification.facts import Since
from northing.stages.records.ledger.facts import SourceAccount


def read(channel: str = "money", **but: Any) -> SourceAccount:
    """Eight rows that weigh 800 were read, of ten that were declared."""
    parts = {"path": "book.csv", "sha256": "", "kind": "csv", "rows_read": 8, "records": 8}
    wish = {"channel": channel, "total": Decimal(800), "expected_rows": 10}
    return SourceAccount(**(parts | wish | but))


def open_of(*sources: SourceAccount, since: dict[str, Since] | None = None) -> frozenset[str]:
    return unbounded_channels(missing_from(sources), since or {})


def test_rows_of_amounts_that_are_not_there_may_weigh_anything():
    assert {name: open_of(read(name)) for name in ("money", "time", "incentives")} == {
        name: {name} for name in ("money", "time", "incentives")
    }
    (one,) = missing_from([read()])
    assert (one.amount, one.is_bounded) == (200, False)
    assert one.reason == (
        "declared rows 10, read 8; nothing tells what that weighs, so any share may be none or all"
    )


def test_of_what_is_counted_each_row_weighs_one():
    (one,) = missing_from([read("decisions", total=Decimal(8))])
    assert (one.amount, one.is_bounded) == (2, True)
    assert one.reason == "declared rows 10, read 8"


def test_a_declared_total_says_what_is_missing():
    (one,) = missing_from([read(expected_total=Decimal(5000))])
    assert (one.amount, one.is_bounded) == (4200, True)


def test_periods_that_are_not_there_may_hold_anything():
    short = {"expected_rows": None, "expected_periods": ("2023", "2024"), "periods": ("2023",)}
    assert open_of(read(**short)) == {"money"}
    assert open_of(read("decisions", **short)) == {"decisions"}


def test_an_earlier_audit_that_read_as_many_rows_knows_what_they_weighed():
    earlier = EarlierSource(path="book.csv", channel="money", rows_read=10, total=Decimal(9000))
    found = missing_from([read()], [earlier])
    assert not unbounded_channels(found, {})
    assert max(one.amount for one in found) == 8200


def test_an_earlier_audit_that_lacked_rows_does_not():
    earlier = EarlierSource(path="book.csv", channel="money", rows_read=9, total=Decimal(9000))
    assert unbounded_channels(missing_from([read()], [earlier]), {}) == {"money"}


def test_a_sample_drawn_from_the_whole_knows_what_it_weighed():
    whole = Since(
        account="money", sample="s", whole=Decimal(9000), missing=Decimal(0), now=Decimal(800)
    )
    assert open_of(read(), since={"money": whole}) == frozenset()
