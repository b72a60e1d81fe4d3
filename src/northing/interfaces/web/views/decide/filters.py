"""When is a test due, what would each filter have stopped, and how stiff have we become?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from northing.foundations.people.access import Action, Wish
from northing.interfaces.web.views import along
from northing.interfaces.web.views.decide.drawing import Line, lines
from northing.interfaces.web.views.listed import decisions as listed
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.decide.models import PastDecision, StoredDecision, StoredFilter
from northing.stages.decide.purpose_test.facts import Replayed, Rigidity
from northing.stages.decide.purpose_test.rules.filtering import lapsing
from northing.stages.decide.purpose_test.store import filters as store
from northing.stages.decide.purpose_test.store import looked_at, testing

Named = dict[str, StoredDecision | PastDecision]
WELL, BADLY, NOT_TOLD = "well", "badly", "not told"


@require_safe
@within(Action.DECISIONS)
def filters(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """All of them, on or off; what stops too much stands above them."""
    today = visit.at.date()
    found = store.filters(visit.organisation)
    if file := along.taken(request, visit, lambda: listed.filters(found)):
        return file
    facts = [store.facts_of_filter(one) for one in found]
    soon = {one.id for one in lapsing(facts, on=today)}
    context = {
        "lines": [
            {
                "one": one,
                "signers": [each.member for each in one.signers.all()],
                "has_ended": one.until is not None and one.until < today,
                "ends_soon": one.is_on and str(one.id) in soon,
            }
            for one in found
        ],
        "on": sum(one.is_on and (one.until is None or one.until >= today) for one in found),
        "rigidity": drawn_rigidity(testing.rigidity_of(visit.organisation)),
        "appeals": looked_at.open_appeals(visit.organisation),
        "overridden": looked_at.overridden(visit.organisation),
        "sees_names": visit.may(Action.MEMBERS, Wish.SEE),
    }
    return show(request, visit, "web/decide/filters.html", context)


@require_safe
@within(Action.DECISIONS)
def one_filter(request: HttpRequest, visit: Visit, filter: UUID) -> HttpResponse:  # noqa: A002 - the name in the address
    """What it says, and what it would have done to every past decision, each by name."""
    one = filter_or_404(visit, filter)
    today = visit.at.date()
    tried = testing.tried(one, on=today)
    context = {
        "one": one,
        "signers": [each.member for each in one.signers.all()],
        "tried": tried,
        "table": table_of(tried, named_in(visit)),
        "past": len(store.past(visit.organisation)),
        "versions": store.versions(one),
        "has_ended": one.until is not None and one.until < today,
        "rigidity": drawn_rigidity(testing.rigidity_of(visit.organisation)),
        "today": today,
        "sees_names": visit.may(Action.MEMBERS, Wish.SEE),
    }
    return show(request, visit, "web/decide/filter.html", context)


def filter_or_404(visit: Visit, wanted: UUID) -> StoredFilter:
    one = store.filter_of(visit.organisation, wanted)
    if one is None:
        raise Http404
    return one


def named_in(visit: Visit) -> Named:
    """Every past decision by what the rules call it."""
    tested = {str(one.number): one for one in store.ended(visit.organisation)}
    untested = {str(one.id): one for one in store.past_decisions(visit.organisation)}
    return {**tested, **untested}


def table_of(tried: Replayed, named: Named) -> list[dict[str, Any]]:
    """What became of each decision, against whether the filter would have stopped it."""
    blocked, caught = set(tried.blocked), set(tried.due)
    cells: dict[tuple[str, str], list[StoredDecision | PastDecision]] = {}
    for key, one in named.items():
        way = "stopped" if key in blocked else "tested" if key in caught else "untouched"
        cells.setdefault((_became(one), way), []).append(one)
    ways = ("stopped", "tested", "untouched")
    return [
        {
            "became": became,
            "cells": [(way, _in_order(cells.get((became, way), ()))) for way in ways],
        }
        for became in (WELL, BADLY, NOT_TOLD)
    ]


def drawn_rigidity(found: Rigidity) -> list[Line]:
    """Three shares on one scale, by the names the page gives them."""
    return lines([
        ("blocked", found.blocked, ""),
        ("overridden", found.overridden, ""),
        ("upheld", found.upheld, ""),
    ])  # fmt: skip


def _became(one: StoredDecision | PastDecision) -> str:
    if one.happened is None:
        return NOT_TOLD
    return WELL if one.happened else BADLY


def _in_order(
    found: Sequence[StoredDecision | PastDecision],
) -> list[StoredDecision | PastDecision]:
    return sorted(found, key=lambda one: (str(one.decided_on or ""), one.question))
