"""What comes back from a filled sheet, in whatever order and state?"""

from __future__ import annotations

from decimal import Decimal

import pytest

from northing.foundations.sources.rows import Place, Row
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.diagnose.verification.intake.sheets import (
    check_of,
    labels_in,
    pair_id,
    sample_named_in,
)
from northing.stages.diagnose.verification.tests.make import make_case, sample

DRAWN = sample(make_case(), size=20)
PROMISE, RECORD = "Every patient has longer appointments", "=Longer appointments, ward 3"


def row(number=1, answer="advances", coder="A", **but):
    pair = pair_id(but.pop("sample", DRAWN.id), number, coder)
    cells = {
        "no.": Decimal(number),
        "the promise": PROMISE,
        "the record": RECORD,
        "answer": answer,
        "note": "",
        "pair": pair,
        "check": check_of(pair, PROMISE, RECORD),
    }
    return Row(Place("labels.xlsx", sheet="Pairs", line=number + 1), cells | but)


def test_rows_in_any_order_are_read_right():
    rows = [row(number, str(list(Answer)[number % 4])) for number in range(1, 21)]
    assert labels_in(rows[::-1], DRAWN) == labels_in(rows, DRAWN)
    assert len(labels_in(rows, DRAWN).labels) == 20


def test_a_half_filled_sheet_gives_what_is_there_and_says_what_waits():
    found = labels_in([row(1), row(2, ""), row(3, "  "), row(4, None)], DRAWN)
    assert [one.pair for one in found.labels] == [1]
    assert found.unanswered == 3
    assert not found.refused


def test_answers_may_be_written_large():
    assert labels_in([row(1, "Cannot Tell")], DRAWN).labels[0].answer is Answer.CANNOT_TELL


@pytest.mark.parametrize("answer", ["yes", "advance", "1", "advances?", "=1+1", "neither nor"])
def test_any_other_answer_is_refused_with_its_line_and_what_to_write(answer):
    found = labels_in([row(6, answer)], DRAWN)
    assert found.labels == ()
    refusal = found.refused[0]
    assert (refusal.place.line, refusal.place.column, refusal.value) == (7, "answer", answer)
    assert "advances, contradicts, neither, cannot tell" in refusal.remedy


def test_the_same_row_twice_with_one_answer_counts_once():
    assert len(labels_in([row(1), row(1)], DRAWN).labels) == 1


def test_the_same_pair_with_two_answers_is_refused_both_times():
    found = labels_in([row(1), row(2), row(1, "neither")], DRAWN)
    assert [one.pair for one in found.labels] == [2]
    assert [one.value for one in found.refused] == ["advances", "neither"]
    assert "twice" in found.refused[0].reason


@pytest.mark.parametrize(
    ("but", "reason"),
    [
        ({"pair": "nonsense"}, "no pair of a sample"),
        ({"pair": ""}, "no pair of a sample"),
        ({"pair": pair_id(DRAWN.id, 99, "A")}, "no such pair"),
        ({"pair": pair_id("00000000", 1, "A")}, "is of sample 00000000"),
        ({"pair": pair_id(DRAWN.id, 1, "Z")}, "nobody of that name"),
        ({"pair": pair_id(DRAWN.id, 2, "A")}, "not those of its pair"),
        ({"check": "k00000000"}, "not those of its pair"),
        ({"the record": "Car park"}, "not those of its pair"),
        ({"the promise": "Nurses rest"}, "not those of its pair"),
    ],
)
def test_a_row_that_does_not_fit_is_refused_and_the_rest_is_read(but, reason):
    found = labels_in([row(1, **but), row(5)], DRAWN)
    assert [one.pair for one in found.labels] == [5]
    assert reason in found.refused[0].reason
    assert found.refused[0].remedy


def test_a_sheet_sorted_in_one_column_only_is_found_out():
    one, other = row(1), row(2)
    mixed = [
        Row(one.place, dict(one.cells) | {"the record": "Car park, ward 50"}),
        Row(other.place, dict(other.cells)),
    ]
    assert [each.pair for each in labels_in(mixed, DRAWN).labels] == [2]


def test_blanks_and_quotes_that_programs_change_do_no_harm():
    found = labels_in([row(1, **{"the record": "'=Longer  appointments, ward 3 "})], DRAWN)
    assert len(found.labels) == 1


def test_most_rows_say_which_sample_it_is():
    assert sample_named_in([row(1), row(2), row(3, sample="00000000")]) == DRAWN.id
    assert sample_named_in([Row(Place("a.csv"), {"text": "x"})]) is None
