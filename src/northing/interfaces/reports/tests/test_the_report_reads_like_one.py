"""Does the report say its answer first, and leave no heading without something under it?"""

from northing.foundations.documents.blocks import (
    Details,
    Document,
    Evidence,
    Figure,
    Heading,
    Paragraph,
    Table,
)
from northing.foundations.documents.html import to_html
from northing.interfaces.reports.tests.make import (
    LONG,
    blocks_in,
    make_report,
    make_silent_report,
    words_of,
)


def test_the_title_is_the_question_and_the_answer_comes_first():
    report = make_report()
    heading, answer = report.blocks[:2]
    assert report.title == "Where do words and deeds part?"
    assert report.subtitle == "Harbour Health, as of 1\xa0May\xa02025"
    assert isinstance(heading, Heading)
    assert isinstance(answer, Paragraph)
    assert answer.lead
    assert answer.text.startswith("If the money followed the words, promise by promise, ")
    assert "of it would have to serve something else (" in answer.text


def test_sections_stand_in_the_order_in_which_a_board_reads():
    titles = [
        one.text for one in make_report().blocks if isinstance(one, Heading) and one.level == 2
    ]
    assert titles == [
        "The answer",
        "Words beside money",
        "The widest gaps, and what stands behind them",
        "Findings",
        "Other kinds of deeds",
        "By period",
        "By unit",
        "What was promised, in full",
        "What the promises say, and leave open",
        "Where there is anything to go by",
        "How records came to their commitments",
        "What people checked",
        "What we cannot tell",
        "What was read, and what was refused",
        "How to reproduce this report",
        "How the numbers are made",
    ]


def test_no_section_is_empty():
    for report in (make_report(), make_silent_report(), make_report(records=())):
        assert_no_heading_is_alone(report)


def assert_no_heading_is_alone(report: Document) -> None:
    after = [*report.blocks[1:], None]
    for block, follower in zip(report.blocks, after, strict=True):
        if isinstance(block, Heading):
            assert follower is not None
            assert not isinstance(follower, Heading) or follower.level > block.level
    for block in blocks_in(report.blocks):
        assert not isinstance(block, Details) or block.blocks
        assert not isinstance(block, Table) or block.rows or block.empty


def test_a_case_without_deeds_says_that_nothing_can_be_told():
    answer = make_report(records=()).blocks[1]
    assert isinstance(answer, Paragraph)
    assert answer.text.startswith("That cannot be told yet.")


def test_a_gap_stands_beside_its_records_on_both_sides():
    evidence = next(one for one in make_report().blocks if isinstance(one, Evidence))
    assert evidence.said[0].place == "letter.md, line 8"
    assert evidence.done
    assert evidence.against or evidence.against_empty


def test_the_years_of_one_budget_line_are_one_quote():
    quotes = [
        quote for one in make_report().blocks if isinstance(one, Evidence) for quote in one.done
    ]
    nurses = next(one for one in quotes if one.text == "Relief nurses")
    assert nurses.place == "budget.csv, line 3"
    assert nurses.detail.startswith("2024: EUR\xa0500, 2025: EUR\xa0500")


def test_commitment_ids_are_never_shown():
    text = words_of(make_report())
    assert "whole-person-care" not in text
    assert LONG.rstrip(".") in text


def test_a_long_commitment_is_named_by_its_first_words():
    figure = next(one for one in make_report().blocks if isinstance(one, Figure))
    assert "Every patient is treated as a whole person, at the pace…" in repr(figure.table)


def test_the_report_becomes_a_page():
    assert "Where do words and deeds part?" in to_html(make_report())
