"""Ratings of words tell a text about things from a text about ideas, where enough are rated."""

from __future__ import annotations

from northing.foundations.methods.estimate import Estimate, Unknown
from northing.foundations.text.grounding import grounding, rating_of


def test_bread_is_nearer_than_excellence() -> None:
    bread, excellence = rating_of("bread"), rating_of("excellence")
    assert bread == 6.83  # Scott et al. 2019
    assert excellence == 2.82  # Scott et al. 2019
    assert rating_of("Children") == 6.09


def test_a_plural_is_found_by_its_plain_form() -> None:
    assert rating_of("bakeries") == rating_of("bakery")
    assert rating_of("qwertyish") is None


def test_a_school_that_feeds_children_is_more_grounded_than_value_creation() -> None:
    fed = grounding("We bring bread and milk to the children of every school.")
    vague = grounding("We drive excellence and innovation to unlock sustainable value.")
    assert isinstance(fed, Estimate)
    assert isinstance(vague, Estimate)
    assert fed.value > vague.value + 1
    assert "approximate" in fed.method


def test_another_language_and_unrated_words_are_unknown() -> None:
    assert isinstance(grounding("Wir bringen Brot und Milch.", language="de"), Unknown)
    assert isinstance(grounding("Northing zyxwv qqrst bread milk vvvv wwww jjjj kkkkk"), Unknown)
    assert isinstance(grounding(""), Unknown)
