"""Is it there, is it not, or does nobody know?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from northing.stages.diagnose.readiness.facts import (
    Answer,
    Answered,
    Ground,
    Question,
    Readiness,
    Sighting,
)

_MONTHS = 12


def readiness(
    questions: Sequence[Question],
    sightings: Sequence[Sighting],
    *,
    on: date,
    said: Collection[str] = (),
) -> Readiness:
    """Every question with its answer as of `on`.

    Yes where a record within the question's window shows it; no where records within it go
    against a promise and none is for one, or where all of them were looked at by people and none
    is. Else it is unknown, also where somebody says yes (`said`, ids of questions): a yes that
    no record supports is none.
    """
    return Readiness(
        on=on, answered=tuple(_answered(one, sightings, on, said) for one in questions)
    )


def since(months: int, on: date) -> date:
    """The first day of a window of so many months that ends on `on`."""
    years, month = divmod(on.month - 1 - months, _MONTHS)
    first = date(min(max(on.year + years, date.min.year), date.max.year - 1), month + 1, 1)
    return first + timedelta(days=min(on.day, _length(first)) - 1)


def last_day(
    effective_on: date | None, received_on: date | None, *, is_dated_to_day: bool, on: date
) -> date | None:
    """The last day up to `on` that a record can speak of.

    One that is dated to a year begins with its first day: it speaks of no more than a year, and of
    nothing after it was received.
    """
    if effective_on is None or is_dated_to_day:
        return effective_on
    end = min(on, since(-_MONTHS, effective_on) - timedelta(days=1))
    return max(effective_on, end if received_on is None else min(end, received_on))


def _length(first: date) -> int:
    after = (first + timedelta(days=31)).replace(day=1)
    return (after - first).days


def _answered(
    question: Question, sightings: Sequence[Sighting], on: date, said: Collection[str]
) -> Answered:
    kind = [one for one in sightings if one.kind in question.kinds and not _is_to_come(one, on)]
    shows = [one for one in kind if _is_for(one, question)]
    within = [one for one in kind if _is_within(one, question, on)]
    answer, ground, rests_on = _judged(question, kind, within, is_said=question.id in said)
    return Answered(
        question=question,
        answer=answer,
        ground=ground,
        rests_on=tuple(sorted(rests_on, key=_newest_first)),
        against=tuple(sorted((one for one in within if one.against), key=_newest_first)),
        looked_at=len(within),
        unchecked=sum(not one.is_checked for one in within),
        newest_on=max((one.on for one in shows if one.on), default=None),
    )


def _judged(
    question: Question, kind: Sequence[Sighting], within: Sequence[Sighting], *, is_said: bool
) -> tuple[Answer, Ground, list[Sighting]]:
    found = [one for one in within if _is_for(one, question)]
    if found:
        return Answer.YES, Ground.SHOWN, found
    against = [one for one in within if one.against]
    if against and question.is_of_promise:
        return Answer.NO, Ground.AGAINST, against
    if within and all(one.is_checked for one in within):
        return Answer.NO, Ground.NONE_FOR_IT, list(within)
    return Answer.UNKNOWN, _why_unknown(question, kind, within, is_said=is_said), []


def _why_unknown(
    question: Question, kind: Sequence[Sighting], within: Sequence[Sighting], *, is_said: bool
) -> Ground:
    shows = [one for one in kind if _is_for(one, question)]
    if any(one.on is None for one in shows):
        return Ground.NO_DAY
    if shows:
        return Ground.TOO_OLD
    if is_said:
        return Ground.ONLY_SAID
    return Ground.NOT_CHECKED if within else Ground.NOTHING


def _is_for(one: Sighting, question: Question) -> bool:
    return not question.is_of_promise or bool(set(one.commitments) - set(one.against))


def _is_to_come(one: Sighting, on: date) -> bool:
    return one.on is not None and one.on > on


def _is_within(one: Sighting, question: Question, on: date) -> bool:
    return one.on is not None and since(question.months, on) <= one.on


def _newest_first(one: Sighting) -> tuple[int, bool, str]:
    return (-one.on.toordinal() if one.on else 0, not one.is_checked, one.name)
