import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.stages.diagnose.findings.facts import ACCUSING, Confidence, Severity
from northing.stages.diagnose.findings.tests.make import answers, decision, find
from northing.stages.diagnose.verification.facts import Answer

CODE = "deeds-against-promise"


def judged(against: int, kept: int):
    decisions = [decision(number) for number in range(1, against + kept + 1)]
    said = [Answer.CONTRADICTS] * against + [Answer.ADVANCES] * kept
    return decisions, answers(
        {record.id: answer for (record, _), answer in zip(decisions, said, strict=True)}
    )


def test_it_says_how_many_of_how_many_with_an_interval() -> None:
    decisions, said = judged(3, 17)
    (one,) = find(CODE, *decisions, verification=said)
    assert "People checked 20 records of decisions" in one.statement
    assert "3 of them run against it (between 3.2 % and 37.9 %, n = 20)" in one.statement
    assert (one.severity, one.confidence) == (Severity.MEDIUM, Confidence.VERIFIED)
    assert (one.is_verified, one.checked) == (True, 8)
    assert one.counter_evidence[0] == "decisions.csv:4"


def test_from_a_fifth_on_it_is_grave() -> None:
    decisions, said = judged(4, 12)
    (one,) = find(CODE, *decisions, verification=said)
    assert one.severity is Severity.HIGH


@pytest.mark.parametrize(("against", "kept"), [(1, 0), (1, 30), (2, 60), (3, 120)])
def test_so_few_may_be_errors_and_accuse_nobody(against: int, kept: int) -> None:
    decisions, said = judged(against, kept)
    (one,) = find(CODE, *decisions, verification=said)
    assert one.severity is Severity.LOW
    assert "so few may be such errors" in one.counter


def test_answers_that_neither_help_nor_harm_find_nothing() -> None:
    decisions, _ = judged(5, 0)
    said = answers({record.id: Answer.NEITHER for record, _ in decisions})
    assert not find(CODE, *decisions, verification=said)


def test_nobody_asked_finds_nothing() -> None:
    decisions, _ = judged(5, 0)
    assert not find(CODE, *decisions)


@settings(deadline=None)  # a busy machine takes its time
@given(st.integers(0, 6), st.integers(0, 12))
def test_one_more_answer_in_favour_never_accuses(against: int, kept: int) -> None:
    def accuses(kept: int) -> bool:
        decisions, said = judged(against, kept)
        return any(one.severity in ACCUSING for one in find(CODE, *decisions, verification=said))

    assert accuses(kept) or not accuses(kept + 1)
