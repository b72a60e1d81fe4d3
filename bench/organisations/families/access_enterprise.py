"""A platform promises access for all and builds for its largest payers."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import AGAINST, usual
from organisations.story import Deeds, Story

GATED = (
    "Minimum contract set at {n} 000 euros a year",
    "Home tier switched off in {month}",
    "Sign-up for single persons taken off the site",
    "Telephone line for corporate clients alone",
    "Village rebate ended in {place}",
    "Captions moved to the corporate plan",
    "Pilot with {supplier} only, {n} 000 seats",
    "Schools in {place} moved to list price",
)
OPEN = (
    "Free tier for homes in {place}",
    "Captions in every plan",
    "Price by income for single persons",
    "Village rebate renewed in {place}",
    "Help line for everyone, also at night",
    "Schools in {place} pay nothing",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "access_enterprise", "Learnwell", size=(50, 800))
    usual(story, "words", "communications", "money")
    story.source("decisions", "decisions", "csv", "jsonl")
    story.source("initiatives", "initiatives", "jsonl", "csv")
    story.promise(
        "for-all",
        "Whoever wants to learn can afford to learn with us.",
        ("affordable for everyone", "accessible to the poor"),
        ("the wealthy served first",),
        weight=3,
    )
    keep(story)
    story.told(
        "words",
        "for-all",
        (
            "Whoever wants to learn is welcome here.",
            "Learning is for all and not for the few.",
            "No purse is too thin to learn with us.",
        ),
    )
    story.told("communications", "for-all", ("Learn with us, whatever you can afford.",), each=2)
    story.against("decisions", "for-all", Deeds(texts=GATED, n=14, least=5), OPEN)
    story.against(
        "initiatives",
        "for-all",
        Deeds(
            texts=(
                "Corporate suite, wave {n}",
                "Premier lounge with {supplier}",
                "Boardroom edition for {supplier}",
            ),
            n=8,
            least=3,
            amount=(20_000, 90_000),
        ),
        (
            "Kitchen-table edition for learners in {place}",
            "Loan tablets for learners in {place}",
            "Evening classes anyone can afford, {place}",
        ),
    )
    story.plant(
        "enterprise only", AGAINST, "for-all", "decisions", follows=("more-said-than-done",)
    )
    return story.twins()
