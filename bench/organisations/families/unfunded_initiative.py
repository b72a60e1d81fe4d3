"""The same initiative is announced every year with a budget of zero."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from organisations.drawing import Draw
from organisations.facts import ADVANCES, Twins
from organisations.kept import keep
from organisations.patterns import KINDS, usual
from organisations.story import Story


def build(draw: Draw) -> Twins:
    story = Story(draw, "unfunded_initiative", "Port of Karsund", size=(40, 500))
    usual(story, "words", "money", "decisions")
    story.source("initiatives", "initiatives", *KINDS["initiatives"])
    story.promise(
        "seamen",
        "Seamen far from home find a bed and a telephone with us.",
        ("seafarers' centre",),
        ("crews kept on board",),
        weight=2,
    )
    keep(story)
    story.told(
        "words",
        "seamen",
        ("Seamen far from home find a bed here.", "A seaman's telephone rings in our port."),
    )
    story.pen.register = "plain"
    for year in story.years:
        made = story.line(
            "initiatives",
            "House for seamen in the port",
            date(year, 3, 1),
            {"seamen": ADVANCES},
            amount=Decimal(0),
        )
        paid = replace(made, amount=Decimal(draw.number(20, 90) * 1000))
        story.differ("initiatives", [made], [paid])
    story.plant(
        "announced without means",
        ("announced-again-without-means", "repeated-without-a-deed"),
        "seamen",
        "initiatives",
        follows=(
            "initiatives-recur",
            "more-said-than-done",
            "promised-and-no-deed-found",
            "commitment-without-metric",
        ),
    )
    return story.twins()
