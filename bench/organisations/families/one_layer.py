"""Everything moves in the strategy and nothing in how people work or behave."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.patterns import usual
from organisations.story import Deeds, Story


def build(draw: Draw) -> Twins:
    story = Story(draw, "one_layer", "Fairhaven Clinics", size=(60, 700))
    usual(story, "words", "money", "decisions", "time", "metrics", "practices")
    story.promise(
        "dignity",
        "Every patient keeps their dignity in our clinics.",
        ("respectful treatment",),
        ("patients humiliated",),
        layer="strategic",
        weight=2,
    )
    story.promise(
        "gowns",
        "No patient lies uncovered or waits in a corridor.",
        ("privacy screens",),
        ("corridor beds",),
        layer="operational",
        weight=2,
    )
    story.promise(
        "manners",
        "We knock, we greet, we say who we are.",
        ("courtesy of staff",),
        ("rude treatment",),
        layer="cultural",
        weight=2,
    )
    for name, texts in (
        (
            "dignity",
            ("Every patient keeps their dignity.", "Dignity is what a patient keeps with us."),
        ),
        (
            "gowns",
            ("No patient lies uncovered here.", "Nobody waits in a corridor in our clinics."),
        ),
        (
            "manners",
            ("We knock before we enter and say who we are.", "We greet every guest by name."),
        ),
    ):
        story.told("words", name, texts, each=3)
    story.done(
        "decisions",
        "dignity",
        Deeds(
            texts=(
                "Dignity paper adopted for {place}",
                "Patient dignity board set up",
                "Dignity report {month} noted",
            ),
            n=10,
            least=4,
        ),
    )
    story.done(
        "money",
        "dignity",
        Deeds(
            texts=("Dignity study, {supplier}", "Patient dignity congress"),
            n=8,
            least=3,
            amount=(4000, 20_000),
        ),
    )
    for key, name, texts, amount in (
        (
            "money",
            "gowns",
            ("Gowns that cover the patient, {place}", "Rooms instead of a corridor, {place}"),
            (4000, 20_000),
        ),
        (
            "time",
            "manners",
            ("Practising to knock and greet, {team}", "Greeting round in {place}"),
            (2, 9),
        ),
        ("metrics", "gowns", ("Patients who waited in a corridor, {month}",), (1, 20)),
        ("metrics", "manners", ("Patients who were greeted by name, {month}",), (40, 98)),
        ("practices", "manners", ("Knock, wait, greet, say who you are.",), None),
    ):
        story.differ(
            key, (), story.deeds(key, name, Deeds(texts=texts, n=7, least=3, amount=amount))
        )
    codes = ("one-layer-only", "promised-and-no-deed-found", "repeated-without-a-deed")
    follows = (
        "more-said-than-done",
        "commitment-without-metric",
        "repeated-without-a-deed",
        "promised-and-no-deed-found",
    )
    story.plant("one layer only", ("one-layer-only",), None, "decisions", follows=follows)
    story.plant("one layer only: nothing operational", codes, "gowns", "money", follows=follows)
    story.plant("one layer only: nothing cultural", codes, "manners", "time", follows=follows)
    return story.twins()
