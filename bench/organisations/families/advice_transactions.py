"""A bank promises advice to be trusted and pays for transactions."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import AGAINST, REWARD, rewards, usual
from organisations.story import Deeds, Story

TRADES = (
    "Trades per account and quarter",
    "Commission from house funds",
    "Policies placed per visit",
    "Accounts turned over twice a year",
    "Credit cards opened at the desk",
    "Slice of wallet moved to house funds",
)
TRUST = (
    "Clients who would come again after five years",
    "Plans reviewed with the client unpaid",
    "Clients told not to buy",
    "Plain notes of every talk",
    "Complaints answered in person",
    "Clients whose plan still fits after ten years",
)
PUSHED = (
    "{place} desk to place {n} house funds by Friday",
    "Widows' accounts moved into {supplier} notes",
    "{supplier} pays us {n} euros a policy, desks told to mention it to nobody",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "advice_transactions", "Sankt Anner Bank", size=(60, 900))
    usual(story, "words", "decisions", "money", "voice")
    story.source("incentives", "incentives", "csv", "xlsx", quiet=True)
    story.promise(
        "advice",
        "Our advice serves the person who asks for it, not our sales.",
        ("independent advice", "customer's interest"),
        ("products pushed on customers",),
        weight=3,
    )
    keep(story)
    story.told(
        "words",
        "advice",
        (
            "Advice from us serves the person who asks.",
            "You can trust the advice you get here.",
            "Good advice sometimes means: do not buy.",
        ),
    )
    rewards(story, "advice", TRADES, TRUST, levels=("manager", "front line"))
    story.against(
        "decisions",
        "advice",
        Deeds(texts=PUSHED, n=8, least=3),
        (
            "Advice hour without sales talk in {place}",
            "House funds off the shelf in {place}",
            "Fees from {supplier} paid back to clients",
        ),
    )
    story.plant(
        "transactions paid", REWARD, "advice", "incentives", follows=("more-said-than-done",)
    )
    story.plant("sales pushed", AGAINST, "advice", "decisions")
    return story.twins()
