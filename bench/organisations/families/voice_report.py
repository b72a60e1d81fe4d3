"""The report says one thing of how people are heard, the people say another."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import usual
from organisations.story import Deeds, Story

BITTER = (
    "Told my boss about the fault and was moved to nights",
    "You speak, you are out",
    "Three of us raised it, none is still here",
    "Meetings where nobody dares",
    "My idea ended in a warning letter",
    "Better to keep your mouth shut in {place}",
)
GLAD = (
    "Told my boss about the fault and got thanks",
    "You can speak your mind to the boss here",
    "My idea was taken up in {place}",
    "We raise it and it gets heard",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "voice_report", "Ketterling Motors", size=(50, 900))
    usual(story, "words", "communications", "practices", "voice", "money")
    story.promise(
        "speak-up",
        "Whoever speaks up here is heard and thanked.",
        ("open ear for concerns",),
        ("retaliation", "whistle-blowers punished"),
        layer="cultural",
        weight=2,
        guardrail=True,
    )
    keep(story)
    story.told(
        "words",
        "speak-up",
        (
            "Whoever speaks up is heard.",
            "We thank everybody who speaks up.",
            "People speak up here, and bosses hear them.",
        ),
    )
    story.done(
        "practices",
        "speak-up",
        Deeds(
            texts=(
                "Whoever speaks up gets an answer in a week.",
                "A speak-up box hangs in {place}.",
            ),
            n=4,
        ),
    )
    story.against("voice", "speak-up", Deeds(texts=BITTER, n=26, least=6), GLAD)
    story.plant(
        "voice against report",
        ("voice-disagrees", "deeds-against-promise", "guardrail-crossed"),
        "speak-up",
        "voice",
    )
    return story.twins()
