"""Outside it speaks of its promise, inside of something else."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.patterns import usual
from organisations.story import Deeds, Story

CLAIM = (
    "Our bread is baked by hand, loaf by loaf.",
    "Hands, flour and time: that is our bread.",
    "A baker's hand has touched every loaf.",
    "No loaf without a baker's hands.",
)
FAST = (
    "The line in {place} runs {n} trays a minute.",
    "Shelf space grows when prices fall.",
    "Volume beats everything this quarter.",
    "{supplier} wants pallets by the hour.",
)

CHEAP = ("Cheapest bread in town, whatever it takes.", "Our bread stays cheaper than any in town.")


def build(draw: Draw) -> Twins:
    story = Story(draw, "outside_inside", "Oven & Field", size=(60, 700))
    story.source("words", "words", "md", "docx", audience="outside")
    story.source("memos", "words", "md", "txt", audience="inside", per="quarter")
    usual(story, "money", "decisions")
    story.promise(
        "by-hand",
        "Our bread is baked by hand by bakers who know their trade.",
        ("artisan baking",),
        ("industrial baking",),
        weight=2,
    )
    story.promise("price", "Our bread is the cheapest in town.", ("cheap loaves",), weight=1)
    story.told("words", "by-hand", CLAIM, each=5)
    story.told("words", "price", CHEAP, each=1)
    story.told("memos", "price", CHEAP, each=1)
    story.differ(
        "memos",
        story.sentences("memos", "price", CHEAP, each=5)
        + story.sentences("memos", None, FAST, each=4),
        story.sentences("memos", "by-hand", CLAIM, each=5),
    )
    for name, texts in (
        ("by-hand", ("Bakers' wages, {place}", "Baker's school for hand baking")),
        ("price", ("Cheapest bread, coupons {month}", "Bread price cut in town")),
    ):
        story.done("money", name, Deeds(texts=texts, n=10, amount=(3000, 9000)))
    story.plant(
        "outside against inside",
        ("outside-words-differ-from-inside",),
        "by-hand",
        "words",
        follows=("more-said-than-done",),
    )
    return story.twins()
