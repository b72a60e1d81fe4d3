"""Half of what the case declares is not there: unknown, and never better than the whole."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import KINDS, usual
from organisations.story import Deeds, Story


def build(draw: Draw) -> Twins:
    story = Story(draw, "half_missing", "Skerry Housing", size=(60, 500))
    usual(story, "words", "decisions", "voice")
    kinds = [kind for kind in KINDS["money"] if kind != "journal"]
    story.promise(
        "homes",
        "Families find a home with us that they can afford.",
        ("affordable flats",),
        ("rents families cannot pay",),
        weight=2,
    )
    story.source("money", "money", *kinds, quiet=True)
    story.source("time", "time", *KINDS["time"], quiet=True)
    keep(story, number=2)
    story.told(
        "words",
        "homes",
        (
            "Families find a home here that they can afford.",
            "A family's home comes before our profit.",
        ),
    )
    for key, amount, texts in (
        (
            "money",
            (4000, 30_000),
            (
                "Flats for families in {place}",
                "Rent help for families, {month}",
                "Family homes mended, {place}",
            ),
        ),
        ("time", (3, 30), ("Moving families into {place}", "Rent talks with families, {place}")),
    ):
        lines = story.deeds(key, "homes", Deeds(texts=texts, n=24, least=8, amount=amount))
        story.share(key, lines[::2])
        story.differ(key, (), lines[1::2])
    story.declare_rows("money", "time")
    story.plant("half is missing", ("expected-but-missing",), None, "money")
    story.clean("homes", *(one.id for one in story.promises[1:]))
    story.may_say("expected-but-missing")
    return story.twins()
