"""Does the report say how many were checked, whether coders agreed, and what stays unverified?"""

from __future__ import annotations

from dataclasses import replace

from northing.foundations.documents.blocks import Table
from northing.stages.diagnose.verification.facts import Answer, Verification, labelled
from northing.stages.diagnose.verification.section import verification_section
from northing.stages.diagnose.verification.tests.make import as_linked, make_case, run, sample

NAMES = {"care": "Longer appointments", "rest": "Rested nurses"}


def told(found):
    return repr(verification_section(found, NAMES)).replace("\\xa0", " ").replace("\\u202f", " ")


def test_where_nobody_checked_it_says_how_one_would():
    assert "No person has checked" in told(Verification())
    assert "northing sample" in told(Verification())


def test_a_sample_without_answers_is_no_verification():
    case = make_case()
    found = run(replace(case, labels=(labelled(sample(case), lambda _: None),)))
    assert "no answer has been read yet" in told(found.verification)


def test_what_was_checked_and_what_stays_open_stand_side_by_side():
    case = make_case()
    found = run(replace(case, labels=(labelled(sample(case, size=80), as_linked),)))
    text = told(found.verification)
    assert "People answered for 80 pairs" in text
    assert "every other figure is unverified" in text
    assert "no pair was labelled by two coders" in text
    assert "Longer appointments" in text
    tables = [
        one for one in verification_section(found.verification, NAMES) if isinstance(one, Table)
    ]
    assert len(tables) == 3


def test_records_that_are_gone_are_named():
    case = make_case()
    one = labelled(sample(case, size=1000), lambda _: Answer.CONTRADICTS)
    found = run(replace(case, records=case.records[1:], labels=(one,)))
    assert "budget.csv:1" in told(found.verification)
    assert "no longer there" in told(found.verification)
