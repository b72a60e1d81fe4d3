"""Money is set aside with applause and quietly taken out again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from organisations.drawing import Draw
from organisations.facts import ADVANCES, Twins
from organisations.kept import keep
from organisations.patterns import usual
from organisations.story import Story


def build(draw: Draw) -> Twins:
    story = Story(draw, "allocation_withdrawn", "Ostwick Theatre", size=(40, 500))
    usual(story, "words", "communications", "money")
    story.source("decisions", "decisions", "journal", quiet=True)
    story.promise(
        "extras",
        "Every extra on our stage is paid as the stars are: by the hour and in full.",
        ("fair pay for actors",),
        ("unpaid actors",),
        weight=2,
    )
    keep(story)
    story.told(
        "words",
        "extras",
        ("Every extra on our stage is paid by the hour.", "Extras are paid in full, as stars are."),
    )
    for number, year in enumerate(story.years):
        total = Decimal(draw.number(40, 90) * 1000)
        made = story.line(
            "decisions",
            "Set aside for extras on stage",
            date(year, 2, draw.number(1, 27)),
            {"extras": ADVANCES},
            amount=total,
            cells={"account": "assets:funds:pay of extras"},
        )
        story.share("decisions", [made])
        if number % 2 or draw.chance(0.4):
            text = draw.one(
                ("Moved to the general purse", "Booked over to the roof", "To the bank at large")
            )
            back = story.line(
                "decisions",
                text,
                date(year, 11, draw.number(1, 27)),
                {"extras": "contradicts"},
                amount=-Decimal(int(total) * draw.number(50, 95) // 100),
                cells={"account": "assets:funds:pay of extras"},
            )
            paid = story.line("decisions", "Extras' pay, season {n}", back.on, {"extras": ADVANCES})
            story.differ(
                "decisions", [back], [replace(paid, amount=Decimal(900), cells=back.cells)]
            )
    story.plant(
        "allocation withdrawn",
        ("allocation-withdrawn", "deeds-against-promise"),
        "extras",
        "decisions",
        follows=("contradicted-by-tagged-records",),
    )
    return story.twins()
