from datetime import date
from decimal import Decimal

from northing.foundations.sources.rows import Place
from northing.stages.clarify.commitments.tests.make import make_commitment
from northing.stages.diagnose.findings.engine import findings_of
from northing.stages.diagnose.findings.tests.make import AMINA, BRUNO, CHIARA, evidence_of
from northing.stages.diagnose.linking.tests.make import make_link
from northing.stages.diagnose.say_do.tests.make import BOTH, REST, said, spent
from northing.stages.records.ledger.facts import Channel, Discrepancy, Fault, Stance
from northing.stages.records.ledger.tests.make import make_record

BONUS = make_record(2, path="bonus.csv", channel=Channel.INCENTIVES, text=f"Bonus for {CHIARA}")
CASE = (
    said(1, text=f"{AMINA} says: longer appointments are crucial."),
    said(2, text=f"In 2024 {BRUNO} received €90,000 for {AMINA}."),
    said(3, REST, effective_on=date(2020, 1, 1), text=f"{BRUNO} rests.", path="old.md"),
    said(4, effective_on=date(2025, 1, 1), path="new.md"),
    spent(1, 40, period="2023", unit=AMINA),
    spent(2, 60, REST, period="2023", unit=BRUNO),
    spent(3, 10, period="2024", unit=AMINA, text=f"Fee for {AMINA}"),
    spent(4, 90, REST, period="2024", unit=BRUNO),
    spent(5, 300, channel=Channel.DECISIONS, unit=CHIARA, effective_on=date(2024, 1, 1)),
    spent(6, -300, channel=Channel.DECISIONS, unit=CHIARA, effective_on=date(2024, 2, 1)),
    spent(7, 0, channel=Channel.INITIATIVES, text=BRUNO, effective_on=date(2023, 1, 1)),
    spent(8, 0, channel=Channel.INITIATIVES, text=BRUNO, effective_on=date(2024, 1, 1)),
    (BONUS, (make_link(BONUS, stance=Stance.CONTRADICTS),)),
)
FAULT = Discrepancy(
    fault=Fault.PARTS_DISAGREE,
    label=f"Total {AMINA}",
    place=Place("budget.csv", line=4),
    period="2024",
    stated=Decimal(110),
    found=Decimal(100),
)


def test_whatever_is_quoted_is_redacted() -> None:
    led = (make_commitment(text=f"{AMINA} cares for every patient"), *BOTH[1:])
    found = findings_of(evidence_of(*CASE, commitments=led, discrepancies=(FAULT,)), ()).findings
    codes = {one.code for one in found}
    assert len(codes) >= 7, codes
    for one in found:
        said_ = " ".join((one.statement, one.criteria, one.condition, one.cause, one.counter))
        for name in (AMINA, BRUNO, CHIARA):
            assert not any(part in said_ for part in name.split()), (one.code, said_)
