"""The stated total is not the sum of its parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import usual
from organisations.story import Deeds, Story


def build(draw: Draw) -> Twins:
    story = Story(draw, "parts_disagree", "Gladwell Library", size=(30, 300))
    usual(story, "words", "decisions", "voice")
    story.source("money", "money", "csv", "csv;", quiet=True)
    story.promise(
        "evenings",
        "The library stays open in the evening for whoever works by day.",
        ("late opening hours",),
        ("library closed early",),
        weight=2,
    )
    keep(story, "languages", "books")
    story.told(
        "words",
        "evenings",
        (
            "The library stays open in the evening.",
            "Whoever works by day reads here in the evening.",
        ),
    )
    story.done(
        "money",
        "evenings",
        Deeds(
            texts=("Evening desk, {month}", "Library lights in the evening, {place}"),
            n=12,
            least=5,
            amount=(500, 4000),
        ),
    )
    story.pen.register = "plain"
    for year in story.years:
        mine = [one for one in story.shared("money") if one.on.year == year]
        if mine:
            total = sum((one.amount or Decimal(0) for one in mine), Decimal(0))
            right = story.line("money", f"Total {year}", date(year, 12, 31), amount=total)
            wrong = replace(right, amount=total + Decimal(draw.number(3, 30) * 1000))
            story.differ("money", [wrong], [right])
    story.plant(
        "parts disagree", ("parent-and-parts-disagree", "sources-contradict"), None, "money"
    )
    return story.twins()
