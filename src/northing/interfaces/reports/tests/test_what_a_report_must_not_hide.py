"""Does the report say what nobody verified, what stands in for words, and how to get it again?"""

from dataclasses import replace
from decimal import Decimal

from northing.foundations.documents.blocks import Callout, Code, Figure, Paragraph, Table
from northing.interfaces.reports.report import report_of
from northing.interfaces.reports.tests.make import (
    COMMITMENTS,
    blocks_in,
    make_audit,
    make_record,
    make_report,
    make_silent_report,
    make_spending,
    make_words,
    words_of,
)


def test_once_at_the_top_no_person_has_verified():
    callouts = [one for one in make_report().blocks if isinstance(one, Callout)]
    assert [one.title for one in callouts] == ["No person has verified these links."]


def test_every_finding_in_full_says_that_nobody_verified_it():
    captions = [
        one.caption
        for one in make_report().blocks
        if isinstance(one, Table) and one.caption.startswith("Finding")
    ]
    assert captions
    assert all("no person has verified these links" in one for one in captions)


def test_every_finding_answers_the_same_questions():
    for one in make_report().blocks:
        if isinstance(one, Table) and one.caption.startswith("Finding"):
            assert [row[0] for row in one.rows][:6] == [
                "What was promised?",
                "What was found?",
                "Why?",
                "What follows?",
                "What could be done?",
                "What speaks against it?",
            ]


def test_declared_weights_are_said_to_stand_in_for_words():
    report = make_silent_report()
    callout = next(one for one in report.blocks if isinstance(one, Callout))
    assert callout.title == "No statement was given: “said” means the declared weights."
    lead = report.blocks[1]
    assert isinstance(lead, Paragraph)
    assert "If the money followed the declared weights, " in lead.text
    assert "more declared than done" in words_of(report)
    figure = next(one for one in report.blocks if isinstance(one, Figure))
    assert figure.table.columns[1].label == "Declared, %"


def test_with_words_nothing_is_said_of_declared_weights():
    assert "No statement was given" not in words_of(make_report())


def test_deeds_against_a_promise_are_a_ledger_of_their_own():
    tables = [one for one in make_report().blocks if isinstance(one, Table)]
    ledger = next(one for one in tables if "running against a commitment" in one.caption)
    assert ledger.rows[0][1] == "Pay a bonus for visits per hour"
    assert "never subtracted" in ledger.note


def test_the_command_that_gives_the_same_report_stands_in_it():
    code = next(one for one in make_report().blocks if isinstance(one, Code))
    assert "northing audit CASE --on 2025-05-01 --seed 7" in code.text
    assert "sha256 of all records" in code.text


def test_one_period_and_one_unit_leave_no_section_behind():
    one_year = [one for one in make_spending() if one.period == "2024" and one.unit == "North"]
    headings = words_of(make_report(records=tuple(one_year)))
    assert "By period" not in headings
    assert "By unit" not in headings


def test_more_findings_than_a_board_reads_stand_in_a_table():

    audit = make_audit()
    many = replace(audit, found=replace(audit.found, findings=audit.findings[:1] * 20))
    report = report_of(many, version="9.9")
    rest = [
        one
        for one in blocks_in(report.blocks)
        if isinstance(one, Table) and "not told in full" in one.caption
    ]
    assert len(rest[0].rows) == 17


def test_a_fractional_weight_keeps_its_digits():

    commitments = (replace(COMMITMENTS[0], weight=Decimal("1.5")), *COMMITMENTS[1:])
    assert "'1.5'" in words_of(make_report(commitments=commitments))


def test_deeds_of_which_none_is_linked_make_no_distance():
    money = [make_record(at, "Rent of the building", amount=Decimal(100)) for at in (4, 5)]
    lead = make_report(records=(*make_words(), *money)).blocks[1]
    assert isinstance(lead, Paragraph)
    assert lead.text.startswith("That cannot be told yet. None of the money could be linked")
    assert "no proof" in lead.text
    assert "%" not in lead.text


def test_no_command_is_promised_that_there_is_not():
    callouts = [one for one in make_report().blocks if isinstance(one, Callout)]
    assert not any("northing " in one.text for one in callouts)
    assert any("people would read a sample of records" in one.text for one in callouts)


def test_what_exact_claims_is_said_beside_the_table():
    figure = next(one for one in make_report().blocks if isinstance(one, Figure))
    cells = [cell for row in figure.table.rows for cell in row]
    assert any(cell.endswith("exact") for cell in cells)
    assert "no person has checked" in figure.table.note
    assert "Sentences that speak of no commitment are not counted" in figure.table.note
