"""Does the report tell each of its limits: income, foreign money, no unit, no date, many files?"""

from decimal import Decimal

from northing.foundations.documents.blocks import Details, Figure, Listing, Table
from northing.foundations.sources.rows import Place
from northing.interfaces.reports.tests.make import (
    blocks_in,
    make_account,
    make_decision,
    make_record,
    make_report,
    make_spending,
    make_words,
    words_of,
)
from northing.stages.records.ledger.facts import Channel, Record, Side, StatedTotal


def limits_of(*more: Record, **but: object) -> str:
    records = (*make_words(), *make_spending(), make_decision(), *more)
    report = make_report(records=records, **but)
    return "\n".join(next(one for one in report.blocks if isinstance(one, Listing)).items)


def make_line(at: int, **but: object) -> Record:
    return make_record(at, "Paid", id=f"more.csv:{at}", place=Place("more.csv", line=at), **but)


def test_income_stands_outside():
    told = limits_of(make_line(2, amount=Decimal(70), side=Side.INCOME))
    assert "What EUR\xa070 of income (1 record) say: income stands outside" in told


def test_foreign_money_stands_on_its_own():
    told = limits_of(make_line(2, amount=Decimal(70), currency="NOK"))
    assert "How money in NOK adds to the rest: without a rate it stands on its own." in told


def test_records_without_a_unit_or_a_date_are_counted():
    told = limits_of(make_line(2, amount=Decimal(70), period=None, effective_on=None))
    assert "Which unit 1 record of money belong to: they name none." in told
    assert "When 1 record took effect" in told


def test_credits_that_outweigh_what_was_spent_are_told():
    credit = make_line(2, amount=Decimal(-900), given=(("open-books", Decimal(1)),))
    assert "What credits mean for “We publish what we spend” in money" in limits_of(credit)


def test_many_files_are_told_by_kind_and_one_by_one_behind():
    sources = tuple(make_account(f"minutes/{at}.md", Channel.WORDS) for at in range(30))
    report = make_report(sources=sources)
    kinds = next(
        one
        for one in report.blocks
        if isinstance(one, Table) and one.caption.startswith("Every kind of record")
    )
    assert kinds.rows == (("words", "30", "240", "240", "0", "0 of 30 files declare it"),)
    folded = [one for one in report.blocks if isinstance(one, Details)]
    assert any(one.summary == "All 30 files, one by one" for one in folded)


def test_repeats_stated_totals_and_notes_are_told():
    total = StatedTotal(
        label="Total",
        place=Place("budget.csv", line=9),
        period="2024",
        amount=Decimal(3500),
        currency="EUR",
    )
    account = make_account("budget.csv", Channel.MONEY, notes=("Read as UTF-8.",), expected_rows=8)
    text = words_of(make_report(repeats=(("a", "b"),), totals=(total,), sources=(account,)))
    assert "Met twice, counted once" in text
    assert "1 line, compared with their parts and never counted" in text
    assert "budget.csv: Read as UTF-8." in text


def test_a_declared_total_that_was_not_reached_is_told():
    account = make_account(
        "budget.csv",
        Channel.MONEY,
        total=Decimal(6500),
        expected_total=Decimal(9000),
        expected_periods=("2024", "2025"),
    )
    text = words_of(make_report(sources=(account,)))
    assert "declared: 6,500 of 9,000 in total, 2 periods" in text


def test_files_of_one_source_are_declared_together():
    half = {"rows_read": 4, "expected_rows": 9, "source": 3}
    sources = (
        make_account("a.csv", Channel.MONEY, **half),
        make_account("b.csv", Channel.MONEY, **half),
    )
    assert words_of(make_report(sources=sources)).count("declared for 2 files: 8 of 9 rows") == 2


def test_a_machine_link_shows_the_words_that_carried_it():
    said = make_record(
        9,
        "Our staff are rested and nobody works a double shift.",
        channel=Channel.WORDS,
        place=Place("plan.md", line=9),
        currency=None,
    )
    text = words_of(make_report(records=(said, *make_spending())))
    assert "linked by a machine; carried by" in text


def test_many_years_are_cut_and_added_up():
    given = (("open-books", Decimal(1)),)
    lines = [
        make_line(at, amount=Decimal(10), period=str(2010 + at), given=given) for at in range(10)
    ]
    report = make_report(records=(*make_words(), *lines))
    periods = next(
        one for one in blocks_in(report.blocks) if isinstance(one, Figure) and one.name == "periods"
    )
    assert [column.label.split("\n")[0] for column in periods.table.columns[1:]] == [
        str(year) for year in range(2012, 2020)
    ]
    assert "2 earlier periods stand in gaps.csv" in periods.table.note
    assert "10 records, EUR\xa0100 in all" in words_of(report)
