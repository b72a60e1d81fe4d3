"""How complete is the register of decisions, how long do they take, and what do tests tell?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from northing.foundations.methods.estimate import Measure
from northing.foundations.people.models import Organisation
from northing.stages.decide.purpose_test.facts import Discrimination, Promise, Register, Rigidity
from northing.stages.decide.purpose_test.models import PastDecision, StoredDecision
from northing.stages.decide.purpose_test.rules.registering import (
    days_to_decide,
    discriminations,
    register_of,
)
from northing.stages.decide.purpose_test.rules.reviewing import forecasts_by_team
from northing.stages.decide.purpose_test.store import filters, rows, testing
from northing.stages.decide.purpose_test.store.standing import facts_of, facts_of_past, promises


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicators:
    """What all decisions that were taken tell together, and how many forecasts still wait."""

    tested: Sequence[StoredDecision]
    untested: Sequence[PastDecision]
    asked: tuple[Promise, ...]
    register: Register
    days: Measure
    rigidity: Rigidity
    questions: tuple[Discrimination, ...]
    teams: Mapping[str, Measure]
    waits: int


def indicators_of(organisation: Organisation, *, on: date) -> Indicators:
    tested = list(rows.whole(rows.taken(organisation)))
    untested = filters.past_decisions(organisation)
    asked = promises(organisation, on=on)
    decisions = [facts_of(one) for one in tested]
    logged = [facts_of_past(one) for one in untested if one.is_logged]
    late = rows.overdue(organisation, on=on)
    return Indicators(
        tested=tested,
        untested=untested,
        asked=asked,
        register=register_of([*decisions, *logged], *_in_minutes(tested, untested)),
        days=days_to_decide(decisions),
        rigidity=testing.rigidity_of(organisation),
        questions=tuple(discriminations(decisions, asked)),
        teams=forecasts_by_team(decisions),
        waits=sum(one.forecast is not None for one in late),
    )


def _in_minutes(
    tested: Sequence[StoredDecision], untested: Sequence[PastDecision]
) -> tuple[int, int]:
    """How many decisions stand in minutes, and how many of those are logged as well."""
    logged = sum(one.is_in_minutes for one in tested)
    logged += sum(one.is_in_minutes and one.is_logged for one in untested)
    unlogged = sum(one.is_in_minutes and not one.is_logged for one in untested)
    return logged + unlogged, logged
