"""Perfect mission words in every document, and deeds against them in every channel."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.patterns import AGAINST, REWARD, rewards
from organisations.story import Deeds, Story
from organisations.two_faces import AMOUNTS, BAD, GOOD, WORDS, house


def build(draw: Draw) -> Twins:
    story = Story(draw, "hypocrite", "Lindenhof Hospice", size=(120, 900))
    house(story)
    for name, texts in WORDS.items():
        story.told("words", name, texts, each=4)
        story.told("communications", name, texts, each=2)
    for (channel, name), texts in BAD.items():
        story.against(
            channel,
            name,
            Deeds(texts=texts, n=9, least=3, amount=AMOUNTS[channel]),
            GOOD[channel, name],
        )
    rewards(
        story,
        "rest",
        ("Holidays handed back unused", "Overtime taken without pay"),
        ("Nurses home on time", "Nurses' rest days taken"),
        levels=("manager",),
    )
    follows = (
        "more-said-than-done",
        "outside-words-differ-from-inside",
        "commitment-without-metric",
        "metric-without-commitment",
        "green-but-off-mission",
    )
    story.plant("deeds against perfect words", AGAINST, "alone", "decisions", follows=follows)
    story.plant("deeds against perfect words", AGAINST, "rest", "time", follows=follows)
    story.plant("bonus against perfect words", REWARD, "rest", "incentives", follows=follows)
    return story.twins()
