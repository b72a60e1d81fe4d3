"""A lender puts customers first and books charges they never saw."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import AGAINST, usual
from organisations.story import Deeds, Story

HIDDEN = (
    "[Placed|Moved] the handling charge from page one to the annex on page {n}.",
    "The early exit charge is told to the borrower after signing only.",
    "Callers who query a supplement are sent to the web form.",
    "The yearly rate is shown without the account supplement.",
    "A new supplement of {n} euros is booked in {month} without a letter.",
    "Small print of the card went from ten point to six point.",
    "Agents skip the table of charges at the counter in {place}.",
)
PLAIN = (
    "All charges stand on page one in large type.",
    "The borrower hears every charge before signing at {place}.",
    "Callers who query a charge get it explained or back.",
    "The yearly rate is shown with everything in it.",
    "Agents read the table of charges aloud in {place}.",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "opaque_fees", "Pellworm Credit", size=(40, 600))
    usual(story, "words", "money", "practices", "decisions", "voice")
    story.promise(
        "clear-price",
        "Customers know what a loan costs before they take it.",
        ("transparent pricing", "costs explained in advance"),
        ("hidden fees",),
        layer="operational",
        weight=2,
    )
    keep(story)
    story.told(
        "words",
        "clear-price",
        (
            "Customers know to the cent what a loan costs.",
            "A loan holds no surprises for our customers.",
            "Customers first: every loan is plain from the start.",
        ),
    )
    story.done(
        "decisions",
        "clear-price",
        Deeds(
            texts=(
                "Loan calculator for customers in {place}",
                "Customers' panel tests the loan leaflet",
            ),
            n=4,
        ),
    )
    story.against("practices", "clear-price", Deeds(texts=HIDDEN, n=16, least=5), PLAIN)
    story.plant("opaque fees", AGAINST, "clear-price", "practices")
    return story.twins()
