"""The deeds turned first; two years later the mission was reworded to fit them."""

from __future__ import annotations

from datetime import date

from organisations.drawing import Draw
from organisations.facts import ADVANCES, Line, Twins
from organisations.patterns import STARVED, monthly, split_at, turn, usual
from organisations.story import Story

OLD = (
    "Sick animals are healed here whoever owns them.",
    "A stray is healed like a champion.",
    "We heal animals that nobody pays for.",
)
NEW = (
    "Racehorses reach their best with us.",
    "Champions run on our care.",
    "A racehorse of ours is fit on the day.",
)


def build(draw: Draw) -> Twins:
    story = Story(
        draw, "mission_after_deeds", "Vetlake Animal Clinic", years=(2020, 2025), size=(200, 900)
    )
    story.source("words", "words", "md", "txt", per="quarter", quiet=True)
    usual(story, "money", "decisions")
    story.promise(
        "strays",
        "Sick animals are healed here whoever owns them.",
        ("treatment for homeless pets",),
        ("pets refused",),
        weight=2,
    )
    story.promise("racing", "Racehorses reach their best with us.", ("equine sports medicine",))
    deeds, words = turn(story, 20, 28), turn(story, 46, 54)
    for texts, before, after, name in (
        (
            ("Strays healed, {month}", "Medicine for sick strays, {place}"),
            (4000, 7000),
            (500, 900),
            "strays",
        ),
        (
            ("Racehorse track, {place}", "Racehorse scanner, {supplier}"),
            (900, 2000),
            (9000, 15_000),
            "racing",
        ),
    ):
        changed, steady = monthly(
            story, "money", name, texts, before=before, after=after, turned_on=deeds
        )
        story.share("money", split_at(changed, deeds)[0])
        story.differ("money", split_at(changed, deeds)[1], split_at(steady, deeds)[1])
    for year in story.years:
        for month in (2, 5, 8, 11):
            on = date(year, month, draw.number(1, 27))
            if on < words:
                story.share("words", _said(story, on, "strays", OLD))
            else:
                story.differ(
                    "words", _said(story, on, "racing", NEW), _said(story, on, "strays", OLD)
                )
    story.plant("deeds turned first", ("turned", *STARVED), "strays", "money", turned_on=deeds)
    story.plant(
        "words followed",
        ("turned", "gone-silent"),
        "strays",
        "words",
        turned_on=words,
        is_accusing=False,
        follows=STARVED,
    )
    return story.twins()


def _said(story: Story, on: date, name: str, texts: tuple[str, ...]) -> list[Line]:
    return [story.line("words", story.draw.one(texts), on, {name: ADVANCES}) for _ in range(3)]
