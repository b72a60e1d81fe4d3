"""Do corrections by people win, teach the machine, and calibrate it once there are enough?"""

from __future__ import annotations

import pytest

from northing.foundations.sources.rows import Place, Row
from northing.foundations.text.match import MatchSettings
from northing.stages.clarify.commitments.tests.make import make_commitment
from northing.stages.diagnose.linking.engine import link_records
from northing.stages.diagnose.linking.facts import Correction, Origin
from northing.stages.diagnose.linking.intake import corrections_in
from northing.stages.diagnose.linking.rules.calibrating import calibrated
from northing.stages.records.ledger.tests.make import make_record

MEALS = make_commitment(id="warm-meals", text="Everyone gets a warm meal")
WAGES = make_commitment(id="fair-wages", text="Wages are fair")


def correction(record, commitment="warm-meals", *, bears=True):
    return Correction(record=record.id, text=record.text, commitment=commitment, bears=bears)


def linked(records, said):
    found = link_records(records, [MEALS, WAGES], (), settings=MatchSettings(), said=said)
    return {(link.record_id, link.commitment): link.origin for link in found.all if link.is_linked}


def test_a_person_wins_over_the_words():
    soup = make_record(id="A:1", text="A warm meal for the board")
    assert linked([soup], []) == {("A:1", "warm-meals"): Origin.MACHINE}
    assert linked([soup], [correction(soup, bears=False)]) == {}
    assert linked([soup], [correction(soup, "fair-wages")]) == {
        ("A:1", "fair-wages"): Origin.PERSON
    }


def test_a_corrected_text_is_a_sign_for_others_like_it():
    ladle = make_record(id="A:1", text="Ladles and soup kettles, Brookmouth")
    kettle = make_record(id="A:2", text="Soup kettles for Gullholm")
    assert ("A:2", "warm-meals") not in linked([ladle, kettle], [])
    assert linked([ladle, kettle], [correction(ladle)])[("A:2", "warm-meals")] is Origin.MACHINE


def test_a_correction_holds_where_the_line_has_moved():
    before = make_record(id="spending.csv:7", text="Ladles", place=Place("spending.csv", line=7))
    after = make_record(id="spending.csv:9", text="Ladles", place=Place("spending.csv", line=9))
    assert linked([after], [correction(before)]) == {
        ("spending.csv:9", "warm-meals"): Origin.PERSON
    }


def test_the_later_of_two_corrections_stands():
    soup = make_record(id="A:1", text="Ladles")
    said = [correction(soup), correction(soup, bears=False)]
    assert linked([soup], said) == {}


def test_few_corrections_give_a_score_and_no_probability():
    assert calibrated([0.5] * 29, [True] * 15 + [False] * 14) is None
    assert calibrated([0.5] * 40, [True] * 38 + [False] * 2) is None


def test_the_probability_rises_with_the_score_and_meets_what_was_seen():
    scores = [0.1] * 40 + [0.5] * 40
    right = [True] * 8 + [False] * 32 + [True] * 36 + [False] * 4
    found = calibrated(scores, right)
    assert found is not None
    assert found.probability(0.1) == pytest.approx(0.2, abs=0.03)
    assert found.probability(0.5) == pytest.approx(0.9, abs=0.03)
    assert found.labels == 80


def test_a_score_that_tells_nothing_gives_the_share_that_was_right():
    found = calibrated([0.3] * 40, [True] * 20 + [False] * 20)
    assert found is not None
    assert found.probability(0.3) == pytest.approx(0.5, abs=0.01)


def row(line, **cells):
    return Row(Place("corrections.csv", line=line), cells)


def test_a_correction_that_does_not_fit_is_refused_on_its_line():
    good = row(2, record="A:1", text="Ladles", commitment="warm-meals", bears="yes")
    unknown = row(3, record="A:1", text="Ladles", commitment="cold-meals", bears="yes")
    unclear = row(4, record="A:1", text="Ladles", commitment="warm-meals", bears="perhaps")
    found, refused = corrections_in([good, unknown, unclear], frozenset(["warm-meals"]))
    assert [one.bears for one in found] == [True]
    assert [(one.place.line, one.place.column) for one in refused] == [
        (3, "commitment"),
        (4, "bears"),
    ]
    assert "warm-meals" in refused[0].remedy
