"""A clothier keeps its decent mills at a lower margin: this must come out well."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import usual
from organisations.story import Deeds, Story

HELD = (
    "Kept mill {place} although {supplier} offered a third off",
    "Margin down {n} points after the wage rise at mill {place}; carried on",
    "Left {supplier} over locked fire doors and bore the penalty",
    "Paid for the new fire stairs at mill {place} out of the year's profit",
    "Autumn range {n} weeks late so that mill {place} works no nights",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "ethical_sourcing_kept", "Weft & Warp", size=(40, 500))
    usual(story, "words", "money", "decisions", "practices")
    story.promise(
        "sourcing",
        "Our clothes come from mills where people are safe and paid a living wage.",
        ("decent pay", "audited suppliers"),
        ("sweatshop labour",),
        layer="operational",
        weight=3,
    )
    keep(story)
    story.told(
        "words",
        "sourcing",
        (
            "Every mill that sews our clothes pays a living wage.",
            "We know the mills our clothes come from by name.",
            "People in the mills are safe when they sew our clothes.",
        ),
    )
    story.done(
        "money",
        "sourcing",
        Deeds(
            texts=(
                "Mill visit {place}",
                "Wage supplement for mill {place}",
                "Clothes from mill {place}",
            ),
            n=24,
            amount=(4000, 30_000),
        ),
    )
    story.done(
        "practices",
        "sourcing",
        Deeds(
            texts=(
                "Every mill is visited twice a year without notice.",
                "A mill that hides its wage slips is warned once.",
            ),
            n=4,
        ),
    )
    story.differ(
        "decisions", story.deeds("decisions", "sourcing", Deeds(texts=HELD, n=14, least=4))
    )
    story.clean("sourcing")
    return story.twins()
