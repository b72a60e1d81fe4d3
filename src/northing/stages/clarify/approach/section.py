"""Which approach do the answers speak for, told with how little would turn it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from northing.foundations.documents.blocks import (
    Block,
    Callout,
    Column,
    Details,
    Heading,
    Listing,
    Paragraph,
    Table,
    Tone,
)
from northing.foundations.documents.numbers import number
from northing.stages.clarify.approach.facts import Advice, Approach, Question, Reply, Standing

PITFALLS: Mapping[Approach, str] = {
    Approach.TOP_DOWN: "What is ordered is done as long as somebody looks; those it was ordered of "
    "may never own it.",
    Approach.GRASSROOTS: "What grows in one place need not reach the next, and pay, budgets and "
    "rules stay as they are.",
    Approach.HYBRID: "Both at once costs most; without written guardrails nobody knows what is "
    "free and what is not.",
}
"""What goes wrong with each; a judgement of ours."""
_HOW = (
    "Every answer from 0 to 4 adds its part of the points that its question has for and against "
    "each approach. An answer without evidence counts as not known: it may be any, so an approach "
    "has a lowest and a highest. One leads clearly where it is ahead by a tenth of the range that "
    "points can span and still ahead, lowest against highest, with what is not known. The points "
    "are judgements of ours. How long each takes elsewhere (nine, eighteen or twenty-four months) "
    "is told as anecdote and counts nothing."
)


def ranked(found: Advice) -> list[Standing]:
    """The approaches, the one most is said for first."""
    order = list(Approach)
    return sorted(found.standings, key=lambda one: (-one.points, order.index(one.approach)))


def answer(found: Advice) -> str:
    """The answer in a sentence."""
    first, second = ranked(found)[:2]
    if found.clear:
        ahead = number(first.points - second.points, decimals=1)
        return f"The answers speak for {found.clear}, {ahead} points ahead of {second.approach}."
    return (
        f"No clear winner: {first.approach} has {number(first.points, decimals=1)} points, "
        f"{second.approach} {number(second.points, decimals=1)}."
    )


def reasons(
    approach: Approach, questions: Sequence[Question], replies: Sequence[Reply]
) -> list[tuple[Question, Reply, float]]:
    """What speaks for and against an approach, what weighs most first."""
    asked = {one.id: one for one in questions}
    told = [
        (asked[one.question], one, asked[one.question].points[approach] * one.answer / 4)
        for one in replies
        if one.evidence.strip()
    ]
    return sorted((one for one in told if one[2]), key=lambda one: (-abs(one[2]), one[0].id))


def approach_section(
    found: Advice, questions: Sequence[Question], replies: Sequence[Reply]
) -> tuple[Block, ...]:
    """The answer, the three in their order with reasons, what would turn it, how it is made."""
    texts = {one.id: one.text for one in questions}
    return (
        Callout(Tone.NOTE if found.clear else Tone.UNKNOWN, answer(found)),
        *(Callout(Tone.CONTRADICTION, one) for one in found.flags),
        _points(found),
        *(
            block
            for one in ranked(found)
            for block in _one(one, reasons(one.approach, questions, replies))
        ),
        Heading("What would turn it", 3),
        Paragraph(turned(found, texts)),
        *_open(found, texts),
        Details("How it is advised", (Paragraph(_HOW),)),
    )


def turned(found: Advice, texts: Mapping[str, str]) -> str:
    """How little would put another approach first."""
    if found.flip is None:
        return "No change of a single answer would put another approach first."
    question, before, after = found.flip
    return (
        f"Another approach would lead if one answer were {after} instead of {before}: "
        f"“{texts[question]}”"
    )


def _points(found: Advice) -> Table:
    columns = (
        Column("Approach"),
        Column("Points", numeric=True),
        Column("With what is not known", numeric=True),
    )
    rows = tuple(
        (
            str(one.approach),
            number(one.points, decimals=2),
            f"{number(one.low, decimals=2)} to {number(one.high, decimals=2)}",
        )
        for one in ranked(found)
    )
    return Table("What speaks for each.", columns, rows)


def _one(one: Standing, told: Sequence[tuple[Question, Reply, float]]) -> list[Block]:
    lines = tuple(
        f"{number(points, decimals=2)}: {question.text} ({reply.answer} of 4: {reply.evidence})"
        for question, reply, points in told
    )
    return [
        Heading(str(one.approach).capitalize(), 3),
        Listing(lines) if lines else Paragraph("No answer speaks for it or against it."),
        Paragraph(f"What goes wrong with it: {PITFALLS[one.approach]}"),
    ]


def _open(found: Advice, texts: Mapping[str, str]) -> list[Block]:
    if not found.open:
        return []
    return [
        Callout(Tone.UNKNOWN, f"{len(found.open)} of {len(texts)} questions have no evidence."),
        Listing(tuple(texts[one] for one in found.open)),
    ]
