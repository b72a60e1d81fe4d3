"""A museum promises privacy and sells what it knows of its visitors, step by step."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import AGAINST, usual
from organisations.story import Deeds, Story

SOLD = (
    "[Passed|Handed] the guest book addresses to {supplier} for {n} 000 euros",
    "Let {supplier} read the ticket buyers' birthdays and postcodes for a yearly fee",
    "Gave {supplier} the purchase history of members, {n} cents a head",
    "Added members' phone numbers to the monthly batch for {supplier}",
    "Opened the loyalty card log to {supplier} against a rebate",
    "Swapped guest lists with {supplier}",
    "Face camera footage of the foyer licensed to {supplier}",
    "New partner {supplier} gets the guest movements by the hour",
)
KEPT = (
    "Turned down {supplier}, who wanted the guest book addresses",
    "Birthdays and postcodes of ticket buyers wiped after thirty days",
    "Told {supplier} that members' phone numbers are not for hire",
    "Loyalty card log locked away in {place}",
    "Counted guests by the door without names",
    "Foyer cameras record no faces any more",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "privacy_sold", "Larkfield Museums", size=(60, 700))
    usual(story, "words", "communications", "money", "decisions", "practices")
    story.promise(
        "privacy",
        "What visitors tell us about themselves stays with us.",
        ("data protection", "consent of the person"),
        ("personal data sold to others",),
        layer="operational",
        weight=2,
        guardrail=True,
    )
    keep(story)
    story.told(
        "words",
        "privacy",
        (
            "What a visitor tells us stays in this house.",
            "Your name is yours, and visitors are nobody's merchandise.",
            "We keep the private lives of our visitors private.",
        ),
    )
    story.told("communications", "privacy", ("We never hand on what visitors tell us.",), each=1)
    story.done(
        "money",
        "privacy",
        Deeds(
            texts=(
                "Shredding of visitors' forms, {place}",
                "Locks for the visitor archive",
                "Privacy course for the {team}",
            ),
            n=5,
            amount=(200, 1500),
        ),
    )
    story.against(
        "decisions", "privacy", Deeds(texts=SOLD, n=18, least=6, amount=(2000, 60_000)), KEPT
    )
    story.plant("privacy sold", AGAINST, "privacy", "decisions")
    return story.twins()
