"""Does an audit say for how many records the machine had words alone to go by?"""

from __future__ import annotations

import pytest

from northing.foundations.text.reach import Reach
from northing.foundations.text.settings import MatchSettings
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.linking.engine import link_records
from northing.stages.diagnose.linking.section import reading_words
from northing.stages.records.ledger.tests.make import make_record

CARE = Commitment(id="care", text="Every patient is heard")
TEXTS = ("the doctor listened to the sick", "пандусы для колясок", "🎉🎉", "hours of listening")


def reach_of_texts(**settings):
    records = [make_record(text=text) for text in TEXTS]
    return link_records(records, [CARE], (), settings=MatchSettings(**settings)).reach


def test_of_four_records_two_are_read_whole_and_one_has_no_word():
    assert reach_of_texts(meaning=True) == Reach(4, 2, 2, 1)


def test_without_meaning_all_are_read_by_words_alone():
    assert reach_of_texts() == Reach(4, 4, 0, 1)


@pytest.mark.parametrize(
    ("reach", "language", "meaning", "told"),
    [
        (Reach(0, 0, 0), "en", True, ""),
        (Reach(9, 9, 0), "en", False, "9 records by words alone: the case does not ask"),
        (Reach(9, 9, 0), "de", True, "reads English"),
        (Reach(9, 2, 4), "en-GB", True, "4 whole, by the sentence model; 3 by the sum of what"),
        (Reach(9, 2, 4, 1), "en", True, "1 of them has no word that could be compared."),
    ],
)
def test_the_report_says_so_in_a_sentence(reach, language, meaning, told):
    found = reading_words(reach, language, asked_for_meaning=meaning)
    assert told in found
    assert bool(told) == bool(found)
