"""What does a promise say, and what does its wording leave open? For a page, in its language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from northing.interfaces.web.sentences_clarify import POINTS, POINTS_ASK, SAID
from northing.stages.clarify.mission.engine import answers_of
from northing.stages.clarify.mission.facts import Said, Statement
from northing.stages.clarify.mission.rules.wording import boasts, buzzwords, hedges


@dataclass(frozen=True, slots=True)
class Row:
    """One point: whether it is said, in which words, and what one would ask."""

    label: str
    kind: str
    said: str
    span: str
    asks: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """The points of one promise, and the words in it that hedge, boast or only sound."""

    rows: tuple[Row, ...]
    hollow: tuple[str, ...]

    @property
    def open(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.kind != Said.YES)

    @property
    def answered(self) -> int:
        return len(self.rows) - len(self.open)


def checked(text: str, breaking_it: Sequence[str]) -> Checklist:
    """The promise held against the checklist; the wordings that are looked for are English."""
    statement = Statement(id="one", text=text, contradicted_by=tuple(breaking_it))
    rows = tuple(
        Row(
            label=str(POINTS[answer.point]),
            kind=answer.said.value,
            said=str(SAID[answer.said]),
            span=answer.span,
            asks=str(POINTS_ASK[answer.point]),
        )
        for answer in answers_of(statement)
    )
    return Checklist(rows, (*hedges(text), *boasts(text), *buzzwords(text)))
