"""What do the promises themselves say, and what is left open? Facts in, blocks out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from northing.foundations.documents.blocks import (
    Block,
    Column,
    Details,
    Heading,
    Listing,
    Paragraph,
    Table,
)
from northing.foundations.documents.numbers import interval, number, percent
from northing.foundations.documents.told import Count, Listed, Place, Term, polished, tell, together
from northing.foundations.methods.estimate import Estimate
from northing.stages.clarify.mission.facts import Answer, Checked, Point, Said

Redact = Callable[[str], str]

MOST = 40
LABELS = {
    Point.BENEFICIARY: tell("For whom"),
    Point.CHANGE: tell("What changes"),
    Point.PLACE: tell("Where"),
    Point.MEANS: tell("By what means"),
    Point.BOUNDARY: tell("What is ruled out"),
    Point.HORIZON: tell("By when"),
    Point.QUANTITY: tell("How much"),
    Point.CONTRADICTION: tell("What record would contradict it"),
}
_SIGNS = {
    Said.YES: tell("yes"),
    Said.UNSURE: tell("for a person to say"),
    Said.NO: tell("no"),
}


def mission_section(found: Sequence[Checked], redact: Redact) -> tuple[Block, ...]:
    """A table of promises by points, the words behind each answer, and what to ask next."""
    if not found:
        return ()
    shown = found[:MOST]
    return (
        Paragraph(_summary(found)),
        _table(shown, redact, more=len(found) - len(shown)),
        *(_details(one, redact) for one in shown),
        Details("How the promises were read", (Paragraph(_LOOKED_FOR), Paragraph(_MEASURED))),
    )


_LOOKED_FOR = (
    "Wordings that usually answer a point were looked for; the words found stand beside each "
    "answer, and a person has the last word. Only a sign of breaking the promise, written by "
    "people, answers what record would contradict it. There is no sum: a date does not make up "
    "for nobody being named."
)
_MEASURED = (
    "Grounding is the mean of published ratings of the words, from ideas (1) to things at hand "
    "(7): the Glasgow Norms (Scott et al. 2019) and a fit on the Lancaster Sensorimotor Norms "
    "(Lynott et al. 2020), which agrees with other raters at r = 0.77. The swap test asks how "
    "near the promise comes to one of eighty invented statements, next to how near those come to "
    "one another: 100 % means that it could be anybody’s. Both point; neither is a verdict."
)


def _summary(found: Sequence[Checked]) -> str:
    whole = len(found)
    said = {
        point: sum(one.said(point) is Said.YES for one in found)
        for point in (Point.BENEFICIARY, Point.CHANGE, Point.HORIZON, Point.CONTRADICTION)
    }
    return tell(
        "Of {promises}, {for_whom} name for whom, {what} what changes, {when} by when, and for "
        "{against} it is written down which record would contradict them.",
        promises=Count(whole, "promise"),
        for_whom=said[Point.BENEFICIARY],
        what=said[Point.CHANGE],
        when=said[Point.HORIZON],
        against=said[Point.CONTRADICTION],
    )


def _table(found: Sequence[Checked], redact: Redact, *, more: int) -> Table:
    columns = (
        Column("Promise"),
        *(Column(LABELS[point]) for point in Point),
    )
    rows = tuple(
        (redact(one.statement.text), *(_SIGNS[one.said(point)] for point in Point)) for one in found
    )
    note = tell("{n} further promises stand in audit.json.", n=number(more)) if more else ""
    return Table("What each promise says, and what it leaves open.", columns, rows, note=note)


def _details(one: Checked, redact: Redact) -> Details:
    answers = tuple(
        (LABELS[answer.point], _SIGNS[answer.said], _words(answer, redact))
        for answer in one.answers
    )
    columns = (Column("Point"), Column("Said?"), Column("In which words, or why not"))
    blocks: list[Block] = [
        Table(_quoted(redact(one.statement.text)), columns, answers),
        Paragraph(polished(_wording(one), redact)),
    ]
    if one.prompts:
        blocks += [Heading("To say it so that it can be kept", 4), Listing(one.prompts)]
    return Details(redact(one.statement.text), tuple(blocks))


def _words(answer: Answer, redact: Redact) -> str:
    parts: list[Place] = [_quoted(redact(answer.span))] if answer.span else []
    parts += [Term(answer.why)] if answer.why else []
    return tell("{words}", words=Listed(tuple(parts), ": "))


def _wording(one: Checked) -> str:
    return together(
        _grounding(one),
        _generic(one),
        tell("It hedges: {words}.", words=_all(one.hedges)) if one.hedges else "",
        tell("It claims a rank: {words}.", words=_all(one.boasts)) if one.boasts else "",
        tell("Words that sound: {words}.", words=_all(one.buzzwords)) if one.buzzwords else "",
    )


def _all(words: Sequence[str]) -> Listed:
    return Listed(tuple(map(_quoted, words)))


def _quoted(text: str) -> str:
    return tell("“{text}”", text=text)


def _grounding(one: Checked) -> str:
    measure = one.grounding
    if not isinstance(measure, Estimate):
        return tell("Grounding unknown: {reason}.", reason=Term(measure.reason))
    low, high = (number(end, decimals=1) for end in (measure.low, measure.high))
    return tell(
        "Grounding {value} on a scale of ideas (1) to things (7) ({low} to {high}, n = {n} words).",
        value=number(measure.value, decimals=1),
        low=low,
        high=high,
        n=measure.n,
    )


def _generic(one: Checked) -> str:
    measure = one.generic
    if not isinstance(measure, Estimate) or measure.low is None or measure.high is None:
        reason = "" if isinstance(measure, Estimate) else measure.reason
        return tell("Swap test unknown: {reason}.", reason=Term(reason))
    return tell(
        "It comes nearer to another statement (“{other}”) than {share} of the reference "
        "statements come to one another ({bounds}, n = {n}).",
        other=one.nearest,
        share=percent(measure.value),
        bounds=interval(measure.low, measure.high),
        n=measure.n,
    )
