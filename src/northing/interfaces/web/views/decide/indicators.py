"""How many of the decisions that matter are tested, how long do they take, and which questions
tell nothing?
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from northing.foundations.people.access import Action
from northing.interfaces.web.views.decide import drawing
from northing.interfaces.web.views.decide.filters import drawn_rigidity
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.decide.models import PastDecision, StoredDecision
from northing.stages.decide.purpose_test.rules.registering import (
    days_to_decide,
    discriminations,
    register_of,
)
from northing.stages.decide.purpose_test.rules.reviewing import forecasts_by_team
from northing.stages.decide.purpose_test.store import filters, rows, testing
from northing.stages.decide.purpose_test.store.standing import facts_of, facts_of_past, promises


@require_safe
@within(Action.DECISIONS)
def indicators(request: HttpRequest, visit: Visit) -> HttpResponse:
    tested = list(rows.whole(rows.taken(visit.organisation)))
    untested = filters.past_decisions(visit.organisation)
    asked = promises(visit.organisation, on=visit.at.date())
    decisions = [facts_of(one) for one in tested]
    register = register_of(
        [*decisions, *(facts_of_past(one) for one in untested if one.is_logged)],
        *_in_minutes(tested, untested),
    )
    told = discriminations(decisions, asked)
    teams = forecasts_by_team(decisions)
    context = {
        "register": register,
        "shares": drawing.lines([
            ("tested", register.tested, ""), ("of all", register.tested_of_all, ""),
        ]),
        "days": days_to_decide(decisions),
        "counts": {"tested": len(tested), "untested": len(untested)},
        "rigidity": drawn_rigidity(testing.rigidity_of(visit.organisation)),
        "questions": _questions(told, {one.id: one.name for one in asked}),
        "silent": sum(one.never_tells for one in told),
        "teams": drawing.lines(
            [(unit or _("the whole organisation"), one, "") for unit, one in teams.items()]
        ),
        "met": drawing.met([_met(visit, one) for one in tested if _is_met(one)]),
        "waits": _waits(visit),
        "past": untested,
    }  # fmt: skip
    return show(request, visit, "web/decide/indicators.html", context)


def _in_minutes(tested: list[StoredDecision], untested: list[PastDecision]) -> tuple[int, int]:
    """How many decisions stand in minutes, and how many of those are logged as well."""
    logged = sum(one.is_in_minutes for one in tested)
    logged += sum(one.is_in_minutes and one.is_logged for one in untested)
    unlogged = sum(one.is_in_minutes and not one.is_logged for one in untested)
    return logged + unlogged, logged


def _questions(told: Any, names: dict[str, str]) -> list[dict[str, Any]]:
    """What the answers to each question tell, drawn on one scale."""
    measures = [one.bits for one in told]
    drawn = drawing.lines(
        [(names[one.commitment], one.bits, "") for one in told], most=drawing.reach(measures)
    )
    return [
        {"line": line, "answers": one.answers, "never_tells": one.never_tells}
        for one, line in zip(told, drawn, strict=True)
    ]


def _is_met(one: StoredDecision) -> bool:
    return one.forecast is not None and one.happened is not None


def _met(visit: Visit, one: StoredDecision) -> tuple[str, float, bool, str]:
    address = reverse("decide_decision", args=[visit.organisation.id, one.id])
    return one.question, one.forecast or 0.0, bool(one.happened), address


def _waits(visit: Visit) -> int:
    """Forecasts whose day of review is past and that nobody held against what came."""
    late = rows.overdue(visit.organisation, on=visit.at.date())
    return sum(one.forecast is not None for one in late)
