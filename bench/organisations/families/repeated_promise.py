"""The same promise year after year, and not one deed in any channel."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import usual
from organisations.story import Deeds, Story

SAID = (
    "A day nursery for the children of our people is on its way.",
    "Soon the children of our people play in a nursery of their own.",
    "The nursery for our people's children gets its plot in {place}.",
    "Our people's children and their nursery: this year is the year.",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "repeated_promise", "Castellan Works", size=(50, 900))
    usual(story, "words", "communications", "money", "decisions", "initiatives", "time")
    story.promise(
        "nursery",
        "Our people get a day nursery for their children.",
        ("childcare places",),
        ("parents without childcare",),
        weight=2,
    )
    keep(story)
    story.told("words", "nursery", SAID, each=2)
    story.told("communications", "nursery", SAID, each=1)
    for key, texts, amount in (
        ("money", ("Nursery plot {place}", "Cots and swings for the nursery"), (9000, 60_000)),
        (
            "decisions",
            ("Nursery contract with {supplier}", "Plot for the children's nursery bought"),
            None,
        ),
        (
            "time",
            ("Nursery building site, {place}", "Children's nursery, talks with {supplier}"),
            (3, 20),
        ),
    ):
        story.differ(
            key, (), story.deeds(key, "nursery", Deeds(texts=texts, n=6, least=3, amount=amount))
        )
    story.plant(
        "repeated, never done",
        ("repeated-without-a-deed", "promised-and-no-deed-found"),
        "nursery",
        "words",
        follows=("more-said-than-done", "one-layer-only", "commitment-without-metric"),
    )
    return story.twins()
