"""A foundation speaks of nothing but its neighbourhood and spends a hundredth on it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import UNDERDONE, usual
from organisations.story import Deeds, Story


def build(draw: Draw) -> Twins:
    story = Story(draw, "community_budget", "Tamsin Foundation", size=(60, 1500))
    usual(story, "words", "communications", "money", "decisions")
    story.promise(
        "community",
        "The neighbourhoods around us decide with us and share in what we earn.",
        ("grants to neighbourhood groups", "residents decide"),
        ("local groups turned away",),
        layer="strategic",
        weight=3,
    )
    keep(story, number=3)
    story.told(
        "words",
        "community",
        (
            "The neighbourhoods around us share in what we earn.",
            "We belong to the neighbourhoods around us.",
            "Streets around us decide with us where the money goes.",
            "What we earn flows back into the neighbourhoods.",
        ),
        each=5,
    )
    story.told("communications", "community", ("Neighbourhoods first, always.",), each=2)
    lines = story.deeds(
        "money",
        "community",
        Deeds(
            texts=(
                "Grant to the {place} street club",
                "Grant for the {place} youth orchestra",
                "Neighbourhood fund, {place} residents",
                "Summer fair of the {place} neighbourhood",
            ),
            n=16,
            least=4,
            amount=(15_000, 40_000),
        ),
    )
    small = [replace(one, amount=Decimal(max(10, int(one.amount or 0) // 100))) for one in lines]
    story.differ("money", small, lines)
    story.done(
        "money",
        None,
        Deeds(
            texts=(
                "Endowment fee, {supplier}",
                "Gala dinner at {place}",
                "Board retreat in {place}",
                "Portfolio advice, {supplier}",
            ),
            n=14,
            amount=(8000, 30_000),
        ),
    )
    story.plant("minimal budget", UNDERDONE, "community", "money")
    return story.twins()
