"""A caterer promises sustainable kitchens and buys by price alone."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import AGAINST, usual
from organisations.story import Deeds, Story

CHEAP = (
    "Cheapest bid for [fish|meat|soy] wins: {supplier}, origin unknown",
    "Single-use trays from {supplier}, two cents under the reusable ones",
    "Palm fat from {supplier} taken, lowest offer of {n}",
    "Tender {ref}: price 100 points of 100",
    "Flown-in beans from {supplier}, {n} cents under the local bid",
    "Struck the label column off tender {ref}, price stays",
)
GREEN = (
    "Line-caught fish from {supplier}, dearer by {n} cents",
    "Trays that come back and are washed, {supplier}",
    "Tender {ref}: soil and water 60 points of 100",
    "Beans of the season from the fields around {place}",
    "Label column in tender {ref} counts double",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "cost_only_procurement", "Amberley Catering", size=(50, 1000))
    usual(story, "words", "communications", "money", "decisions", "metrics")
    story.promise(
        "green-kitchen",
        "Our kitchens use up no more than nature grows back.",
        ("sustainable purchasing", "organic suppliers"),
        ("environmental harm ignored",),
        layer="operational",
        weight=3,
    )
    keep(story)
    story.told(
        "words",
        "green-kitchen",
        (
            "Our kitchens take from nature what grows back.",
            "Nature sets the menu in our kitchens.",
            "A kitchen that uses up nature has no tomorrow.",
        ),
    )
    story.done(
        "money",
        "green-kitchen",
        Deeds(
            texts=("Kitchen compost, {place}", "Nature garden behind the kitchen in {place}"),
            n=6,
            amount=(200, 2000),
        ),
    )
    story.against(
        "decisions",
        "green-kitchen",
        Deeds(texts=CHEAP, n=18, least=5, amount=(3000, 60_000)),
        GREEN,
    )
    story.plant("price alone", AGAINST, "green-kitchen", "decisions")
    return story.twins()
