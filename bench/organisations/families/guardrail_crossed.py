"""A register of incidents says itself that a line was crossed that nothing may cross."""

from __future__ import annotations

from organisations.drawing import Draw
from organisations.facts import Twins
from organisations.kept import keep
from organisations.patterns import AGAINST, KINDS, usual
from organisations.story import Deeds, Story

CROSSED = (
    "Sixteen-year-old on the press in {place}",
    "Boy of fifteen in the night crew, {place}",
    "Birth dates altered in the hiring book of {supplier}",
    "Schoolgirls packing at {supplier}",
)
CHECKED = (
    "Visit to {supplier}, all papers in order",
    "Hiring book of {supplier} looked through",
    "Night crew in {place} met in person",
)


def build(draw: Draw) -> Twins:
    story = Story(draw, "guardrail_crossed", "Tessaly Toys", size=(30, 250))
    usual(story, "words", "money", "practices")
    story.promise(
        "no-child",
        "No child works for us, nor for anyone who works for us.",
        ("age checks",),
        ("child labour",),
        layer="operational",
        guardrail=True,
        weight=3,
    )
    story.source(
        "decisions",
        "decisions",
        *KINDS["decisions"],
        rules=(
            {"where": {"Assessment": "breach"}, "commitment": "no-child", "stance": "contradicts"},
            {"where": {"assessment": "breach"}, "commitment": "no-child", "stance": "contradicts"},
        ),
    )
    keep(story)
    story.told(
        "words",
        "no-child",
        ("No child works for us.", "Childhood is for playing: no child works here."),
    )
    story.done(
        "money",
        "no-child",
        Deeds(texts=("School fund, so that no child works, {place}",), n=5, amount=(900, 5000)),
    )
    for texts, stance, assessment, honest in (
        (CROSSED, "contradicts", "breach", False),
        (CHECKED, "advances", "in order", True),
    ):
        lines = story.deeds(
            "decisions",
            "no-child",
            Deeds(texts=texts, n=6, least=3, cells={"assessment": assessment}),
            stance=stance,
        )
        story.differ("decisions", () if honest else lines, lines if honest else ())
    story.plant("guardrail crossed", AGAINST, "no-child", "decisions")
    return story.twins()
