"""A claim with a date; the date has passed and nothing was done."""

from __future__ import annotations

from datetime import date

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import usual
from organisations.story import Deeds, Story

CLAIM = (
    "By the end of 2023 every van of ours runs on electricity.",
    "Until December 2023 the last diesel van leaves the yard.",
    "All our vans are electric by 2023.",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "beyond_horizon", "Hexham Parcels", size=(50, 800))
    usual(story, "words", "communications", "money", "decisions", "initiatives")
    story.promise(
        "vans",
        "By 2023 every van of ours runs on electricity.",
        ("electric fleet",),
        ("combustion engines bought",),
        weight=2,
    )
    keep(story)
    story.told("words", "vans", CLAIM, each=2, until=2023)
    story.told("communications", "vans", ("Our electric vans come quietly.",), each=1)
    for key, texts, amount in (
        ("money", ("Electric van {ref}", "Charging posts for vans, {place}"), (20_000, 60_000)),
        ("decisions", ("{n} electric vans from {supplier}", "Diesel van {ref} handed back"), None),
    ):
        lines = story.deeds(
            key, "vans", Deeds(texts=texts, n=10, least=4, amount=amount, until=date(2023, 12, 1))
        )
        story.differ(key, (), lines)
    story.plant(
        "claim outlives its horizon",
        ("claim-outlives-its-horizon",),
        "vans",
        "words",
        follows=(
            "repeated-without-a-deed",
            "promised-and-no-deed-found",
            "more-said-than-done",
            "one-layer-only",
            "commitment-without-metric",
        ),
    )
    return story.twins()
