from northing.stages.diagnose.findings.facts import Severity
from northing.stages.diagnose.findings.tests.make import find
from northing.stages.diagnose.linking.tests.make import make_link
from northing.stages.diagnose.say_do.tests.make import REST, said, spent
from northing.stages.records.ledger.facts import Side, Stance
from northing.stages.records.ledger.tests.make import make_record

WORDS = (said(1), said(2), said(3, path="letter.md"), said(4, REST, path="letter.md"))
DEEDS = (spent(1, 20), spent(2, 80, REST))


def test_more_said_than_done() -> None:
    (one,) = find("more-said-than-done", *WORDS, *DEEDS)
    assert one.commitment == "care"
    assert "takes 75.0 % of what is said" in one.statement
    assert "20.0 % of money" in one.statement
    assert "55.0 points more said than done" in one.statement
    assert one.evidence[0] == "plan.md:1"
    assert one.counter_evidence == ("budget.csv:1",)


def test_more_done_than_said() -> None:
    (one,) = find("more-done-than-said", *WORDS, *DEEDS)
    assert (one.commitment, one.evidence) == ("rest", ("budget.csv:2",))


def test_nine_points_are_no_finding() -> None:
    assert not find("more-said-than-done", *WORDS, spent(1, 66), spent(2, 34, REST))


def test_a_gap_without_bounds_is_low() -> None:
    (one,) = find("more-said-than-done", said(1), said(2, REST), *DEEDS)
    assert one.severity is Severity.LOW
    assert "No interval" in one.counter


def test_income_foreign_money_and_what_contradicts_are_no_evidence_of_doing() -> None:
    bonus = make_record(9, amount=10)
    others = (
        spent(7, 5, side=Side.INCOME),
        spent(8, 5, currency="USD"),
        (bonus, (make_link(bonus, stance=Stance.CONTRADICTS),)),
    )
    (one,) = (
        found
        for found in find("more-said-than-done", *WORDS, *DEEDS, *others)
        if found.channel == "money"
    )
    assert one.counter_evidence == ("budget.csv:1",)
