"""Is it ready, and what holds it back most? Facts in, blocks out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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
from northing.stages.diagnose.readiness.facts import (
    Answer,
    Answered,
    Ground,
    Readiness,
    Sighting,
)

MOST = 5
_HOW = (
    "Each question is answered by records, never by opinion. A record bears an answer for six or "
    "twelve months, as its question says. A yes that no record supports counts as unknown. The "
    "answers do not make up for each other and no mean is taken: the whole is as ready as the "
    "question that holds it back most. The seven questions are a choice of ours."
)
_WHY: Mapping[Ground, str] = {
    Ground.SHOWN: "{shown} of {looked_at} records of the last {months} months show it",
    Ground.AGAINST: "records of the last {months} months go against a promise, and none is for one",
    Ground.NONE_FOR_IT: "people looked at all {looked_at} records of the last {months} months: "
    "none shows it",
    Ground.NOT_CHECKED: "{looked_at} records of the last {months} months, none tied to a promise, "
    "and {unchecked} of them nobody has checked",
    Ground.TOO_OLD: "the newest that shows it is of {newest}, more than {months} months ago",
    Ground.NO_DAY: "records show it, and bear no day",
    Ground.ONLY_SAID: "it is said, and no record shows it",
    Ground.NOTHING: "no record of this kind from the last {months} months",
}


def readiness_section(found: Readiness, redact: Callable[[str], str]) -> tuple[Block, ...]:
    """The answer, the questions, the records behind each, and how it is made."""
    columns = (Column("Question"), Column("Answer"), Column("Why"))
    rows = tuple((one.question.text, one.answer.value, why(one)) for one in found.answered)
    tones = {Answer.YES: Tone.BETTER, Answer.NO: Tone.CONTRADICTION, Answer.UNKNOWN: Tone.UNKNOWN}
    return (
        Callout(tones[found.whole], answer(found)),
        Table("What change needs, question by question.", columns, rows),
        *_behind(found, redact),
        Details("How it is answered", (Paragraph(_HOW),)),
    )


def answer(found: Readiness) -> str:
    """The answer in a sentence, with what holds back most."""
    if found.whole is Answer.YES:
        return f"All {len(found.answered)} are there, as of {found.on.isoformat()}."
    held = "; ".join(one.question.text for one in found.bottleneck)
    many = len(found.answered)
    shown = sum(one.answer is Answer.YES for one in found.answered)
    if found.whole is Answer.NO:
        return f"Not ready: {shown} of {many} are shown. What holds it back: {held}"
    return f"Nobody can tell yet: {shown} of {many} are shown. What is not known: {held}"


def why(one: Answered) -> str:
    """Why this answer, with how many records were looked at and what speaks against it."""
    said = _WHY[one.ground].format(
        shown=number(len(one.rests_on)),
        looked_at=number(one.looked_at),
        unchecked=number(one.unchecked),
        months=one.question.months,
        newest=one.newest_on.isoformat() if one.newest_on else "",
    )
    if one.ground is not Ground.SHOWN:
        return said
    said += f"; of {number(one.by_machine)} only the machine says so" if one.by_machine else ""
    return said + (f"; {number(len(one.against))} go against a promise" if one.against else "")


def _behind(found: Readiness, redact: Callable[[str], str]) -> list[Block]:
    blocks: list[Block] = []
    for one in found.answered:
        if one.rests_on:
            blocks.append(Heading(one.question.text, 3))
            blocks.append(Listing(tuple(_line(each, redact) for each in one.rests_on[:MOST])))
    return blocks


def _line(one: Sighting, redact: Callable[[str], str]) -> str:
    day = one.on.isoformat() if one.on else "no day"
    told = (
        f"{redact(one.text)} ({one.name}, {day})" if one.text != one.name else f"{one.name}, {day}"
    )
    return told if one.is_checked else f"{told}; tied by the machine, nobody has checked"
