"""Is a finding gone only where a later audit looked at the same place and did not find it?"""

from __future__ import annotations

import pytest

from northing.stages.diagnose.audits.rules.following import Outcome, standing
from northing.stages.diagnose.audits.tests.told import content, finding, gap, measure

THEN = content(findings=[finding()], gaps=[gap(gap=measure(0.3, 0.4))])


def test_it_is_no_longer_found_with_both_figures():
    now = content(gaps=[gap(gap=measure(0.0, 0.1))])
    found = standing(finding(), THEN, now)
    assert found.outcome is Outcome.GONE
    assert (found.then["low"], found.now["high"]) == (0.3, 0.1)
    assert found.records_then == 1


def test_it_is_found_again_though_another_file_says_so():
    elsewhere = finding(places=[{"path": "accounts.csv"}])
    assert standing(finding(), THEN, content(findings=[elsewhere])).outcome is Outcome.AGAIN


def test_it_is_found_again_as_a_sign_of_a_graver_one():
    graver = finding("deeds-against-promise", further_signs=[finding()])
    assert standing(finding(), THEN, content(findings=[graver])).outcome is Outcome.AGAIN


@pytest.mark.parametrize(
    "later",
    [
        {"commitments": []},
        {"sources": []},
        {"sources": [{"path": "other.csv", "channel": "money", "records": 1}]},
        {"sources": [{"path": "budget.csv", "channel": "money", "records": 0}]},
        {"missing": [{"path": "budget.csv", "channel": "money"}]},
    ],
)
def test_taking_away_what_it_rested_on_does_not_make_it_go(later):
    found = standing(finding(), THEN, content(**later))
    assert found.outcome is Outcome.UNSEEN
    assert found.reason


def test_a_file_that_holds_something_else_now_is_named():
    now = content(sources=[{"path": "budget.csv", "sha256": "b", "channel": "money", "records": 8}])
    assert standing(finding(), THEN, now).changed == ("budget.csv",)
    assert standing(finding(), THEN, content()).changed == ()


def test_a_finding_of_no_gap_has_no_figure_and_says_how_many_records_it_had():
    quiet = finding(channel=None, evidence=["a:1", "a:2"])
    found = standing(quiet, THEN, content())
    assert (found.then, found.now, found.records_then) == (None, None, 2)
