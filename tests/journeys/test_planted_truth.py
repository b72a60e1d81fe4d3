"""Does the invented charity come out as it is, and its honest twin as it is?"""

from __future__ import annotations

import tomllib

import pytest

ACCUSING = {"high", "medium"}
FAULTS = {
    "share-falls",
    "share-falls-while-called-crucial",
    "allocation-withdrawn",
    "hidden-by-netting",
    "contradicted-by-tagged-records",
    "reward-against-promise",
    "announced-again-without-means",
    "parent-and-parts-disagree",
    "stated-figure-differs",
    "gone-silent",
}


@pytest.fixture(scope="module")
def harbour(audited, examples, tmp_path_factory):
    return audited(examples / "harbour_health", tmp_path_factory.mktemp("harbour") / "out")


@pytest.fixture(scope="module")
def honest(audited, examples, tmp_path_factory):
    return audited(examples / "harbour_health_honest", tmp_path_factory.mktemp("honest") / "out")


@pytest.fixture(scope="module")
def expected(examples):
    return tomllib.loads((examples / "harbour_health" / "expected.toml").read_text("utf-8"))


def planted(expected, name):
    (one,) = [each for each in expected["planted"] if each["id"] == name]
    return one


def places(finding):
    return {(place["path"], place["line"]) for place in finding["places"]}


def lines_of(plant):
    return {(where["file"], where["line"]) for where in plant["where"]}


@pytest.mark.parametrize(
    ("plant", "code"),
    [
        ("appointments-made-shorter", "contradicted-by-tagged-records"),
        ("young-minds-bus", "announced-again-without-means"),
    ],
)
def test_the_lines_of_a_contradiction_are_named(harbour, expected, plant, code):
    wanted = lines_of(planted(expected, plant))
    assert any(wanted <= places(finding) for finding in harbour.findings(code))


def test_the_bonus_that_rewards_the_opposite_stands_against_the_promise(harbour):
    (found,) = harbour.findings("reward-against-promise")
    assert found["commitment"] == "whole-person"
    assert found["severity"] == "high"
    assert "50.0 % of the pay" in found["statement"]
    assert "Visits completed per hour" in found["statement"]


def test_what_is_praised_most_and_paid_least_is_the_widest_gap_in_money(harbour):
    gaps = [
        one
        for one in harbour.audit["gaps"]
        if one["channel"] == "money" and not one["period"] and not one["unit"]
    ]
    widest = max(
        (one for one in gaps if one["commitment"] != "none"), key=lambda one: one["gap"]["value"]
    )
    assert widest["commitment"] == "prevention"
    assert widest["do"]["value"] < 0.02
    assert [one["commitment"] for one in harbour.findings("share-falls")] == ["prevention"]


def test_the_subtotal_that_disagrees_is_found_on_its_line(harbour, expected):
    (one,) = harbour.findings("parent-and-parts-disagree")
    assert "212,000" in one["statement"]
    assert "182,000" in one["statement"]
    assert (
        one["places"][0]["line"]
        == planted(expected, "young-minds-subtotal-north")["where"][0]["line"]
    )


def test_the_figure_in_the_annual_report_is_held_against_the_budget(harbour):
    (one,) = harbour.findings("stated-figure-differs")
    assert "184,000" in one["statement"]
    assert "241,000" in one["statement"]


def test_the_fund_taken_back_is_found(harbour):
    (one,) = harbour.findings("allocation-withdrawn")
    assert "48,000 of the EUR 60,000" in one["statement"]
    assert one["commitment"] == "rested-staff"


def test_the_district_that_is_starved_shows_behind_the_average(harbour):
    assert "home-visits" in {one["commitment"] for one in harbour.findings("hidden-by-netting")}


def test_the_promise_that_went_silent_is_found(harbour):
    assert [one["commitment"] for one in harbour.findings("gone-silent")] == ["family-carers"]


def test_the_quiet_good_deed_is_told(harbour):
    assert "language-access" in {
        one["commitment"] for one in harbour.findings("more-done-than-said")
    }


def test_what_two_exports_both_hold_counts_once(harbour, expected):
    repeats = harbour.audit["repeats"]
    assert len(repeats) == expected["records"]["ledger_written_twice"] == 24


def test_the_money_of_every_year_agrees_with_what_was_made(harbour, expected):
    """In 2024 the subtotal that disagrees by 30,000 stands: the region's total is built on it."""
    periods = {one["period"]: one["total"] for one in harbour.audit["channels"]["money"]["periods"]}
    made = {"2023": 5000967.08, "2024": 5189780.99 + 30000, "2025": 5336683.88}
    assert periods == pytest.approx(made, abs=0.005)


def test_what_cannot_be_read_is_refused_where_it_stands(harbour, expected):
    wanted = {(one["line"], one["value"]) for one in expected["refused"]}
    assert {(one["line"], one["value"]) for one in harbour.refusals} == wanted
    assert all(one["remedy"] for one in harbour.refusals)


def test_the_honest_twin_has_none_of_it(honest):
    assert {one["code"] for one in honest.audit["findings"]} & FAULTS == set()
    assert [one for one in honest.audit["findings"] if one["severity"] == "high"] == []


def test_the_honest_twin_stands_nearer_to_its_words(harbour, honest):
    distance = {
        name: run.audit["divergence"]["money"]["tv"]["value"]
        for name, run in (("planted", harbour), ("honest", honest))
    }
    assert distance["honest"] < distance["planted"]


def test_people_of_the_case_are_named_nowhere(harbour, expected):
    html = (harbour.out / "report.html").read_text("utf-8")
    written = html + (harbour.out / "audit.json").read_text("utf-8")
    everybody = expected["people"]["in_the_case"] + expected["people"]["in_minutes_only"]
    assert [name for name in everybody if name in written] == []
    assert [name for name in everybody if name.split()[-1] in written] == []
