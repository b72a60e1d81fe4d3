from northing.stages.clarify.commitments.tests.make import make_commitment
from northing.stages.diagnose.findings.facts import Severity
from northing.stages.diagnose.findings.tests.make import find
from northing.stages.diagnose.linking.tests.make import make_link
from northing.stages.diagnose.say_do.tests.make import said, spent
from northing.stages.records.ledger.facts import Channel, Stance
from northing.stages.records.ledger.tests.make import make_record

BONUS = make_record(
    2, path="bonus.csv", channel=Channel.INCENTIVES, text="Bonus for the number of patients seen"
)
AGAINST = BONUS, (make_link(BONUS, stance=Stance.CONTRADICTS),)


def test_it_quotes_the_record_and_counts_what_advances() -> None:
    (one,) = find("contradicted-by-tagged-records", said(1), AGAINST, spent(1, 10))
    assert "“Bonus for the number of patients seen”" in one.statement
    assert one.evidence == ("bonus.csv:2",)
    assert one.counter_evidence == ("budget.csv:1",)
    assert one.severity is Severity.MEDIUM


def test_against_a_guardrail_it_is_grave() -> None:
    guarded = (make_commitment(guardrail=True),)
    (one,) = find("contradicted-by-tagged-records", AGAINST, commitments=guarded)
    assert one.severity is Severity.HIGH


def test_a_neutral_tag_is_none() -> None:
    neutral = BONUS, (make_link(BONUS, stance=Stance.NEUTRAL),)
    assert not find("contradicted-by-tagged-records", said(1), neutral)
