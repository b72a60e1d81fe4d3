"""The page of this year carries the figures of last year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from organisations.drawing import Draw
from organisations.facts import ADVANCES, Twins
from organisations.kept import keep
from organisations.patterns import KINDS, usual
from organisations.story import Story

LABELS = ("Beds for the homeless", "Soup kitchen", "Street doctors", "Winter coats")


def build(draw: Draw) -> Twins:
    story = Story(draw, "stale_source", "Sankt Martin Mission", size=(40, 400))
    usual(story, "words", "decisions", "voice")
    story.source("money", "money", *(one for one in KINDS["money"] if one != "journal"))
    story.promise(
        "street",
        "Nobody sleeps in the street of our town in winter.",
        ("night shelter",),
        ("people freezing outdoors",),
        weight=2,
    )
    keep(story)
    story.told(
        "words",
        "street",
        (
            "Nobody sleeps in the street in winter.",
            "Winter finds no one of our town in the street.",
        ),
    )
    story.pen.register = "plain"
    paid: dict[tuple[int, str], int] = {}
    for year in story.years:
        for label in LABELS:
            paid[year, label] = draw.number(20, 190) * 1000 + draw.number(1, 99) * 10
            story.share(
                "money",
                [
                    story.line(
                        "money",
                        label,
                        date(year, 12, 20),
                        {"street": ADVANCES},
                        amount=Decimal(paid[year, label]),
                    )
                ],
            )
    last = story.last.year
    for label in LABELS:
        pair = [
            story.line(
                "words",
                f"{label} {last}: EUR {paid[year, label]:,}",
                date(last, 12, 24),
                {"street": ADVANCES},
            )
            for year in (last - 1, last)
        ]
        story.differ("words", pair[:1], pair[1:])
    story.plant(
        "last year's figures",
        (
            "stale-source",
            "figure-stated-for-another-period",
            "sources-contradict",
            "stated-figure-differs",
        ),
        None,
        "money",
        is_accusing=False,
    )
    return story.twins()
