"""A brewery swears by its valley and buys from far away."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import AGAINST, usual
from organisations.story import Deeds, Story

FAR = (
    "Malt by ship from {supplier}, Rosario",
    "Hop pellets, Yakima, lot {ref}",
    "Bottles from Izmir, {n} pallets",
    "Labels printed in Shenzhen",
    "Barley futures, Odessa, {n} t",
    "Crates from {supplier}, Tangier",
)
NEAR = (
    "Malt from the mill in our valley",
    "Hops from the valley farm {place}",
    "Bottles from the valley glassworks",
    "Barley from the valley farmers, {n} t",
    "Crates from the valley joiner",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "orders_abroad", "Talbrau Brewery", size=(40, 1500))
    usual(story, "words", "communications", "money", "decisions", "practices")
    story.promise(
        "valley",
        "What goes into our beer grows in our valley.",
        ("regional farmers",),
        ("imported ingredients",),
        layer="operational",
        weight=2,
    )
    keep(story)
    story.told(
        "words",
        "valley",
        (
            "Our beer tastes of our valley for it grows there.",
            "What goes into our beer grows within sight of the brewery.",
            "The valley is in every glass of beer.",
        ),
    )
    story.told("communications", "valley", ("From our valley into your glass.",), each=2)
    story.done(
        "money",
        "valley",
        Deeds(texts=("Honey from the valley for the bock beer",), n=3, amount=(300, 900)),
    )
    story.against("money", "valley", Deeds(texts=FAR, n=26, least=6, amount=(4000, 40_000)), NEAR)
    story.plant("orders abroad", AGAINST, "valley", "money", follows=("more-said-than-done",))
    return story.twins()
