"""A builder says safety first; from one month on the money goes into growth."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import STARVED, monthly, split_at, turn, usual
from organisations.story import Story

SAFE = (
    "Harness checks, {place}",
    "Scaffold nets, {place}",
    "Helmets and boots, {team}",
    "First aiders on site {place}",
    "Safety walk with the {team}",
)
GROW = (
    "Fit-out of the new branch {place}",
    "Ground bought in {place}",
    "Agents' fees, branch {place}",
    "Signs and keys for the branch {place}",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "safety_expansion", "Hallgrim Builders", size=(150, 900))
    usual(story, "words", "communications", "money", "decisions")
    story.promise(
        "safety",
        "Everybody who works on our sites comes home unhurt.",
        ("safety on site", "protective equipment"),
        ("accidents at work", "unsafe scaffolding"),
        layer="operational",
        weight=2,
        guardrail=True,
    )
    keep(story)
    story.told(
        "words",
        "safety",
        (
            "Safety comes first on every site.",
            "No beam is worth a broken arm.",
            "We build so that everybody gets home unhurt.",
            "Safety on site stands above every deadline.",
        ),
        each=3,
    )
    day = turn(story, 16, 32)
    for texts, before, after, commitment in (
        (SAFE, (5000, 9000), (500, 1100), "safety"),
        (GROW, (3000, 7000), (14_000, 30_000), None),
    ):
        changed, steady = monthly(
            story, "money", commitment, texts, before=before, after=after, turned_on=day
        )
        story.share("money", split_at(changed, day)[0])
        story.differ("money", split_at(changed, day)[1], split_at(steady, day)[1])
    story.plant(
        "money falls, words stay",
        STARVED,
        "safety",
        "money",
        follows=("turned", "more-said-than-done"),
    )
    story.plant("drift of money", ("turned",), "safety", "money", turned_on=day)
    return story.twins()
