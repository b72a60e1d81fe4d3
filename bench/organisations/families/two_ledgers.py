"""Two exports of the same vouchers, with other sums where the promise is concerned."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import usual
from organisations.story import Deeds, Story


def build(draw: Draw) -> Twins:
    story = Story(draw, "two_ledgers", "Wrenfield Park", size=(40, 400))
    usual(story, "words", "decisions")
    story.source("money", "money", "csv", "xlsx")
    story.source("donors", "money", "csv", quiet=True)
    story.promise(
        "birds",
        "Every euro given for the birds goes to the birds.",
        ("bird sanctuary",),
        ("donations diverted",),
        weight=2,
    )
    keep(story)
    story.told(
        "words",
        "birds",
        ("Every euro for the birds goes to the birds.", "The birds get what you give."),
    )
    lines = story.deeds(
        "money",
        "birds",
        Deeds(
            texts=("Nest boxes for birds, {place}", "Seed for the birds, {month}"),
            n=14,
            least=6,
            amount=(900, 9000),
        ),
    )
    marked = [replace(one, cells={"id": f"V{number:04}"}) for number, one in enumerate(lines, 1)]
    story.share("money", marked)
    half = marked[::2]
    story.share("donors", marked[1::2])
    story.differ(
        "donors", [replace(one, amount=(one.amount or Decimal(0)) * 2) for one in half], half
    )
    story.plant("two ledgers", ("sources-contradict", "same-id-different-content"), None, "money")
    return story.twins()
