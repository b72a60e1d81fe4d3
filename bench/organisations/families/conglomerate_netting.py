"""A group whose units offset one another: together they look as promised, apart they do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from organisations.drawing import Draw
from organisations.facts import Line, Twins
from organisations.patterns import usual
from organisations.story import Deeds, Story

CARE = (
    "Nurses for the aged, {place}",
    "Lifts for the aged in {place}",
    "Visits to the aged, {month}",
)
ART = ("Stage for young players, {place}", "Drama lessons, {place}", "Concert hall piano, {place}")
UNITS = ("Alder", "Birch")


def build(draw: Draw) -> Twins:
    story = Story(draw, "conglomerate_netting", "Twinbrook Holding", size=(80, 800))
    usual(story, "words", "communications", "decisions")
    story.source("money", "money", "csv", "csv;", "xlsx")
    story.promise(
        "aged",
        "The aged live well cared for in every one of our towns.",
        ("care for older people",),
        weight=1,
    )
    story.promise(
        "stage",
        "Every one of our towns has a stage for its young players.",
        ("theatre and music",),
        weight=1,
    )
    story.told(
        "words",
        "aged",
        (
            "The aged are cared for in every town of ours.",
            "No one grows old uncared for in our towns.",
        ),
        each=3,
    )
    story.told(
        "words",
        "stage",
        (
            "Young players find a stage in every town of ours.",
            "A town without a stage is no town of ours.",
        ),
        each=3,
    )
    for number, unit in enumerate(UNITS):
        one_sided, even = [], []
        for texts, name in ((CARE, "aged"), (ART, "stage")):
            lines = story.deeds(
                "money", name, Deeds(texts=texts, n=14, least=4, amount=(9000, 12_000), unit=unit)
            )
            even += lines
            heavy = (name == "aged") == (number == 0)
            one_sided += lines if heavy else _starved(lines)
        story.differ("money", one_sided, even)
    story.plant("units offset", ("hidden-by-netting",), None, "money")
    return story.twins()


def _starved(lines: Sequence[Line]) -> list[Line]:
    return [replace(one, amount=(one.amount or Decimal(0)) // 20) for one in lines]
