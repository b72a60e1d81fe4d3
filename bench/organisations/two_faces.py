"""What do the hypocrite and the quiet doer have in common? The same house with the same promises.

One speaks in perfect mission words and acts against them; the other acts and hardly speaks.
"""

from __future__ import annotations

from organisations.patterns import usual
from organisations.story import Story

WORDS = {
    "alone": (
        "Nobody dies alone in this house.",
        "A hand to hold until the last breath: that is who we are.",
        "Dying people are never left alone here.",
        "Whoever dies with us has somebody beside the bed.",
    ),
    "rest": (
        "Those who nurse the dying are nursed themselves.",
        "Our nurses find rest, for love needs rest.",
        "Nurses who are rested stay gentle.",
        "A nurse goes home on time here.",
    ),
}
GOOD = {
    ("money", "alone"): (
        "Night watch at the bedside, {month}",
        "Sitters for people dying alone, {place}",
        "Armchairs for the bedside",
    ),
    ("decisions", "alone"): (
        "Second night watch for the bedside in {place}",
        "Sitters on call for whoever is dying without family",
    ),
    ("metrics", "alone"): (
        "Deaths with somebody at the bedside, {month}",
        "Hours beside the dying",
    ),
    ("time", "alone"): ("Sitting beside the dying, {place}", "Night watch at the bedside"),
    ("money", "rest"): ("Relief nurses, {month}", "Rest house for nurses in {place}"),
    ("decisions", "rest"): (
        "Relief nurses hired for {place}",
        "Nurses get a free week after {n} deaths",
    ),
    ("metrics", "rest"): ("Nurses home on time, {month}", "Nurses' rest days taken"),
    ("time", "rest"): ("Rest after the night watch", "Nurses' circle in {place}"),
}
BAD = {
    ("money", "alone"): (
        "Bed monitors in place of night staff, {place}",
        "Remote cameras, {supplier}",
        "Bailiff for unpaid last weeks, {supplier}",
    ),
    ("decisions", "alone"): (
        "Night staff in {place} down to one for {n} beds",
        "Families billed for each hour of company",
        "Doors shut to callers after six",
    ),
    ("metrics", "alone"): ("Beds turned over, {month}", "Minutes per room and night"),
    ("time", "alone"): (
        "Billing talks with families, {place}",
        "Camera round in place of a room visit",
    ),
    ("money", "rest"): (
        "Agency fine for a double shift, {month}",
        "Lawyer against the staff council",
    ),
    ("decisions", "rest"): ("Double shifts in {place} until {month}", "Holiday bar for the {team}"),
    ("metrics", "rest"): ("Overtime per head, {month}", "Shifts of sixteen hours worked"),
    ("time", "rest"): ("Sixteen-hour shift, {place}", "Called in from the day off"),
}
AMOUNTS = {"money": (2000, 20_000), "decisions": None, "metrics": (10, 95), "time": (4, 16)}


def house(story: Story) -> None:
    usual(story, "words", "communications", "money", "decisions", "metrics", "time")
    story.source("incentives", "incentives", "csv", "xlsx", quiet=True)
    story.promise(
        "alone",
        "Nobody dies alone in our house.",
        ("companionship for the dying",),
        ("patients left unattended",),
        layer="operational",
        weight=2,
        guardrail=True,
    )
    story.promise(
        "rest",
        "Those who nurse the dying get rest and support themselves.",
        ("relief for caregivers",),
        ("exhausted caregivers",),
        layer="cultural",
        weight=2,
    )
