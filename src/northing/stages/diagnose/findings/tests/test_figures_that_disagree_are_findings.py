from dataclasses import replace
from decimal import Decimal

from northing.foundations.sources.rows import Place
from northing.stages.diagnose.findings.rules.completeness import Missing
from northing.stages.diagnose.findings.tests.make import find
from northing.stages.diagnose.say_do.tests.make import said, spent
from northing.stages.records.ledger.facts import Channel, Discrepancy, Fault

TOTAL = Discrepancy(
    fault=Fault.PARTS_DISAGREE,
    label="Buildings",
    place=Place("budget.csv", line=4),
    period="2024",
    stated=Decimal(110),
    found=Decimal(100),
    currency="EUR",
    record_ids=("budget.csv:2",),
)
TWICE = Discrepancy(
    fault=Fault.DUPLICATE_DISAGREES,
    label="V-17",
    place=Place("june.csv", line=9),
    period="2024",
    stated=Decimal(120),
    found=Decimal(100),
    currency="EUR",
    record_ids=("may.csv:2", "june.csv:9"),
)


def test_a_total_and_its_parts() -> None:
    (one,) = find("parent-and-parts-disagree", said(1), discrepancies=(TOTAL,))
    assert "“Buildings” in 2024 states EUR 110" in one.statement
    assert "EUR 10 more than its parts" in one.statement
    assert one.places == (Place("budget.csv", line=4),)


def test_one_id_and_two_contents() -> None:
    (one,) = find("same-id-different-content", said(1), discrepancies=(TWICE,))
    assert "(EUR 100 and EUR 120); the first was counted" in one.statement


def test_a_figure_in_a_text_and_in_a_table() -> None:
    told = said(1, text="In 2024 we spent €90,000 on relief nurses.")
    line = spent(1, 60_000, text="Relief nurses")
    (one,) = find("stated-figure-differs", told, line)
    assert "EUR 90,000" in one.statement
    assert "EUR 60,000" in one.statement


def test_a_rounded_figure_agrees() -> None:
    told = said(1, text="In 2024 we spent €60,000 on relief nurses.")
    assert not find("stated-figure-differs", told, spent(1, 59_900, text="Relief nurses"))


def test_what_was_declared_and_not_read() -> None:
    gone = Missing(
        path="ledger.csv", channel="money", amount=Decimal(5), reason="declared 9, read 4"
    )
    (one,) = find("expected-but-missing", said(1), missing=(gone,))
    assert "ledger.csv: less was read than there should be (declared 9, read 4)" in one.statement


def test_a_note_that_owns_up_to_an_error() -> None:
    note = "Correction: the report gave the erroneous €900; the correct amount is €700."
    (one,) = find("source-documents-an-error", spent(1, 700, cells={"comment": note}))
    assert "EUR 900" in one.statement
    assert "EUR 700" in one.statement


def test_a_fault_belongs_to_the_channel_of_its_lines() -> None:
    hours = replace(TOTAL, record_ids=("hours.csv:2",))
    line = spent(2, 8, path="hours.csv", channel=Channel.TIME)
    (one,) = find("parent-and-parts-disagree", said(1), line, discrepancies=(hours,))
    assert one.channel == "time"
