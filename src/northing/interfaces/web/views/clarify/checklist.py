"""What does a promise say, and what does its wording leave open? For a page, in its language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from northing.foundations.text.spoken_in import language_of
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
    """The points of one promise, and the words in it that hedge, boast or only sound.

    In another language than English nothing is looked for (`is_read`): the points are questions.
    """

    rows: tuple[Row, ...]
    hollow: tuple[str, ...]
    is_read: bool = True

    @property
    def open(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.kind != Said.YES)

    @property
    def answered(self) -> int:
        return len(self.rows) - len(self.open)


def checked(text: str, breaking_it: Sequence[str], *, usual: str) -> Checklist:
    """The promise held against the checklist; the wordings that are looked for are English.

    `usual` is the language of the organisation's records, where the words themselves do not tell.
    """
    language = language_of(text, usual=usual)
    is_read = language == "en"
    statement = Statement(id="one", text=text, contradicted_by=tuple(breaking_it))
    rows = tuple(
        Row(
            label=str(POINTS[answer.point]),
            kind=answer.said.value,
            said=str(SAID[answer.said]),
            span=answer.span,
            asks=str(POINTS_ASK[answer.point]),
        )
        for answer in answers_of(statement, language=language)
    )
    hollow = (*hedges(text), *boasts(text), *buzzwords(text)) if is_read else ()
    return Checklist(rows, hollow, is_read)
