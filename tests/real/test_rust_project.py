"""Does the audit recover what is known of the Rust project from its own public files?"""

from __future__ import annotations

import json

import pyarrow.parquet as pq
import pytest

pytestmark = pytest.mark.real

SPENT = {
    "people-can-travel": 177475.01,
    "program-management": 157618.21,
    "all-hands": 100000,
    "maintainers-are-paid": 80000,
    "compiler-runs": 58099.54,
    "newcomers-are-mentored": 4500,
    "people-know-what-we-do": 2876.32,
}


@pytest.fixture(scope="module")
def truth(real_data):
    text = (real_data.parent / "vectors" / "truth" / "rust_project.json").read_text()
    return json.loads(text)


@pytest.fixture(scope="module")
def links(rust_project):
    return pq.read_table(rust_project.out / "links.parquet").to_pylist()


def test_only_what_was_spent_is_money(rust_project, truth):
    money = rust_project.audit["channels"]["money"]
    assert money["total"] == truth["journal"]["spent_total"] == 580569.08
    assert money["linked"] + money["unlinked"] + money["against"] == pytest.approx(580569.08)


def test_every_purpose_has_its_share_to_the_cent(rust_project):
    spent = rust_project.audit["channels"]["money"]["commitments"]
    assert {one["commitment"]: one["total"] for one in spent if one["total"]} == SPENT


def test_income_stands_beside_spending(rust_project, truth):
    income = rust_project.audit["channels"]["money"]["income"]
    assert income["total"] == pytest.approx(sum(truth["journal"]["income"].values()))


def test_all_transactions_of_the_journal_are_read_and_balance(rust_project, truth):
    (journal,) = [one for one in rust_project.audit["sources"] if one["kind"] == "journal"]
    assert journal["rows_read"] == truth["journal"]["postings"] == 225
    assert journal["rows_refused"] == []
    assert f"{truth['journal']['transactions']} transactions" in " ".join(journal["notes"])


def test_transfers_between_assets_are_decisions_that_are_never_summed(rust_project):
    decisions = rust_project.audit["channels"]["decisions"]
    assert decisions["unit"] == "records"
    assert decisions["total"] == decisions["records"] < 200


def test_allocations_taken_back_are_found_with_what_they_took_back(rust_project, truth):
    withdrawn = rust_project.findings("allocation-withdrawn")
    statements = " ".join(one["statement"] for one in withdrawn)
    assert {one["period"] for one in withdrawn} == {"2026"}
    assert "132,761.79 of the USD 160,000 allocated on 2025-12-29" in statements
    assert "21,660.46 of the USD 55,000 allocated on 2025-12-29" in statements
    assert all(one["places"][0]["path"].endswith("budget.dat") for one in withdrawn)


def test_all_minutes_are_read(rust_project, truth):
    minutes = [one for one in rust_project.audit["sources"] if "/minutes/" in one["path"]]
    assert len(minutes) == truth["minutes"] == 74
    assert all(one["records"] > 0 for one in minutes)


def test_the_flagship_goal_meets_its_allocation_and_its_spending(links):
    all_hands = [one for one in links if one["commitment"] == "all-hands" and one["linked"]]
    goals = [one for one in all_hands if one["channel"] == "initiatives"]
    assert any(one["origin"] == "machine" for one in goals)
    journal = {(one["channel"], one["line"]) for one in all_hands if one["path"].endswith(".dat")}
    assert ("decisions", 19) in journal, "100,000 set aside on 2024-07-19"
    assert ("money", 67) in journal, "100,000 spent on 2025-05-16"


def test_the_flagship_goal_meets_its_money_without_anybodys_tag(
    audited, real_data, tmp_path, request
):
    """Take the rules away: the words alone still lead from the goal to the money."""
    case = request.path.parent / "rust_project" / "northing.toml"
    lines = case.read_text().split("\n")
    tagged = [i for i, line in enumerate(lines) if line == "[[source.rule]]"]
    kept = [line for i, line in enumerate(lines) if not any(i in (t, t + 1, t + 2) for t in tagged)]
    (tmp_path / "northing.toml").write_text("\n".join(kept))
    run = audited(tmp_path, tmp_path / "out", "--root", real_data / "rust_project")
    links = pq.read_table(run.out / "links.parquet").to_pylist()
    found = {
        (one["channel"], one["line"])
        for one in links
        if one["commitment"] == "all-hands" and one["linked"] and one["path"].endswith(".dat")
    }
    assert {("decisions", 19), ("money", 67)} <= found


def test_the_error_the_ledger_admits_is_found_with_both_figures(rust_project, truth):
    (admitted,) = rust_project.findings("source-documents-an-error")
    assert f"{truth['documented_error']['reported']:,.2f} as wrong" in admitted["statement"]
    assert f"{truth['documented_error']['correct']:,.2f} as correct" in admitted["statement"]
    assert admitted["places"][0]["path"] in truth["documented_error"]["where"]


def test_the_stale_budget_page_is_found(rust_project, truth):
    stale = rust_project.findings("stated-figure-differs")
    page = [one for one in stale if one["places"][0]["path"] == truth["stale_page"]["where"]]
    assert any(f"{truth['stale_page']['says']['spent']:,}" in one["statement"] for one in page)


def test_goals_that_come_back_are_counted(rust_project, truth):
    (again,) = rust_project.findings("initiatives-recur")
    counts = truth["goals"]
    assert f"{counts['recurring_in_2_or_more_periods']} of" in again["statement"]
    assert f"{counts['in_3_or_more']} of them in three or more" in again["statement"]
    assert rust_project.audit["channels"]["initiatives"]["records"] == counts["total"]


def test_a_word_is_met_only_whole(real_data, truth):
    """`mission` stands in five of the minutes; `permission` and `submission` in more."""
    from northing.foundations.text.words import words

    folder = real_data / "rust_project/leadership_council/minutes/sync-meeting"
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.md"))]
    whole = sum(any(one.surface.casefold() == "mission" for one in words(text)) for text in texts)
    assert whole == truth["mission_whole_word_in_minutes"] == 5
    assert sum("mission" in text.casefold() for text in texts) == 14
