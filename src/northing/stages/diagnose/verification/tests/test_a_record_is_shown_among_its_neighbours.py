"""Which lines stand beside a record when people are asked about it?"""

from __future__ import annotations

from dataclasses import replace

from northing.stages.diagnose.verification.rules.beside import Beside, beside
from northing.stages.records.ledger.tests.make import make_record


def ids(records):
    return [one.place.line for one in records]


def near(records, wanted):
    found = beside(records, {wanted.id})[wanted.id]
    return ids(found.before), ids(found.after)


def test_two_lines_before_and_two_after_in_the_order_of_the_file():
    records = [make_record(number) for number in (9, 3, 5, 4, 7, 6)]
    five = next(one for one in records if one.place.line == 5)
    assert near(records, five) == ([3, 4], [6, 7])


def test_the_first_line_has_none_before_it_and_other_files_are_no_neighbours():
    first, second = make_record(1), make_record(2)
    strange = make_record(3, path="other.csv")
    assert near([first, second, strange], first) == ([], [2])


def test_the_years_of_one_line_are_not_neighbours_of_each_other():
    line = make_record(4)
    years = [replace(line, id=f"{line.id}-{year}") for year in (2024, 2025)]
    others = [make_record(number) for number in (3, 5)]
    assert near([*years, *others], years[0]) == ([3], [5])


def test_a_record_without_a_line_has_no_neighbours():
    one = make_record(1)
    one = replace(one, place=replace(one.place, line=None))
    assert beside([one, make_record(2)], {one.id}) == {}
    assert Beside() == Beside((), ())
