"""A roaster buys fair beans and writes down what that costs: this must come out well."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import usual
from organisations.story import Deeds, Story

COSTED = (
    "Paid {n} per cent above the exchange for farmers' beans; our margin shrinks by that much",
    "Stayed with the farmers of {place} though {supplier} was {n} per cent cheaper",
    "Lost the supermarket order in {month} over the farmers' price",
    "Took the loss of {n} 000 euros on the farmers' harvest loan",
    "Profit warning for {month}: farmers' bonus paid in full all the same",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "fair_trade_costed", "Bohnenhof Roasters", size=(40, 500))
    usual(story, "words", "money", "decisions", "metrics")
    story.promise(
        "fair-trade",
        "The farmers who grow our coffee earn a decent living.",
        ("fair trade premium", "decent income of growers"),
        ("underpaid growers",),
        weight=3,
    )
    keep(story)
    story.told(
        "words",
        "fair-trade",
        (
            "The farmers who grow our coffee live decently from it.",
            "A cup of our coffee feeds the farmer's family.",
            "Our coffee costs more than others', and the farmers know why.",
        ),
    )
    story.done(
        "money",
        "fair-trade",
        Deeds(
            texts=(
                "Coffee from the farmers of {place}",
                "Premium to the coffee farmers, {month}",
                "Harvest advance for coffee farmers",
            ),
            n=22,
            amount=(6000, 40_000),
        ),
    )
    story.done(
        "metrics",
        "fair-trade",
        Deeds(
            texts=("Farmers' income from our coffee", "Coffee farmers with a five-year contract"),
            n=6,
            amount=(40, 95),
        ),
    )
    costly = story.deeds("decisions", "fair-trade", Deeds(texts=COSTED, n=14, least=4))
    story.differ("decisions", costly, ())
    story.clean("fair-trade")
    return story.twins()
