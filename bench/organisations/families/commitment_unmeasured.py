"""Every promise has its metric but one, and it is the one that is spoken of most."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import usual
from organisations.story import Deeds, Story


def build(draw: Draw) -> Twins:
    story = Story(draw, "commitment_unmeasured", "Varde Ferries", size=(50, 500))
    usual(story, "words", "money", "decisions", "metrics")
    story.promise(
        "islands",
        "No islander waits longer than a day for the boat.",
        ("ferry runs daily",),
        ("islanders stranded",),
        weight=4,
    )
    keep(story, number=3)
    story.told(
        "words",
        "islands",
        (
            "No islander waits longer than a day for the boat.",
            "The boat goes, whatever the islander needs.",
            "Storm or calm, the islander gets a boat within the day.",
        ),
        each=4,
    )
    story.done(
        "money",
        "islands",
        Deeds(
            texts=("Spare boat, {place}", "Boat crew at night, {month}"), n=8, amount=(3000, 20_000)
        ),
    )
    story.differ(
        "metrics",
        (),
        story.deeds(
            "metrics",
            "islands",
            Deeds(
                texts=(
                    "Islanders who waited longer than a day, {month}",
                    "Days without a boat, {place}",
                ),
                n=10,
                least=4,
                amount=(0.9, 9),
            ),
        ),
    )
    story.plant(
        "promise without a metric",
        ("commitment-without-metric",),
        "islands",
        "metrics",
        follows=("more-said-than-done",),
    )
    return story.twins()
