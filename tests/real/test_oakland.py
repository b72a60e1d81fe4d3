"""Are two city budgets of twenty thousand lines each read to the unit, and quickly?"""

from __future__ import annotations

import time

import pytest

pytestmark = pytest.mark.real

TOTALS = {"FY19-20": 1_656_222_651, "FY22-23": 1_920_271_118}


def test_both_years_agree_to_the_unit(oakland):
    money = oakland.audit["channels"]["money"]
    assert {one["period"]: one["total"] for one in money["periods"]} == TOTALS
    assert money["total"] == sum(TOTALS.values())


def test_revenue_is_a_side_of_its_own(oakland):
    money = oakland.audit["channels"]["money"]
    assert money["income"]["records"] > 0
    assert money["total"] == sum(TOTALS.values())


def test_without_a_statement_the_declared_weights_are_what_is_said(oakland):
    assert oakland.audit["say_basis"] == "declared"
    assert "declared" in (oakland.out / "report.html").read_text("utf-8")


def test_it_takes_at_most_twenty_seconds(audited, real_data, request, tmp_path):
    """The better of two runs: the first may share the machine with everything else."""
    case = request.path.parent / "oakland" / "northing.toml"
    took = []
    while len(took) < 2 and min(took, default=99) >= 20:
        started = time.perf_counter()
        audited(case, tmp_path / f"out{len(took)}", "--root", real_data / "oakland_budget")
        took.append(time.perf_counter() - started)
    assert min(took) < 20
