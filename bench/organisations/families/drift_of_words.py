"""Quarter by quarter the words slide from one promise to another, the deeds do not."""

from __future__ import annotations

from datetime import date

from organisations.drawing import Draw
from organisations.facts import ADVANCES, Line, Twins
from organisations.patterns import turn, usual
from organisations.story import Deeds, Story

OLD = (
    "Poor people plead in court with a lawyer of ours beside them.",
    "A lawyer for whoever is poor.",
    "No poor family stands in court without a lawyer.",
)
NEW = (
    "Firms of all sizes find a partner in us.",
    "Mergers and deals are our home.",
    "Deals across borders, with us at the table.",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "drift_of_words", "Abelard Law", years=(2021, 2025), size=(150, 900))
    story.source("words", "words", "md", "txt", per="month", quiet=True)
    usual(story, "money", "decisions")
    story.promise(
        "the-poor",
        "No poor family stands in court without a lawyer.",
        ("legal aid",),
        ("clients refused for lack of money",),
        weight=2,
    )
    story.promise(
        "firms",
        "Firms of all sizes find a partner for their deals in us.",
        ("corporate counsel",),
        weight=1,
    )
    day = turn(story, 20, 40)
    for name, early, late in (("the-poor", 3, 0), ("firms", 1, 3)):
        for year in story.years:
            for month in range(1, 13):
                on = date(year, month, draw.number(1, 27))
                story.share(
                    "words", _said(story, on, name, early if on < day else min(early, late))
                )
                if on >= day:
                    story.differ(
                        "words",
                        _said(story, on, name, max(0, late - early)),
                        _said(story, on, name, max(0, early - late)),
                    )
    for name, texts in (
        ("the-poor", ("Lawyer for a poor family, {place}", "Court fees of the poor, {month}")),
        ("firms", ("Deal room with {supplier}", "Partner dinner for firms, {place}")),
    ):
        story.done("money", name, Deeds(texts=texts, n=14, amount=(2000, 9000)))
    story.plant(
        "drift of words",
        ("turned",),
        "the-poor",
        "words",
        turned_on=day,
        follows=("gone-silent", "more-done-than-said", "outside-words-differ-from-inside"),
    )
    return story.twins()


def _said(story: Story, on: date, name: str, number: int) -> list[Line]:
    texts = OLD if name == "the-poor" else NEW
    return [story.line("words", story.draw.one(texts), on, {name: ADVANCES}) for _ in range(number)]
