"""Does a text that is clearly near a topic lend its words to the topic, and only such a text?"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest

from northing.foundations.text.echoes import can_be_read, drawn_signs
from northing.foundations.text.kernel import bottom_sample, link, prepare
from northing.foundations.text.settings import MatchSettings

SETTINGS = MatchSettings(meaning=True, clear_above=0.5, drawn_by=0.5, near_best_part=0.25)
EAST, NORTH, UP = (np.eye(3, dtype=np.float32) * 4_000)[[0, 1, 2]]
PLACES = ("Mill Road", "Harbour Street", "Park Lane", "Station Road", "the old town")
OTHERS = (
    "Fire extinguishers checked",
    "Translation of a leaflet",
    "Road salt for the winter",
    "Train tickets to a congress",
    "Rent of the archive",
    "Roses for the mayor",
    "Interest on a loan",
    "Software for payroll",
    "Staff canteen repainted",
    "Annual audit fee",
    "Choir concert in the town hall",
    "Laptops for the finance office",
    "New boiler for the school",
    "Legal advice on a lease",
    "Flowers for the cemetery",
)
BETWEEN = np.rint((EAST + UP) / np.sqrt(2)).astype(np.float32)


def draw(texts: list[np.ndarray], *, speaks: tuple[bool, bool] = (True, True)) -> np.ndarray:
    return drawn_signs(
        np.array([EAST, NORTH]), np.array(texts), (0, 1), SETTINGS, speaks=np.array(speaks)
    )


def test_a_prompt_is_drawn_towards_a_text_that_is_clearly_near_it() -> None:
    """The text lies at 45 degrees, 0.71 near, 0.53 clear; half of it is added to the prompt."""
    drawn, untouched = draw([BETWEEN])
    assert drawn[2] == pytest.approx(4_000 * 0.3536 / np.hypot(1.3536, 0.3536), abs=2)
    assert np.linalg.norm(drawn) == pytest.approx(4_000, abs=2)
    assert untouched.tolist() == NORTH.tolist()


def test_a_text_that_is_not_clear_draws_nothing() -> None:
    aslant = np.rint(np.array([0.5, 0.5, np.sqrt(0.5)], np.float32) * 4_000)
    assert draw([aslant]).tolist() == [EAST.tolist(), NORTH.tolist()]


def test_a_prompt_that_says_nothing_is_not_heard() -> None:
    assert draw([BETWEEN], speaks=(False, True)).tolist() == [EAST.tolist(), NORTH.tolist()]


def test_the_order_of_the_texts_draws_alike() -> None:
    texts = [BETWEEN, EAST, NORTH, BETWEEN]
    assert draw(texts).tolist() == draw(texts[::-1]).tolist()


@pytest.mark.parametrize("text", ["", "the and of", "工厂的排放", "😀😀", "123 456"])
def test_what_the_model_cannot_read_draws_nothing(text: str) -> None:
    assert not can_be_read(text, language="en")


def test_records_in_the_words_of_the_house_are_found_through_their_clear_neighbours() -> None:
    """Nothing but the clear texts says that *the Lotus scheme* is about cycling here."""
    prompts = pa.table(
        {"topic": ["bikes", "books"], "prompt": ["Cycling is safe", "Libraries stay open"],
         "sign": ["text", "text"]}
    )  # fmt: skip
    clear = [f"Safe cycling under the Lotus scheme in {place}" for place in PLACES]
    given = pa.array([*clear, "Lotus scheme: traffic works, phase two", *OTHERS])

    def nearness(settings: MatchSettings) -> float:
        found = link(given, prepare(bottom_sample(given), prompts, settings)).to_pylist()
        of_text = [one["match_score"] for one in found if one["text_index"] == len(PLACES)]
        return max(of_text, default=0.0)

    wide = MatchSettings(meaning=True, plausible_above=0.0, near_best_part=0.0)
    assert nearness(wide) > nearness(replace(wide, drawn_by=0.0)) + 0.05
