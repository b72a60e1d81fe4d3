from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.tests.make import find
from northing.stages.diagnose.linking.tests.make import make_link
from northing.stages.diagnose.say_do.tests.make import REST, Tagged, said, spent
from northing.stages.records.ledger.facts import Channel, Side, Stance
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


HOURS = {"channel": Channel.TIME, "path": "hours.csv", "currency": None}
IDLE = (make_record(90, amount=300), ())


OFTEN = [said(at, REST if at % 4 == 0 else "care", path=f"letter-{at // 4}.md") for at in range(40)]
MANY = [spent(at, 10, REST if at % 5 else "care") for at in range(20)]


def money_of(*tagged: Tagged) -> Finding:
    found = find("more-said-than-done", *OFTEN, *tagged)
    return next(one for one in found if one.channel == "money" and one.commitment == "care")


def test_a_gap_that_holds_accuses() -> None:
    assert money_of(*MANY).severity is Severity.HIGH


def test_what_may_be_kept_with_time_is_not_accused_for_money() -> None:
    one = money_of(*MANY, spent(83, 9, **HOURS), spent(84, 1, REST, **HOURS))
    assert one.severity is Severity.LOW
    assert "share of time may be as large" in one.counter


def test_everyday_business_accuses_nobody() -> None:
    one = money_of(spent(1, 80), spent(2, 20, REST), IDLE)
    assert one.severity is Severity.LOW
    assert "everyday business" in one.counter
