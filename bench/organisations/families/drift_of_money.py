"""Month by month the same words; from one month on the money goes elsewhere."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import STARVED, monthly, split_at, turn, usual
from organisations.story import Story

OURS = (
    "Seedlings for the hill wood, {place}",
    "Foresters' wages, hill wood",
    "Deer fence, hill wood {place}",
)
ELSE = ("Golf course turf, {place}", "Clubhouse bar, {supplier}", "Car park by the greens, {place}")


def build(draw: Draw) -> Twins:
    story = Story(draw, "drift_of_money", "Bracken Estate", years=(2021, 2025), size=(200, 900))
    usual(story, "words", "communications", "money", "decisions")
    story.promise(
        "wood",
        "We plant the hill wood again, so that it stands in a hundred years.",
        ("reforestation",),
        ("trees felled",),
        weight=2,
    )
    keep(story)
    story.told(
        "words",
        "wood",
        (
            "We plant the hill wood again.",
            "In a hundred years the hill wood stands.",
            "The hill wood grows because hands plant it.",
        ),
        each=3,
    )
    day = turn(story, 18, 42)
    for texts, before, after, name in (
        (OURS, (4000, 8000), (900, 2000), "wood"),
        (ELSE, (2000, 4000), (9000, 20_000), None),
    ):
        changed, steady = monthly(
            story, "money", name, texts, before=before, after=after, turned_on=day
        )
        story.share("money", split_at(changed, day)[0])
        story.differ("money", split_at(changed, day)[1], split_at(steady, day)[1])
    story.plant(
        "drift of money",
        ("turned",),
        "wood",
        "money",
        turned_on=day,
        follows=(*STARVED, "more-said-than-done"),
    )
    return story.twins()
