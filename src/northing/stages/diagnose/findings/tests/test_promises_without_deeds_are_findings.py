from datetime import date

from northing.stages.diagnose.findings.tests.make import find
from northing.stages.diagnose.say_do.tests.make import REST, said, spent
from northing.stages.records.ledger.facts import Side


def test_promised_and_no_deed_found() -> None:
    (one,) = find("promised-and-no-deed-found", said(1), said(2, REST), spent(1, 10, REST))
    assert (one.commitment, one.evidence) == ("care", ("plan.md:1",))
    assert "50.0 % of what is said" in one.statement
    assert "no person has searched" in one.counter


def test_done_and_not_told() -> None:
    (one,) = find("done-and-not-told", said(1), spent(1, 10), spent(2, 10, REST))
    assert (one.commitment, one.evidence) == ("rest", ("budget.csv:2",))


def test_without_any_words_nothing_is_untold() -> None:
    assert not find("done-and-not-told", spent(1, 10))


def test_gone_silent_after_more_than_a_year() -> None:
    old = said(1, effective_on=date(2022, 5, 1), path="plan-2022.md")
    new = said(2, REST, effective_on=date(2025, 5, 1), path="plan-2025.md")
    (one,) = find("gone-silent", old, new)
    assert (one.commitment, one.evidence) == ("care", ("plan-2022.md:1",))
    assert "2022-05-01" in one.statement


def test_an_old_document_alone_is_not_silence() -> None:
    assert not find("gone-silent", said(1, effective_on=date(2020, 1, 1)))


def test_income_for_a_promise_is_no_deed() -> None:
    (one,) = find("promised-and-no-deed-found", said(1), spent(1, 10, side=Side.INCOME))
    assert one.commitment == "care"
