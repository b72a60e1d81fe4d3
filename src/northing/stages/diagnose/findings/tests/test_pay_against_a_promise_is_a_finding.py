from northing.stages.clarify.commitments.tests.make import make_commitment
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.tests.make import find
from northing.stages.diagnose.incentives.engine import rewards_of
from northing.stages.diagnose.incentives.tests.make import BOTH, CARE, REST, Paid, paid
from northing.stages.diagnose.linking.tests.make import by_record

VISITS = paid(1, 30, CARE, against=True, text="Visits an hour", stake=9_000, level="executive")
RATING = paid(2, 10, CARE, text="Patients' rating", level="executive")
COSTS = paid(3, 60, text="Costs within the budget", level="executive")


def found(*scheme: Paid, code: str = "reward-against-promise", **but: object) -> list[Finding]:
    commitments = but.pop("commitments", BOTH)
    links = by_record(link for _, of in scheme for link in of)
    rewards = rewards_of([record for record, _ in scheme], links, commitments)
    return find(code, *scheme, rewards=rewards, commitments=commitments, **but)


def test_it_names_the_measure_its_part_of_the_pay_and_the_money() -> None:
    (one,) = found(VISITS, RATING, COSTS)
    assert "30.0 % of the pay of “executive, 2024”" in one.statement
    assert "“Visits an hour”" in one.statement
    assert "EUR 9,000" in one.condition
    assert one.evidence == ("bonus.csv:1",)
    assert one.counter_evidence == ("bonus.csv:2",)


def test_it_says_the_least_change_of_weights() -> None:
    (one,) = found(VISITS, RATING, COSTS)
    assert "“Visits an hour” from 30.0 % to 20.0 %" in one.corrective_action


def test_it_is_grave_where_more_is_paid_against_than_for() -> None:
    (one,) = found(VISITS, RATING, COSTS)
    assert one.severity is Severity.HIGH
    (milder,) = found(VISITS, paid(4, 70, CARE, level="executive"))
    assert milder.severity is Severity.MEDIUM


def test_a_guardrail_is_grave_whatever_else_is_paid() -> None:
    guarded = (make_commitment(CARE, guardrail=True), BOTH[1])
    (one,) = found(VISITS, paid(4, 70, CARE, level="executive"), commitments=guarded)
    assert one.severity is Severity.HIGH


def test_the_same_measure_in_several_schemes_is_one_finding() -> None:
    manager = paid(5, 50, CARE, against=True, text="Visits an hour", level="manager")
    (one,) = found(VISITS, RATING, COSTS, manager)
    assert one.statement.count("Visits an hour") == 1
    assert "in 2 schemes" in one.condition


def test_it_is_told_once_and_not_again_as_a_tag() -> None:
    assert not found(VISITS, RATING, code="contradicted-by-tagged-records")


def test_pay_for_promises_and_for_other_things_accuses_nobody() -> None:
    assert not found(RATING, COSTS, paid(6, 20, REST, level="executive"))
