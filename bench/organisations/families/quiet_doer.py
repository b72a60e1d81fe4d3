"""The same house, which acts as promised in every channel and hardly speaks of it."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.patterns import paid_well
from organisations.story import Deeds, Story
from organisations.two_faces import AMOUNTS, GOOD, WORDS, house


def build(draw: Draw) -> Twins:
    story = Story(draw, "quiet_doer", "Lindenhof Hospice", size=(120, 900))
    house(story)
    story.told("words", "rest", WORDS["rest"][:1], each=1)
    told = story.sentences("words", "alone", WORDS["alone"], each=3)
    story.differ("words", (), told)
    for (channel, name), texts in GOOD.items():
        story.done(channel, name, Deeds(texts=texts, n=9, least=3, amount=AMOUNTS[channel]))
    paid_well(story, "rest", ("Nurses home on time", "Nurses' rest days taken"))
    story.plant(
        "done and not told",
        ("done-and-not-told", "more-done-than-said"),
        "alone",
        "words",
        is_accusing=False,
    )
    story.clean("alone", "rest")
    return story.twins()
