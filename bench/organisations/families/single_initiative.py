"""All that is done for the promise hangs on one initiative."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import KINDS, usual
from organisations.pen import PLAIN
from organisations.story import Deeds, Story

ONE = ("Summer camp for refugee children",)
MANY = (
    "Homework help for refugee children",
    "Refugee mothers' breakfast in {place}",
    "Football with refugee children, {place}",
    "Refugee doctors as trainees",
    "Choir of refugee families, {place}",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "single_initiative", "Halcyon Trust", size=(40, 400))
    usual(story, "words", "decisions")
    story.source("money", "money", *KINDS["money"])
    story.source("initiatives", "initiatives", *KINDS["initiatives"])
    story.promise(
        "refugees",
        "Refugee families find a home and friends in our town.",
        ("integration of newcomers",),
        ("newcomers turned away",),
        weight=2,
    )
    keep(story)
    story.told(
        "words",
        "refugees",
        ("Refugee families find friends in our town.", "Our town is home to refugee families."),
    )
    story.pen.register = PLAIN
    for key, amount, n in (("initiatives", (9000, 20_000), 5), ("money", (2000, 9000), 10)):
        one, many = (
            story.deeds(key, "refugees", Deeds(texts=texts, n=n, least=3, amount=amount))
            for texts in (ONE, MANY)
        )
        story.differ(key, one, many)
    story.plant(
        "rests on one initiative",
        ("rests-on-one-initiative",),
        "refugees",
        "initiatives",
        is_accusing=False,
        follows=("initiatives-recur", "more-said-than-done"),
    )
    return story.twins()
