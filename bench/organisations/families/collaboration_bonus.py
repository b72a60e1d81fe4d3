"""A consultancy promises that people work together and pays each for beating the next."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import REWARD, rewards, usual
from organisations.story import Deeds, Story

ALONE = (
    "Own billings against the colleague at the next desk",
    "Rank in the personal sales table",
    "Clients kept in one's own name",
    "Own margin, top tenth of the floor",
    "Leads closed single-handed",
    "Personal ranking at year end",
)
TOGETHER = (
    "Work won and done by two desks together",
    "Help given to other desks, as they tell it",
    "Clients handed to the colleague who knows most",
    "Margin of the whole house",
    "Knowledge written up for all",
    "Joint result of the floor",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "collaboration_bonus", "Marlowe Advisers", size=(40, 700))
    usual(story, "words", "time", "voice", "decisions")
    story.source("incentives", "incentives", "csv", "xlsx", quiet=True)
    story.promise(
        "together",
        "We win and lose as one team and share what we know.",
        ("collaboration between teams", "knowledge sharing"),
        ("internal competition",),
        layer="cultural",
        weight=2,
    )
    keep(story)
    story.told(
        "words",
        "together",
        (
            "We win as one team or we do not win.",
            "One team shares what it knows.",
            "No one in this house works alone: we are one team.",
        ),
    )
    story.done(
        "time",
        "together",
        Deeds(
            texts=("Team mornings in {place}", "Sharing what we know, {team}"), n=6, amount=(2, 8)
        ),
    )
    rewards(story, "together", ALONE, TOGETHER, levels=("manager", "professional"))
    story.plant(
        "individual bonus", REWARD, "together", "incentives", follows=("more-said-than-done",)
    )
    return story.twins()
