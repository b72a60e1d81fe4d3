"""What carries each commitment into the work, and where does nothing?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from northing.foundations.people.access import Action
from northing.interfaces.web.forms.clarify import PracticeForm
from northing.interfaces.web.sentences_clarify import CARRIES, CARRIES_ASK, CARRIES_ONE
from northing.interfaces.web.views import along
from northing.interfaces.web.views.clarify.returning import came_back, ended, found_or_404, wanted
from northing.interfaces.web.views.listed import clarify as listed
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.clarify.commitments import store as commitments
from northing.stages.clarify.models import Commitment
from northing.stages.clarify.theory_of_change import actions, store
from northing.stages.clarify.theory_of_change.facts import Carries

PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.MISSION)
def performance(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Purpose to Performance: one row a commitment, one column a way into the work."""
    rows = commitments.commitments(visit.organisation, on=visit.at.date())
    cells = store.practices(visit.organisation)
    if file := along.taken(request, visit, lambda: listed.practices(rows, cells)):
        return file
    form = PracticeForm(request.POST or None, commitments=rows)
    if request.method == "POST" and form.is_valid():
        return _added(request, visit, form)
    context = _table(request, visit, rows) | {"form": form}
    return show(
        request, visit, "web/clarify/performance.html", context, 422 if form.errors else 200
    )


@require_POST
@within(Action.MISSION)
def practice_end(request: HttpRequest, visit: Visit, practice: UUID) -> HttpResponse:
    one = found_or_404(store.practice(visit.organisation, practice))
    actions.end_practice(one, by=visit.member, at=visit.at)
    return ended(request, visit, "clarify_performance", one)


@require_POST
@within(Action.MISSION)
def practice_return(request: HttpRequest, visit: Visit, practice: UUID) -> HttpResponse:
    one = found_or_404(store.practice(visit.organisation, practice))
    return came_back(
        request,
        visit,
        "clarify_performance",
        lambda: actions.bring_practice_back(one, by=visit.member, at=visit.at),
        _("It is back."),
    )


def _added(request: HttpRequest, visit: Visit, form: PracticeForm) -> HttpResponse:
    given = form.cleaned_data
    one = given["commitment"]
    actions.add_practice(
        one,
        Carries(given["kind"]),
        given["text"],
        by=visit.member,
        at=visit.at,
        ticket=given["ticket"],
    )
    messages.success(request, _("It is added."))
    page = reverse("clarify_performance", args=[visit.organisation.id])
    asked = request.GET.copy()
    asked.pop("cell", None)
    return redirect(f"{page}?{asked.urlencode()}#c-{one.id}")


def _table(request: HttpRequest, visit: Visit, rows: Sequence[Commitment]) -> dict[str, Any]:
    cells = store.practices(visit.organisation)
    holes = sum((row.id, kind) not in cells for row in rows for kind in Carries)
    only = "holes" in request.GET
    shown = [
        row for row in rows if not only or any((row.id, kind) not in cells for kind in Carries)
    ]
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    # The cell that is being written in: the one that was asked for, or the one that was sent.
    sent = request.POST
    asked = f"{sent.get('commitment')}.{sent.get('kind')}" if sent else request.GET.get("cell", "")
    return {
        "page": page,
        "rows": [(row, [_cell(row, kind, cells, asked) for kind in Carries]) for row in page],
        "columns": [(CARRIES[kind], CARRIES_ASK[kind]) for kind in Carries],
        "holes": holes,
        "cells": len(rows) * len(Carries),
        "only": only,
        "ended": wanted(request, store.practice, visit, "ended"),
    }


def _cell(row: Commitment, kind: Carries, cells: store.Cells, asked: str) -> dict[str, Any]:
    return {
        "kind": kind.value,
        "name": CARRIES[kind],
        "one": CARRIES_ONE[kind],
        "practices": cells.get((row.id, kind), []),
        "is_open": asked == f"{row.id}.{kind.value}",
    }
