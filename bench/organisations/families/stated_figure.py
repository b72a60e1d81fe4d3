"""The report says more was paid for the promise than the ledger holds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from organisations.drawing import Draw
from organisations.facts import ADVANCES, Twins
from organisations.kept import keep
from organisations.patterns import KINDS, usual
from organisations.story import Story

WAYS = (
    "In {y} we spent EUR {a} on wells and pumps.",
    "Wells and pumps {y}: EUR {a}.",
    "For wells and pumps we paid {a} euros in {y}.",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "stated_figure", "Cisterna Aid", size=(40, 500))
    usual(story, "words", "decisions")
    story.source("money", "money", *(one for one in KINDS["money"] if one != "journal"))
    story.promise(
        "water",
        "Villages get wells and pumps that last.",
        ("clean drinking water",),
        ("dry boreholes",),
        weight=2,
    )
    keep(story)
    story.told(
        "words",
        "water",
        (
            "Villages get wells and pumps from us that last.",
            "A well that lasts is worth ten that do not.",
        ),
    )
    story.pen.register = "plain"
    for year in story.years:
        paid = draw.number(60, 190) * 1000
        line = story.line(
            "money",
            "Wells and pumps",
            date(year, 12, 20),
            {"water": ADVANCES},
            amount=Decimal(paid),
        )
        story.share("money", [line])
        way = draw.one(WAYS).replace("{y}", str(year))
        told = [
            story.line(
                "words", way.replace("{a}", f"{sum_:,}"), date(year, 12, 24), {"water": ADVANCES}
            )
            for sum_ in (paid * draw.number(140, 260) // 100, paid)
        ]
        story.differ("words", told[:1], told[1:])
    story.plant(
        "stated figure differs",
        ("stated-figure-differs", "sources-contradict"),
        None,
        "money",
        follows=("stale-source",),
    )
    return story.twins()
