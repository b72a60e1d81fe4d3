"""Every light on the dashboard is green, and none of them is about the promise."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from organisations.drawing import Draw
from organisations.facts import ADVANCES, Twins
from organisations.kept import keep
from organisations.patterns import usual
from organisations.story import Story

OFF = (
    "Stock price against the index",
    "Square metres let",
    "Bookings per clerk",
    "Brand recall",
    "Cash conversion, {month}",
)
ON = (
    "Reading age of pupils, {place}",
    "Pupils who read a whole book",
    "Pupils reading to the little ones",
    "Books pupils took home, {month}",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "green_off_mission", "Brightsea Schools", size=(50, 600))
    usual(story, "words", "money", "decisions")
    story.source("metrics", "metrics", "csv", "xlsx", quiet=True)
    story.promise(
        "reading",
        "Every pupil of ours reads with joy at the age of nine.",
        ("literacy of children",),
        ("illiterate school leavers",),
        weight=3,
    )
    keep(story)
    story.told(
        "words",
        "reading",
        (
            "Every pupil reads with joy at nine.",
            "Pupils who read go far.",
            "At nine a pupil of ours reads for joy.",
        ),
    )
    for year in story.years:
        for number in range(max(2, story.count(4))):
            day = draw.day(story.first.replace(year=year), story.last.replace(year=year))
            target = draw.number(40, 70)
            more = {
                "cells": {"target": str(target)},
                "amount": Decimal(target + draw.number(1, 20)),
            }
            off = story.line("metrics", OFF[number % len(OFF)], day, {}, **more)
            on = story.line("metrics", ON[number % len(ON)], day, {"reading": ADVANCES})
            story.differ("metrics", [off], [replace(on, amount=off.amount, cells=off.cells)])
    story.plant(
        "green but off mission",
        ("green-but-off-mission", "metric-without-commitment", "commitment-without-metric"),
        "reading",
        "metrics",
        follows=("more-said-than-done",),
    )
    return story.twins()
