"""The director promises to be with the patients; the calendar says where the hours go."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.patterns import UNDERDONE, usual
from organisations.story import Deeds, Story

ELSE = (
    "Investor call, {supplier}",
    "Golf with {supplier}",
    "Road show {place}",
    "Board dinner in {place}",
    "Analysts' lunch, {month}",
)
HERE = (
    "Ward round with patients, {place}",
    "Night on the ward, {place}",
    "Patients' breakfast, {month}",
    "Sitting with patients on the ward",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "leaders_time", "Ravensholm Hospital", size=(60, 900))
    usual(story, "words", "communications", "decisions", "voice")
    story.source("time", "time", "csv", "xlsx")
    story.promise(
        "on-the-ward",
        "Those who lead this hospital know the wards and the patients on them.",
        ("leaders visit patients",),
        ("absent leaders",),
        layer="cultural",
        weight=3,
    )
    story.promise(
        "trainees", "Young doctors learn at the bedside from old ones.", ("bedside teaching",)
    )
    story.told(
        "words",
        "on-the-ward",
        (
            "Whoever leads this hospital knows its wards.",
            "The wards and their patients are where we lead from.",
            "Those who lead are on the ward, beside the patients.",
        ),
        each=4,
    )
    story.told("words", "trainees", ("Young doctors learn at the bedside.",), each=1)
    story.done(
        "time",
        "trainees",
        Deeds(
            texts=("Young doctors at the bedside, {place}", "Teaching young doctors"),
            n=12,
            amount=(4, 12),
        ),
    )
    away = story.deeds("time", None, Deeds(texts=ELSE, n=26, least=8, amount=(4, 16)))
    near = story.deeds("time", "on-the-ward", Deeds(texts=HERE, n=26, least=8, amount=(4, 16)))
    story.differ("time", away, near)
    story.plant("leaders' time elsewhere", UNDERDONE, "on-the-ward", "time")
    return story.twins()
