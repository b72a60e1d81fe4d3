from northing.stages.clarify.commitments.tests.make import make_commitment
from northing.stages.diagnose.findings.facts import Confidence, Severity
from northing.stages.diagnose.findings.tests.make import answers, decision, find
from northing.stages.diagnose.say_do.tests.make import said, spent
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.records.ledger.facts import Channel, Stance

GUARDED = (make_commitment(guardrail=True),)
AGAINST = {"stance": Stance.CONTRADICTS}


def test_a_tag_is_enough() -> None:
    (one,) = find("guardrail-crossed", decision(1, **AGAINST), spent(1, 10), commitments=GUARDED)
    assert one.severity is Severity.HIGH
    assert one.confidence is Confidence.TAGGED
    assert "must not be crossed" in one.statement
    assert one.counter_evidence == ("budget.csv:1",)


def test_it_is_told_once_for_all_channels() -> None:
    found = (decision(1, **AGAINST), decision(2, channel=Channel.PRACTICES, **AGAINST))
    (one,) = find("guardrail-crossed", *found, commitments=GUARDED)
    assert {sign.code for sign in one.signs} == {"contradicted-by-tagged-records"}
    assert "1 of decisions, 1 of practices" in one.statement


def test_what_is_merely_said_crosses_nothing() -> None:
    (told,) = find("contradicted-by-tagged-records", words_against(), commitments=GUARDED)
    assert told.channel == "words"
    assert not find("guardrail-crossed", words_against(), commitments=GUARDED)


def words_against():
    return decision(1, channel=Channel.WORDS, **AGAINST)


def test_without_a_guardrail_it_is_a_contradiction_and_no_more() -> None:
    assert not find("guardrail-crossed", said(1), decision(1, **AGAINST))
    assert find("contradicted-by-tagged-records", said(1), decision(1, **AGAINST))


def test_one_answer_among_many_may_be_an_error() -> None:
    many = [decision(number) for number in range(1, 41)]
    judged = {f"decisions.csv:{number}": Answer.ADVANCES for number in range(2, 41)}
    said_so = answers({"decisions.csv:1": Answer.CONTRADICTS} | judged)
    (one,) = find("guardrail-crossed", *many, commitments=GUARDED, verification=said_so)
    assert one.severity is Severity.LOW
    assert "ask a second person" in one.counter


def test_a_person_who_takes_the_mark_back_wins() -> None:
    said_so = answers({"decisions.csv:1": Answer.ADVANCES})
    told = find(
        "guardrail-crossed", decision(1, **AGAINST), commitments=GUARDED, verification=said_so
    )
    assert not told
