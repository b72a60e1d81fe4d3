"""What does each statement say, and what would a person have to add?"""

from __future__ import annotations

from collections.abc import Sequence

from northing.foundations.methods.estimate import Measure, Unknown
from northing.foundations.text.grounding import grounding
from northing.foundations.text.readability import readability
from northing.foundations.text.words import base_language
from northing.stages.clarify.mission.facts import Answer, Checked, Point, Said, Statement
from northing.stages.clarify.mission.rules.prompts import prompts_for
from northing.stages.clarify.mission.rules.spans import answers_in
from northing.stages.clarify.mission.rules.swapping import genericness
from northing.stages.clarify.mission.rules.wording import boasts, buzzwords, hedges

NOT_ENGLISH = "the wordings this looks for are English only"
UNWRITTEN = "nobody has written down which record would contradict it"


def checked_statements(
    statements: Sequence[Statement],
    *,
    organisation: str,
    language: str = "en",
) -> tuple[Checked, ...]:
    """Every statement held against the checklist; in another language than English, unsure."""
    is_english = base_language(language) == "en"
    return tuple(_checked(one, organisation, language, is_english=is_english) for one in statements)


def answers_of(one: Statement, *, language: str = "en") -> tuple[Answer, ...]:
    """The points alone: quick, for they need no model that tells texts apart."""
    is_english = base_language(language) == "en"
    return (*_answers(one.text, is_english=is_english), _contradiction(one))


def _checked(one: Statement, organisation: str, language: str, *, is_english: bool) -> Checked:
    answers = answers_of(one, language=language)
    found_boasts = boasts(one.text) if is_english else ()
    found_buzz = buzzwords(one.text) if is_english else ()
    generic, nearest = _generic(one.text, organisation, is_english=is_english)
    return Checked(
        statement=one,
        answers=answers,
        grounding=grounding(one.text, language=language),
        generic=generic,
        nearest=nearest,
        hedges=hedges(one.text) if is_english else (),
        boasts=found_boasts,
        buzzwords=found_buzz,
        readability=readability(one.text),
        prompts=prompts_for(answers, boasts=found_boasts, buzzwords=found_buzz),
    )


def _answers(text: str, *, is_english: bool) -> tuple[Answer, ...]:
    if is_english:
        return answers_in(text)
    asked = (point for point in Point if point is not Point.CONTRADICTION)
    return tuple(Answer(point, Said.UNSURE, why=NOT_ENGLISH) for point in asked)


def _contradiction(one: Statement) -> Answer:
    """Only people can say what would break a promise; a promise without it cannot fail."""
    if one.contradicted_by:
        return Answer(Point.CONTRADICTION, Said.YES, one.contradicted_by[0])
    return Answer(Point.CONTRADICTION, Said.NO, why=UNWRITTEN)


def _generic(text: str, organisation: str, *, is_english: bool) -> tuple[Measure, str]:
    return genericness(text, organisation) if is_english else (Unknown(NOT_ENGLISH), "")
