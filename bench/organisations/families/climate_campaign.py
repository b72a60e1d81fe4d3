"""A utility runs a campaign on its climate work beside projects that burn more."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import AGAINST, usual
from organisations.story import Deeds, Story

BURNT = (
    "Gas turbine {place}, stage {n}",
    "Diesel gensets for {place}",
    "Lignite rights near {place}",
    "Coal barge charter, {supplier}",
    "Second flare stack at {place}",
    "Heavy oil tanks, {place}",
    "Jet charter for the sales tour {month}",
)
CLEAN = (
    "Solar roof {place}",
    "Heat pumps for {place}",
    "Wind share {place}, stage {n}",
    "Battery hall at {place}",
    "Insulation of the {place} depot",
    "Trains instead of flights, {team}",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "climate_campaign", "Nordkamm Energy", size=(80, 1200))
    usual(story, "words", "communications", "money", "initiatives")
    story.promise(
        "climate",
        "Every year we put less carbon into the air.",
        ("renewable energy", "emissions cut"),
        ("fossil fuel plants",),
        layer="strategic",
        weight=3,
    )
    keep(story)
    story.told(
        "words",
        "climate",
        (
            "Our carbon falls year after year.",
            "The air above our plants grows cleaner with less carbon.",
            "We leave carbon in the ground.",
        ),
    )
    story.told(
        "communications",
        "climate",
        (
            "Breathe in: a year with less carbon in the air.",
            "We love clean air.",
            "Green is the new us.",
        ),
        each=3,
    )
    story.done(
        "money",
        "climate",
        Deeds(
            texts=(
                "Bulbs swapped at {place}",
                "Bicycle racks {place}",
                "Carbon survey, {supplier}",
            ),
            n=8,
            amount=(900, 9000),
        ),
    )
    story.against(
        "money", "climate", Deeds(texts=BURNT, n=20, least=6, amount=(40_000, 400_000)), CLEAN
    )
    story.plant(
        "high-emission projects",
        AGAINST,
        "climate",
        "money",
        follows=("more-said-than-done", "outside-words-differ-from-inside"),
    )
    return story.twins()
