"""A software house promises to change its customers' days and measures how fast it ships."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import usual
from organisations.story import Deeds, Story

SPEED = (
    "Features shipped, sprint {n}",
    "Story points burnt by the {team}",
    "Hours from merge to release",
    "Lines merged, {month}",
    "Releases in {month}",
    "Backlog tickets moved, {team}",
)
IMPACT = (
    "Hours of paperwork customers got back, {month}",
    "Customers whose working day got easier",
    "Customers home before six, {month}",
    "Clicks a customer needs for an invoice",
    "Working days eased for customers of the {team}",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "feature_speed", "Quickmill Software", size=(40, 500))
    usual(story, "words", "decisions", "time")
    story.source("metrics", "metrics", "csv", "xlsx", quiet=True)
    story.promise(
        "impact",
        "Our software makes the working day of our customers easier.",
        ("customer outcomes measured", "benefit for users"),
        ("customers ignored",),
        weight=3,
    )
    keep(story)
    story.told(
        "words",
        "impact",
        (
            "Customers get an easier working day from our software.",
            "What counts is the working day of the customer.",
            "If a customer's day is not easier, we have built nothing.",
        ),
    )
    story.done(
        "decisions",
        "impact",
        Deeds(
            texts=(
                "Sit beside customers in {place} for a working day",
                "Customers test the software first",
            ),
            n=4,
        ),
    )
    fast = story.deeds("metrics", None, Deeds(texts=SPEED, n=24, least=6, amount=(5, 95)))
    eased = story.deeds("metrics", "impact", Deeds(texts=IMPACT, n=24, least=6, amount=(5, 95)))
    story.differ("metrics", fast, eased)
    story.plant(
        "speed measured",
        (
            "commitment-without-metric",
            "metric-without-commitment",
            "green-but-off-mission",
            "deeds-against-promise",
        ),
        "impact",
        "metrics",
        follows=("more-said-than-done",),
    )
    return story.twins()
