import json
from decimal import Decimal
from typing import Any

import pytest

from northing.interfaces.reports.audit_json import records_sha256, to_json
from northing.interfaces.reports.tests.make import (
    AMINA,
    BRUNO,
    make_audit,
    make_case,
    make_record,
)
from northing.stages.records.ledger.facts import Side


def content(**but: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(to_json(make_audit(**but), version="9.9"))
    return found


def test_the_keys_are_those_of_the_schema() -> None:
    assert set(content()) >= {
        "schema", "organisation", "on", "say_basis", "reproduce", "sources", "commitments",
        "channels", "gaps", "divergence", "findings", "coverage",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("part", "keys"),
    [
        ("sources", {"path", "sha256", "channel", "rows_read", "rows_refused"}),
        ("commitments", {"id", "text", "layer", "weight", "guardrail"}),
        (
            "gaps",
            {
                "commitment", "channel", "period", "unit", "say", "do", "gap", "null_mean",
                "contribution_tv", "contribution_jsd", "against",
            },
        ),
        (
            "findings",
            {
                "code", "severity", "commitment", "channel", "statement", "evidence",
                "counter_evidence", "verified",
            },
        ),
        ("coverage", {"commitment", "channel", "records", "freshness", "sources"}),
    ],
)  # fmt: skip
def test_every_part_has_its_keys(part: str, keys: set[str]) -> None:
    for one in content()[part]:
        assert set(one) >= keys


def test_an_estimate_has_its_company_and_an_unknown_its_reason() -> None:
    found = content()["gaps"]
    for one in found:
        for name in ("say", "do", "gap", "null_mean"):
            measure = one[name]
            if "unknown" in measure:
                assert measure["unknown"]
            else:
                assert set(measure) >= {"value", "low", "high", "level", "n", "method"}
                assert measure["low"] is not None or measure["no_interval"]


def test_a_channel_adds_up_to_the_cent() -> None:
    lines = (make_record(at, "Fee", id=f"f:{at}", amount=Decimal("0.10")) for at in range(30))
    money = content(records=tuple(lines))["channels"]["money"]
    assert money["total"] == 3
    assert money["linked"] + money["unlinked"] + money["against"] == money["total"]
    assert sum(one["total"] for one in money["periods"]) == money["total"]


def test_income_stands_beside_its_channel() -> None:
    fee = make_record(99, "Fees", id="f:99", amount=Decimal("12.34"), side=Side.INCOME)
    money = content(records=(*make_case().records, fee))["channels"]["money"]
    assert money["income"] == {"total": 12.34, "records": 1}
    assert money["total"] == content()["channels"]["money"]["total"]


def test_the_whole_channel_carries_periods_units_and_what_netting_hides() -> None:
    money = content()["divergence"]["money"]
    assert {one["period"] for one in money["periods"]} == {"2024", "2025"}
    assert {one["unit"] for one in money["units"]} == {"North", "South"}
    assert "value" in money["hidden_by_netting"]


def test_two_runs_agree_byte_for_byte() -> None:
    assert to_json(make_audit(), version="9.9") == to_json(make_audit(), version="9.9")


def test_the_fingerprint_knows_every_amount() -> None:
    one = make_record(1, "Fee", amount=Decimal(1))
    other = make_record(1, "Fee", amount=Decimal(2))
    assert records_sha256([one]) != records_sha256([other])


def test_nobody_is_named() -> None:
    found = to_json(make_audit(organisation=f"{AMINA} and friends"), version="9.9")
    for name in (AMINA, BRUNO):
        assert name not in found
