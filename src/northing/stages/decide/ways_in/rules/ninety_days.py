"""What would a new chief do in the first ninety days, and by when?

A list of ours from what is known: what holds change back comes first, what nobody knows is found
out early, and the last day looks back. Days count from the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from northing.stages.clarify.approach.facts import Advice
from northing.stages.decide.ways_in.facts import Dated, Deed
from northing.stages.diagnose.readiness.facts import Answer, Readiness

FIRST_WEEK, SECOND_WEEK, THIRD_WEEK, MONTH = 7, 14, 21, 30
CHECKED, CHOSEN, DECIDED, LAST = 45, 60, 75, 90


def ninety_days(
    ready: Readiness, advice: Advice | None, *, start: date, is_chosen: bool
) -> tuple[Dated, ...]:
    """What to do by which day, in the order of the days.

    `advice` is None where nobody has answered the questions of the approach yet.
    """
    found = [
        *_promises(start),
        *_from_readiness(ready, start),
        *_from_advice(advice, start, is_chosen=is_chosen),
        _on(start, DECIDED, Deed.DECISION),
        _on(start, LAST, Deed.LOOK_BACK),
    ]
    order = list(Deed)
    return tuple(sorted(found, key=lambda one: (one.on, order.index(one.deed), one.about)))


def _promises(start: date) -> Iterator[Dated]:
    yield _on(start, FIRST_WEEK, Deed.PROMISES)


def _from_readiness(ready: Readiness, start: date) -> Iterator[Dated]:
    for one in ready.answered:
        if one.question.id == "audited" and one.answer is not Answer.YES:
            yield _on(start, FIRST_WEEK, Deed.AUDIT, one.question.id)
        elif one.answer is Answer.NO:
            yield _on(start, CHOSEN, Deed.MEND, one.question.id)
        elif one.answer is Answer.UNKNOWN:
            yield _on(start, MONTH, Deed.FIND_OUT, one.question.id)
    unchecked = sum(one.by_machine for one in ready.answered)
    if unchecked:
        yield Dated(on=_day(start, CHECKED), deed=Deed.CHECK, count=unchecked)


def _from_advice(advice: Advice | None, start: date, *, is_chosen: bool) -> Iterator[Dated]:
    if advice is None:
        yield _on(start, SECOND_WEEK, Deed.ASK)
    else:
        for flag in advice.flags:
            yield _on(start, SECOND_WEEK, Deed.FLAG, flag)
        if advice.open:
            yield Dated(on=_day(start, THIRD_WEEK), deed=Deed.ASK, count=len(advice.open))
    if not is_chosen:
        yield _on(start, CHOSEN, Deed.CHOOSE)


def _on(start: date, days: int, deed: Deed, about: str = "") -> Dated:
    return Dated(on=_day(start, days), deed=deed, about=about)


def _day(start: date, days: int) -> date:
    return start + timedelta(days=days)
