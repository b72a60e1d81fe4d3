"""Does a person's name ever reach the report?"""

from decimal import Decimal

from northing.foundations.documents.blocks import Evidence, Table
from northing.foundations.sources.rows import Place
from northing.interfaces.reports.tests.make import (
    AMINA,
    BRUNO,
    blocks_in,
    make_account,
    make_case,
    make_record,
    make_report,
    words_of,
)
from northing.stages.records.ledger.facts import Channel


def test_names_never_appear():
    text = words_of(make_report())
    for name in (*AMINA.split(), *BRUNO.split()):
        assert name not in text


def test_names_in_paths_units_and_notes_never_appear():
    record = make_record(
        2,
        "Grant",
        amount=Decimal(10),
        unit=f"Office of {AMINA}",
        place=Place(f"grants/{BRUNO}.csv", line=2),
    )
    case = make_case()
    account = make_account(
        f"grants/{BRUNO}.csv",
        Channel.MONEY,
        notes=(f"Header by {AMINA}.",),
        left_out={f"notes of {BRUNO}": 1},
    )
    text = words_of(make_report(records=(*case.records, record), sources=(*case.sources, account)))
    for name in (*AMINA.split(), *BRUNO.split()):
        assert name not in text


def test_a_speaker_is_left_out_of_the_quote():
    quotes = [
        quote
        for one in blocks_in(make_report().blocks)
        if isinstance(one, Evidence)
        for quote in (*one.said, *one.done, *one.against)
    ]
    tables = [
        cell
        for one in blocks_in(make_report().blocks)
        if isinstance(one, Table)
        for row in one.rows
        for cell in row
    ]
    assert "Pay a bonus for visits per hour" in [*(one.text for one in quotes), *tables]


def test_a_refused_value_is_told_without_the_person():
    tables = [one for one in make_report().blocks if isinstance(one, Table)]
    refused = next(one for one in tables if "Remedy" in [column.label for column in one.columns])
    assert refused.rows == (
        (
            "budget.csv, sheet 2024, line 9, column Amount",
            "twelve, says [person]",
            "this is not an amount",
            "Write a number.",
        ),
    )
