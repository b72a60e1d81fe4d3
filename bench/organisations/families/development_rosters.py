"""A hotel promises that people grow; the rosters have no hour for it."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import AGAINST, UNDERDONE, usual
from organisations.story import Deeds, Story

BUSY = (
    "Course day in {place} turned into an extra shift",
    "Double cover at the {team}, course skipped",
    "Study afternoon struck from the roster, {team}",
    "Night shift straight after the exam day",
    "Called back from the seminar to the {team}",
    "Language class hours booked as kitchen hours",
)
GROWN = (
    "Course day in {place}",
    "Study afternoon, {team}",
    "Exam day and the day after free",
    "Seminar in {place}, shift covered",
    "Language class, {team}",
    "Shadowing the chef in {place}",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "development_rosters", "Grand Hotel Lyme", size=(50, 1200))
    usual(story, "words", "time", "voice", "money")
    story.promise(
        "growth",
        "Everyone who works here can grow into the next job.",
        ("staff development", "training"),
        ("no time for training",),
        layer="cultural",
        weight=2,
    )
    keep(story)
    story.told(
        "words",
        "growth",
        (
            "Whoever starts in the scullery can grow into the next job.",
            "People grow here, job by job.",
            "Every job here leads to the next.",
        ),
    )
    story.done(
        "money",
        "growth",
        Deeds(texts=("Leaflet: grow into your next job",), n=2, amount=(100, 400)),
    )
    story.against("time", "growth", Deeds(texts=BUSY, n=24, least=6, amount=(4, 12)), GROWN)
    story.against(
        "voice",
        "growth",
        Deeds(
            texts=(
                "Three years in the same scullery",
                "My seminar was struck again",
                "Nobody here gets to the exam",
            ),
            n=6,
            least=2,
        ),
        (
            "I moved from scullery to desk",
            "My chef let me go to the seminar",
            "Passed the exam, got the job",
        ),
    )
    story.plant("rosters contradict", AGAINST | UNDERDONE, "growth", "time")
    story.plant("voice against report", ("voice-disagrees",), "growth", "voice")
    return story.twins()
