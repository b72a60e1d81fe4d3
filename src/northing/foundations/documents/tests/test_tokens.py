"""Every text keeps 4.5:1 on its ground and every mark 3:1, on paper and on a dark screen."""

import re

import pytest

from northing.foundations.documents.fonts import ASSETS
from northing.foundations.documents.tokens import HATCH_FILL, PALETTE

TEXTS = ("ink", "ink-soft", "north", "words-text", "deeds-text", "contradiction", "better")
MARKS = ("words", "deeds", "unknown")
ON_TONE = {
    "map-1": "ink",
    "map-2": "ink",
    "map-3": "map-text",
    "map-4": "map-text",
    "hatch": "ink",
    "hatch-ground": "ink",
}
SHADES = ("#F3F1EB", "#1B1F22")


def light_of(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((light_of(one), light_of(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1])
def test_text_and_marks_stand_out_from_their_ground(theme: int) -> None:
    paper = PALETTE["paper"][theme]
    assert all(contrast(PALETTE[name][theme], paper) >= 4.5 for name in TEXTS)
    assert all(
        contrast(PALETTE[name][theme], SHADES[theme]) >= 4.5 for name in (*TEXTS[:6], "ink-soft")
    )
    assert all(contrast(PALETTE[name][theme], paper) >= 3 for name in MARKS)


@pytest.mark.parametrize("theme", [0, 1])
def test_a_count_can_be_read_on_its_tone(theme: int) -> None:
    for tone, text in ON_TONE.items():
        assert contrast(PALETTE[tone][theme], PALETTE[text][theme]) >= 4.5, tone


def test_no_two_light_colours_are_alike() -> None:
    colours = [paper for paper, _ in PALETTE.values()] + [HATCH_FILL]
    assert len(set(colours)) == len(colours)


def test_a_tone_sets_its_sign_and_its_words_and_no_ground() -> None:
    sheet = (ASSETS / "report.css").read_text(encoding="utf-8")
    rules = re.findall(r"^ *\.tone-\w+, .*\{(.*)\}$", sheet, re.MULTILINE)
    assert len(rules) == 6
    assert {name for rule in rules for name in re.findall(r"(--[a-z]+):", rule)} == {
        "--tone",
        "--sign",
    }
