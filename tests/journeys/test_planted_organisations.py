"""Are the invented organisations what their truth says, and does the bench count them rightly?"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from organisations.facts import ADVANCES, CONTRADICTS, NEITHER
from organisations.figures import overall, rate
from organisations.judging import accusations, verdicts
from organisations.registry import build, names
from organisations.running import LABELS, WITHOUT, Wish, run
from organisations.truth import Person, Truth
from organisations.wording import borrowed
from organisations.writing import write_case

from northing.case import read_case

SEED = 0
ASKED_FOR = {
    "privacy_sold", "wellbeing_bonus", "safety_expansion", "community_budget", "opaque_fees",
    "climate_campaign", "fair_trade_costed", "collaboration_bonus", "feature_speed",
    "cost_only_procurement", "ethical_sourcing_kept", "access_enterprise", "advice_transactions",
    "conglomerate_netting", "rebrand_packaging", "development_rosters", "mission_after_deeds",
    "hypocrite", "quiet_doer", "half_missing",
}  # fmt: skip


def lines_of(organisation):
    """Every line with where it stands, as a bag."""
    return Counter(
        (key, one.text, one.on, one.amount, one.unit, tuple(sorted(one.bears.items())))
        for key, of in organisation.lines.items()
        for one in of
    )


def bag(lines):
    return Counter(
        (key, one.text, one.on, one.amount, one.unit, tuple(sorted(one.bears.items())))
        for key, of in lines.items()
        for one in of
    )


def content_of(organisation, folder):
    """What is read of it, without the lines and files it happens to stand in."""
    write_case(organisation, folder)
    return Counter(
        (str(one.channel), one.text, one.effective_on, one.amount, one.unit)
        for one in read_case(folder).records
    )


def test_there_are_thirty_families_and_all_that_were_asked_for():
    assert len(names()) >= 30
    assert set(names()) >= ASKED_FOR


@pytest.mark.parametrize("name", names())
def test_a_twin_differs_in_the_planted_lines_alone(name):
    twins = build(name, SEED)
    guilty, honest = lines_of(twins.guilty), lines_of(twins.honest)
    assert guilty - honest == bag(twins.planted) - bag(twins.instead)
    assert honest - guilty == bag(twins.instead) - bag(twins.planted)
    assert guilty != honest
    assert twins.guilty.promises == twins.honest.promises
    assert twins.guilty.sources == twins.honest.sources


@pytest.mark.parametrize(
    "name", ["guardrail_crossed", "advice_transactions", "allocation_withdrawn"]
)
def test_what_is_read_of_a_twin_differs_in_the_planted_lines_alone(name, tmp_path):
    twins = build(name, SEED)
    guilty = content_of(twins.guilty, tmp_path / "guilty")
    honest = content_of(twins.honest, tmp_path / "honest")
    planted = sum(map(len, twins.planted.values()))
    instead = sum(map(len, twins.instead.values()))
    assert 0 < (guilty - honest).total() <= planted
    assert 0 < (honest - guilty).total() <= instead


@pytest.mark.parametrize("name", names())
def test_no_planted_wording_is_borrowed_from_cues_or_signs(name):
    assert [one for seed in range(3) for one in borrowed(build(name, seed))] == []


def test_a_borrowed_word_would_be_seen():
    twins = build("privacy_sold", SEED)
    line = twins.planted["decisions"][0]
    object.__setattr__(line, "text", "We withdraw the consent of every person")
    said = " ".join(borrowed(twins))
    assert "_WITHDRAWALS" in said
    assert "consent of the person" in said


@pytest.mark.parametrize("name", ["barrierefrei", "drift_of_words", "development_rosters"])
def test_every_record_that_is_read_is_known_to_the_truth(name, tmp_path):
    twins = build(name, SEED)
    truth = Truth(write_case(twins.guilty, tmp_path))
    case = read_case(tmp_path)
    stances = {
        truth.answer(one, promise.id) for one in case.records for promise in case.commitments
    }
    assert {ADVANCES, NEITHER} <= stances <= {ADVANCES, NEITHER, CONTRADICTS}
    assert len(case.records) == sum(map(len, twins.guilty.lines.values()))


def test_the_same_seed_gives_the_same_organisation():
    assert build("hypocrite", 4) == build("hypocrite", 4)
    assert build("hypocrite", 4) != build("hypocrite", 5)


def test_a_person_errs_as_often_as_is_said(tmp_path):
    twins = build("hypocrite", SEED)
    truth = Truth(write_case(twins.guilty, tmp_path))
    records = read_case(tmp_path).records
    pairs = [(one, promise.id) for one in records for promise in twins.guilty.promises] * 6

    def wrong(error):
        person = Person(truth, error=error, seed=SEED)
        return sum(person.answer(*pair) != truth.answer(*pair) for pair in pairs) / len(pairs)

    assert wrong(0.0) == 0
    assert 0.03 < wrong(0.05) < 0.07


@pytest.fixture(scope="module")
def crossed():
    return run(Wish(family="guardrail_crossed", seed=SEED, labels=30))


@pytest.mark.parametrize("mode", [WITHOUT, LABELS])
def test_what_the_files_themselves_mark_is_found_and_the_twin_is_not_accused(crossed, mode):
    (verdict,) = verdicts(crossed, mode)
    assert verdict.is_found
    assert verdict.is_found_accusing
    assert not verdict.is_alarm
    counted = overall([verdict], list(accusations(crossed, mode)))
    assert (counted["recall"], counted["false_alarms"]) == (1.0, 0.0)
    assert counted["recall_n"] == 1


def test_labels_were_given_in_the_second_audit_alone(crossed):
    assert crossed.guilty[WITHOUT].labels == 0
    assert 0 < crossed.guilty[LABELS].labels <= 30


def test_a_choice_that_is_openly_costed_is_not_accused():
    fair = run(Wish(family="ethical_sourcing_kept", seed=SEED, labels=0))
    accused = [one for one in fair.guilty[WITHOUT].told if one.is_accusing]
    assert [one for one in accused if one.commitment == "sourcing"] == []


def test_a_rate_without_cases_is_unknown_and_not_zero():
    assert rate("recall", 0, 0)["recall"] is None
    assert rate("recall", 9, 10)["recall_low"] == pytest.approx(0.5958, abs=1e-4)
