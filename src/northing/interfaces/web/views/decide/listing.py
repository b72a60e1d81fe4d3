"""Which decisions are there, which wait for me, and which are to be looked at again?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from northing.foundations.people.access import Action, Wish
from northing.interfaces.web.leafing import leaf_of
from northing.interfaces.web.views import along
from northing.interfaces.web.views.decide.one import rights
from northing.interfaces.web.views.listed import decisions as listed
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.decide.models import StoredDecision
from northing.stages.decide.purpose_test.facts import Result, State
from northing.stages.decide.purpose_test.rules.reviewing import wears_the_badge
from northing.stages.decide.purpose_test.store import rows
from northing.stages.decide.purpose_test.store.standing import facts_of, standing

A_PAGE = 40
MINE = "mine"
NARROWING = ("q", "state", "result", "who")


@require_safe
@within(Action.DECISIONS)
def decisions(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """What waits for me first, then all of them, the newest first."""
    found = _asked_for(request, visit)
    if file := along.taken(request, visit, lambda: listed.decisions(found)):
        return file
    today = visit.at.date()
    waiting = rows.waiting_for(visit.member)
    page = leaf_of(request, rows.whole(found), size=A_PAGE)
    context = {
        "page": page,
        "lines": [line(one, visit) for one in page],
        "waiting": waiting,
        "back": rows.back_with(visit.member),
        "count": rows.decisions(visit.organisation).count(),
        "overdue": rows.overdue(visit.organisation, on=today).count(),
        "asked": request.GET,
        "is_narrowed": any(request.GET.get(name) for name in NARROWING),
        "states": [one.value for one in State],
        "results": [one.value for one in Result],
        "today": today,
        "sees_names": visit.may(Action.MEMBERS, Wish.SEE),
    }
    return show(request, visit, "web/decide/list.html", context)


@require_safe
@within(Action.DECISIONS)
def reviews(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Those whose day has come first, then those of which it is near, then the rest."""
    today = visit.at.date()
    page = leaf_of(request, rows.whole(rows.to_review(visit.organisation)), size=A_PAGE)
    found = [line(one, visit) | {"may_review": rights(visit, one)["may_review"]} for one in page]
    context = {
        "page": page,
        "overdue": rows.overdue(visit.organisation, on=today).count(),
        "late": [one for one in found if one["is_late"]],
        "coming": [one for one in found if not one["is_late"]],
        "held": _held(visit),
        "conditions": rows.conditions_of(visit.member),
        "today": today,
        "sees_names": visit.may(Action.MEMBERS, Wish.SEE),
    }
    return show(request, visit, "web/decide/reviews.html", context)


def line(one: StoredDecision, visit: Visit) -> dict[str, Any]:
    """What a list shows of one decision."""
    today, due = visit.at.date(), _due_on(one)
    return {
        "one": one,
        "due_on": due,
        "is_late": due is not None and due < today,
        "has_badge": wears_the_badge(facts_of(one), standing(one), on=today),
        "is_mine": one.made_by is not None and one.made_by.person_id == visit.member.person_id,
    }


def _due_on(one: StoredDecision) -> date | None:
    """Until when others sign, or when it is looked at again; nothing once both are over."""
    if one.state == State.SUBMITTED.value:
        return one.due_on
    is_held = one.reviewed_on and one.review_on and one.reviewed_on >= one.review_on
    return one.review_on if one.state == State.ACCEPTED.value and not is_held else None


def _held(visit: Visit) -> list[dict[str, Any]]:
    reviewed = rows.whole(rows.decisions(visit.organisation).exclude(reviewed_on=None))
    return [line(one, visit) for one in reviewed.order_by("-reviewed_on")[:A_PAGE]]


def _asked_for(request: HttpRequest, visit: Visit) -> QuerySet[StoredDecision]:
    asked = request.GET
    return rows.decisions(
        visit.organisation,
        state=_among(asked.get("state", ""), State),
        result=_among(asked.get("result", ""), Result),
        author=visit.member if asked.get("who") == MINE else None,
        text=asked.get("q", "").replace("\0", "").strip(),
    )


def _among(value: str, known: Iterable[str]) -> str:
    """A state or a result somebody typed that is none is not asked for."""
    return value if value in {str(one) for one in known} else ""
