from datetime import date

from northing.foundations.sources.rows import Place
from northing.stages.records.ledger.facts import Fault, Side
from northing.stages.records.ledger.rules.same_record import without_repeats
from northing.stages.records.ledger.tests.make import make_record

MAY = date(2024, 5, 17)


def test_one_id_in_two_files_is_one_record() -> None:
    first = make_record(2, path="may.csv", given_id="V-17")
    again = make_record(9, path="june.csv", given_id="V-17")
    found = without_repeats([first, again])
    assert found.records == (first,)
    assert found.repeats == (("june.csv:9", "may.csv:2"),)
    assert not found.discrepancies


def test_one_id_with_two_amounts_is_reported_and_the_first_counts() -> None:
    first = make_record(2, path="may.csv", given_id="V-17", amount=100)
    again = make_record(9, path="june.csv", given_id="V-17", amount=120)
    found = without_repeats([first, again])
    assert found.records == (first,)
    (fault,) = found.discrepancies
    assert (fault.fault, fault.found, fault.stated) == (Fault.DUPLICATE_DISAGREES, 100, 120)


def test_lines_of_one_voucher_all_count() -> None:
    lines = [make_record(at, given_id="V-17", amount=at) for at in (2, 3)]
    assert without_repeats(lines).records == tuple(lines)


def test_lines_of_one_voucher_met_again_in_another_export_count_once() -> None:
    first = [make_record(at, path="may.csv", given_id="V-17", amount=at) for at in (2, 3)]
    again = [make_record(at, path="june.csv", given_id="V-17", amount=at) for at in (2, 3)]
    found = without_repeats([*first, *again])
    assert found.records == tuple(first)
    assert not found.discrepancies


def test_departments_that_number_alike_are_kept_apart() -> None:
    lines = [
        make_record(2, path="north.csv", given_id="1", unit="North"),
        make_record(2, path="south.csv", given_id="1", unit="South"),
        make_record(3, path="south.csv", given_id="1", unit="North", text="Relief nurses"),
    ]
    assert without_repeats(lines).records == tuple(lines)


def test_spending_and_income_of_one_voucher_both_count() -> None:
    lines = [make_record(2, given_id="V-17"), make_record(3, given_id="V-17", side=Side.INCOME)]
    assert without_repeats(lines).records == tuple(lines)


def test_a_dated_row_in_two_overlapping_exports_counts_once() -> None:
    dated = {"effective_on": MAY, "is_dated_to_day": True, "cells": {"Line": "Rent"}}
    first = make_record(2, path="may.csv", **dated)
    again = make_record(40, path="june.csv", **dated)
    found = without_repeats([first, again])
    assert found.records == (first,)
    assert [repeat for repeat, _ in found.repeats] == ["june.csv:40"]


def test_rows_repeated_inside_one_file_all_count() -> None:
    dated = {"effective_on": MAY, "is_dated_to_day": True}
    lines = [make_record(2, **dated), make_record(3, **dated)]
    assert without_repeats(lines).records == tuple(lines)


def test_the_same_dated_row_of_two_units_counts_twice() -> None:
    dated = {"effective_on": MAY, "is_dated_to_day": True}
    lines = [
        make_record(2, path="north.csv", unit="North", **dated),
        make_record(2, path="south.csv", unit="South", **dated),
    ]
    assert without_repeats(lines).records == tuple(lines)


def test_undated_rows_without_ids_all_count() -> None:
    lines = [make_record(2, path="a.csv"), make_record(2, path="b.csv")]
    assert without_repeats(lines).records == tuple(lines)


def test_years_of_a_wide_row_are_records_of_their_own() -> None:
    lines = [
        make_record(2, given_id="7", place=Place("budget.csv", line=2, column=year), period=year)
        for year in ("2023", "2024")
    ]
    assert without_repeats(lines).records == tuple(lines)
