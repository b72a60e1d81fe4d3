"""A food maker rebrands itself as plastic-free; the orders for the old packaging go on."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import AGAINST, usual
from organisations.story import Deeds, Story

OLD = (
    "{n} 000 shrink bags, {supplier}",
    "Blister trays, same mould, {supplier}",
    "Foil lids {month}",
    "Polystyrene cups for {place}",
    "Cling film reels, {supplier}",
    "PET bottles, batch {ref}",
    "New logo printed on the shrink bags",
    "Bubble wrap, pallet {n}",
)
NEW = (
    "Paper sleeves, {supplier}",
    "Glass jars with deposit, {supplier}",
    "Cardboard trays {month}",
    "Waxed cloth for {place}",
    "Tins that come back, batch {ref}",
    "Refill counter in {place}",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "rebrand_packaging", "Purely Pantry", years=(2023, 2025), size=(60, 900))
    usual(story, "words", "communications", "money", "decisions")
    story.promise(
        "no-plastic",
        "Our food reaches you without plastic.",
        ("plastic-free packaging",),
        ("plastic packaging bought",),
        layer="operational",
        weight=3,
    )
    keep(story)
    story.told(
        "words",
        "no-plastic",
        (
            "Our food reaches you without plastic.",
            "Food like grandmother's, with no plastic round it.",
            "Plastic has no place on our shelves.",
        ),
    )
    story.told(
        "communications",
        "no-plastic",
        (
            "New name, new look, no plastic.",
            "Meet the new us: food without plastic.",
        ),
        each=3,
    )
    story.done(
        "money",
        None,
        Deeds(
            texts=("Brand film, {supplier}", "Logo design, {supplier}"), n=5, amount=(9000, 60_000)
        ),
    )
    story.against(
        "money", "no-plastic", Deeds(texts=OLD, n=22, least=6, amount=(4000, 30_000)), NEW
    )
    story.plant(
        "old packaging",
        AGAINST,
        "no-plastic",
        "money",
        follows=("more-said-than-done", "one-layer-only"),
    )
    return story.twins()
