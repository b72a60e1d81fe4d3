"""Has the day come to look at a decision again, and what became of what was expected?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from northing.foundations.methods.estimate import Measure
from northing.foundations.methods.forecasting import brier
from northing.stages.decide.purpose_test.facts import Condition, Decision, Standing, State


def overdue(decision: Decision, *, on: date) -> bool:
    """Whether its review is past and was not held."""
    return (
        decision.review_on is not None
        and on > decision.review_on
        and (decision.reviewed_on is None or decision.reviewed_on < decision.review_on)
    )


def wears_the_badge(decision: Decision, standing: Standing, *, on: date) -> bool:
    """Whether it may be shown as accepted.

    An accepted decision loses the badge while its review is overdue or a condition is not met on
    its day; it has it again once that is made up for.
    """
    return (
        standing.state is State.ACCEPTED
        and not overdue(decision, on=on)
        and not unmet(standing.conditions, on=on)
    )


def unmet(conditions: Iterable[Condition], *, on: date) -> tuple[Condition, ...]:
    """Conditions whose day is past and that nobody met."""
    return tuple(one for one in conditions if one.met_on is None and on > one.due_on)


def reviews_due(
    decisions: Iterable[Decision], *, on: date, within: int = 14
) -> tuple[Decision, ...]:
    """Decisions to be looked at in so many days, or already too late, the oldest first."""
    waiting = [
        one
        for one in decisions
        if one.review_on is not None
        and (one.review_on - on).days <= within
        and (one.reviewed_on is None or one.reviewed_on < one.review_on)
    ]
    return tuple(sorted(waiting, key=lambda one: (one.review_on or on, one.id)))


def forecasts_by_team(decisions: Sequence[Decision]) -> dict[str, Measure]:
    """How far each unit's forecasts lay from what came (Brier: 0 foreseen, 0.25 a coin)."""
    by_unit: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for one in decisions:
        if one.forecast is not None and one.happened is not None:
            by_unit[one.unit].append((one.forecast, one.happened))
    return {
        unit: brier([p for p, _ in pairs], [did for _, did in pairs])
        for unit, pairs in sorted(by_unit.items())
    }
