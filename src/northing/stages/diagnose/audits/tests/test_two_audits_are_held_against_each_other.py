"""Is a difference between two audits told only where there is one, and never as progress alone?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.stages.diagnose.audits.rules.comparing import Kind, compare, size_of
from northing.stages.diagnose.audits.rules.explaining import Method, What
from northing.stages.diagnose.audits.tests.told import content, finding, gap, measure

SWAPPED = {
    Kind.BETTER: Kind.WORSE,
    Kind.WORSE: Kind.BETTER,
    Kind.APPEARED: Kind.WENT,
    Kind.WENT: Kind.APPEARED,
    Kind.NEWLY_SEEN: Kind.NOT_SEEN,
    Kind.NOT_SEEN: Kind.NEWLY_SEEN,
}
CODES = ("guardrail-crossed", "gone-silent", "more-said-than-done")
PROMISES, CHANNELS = ("care", "calm"), ("money", "time")


def only_gap(before, after):
    changed = compare(content(gaps=[gap(gap=before)]), content(gaps=[gap(gap=after)]))
    return changed.gaps[0]


def only_finding(before, after):
    return compare(before, after).findings[0]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (measure(0.20, 0.30), measure(0.05, 0.10), Kind.BETTER),
        (measure(0.05, 0.10), measure(0.20, 0.30), Kind.WORSE),
        (measure(0.05, 0.25), measure(0.20, 0.30), Kind.UNTOLD),
        (measure(0.20, 0.30), measure(0.10, 0.20), Kind.UNTOLD),
        (measure(0.10, 0.20), measure(-0.20, -0.10), Kind.TURNED),
        (measure(-0.30, -0.20), measure(-0.10, 0.10), Kind.BETTER),
        (measure(0.1, 0.2), {"unknown": "nothing was recorded"}, Kind.NOT_SEEN),
        ({"unknown": "nothing was recorded"}, measure(0.1, 0.2), Kind.NEWLY_SEEN),
        ({"unknown": "no words"}, {"unknown": "no deeds"}, Kind.UNKNOWN),
    ],
)
def test_a_gap_is_closer_or_wider_only_where_the_intervals_of_its_size_part(before, after, kind):
    assert only_gap(before, after).kind is kind


def test_the_change_of_a_gap_lies_between_what_both_intervals_allow():
    """From between 20 and 30 points to between 5 and 10: at least 10 closer, at most 25."""
    found = only_gap(measure(0.20, 0.30), measure(0.05, 0.10))
    assert (found.low, found.high) == pytest.approx((-0.25, -0.10))


def test_without_an_interval_nothing_can_be_told_apart():
    bare = {"value": 0.5, "low": None, "high": None, "no_interval": "one document"}
    assert only_gap(measure(0.1, 0.2), bare).kind is Kind.UNTOLD


def test_a_finding_that_is_not_there_any_more_went_where_the_audit_looked():
    found = only_finding(content(findings=[finding()]), content())
    assert (found.kind, found.reason) == (Kind.WENT, "")


def test_a_finding_that_went_with_the_content_of_its_file_says_so():
    other = {"path": "budget.csv", "sha256": "b", "channel": "money", "records": 8}
    found = only_finding(content(findings=[finding()]), content(sources=[other]))
    assert (found.kind, found.reason) == (Kind.WENT, "file changed")


@pytest.mark.parametrize(
    ("later", "reason"),
    [
        ({"commitments": []}, "no commitment"),
        ({"sources": []}, "no channel"),
        ({"sources": [{"path": "new.csv", "sha256": "b", "channel": "money", "records": 3}]},
         "no file"),
        ({"missing": [{"path": "budget.csv", "channel": "money"}]}, "records missing"),
    ],
)  # fmt: skip
def test_a_finding_that_could_not_be_found_has_not_gone(later, reason):
    found = only_finding(content(findings=[finding()]), content(**later))
    assert (found.kind, found.reason) == (Kind.NOT_SEEN, reason)


def test_a_finding_of_a_file_that_was_not_read_before_is_no_new_deed():
    earlier = content(sources=[{"path": "a.csv", "sha256": "b", "channel": "money", "records": 3}])
    found = only_finding(earlier, content(findings=[finding()]))
    assert (found.kind, found.reason) == (Kind.NEWLY_SEEN, "no file")


def test_a_finding_that_became_a_sign_of_a_graver_one_has_not_gone():
    graver = finding("deeds-against-promise", severity="high", further_signs=[finding()])
    changed = compare(content(findings=[finding()]), content(findings=[graver]))
    kinds = {one.thread.code: one.kind for one in changed.findings}
    assert kinds == {"deeds-against-promise": Kind.APPEARED, "guardrail-crossed": Kind.STAYED}


@pytest.mark.parametrize(
    ("then", "now", "kind"),
    [("high", "low", Kind.BETTER), ("note", "medium", Kind.WORSE), ("low", "low", Kind.STAYED)],
)
def test_a_finding_that_stays_may_weigh_less_or_more(then, now, kind):
    found = only_finding(content(findings=[finding(severity=then)]),
                         content(findings=[finding(severity=now)]))  # fmt: skip
    assert found.kind is kind


@pytest.mark.parametrize(
    ("what", "later"),
    [
        (What.FILES_CHANGED, {"sources": [
            {"path": "budget.csv", "sha256": "b", "channel": "money", "records": 9}]}),
        (What.PROMISES_REWORDED, {"commitments": [
            {"id": "care", "text": "We try to care.", "weight": 1, "guardrail": False}]}),
        (What.WEIGHTS, {"commitments": [
            {"id": "care", "text": "We care.", "weight": 9, "guardrail": False}]}),
        (What.LABELS, {"verification": {"labels": 120}}),
        (What.BASIS, {"say_basis": "declared"}),
        (What.SEED, {"reproduce": content()["reproduce"] | {"seed": 1}}),
        (What.CORRECTIONS, {"reproduce": content()["reproduce"]
                            | {"calibration": {"corrections": 4}}}),
    ],
)  # fmt: skip
def test_what_else_changed_is_named(what, later):
    changed = compare(content(), content(**later))
    assert [one.what for one in changed.explained] == [what]
    assert changed.is_measured_alike is (what is What.FILES_CHANGED)


def test_a_rule_that_tags_records_is_a_way_of_measuring():
    methods = (Method(frozenset({"a", "b"})), Method(frozenset({"b", "c"})))
    changed = compare(content(), content(), methods=methods)
    assert [(one.what, one.names) for one in changed.explained] == [(What.RULES, ("a", "c"))]
    assert not changed.is_measured_alike


MEASURES = st.one_of(
    st.just({"unknown": "nothing was recorded"}),
    st.tuples(st.integers(-9, 9), st.integers(0, 5)).map(
        lambda one: measure(one[0] / 10, (one[0] + one[1]) / 10)
    ),
)
FINDINGS = st.builds(
    lambda code, severity, promise, channel: finding(
        code, severity=severity, commitment=promise, channel=channel
    ),
    st.sampled_from(CODES),
    st.sampled_from(["high", "medium", "low", "note"]),
    st.sampled_from(PROMISES),
    st.sampled_from([*CHANNELS, None]),
)
CONTENTS = st.builds(
    lambda gaps, findings, files: content(
        gaps=[gap(*place, gap=one) for place, one in gaps.items()],
        findings=findings,
        sources=[{"path": f"{one}.csv", "sha256": "a", "channel": one, "records": 3}
                 for one in files],
    ),
    st.dictionaries(st.tuples(st.sampled_from(PROMISES), st.sampled_from(CHANNELS)), MEASURES),
    st.lists(FINDINGS, max_size=5),
    st.sets(st.sampled_from(CHANNELS)),
)  # fmt: skip


@given(CONTENTS)
def test_an_audit_held_against_itself_shows_nothing(one):
    changed = compare(one, one)
    assert {each.kind for each in changed.gaps} <= {Kind.UNCHANGED, Kind.UNKNOWN}
    assert {each.kind for each in changed.findings} <= {Kind.STAYED}
    assert changed.explained == ()


@given(CONTENTS, CONTENTS)
def test_the_other_way_round_it_says_the_opposite(one, other):
    there, back = compare(one, other), compare(other, one)
    assert [SWAPPED.get(each.kind, each.kind) for each in there.gaps] == [
        each.kind for each in back.gaps
    ]
    assert {(each.thread, SWAPPED.get(each.kind, each.kind)) for each in there.findings} == {
        (each.thread, each.kind) for each in back.findings
    }
    for each, again in zip(there.gaps, back.gaps, strict=True):
        assert (each.low is None) is (again.low is None)
        if each.low is not None:
            assert (each.low, each.high) == pytest.approx((-again.high, -again.low))


@given(MEASURES, MEASURES)
def test_better_means_that_even_the_worst_case_is_closer(before, after):
    found = only_gap(before, after)
    if found.kind is Kind.BETTER:
        assert found.high < 0
        assert size_of(after)[1] < size_of(before)[0]


@given(CONTENTS, CONTENTS)
def test_nothing_that_either_audit_has_is_left_out(one, other):
    changed = compare(one, other)
    places = {(each["commitment"], each["channel"]) for each in (*one["gaps"], *other["gaps"])}
    assert {(each.commitment, each.channel) for each in changed.gaps} == places
    codes = {each["code"] for each in (*one["findings"], *other["findings"])}
    assert {each.thread.code for each in changed.findings} == codes
