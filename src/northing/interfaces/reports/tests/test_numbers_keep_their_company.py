"""Does every number stand with its interval or the reason for having none, and with n?"""

import re
from decimal import Decimal

from northing.foundations.documents.blocks import Figure, Listing, Paragraph
from northing.interfaces.reports.tests.make import (
    blocks_in,
    make_record,
    make_report,
    make_silent_report,
    make_spending,
    make_words,
    words_of,
)

SHARE = re.compile(
    r"takes \d+\.\d\u202f% \((?:between|exact|as declared|no interval)[^)]*; n\xa0=\xa0\d+\)"
)


def test_every_figure_says_on_how_many_records_it_rests():
    for report in (make_report(), make_silent_report()):
        figures = [one for one in blocks_in(report.blocks) if isinstance(one, Figure)]
        assert len(figures) >= 2
        for figure in figures:
            assert "n\xa0=\xa0" in figure.source
            assert figure.alt
            assert figure.table.rows


def test_the_names_of_figures_are_unique():
    names = [one.name for one in blocks_in(make_report().blocks) if isinstance(one, Figure)]
    assert len(names) == len(set(names))


def test_the_answer_carries_interval_and_n():
    lead = make_report().blocks[1]
    assert isinstance(lead, Paragraph)
    assert re.search(
        r"\((?:between|exact|no interval).*; n\xa0=\xa0\d+ records, 6 sentences in 2 documents\)",
        lead.text,
    )


def test_each_share_of_the_widest_gaps_has_its_company():
    sentences = [
        one.text
        for one in make_report().blocks
        if isinstance(one, Paragraph) and "” takes " in one.text
    ]
    assert any(SHARE.search(one) for one in sentences)


def test_words_from_one_document_say_why_they_have_no_interval():
    words = [one for one in make_words() if one.place.path == "plan.md"]
    report = make_report(records=(*words, *make_spending()))
    assert "one document alone gives no interval" in words_of(report)
    limits = next(one for one in report.blocks if isinstance(one, Listing))
    assert any("one document" in one for one in limits.items)


def test_a_kind_of_record_without_a_source_is_unknown_and_not_zero():
    report = make_report()
    coverage = next(
        one for one in report.blocks if isinstance(one, Figure) and one.name == "coverage"
    )
    assert "silence there says nothing" in coverage.title
    assert "incentives" in coverage.title
    assert "incentives" not in [column.label for column in coverage.table.columns]
    assert "for every commitment" in coverage.table.note


def test_an_unknown_share_is_a_question_mark_and_a_reason():
    zero = [make_record(at, "Nothing yet", amount=Decimal(0)) for at in (4, 5)]
    report = make_report(records=(*make_words(), *zero))
    figure = next(one for one in report.blocks if isinstance(one, Figure))
    assert figure.table.rows[0][2] == "?"
    assert "unknown" in figure.table.note


def test_what_nobody_declared_complete_is_said_to_be_unknown():
    limits = next(one for one in make_report().blocks if isinstance(one, Listing))
    assert any("plan.md" in one and "nobody declared" in one for one in limits.items)
    assert any("budget.csv" in one and "missing" in one for one in limits.items)


def test_nobody_is_accused_and_nothing_is_exclaimed():
    prose = [one.text for one in blocks_in(make_report().blocks) if isinstance(one, Paragraph)]
    assert not any("!" in one or "hypocri" in one.lower() for one in prose)
