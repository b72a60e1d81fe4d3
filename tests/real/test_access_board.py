"""Does the audit find what is wrong, and what is fair to say, in a real agency's figures?"""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.real

PERIODS = {"FY2024", "FY2025", "FY2026"}


@pytest.fixture(scope="module")
def truth(real_data):
    return json.loads((real_data.parent / "vectors" / "truth" / "access_board.json").read_text())


def test_every_year_adds_up_to_the_published_total_and_nothing_counts_twice(access_board, truth):
    money = access_board.audit["channels"]["money"]
    assert {one["period"]: one["total"] for one in money["periods"]} == dict.fromkeys(
        PERIODS, 9955000
    )
    assert set(truth["totals"].values()) == {9955000}


def test_the_file_holds_no_answer_key(access_board, truth):
    read = {one["path"] for one in access_board.audit["sources"]}
    assert read == {"statement.md", "budget_appendixA.csv", "fevs2024_items.csv"}


def test_personnel_of_2025_disagrees_with_its_parts(access_board):
    found = access_board.findings("parent-and-parts-disagree")
    (one,) = [each for each in found if each["period"] == "FY2025"]
    assert "6,066,000" in one["statement"]
    assert "6,143,500" in one["statement"]
    assert one["places"][0] == {
        "path": "budget_appendixA.csv", "sheet": None, "line": 3, "column": "fy2025_request",
    }  # fmt: skip


def test_miscellaneous_of_2026_disagrees_with_its_parts(access_board):
    found = access_board.findings("parent-and-parts-disagree")
    (one,) = [each for each in found if each["period"] == "FY2026"]
    assert "87,500" in one["statement"]
    assert "80,500" in one["statement"]
    assert (one["places"][0]["line"], one["places"][0]["column"]) == (19, "fy2026_request")


def test_travel_of_2026_differs_between_text_and_table(access_board):
    (one,) = access_board.findings("stated-figure-differs")
    assert one["period"] == "FY2026"
    assert "40,000" in one["statement"]
    assert "50,000" in one["statement"]
    assert [(place["path"], place["line"]) for place in one["places"]] == [
        ("statement.md", 33),
        ("budget_appendixA.csv", 9),
    ]


def test_the_text_puts_the_miscellaneous_figures_under_the_wrong_years(access_board):
    (one,) = access_board.findings("figure-stated-for-another-period")
    assert "88,500 for FY2024" in one["statement"]
    assert "FY2025 and FY2026" in one["statement"]
    assert one["places"][0]["path"] == "statement.md"
    assert one["places"][0]["line"] == 35


def test_research_falls_while_it_is_called_crucial_and_the_reason_stands_beside_it(access_board):
    (one,) = access_board.findings("share-falls-while-called-crucial")
    assert one["commitment"] == "research"
    assert "from 3.5 % in FY2024 to 0.2 % in FY2026" in one["statement"]
    assert "crucial" in one["statement"]
    assert "reduction in rulemaking" in one["statement"]
    assert one["counter_evidence"]
    report = (access_board.out / "report.html").read_text("utf-8")
    assert "reduction in rulemaking" in report


def test_research_has_its_share_in_every_period(access_board):
    shares = {
        gap["period"]: gap["do"]["value"]
        for gap in access_board.audit["gaps"]
        if gap["commitment"] == "research" and gap["channel"] == "money" and gap["period"]
    }
    assert shares["FY2024"] == pytest.approx(350000 / 9955000, abs=1e-6)
    assert shares["FY2025"] == pytest.approx(250000 / 9955000, abs=1e-6)
    assert shares["FY2026"] == pytest.approx(20000 / 9955000, abs=1e-6)
