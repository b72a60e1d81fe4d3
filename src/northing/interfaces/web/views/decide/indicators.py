"""How many of the decisions that matter are tested, how long do they take, and which questions
tell nothing?
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from northing.foundations.people.access import Action
from northing.interfaces.web.views import along
from northing.interfaces.web.views.decide import drawing
from northing.interfaces.web.views.decide.filters import drawn_rigidity
from northing.interfaces.web.views.listed import decisions as listed
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.decide.models import StoredDecision
from northing.stages.decide.purpose_test.store.indicators import indicators_of


@require_safe
@within(Action.DECISIONS)
def indicators(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    found = indicators_of(visit.organisation, on=visit.at.date())
    if file := along.taken(request, visit, lambda: listed.past(found.untested)):
        return file
    register = found.register
    context = {
        "register": register,
        "shares": drawing.lines([
            ("tested", register.tested, ""), ("of all", register.tested_of_all, ""),
        ]),
        "days": found.days,
        "counts": {"tested": len(found.tested), "untested": len(found.untested)},
        "rigidity": drawn_rigidity(found.rigidity),
        "questions": _questions(found.questions, {one.id: one.name for one in found.asked}),
        "silent": sum(one.never_tells for one in found.questions),
        "teams": drawing.lines(
            [(unit or _("the whole organisation"), one, "") for unit, one in found.teams.items()]
        ),
        "met": drawing.met([_met(visit, one) for one in found.tested if _is_met(one)]),
        "waits": found.waits,
        "past": found.untested,
    }  # fmt: skip
    return show(request, visit, "web/decide/indicators.html", context)


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
