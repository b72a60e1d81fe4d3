"""A call centre promises that people stay well and pays for volume."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import REWARD, rewards, usual
from organisations.story import Deeds, Story

VOLUME = (
    "Calls per head and hour",
    "Tickets closed before the shift ends",
    "Hours logged beyond forty",
    "Calls taken during the lunch break",
    "Weekend shifts filled from the team's own ranks",
    "Seconds per call under two hundred",
)
WELL = (
    "Rest days really taken",
    "Lunch breaks without a call",
    "Colleagues who say they sleep well",
    "Rosters fixed six weeks ahead",
    "Colleagues back at work in good health after illness",
    "Evenings without a message from the boss",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "wellbeing_bonus", "Ostrava Contact", size=(50, 900))
    usual(story, "words", "money", "practices", "voice")
    story.source("incentives", "incentives", "csv", "xlsx", quiet=True)
    story.promise(
        "wellbeing",
        "The people who work here go home healthy and rested.",
        ("employee wellbeing", "recovery from stress"),
        ("burnout", "overload of employees"),
        layer="cultural",
        weight=2,
    )
    keep(story)
    story.told(
        "words",
        "wellbeing",
        (
            "Nobody here goes home exhausted.",
            "People who are rested do good work.",
            "The health of the people who work here comes before the numbers.",
        ),
    )
    story.done(
        "money",
        "wellbeing",
        Deeds(
            texts=(
                "Quiet room in {place}",
                "Back exercises for the {team}",
                "Fruit and water, {team}",
            ),
            n=8,
            amount=(300, 4000),
        ),
    )
    rewards(story, "wellbeing", VOLUME, WELL)
    story.plant(
        "bonus on volume",
        REWARD,
        "wellbeing",
        "incentives",
        follows=("more-said-than-done", "commitment-without-metric"),
    )
    return story.twins()
