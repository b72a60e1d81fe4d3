"""Eine Stadtbahn nennt den Zugang für alle ihr Anliegen; das Geld dafür sinkt Jahr um Jahr."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import STARVED
from organisations.story import Deeds, Story

LANGUAGE = "de"
RAMPS = (
    "Rampe am Halt {place}",
    "Aufzug am Halt {place}",
    "Leitstreifen am Bahnsteig {place}",
    "Ansagen am Halt {place}",
)


def build(draw: Draw) -> Twins:
    story = Story(
        draw, "barrierefrei", "Stadtbahn Weiden", years=(2021, 2025), size=(80, 700), language="de"
    )
    story.source("words", "words", "md", "docx")
    story.source("money", "money", "csv;", "xlsx")
    story.source("decisions", "decisions", "csv;", "jsonl")
    story.source("voice", "voice", "csv", "jsonl")
    story.promise(
        "zugang",
        "Alle kommen ohne Hilfe in jede Bahn, auch im Rollstuhl.",
        ("barrierefreie Haltestellen",),
        ("Stufen ohne Alternative",),
        weight=2,
    )
    keep(story)
    story.told(
        "words",
        "zugang",
        (
            "Alle kommen ohne Hilfe in jede Bahn.",
            "Mit dem Rollstuhl in jede Bahn.",
            "Niemand bleibt am Bahnsteig zurück.",
        ),
        each=3,
    )
    for number, year in enumerate(story.years):
        for line in story.deeds(
            "money",
            "zugang",
            Deeds(
                texts=RAMPS,
                n=5,
                least=3,
                amount=(9000, 14_000),
                since=date(year, 1, 1),
                until=date(year, 12, 20),
            ),
        ):
            falling = replace(
                line, amount=Decimal(int(line.amount or 0) * (100 - 23 * number) // 100)
            )
            if number:
                story.differ("money", [falling], [line])
            else:
                story.share("money", [line])
    story.done("decisions", "zugang", Deeds(texts=("Rampe am Halt {place} geplant",), n=3))
    story.plant(
        "Geld sinkt, Worte bleiben",
        STARVED,
        "zugang",
        "money",
        follows=("turned", "more-said-than-done"),
    )
    return story.twins()
