from datetime import date

from northing.stages.diagnose.findings.facts import Severity
from northing.stages.diagnose.findings.rules.completeness import Missing
from northing.stages.diagnose.findings.tests.make import answers, find, guessed, heard
from northing.stages.diagnose.say_do.tests.make import REST, said, spent
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.records.ledger.tests.make import make_record

AGAIN = (said(1, period="2022"), said(2, period="2023", path="letter.md"))
DONE = spent(1, 10, REST)


def test_repeated_in_two_periods_without_a_deed() -> None:
    (one,) = find("repeated-without-a-deed", *AGAIN, said(3, REST), DONE)
    assert one.severity is Severity.MEDIUM
    assert "2 periods (2022, 2023)" in one.statement
    assert one.signs[0].code == "promised-and-no-deed-found"


def test_one_deed_takes_it_back() -> None:
    assert not find("repeated-without-a-deed", *AGAIN, DONE, spent(2, 1))


def test_within_one_period_it_is_not_repeated() -> None:
    twice = (said(1, period="2022"), said(2, period="2022"))
    assert not find("repeated-without-a-deed", *twice, DONE)


def test_what_is_only_heard_is_no_deed() -> None:
    assert find("repeated-without-a-deed", *AGAIN, DONE, heard(1, 80))


def test_a_deed_that_comes_near_leaves_a_question() -> None:
    (one,) = find("repeated-without-a-deed", *AGAIN, DONE, guessed(9))
    assert one.severity is Severity.LOW
    assert one.counter_evidence == ("budget.csv:9",)


def test_a_machine_that_finds_nothing_proves_nothing() -> None:
    silent = make_record(8, text="Car park"), ()
    (one,) = find("repeated-without-a-deed", *AGAIN, DONE, silent)
    assert one.severity is Severity.LOW
    assert "no person has searched" in one.counter


def test_people_who_looked_and_found_none_do() -> None:
    silent = [(make_record(20 + at, text="Car park"), ()) for at in range(15)]
    said_so = answers({record.id: Answer.NEITHER for record, _ in silent})
    (one,) = find("repeated-without-a-deed", *AGAIN, DONE, *silent, verification=said_so)
    assert one.severity is Severity.MEDIUM
    assert "looked at 15 deeds" in one.counter


def test_one_answer_of_many_that_may_be_an_error_leaves_a_question() -> None:
    silent = [(make_record(20 + at, text="Car park"), ()) for at in range(15)]
    deed = spent(2, 1, text="Car park wall")
    said_so = answers(
        {record.id: Answer.NEITHER for record, _ in silent} | {deed[0].id: Answer.ADVANCES}
    )
    (one,) = find("repeated-without-a-deed", *AGAIN, DONE, *silent, deed, verification=said_so)
    assert one.severity is Severity.LOW
    assert one.counter_evidence == (deed[0].id,)
    assert "may be an error" in one.counter


def test_two_answers_are_two_deeds() -> None:
    silent = [(make_record(20 + at, text="Car park"), ()) for at in range(15)]
    deeds = (spent(2, 1), spent(3, 1))
    said_so = answers(
        {record.id: Answer.NEITHER for record, _ in silent}
        | {record.id: Answer.ADVANCES for record, _ in deeds}
    )
    all_ = (*AGAIN, DONE, *silent, *deeds)
    assert not find("repeated-without-a-deed", *all_, verification=said_so)


def test_where_no_deeds_were_read_nobody_is_accused() -> None:
    assert not find("repeated-without-a-deed", *AGAIN)
    assert not find("promised-and-no-deed-found", *AGAIN)


def test_where_a_part_is_missing_nobody_is_accused() -> None:
    gone = Missing(path="ledger.csv", channel="money", amount=DONE[0].amount, reason="gone")
    (one,) = find("repeated-without-a-deed", *AGAIN, DONE, missing=[gone])
    assert one.severity is Severity.LOW
    assert "not read (money)" in one.counter


PROMISED = said(1, text="By 2023 every patient has double the time.", effective_on=date(2022, 3, 1))
LATER = spent(2, 10, REST, effective_on=date(2024, 6, 1))
OUTLIVED = "claim-outlives-its-horizon"


def test_a_day_that_has_passed_without_a_deed() -> None:
    (one,) = find(OUTLIVED, PROMISED, LATER)
    assert "“By 2023” ended on 2023-12-31" in one.statement
    assert one.severity is Severity.MEDIUM


def test_a_deed_after_the_claim_redeems_it() -> None:
    assert not find(OUTLIVED, PROMISED, LATER, spent(3, 1, effective_on=date(2023, 2, 1)))


def test_a_deed_before_the_claim_does_not() -> None:
    assert find(OUTLIVED, PROMISED, LATER, spent(3, 1, effective_on=date(2021, 2, 1)))


def test_a_day_that_lies_ahead_is_no_finding() -> None:
    ahead = said(1, text="By 2030 every patient has time.", effective_on=date(2022, 3, 1))
    assert not find(OUTLIVED, ahead, LATER)


def test_nothing_read_from_after_the_day_tells_nothing() -> None:
    assert not find(OUTLIVED, PROMISED, spent(2, 10, REST, effective_on=date(2023, 6, 1)))
