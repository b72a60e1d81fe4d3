"""A promise that was on every page is on none any more, and nobody said why."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import usual
from organisations.story import Deeds, Story

SAID = (
    "Refugees of the sea are pulled aboard by every ship of ours.",
    "No ship of ours sails past people in the water.",
    "A life at sea is a life: our ships stop.",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "gone_silent", "Meridian Lines", years=(2021, 2025), size=(60, 900))
    usual(story, "words", "money", "decisions")
    story.source("communications", "communications", "md", "txt", per="quarter")
    story.promise(
        "rescue",
        "No ship of ours sails past people in the water.",
        ("sea rescue",),
        ("distress calls ignored",),
        weight=2,
        guardrail=True,
    )
    keep(story)
    last = draw.number(2022, 2023)
    story.told("words", "rescue", SAID, each=3, until=last)
    story.told("communications", "rescue", SAID, each=3, until=last)
    for key in ("words", "communications"):
        story.differ(key, (), story.sentences(key, "rescue", SAID, each=3, since=last + 1))
    story.done(
        "money",
        "rescue",
        Deeds(
            texts=("Rescue nets for ship {ref}", "Crew drill: people in the water"),
            n=8,
            amount=(900, 9000),
        ),
    )
    story.plant(
        "gone silent", ("gone-silent",), "rescue", "words", is_accusing=False, follows=("turned",)
    )
    return story.twins()
