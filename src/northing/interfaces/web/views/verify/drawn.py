"""What was drawn, from what, and who may see it before everything is answered?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from northing.foundations.people.access import Action
from northing.interfaces.reports.labels_json import labels_json
from northing.interfaces.web.views import along
from northing.interfaces.web.views.listed import audits as listed
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.actions.drawing import may_answer
from northing.stages.diagnose.verification.facts import Labelled
from northing.stages.diagnose.verification.models import StoredSample

_State = StoredSample.State
MOST_PAIRS = 200


@require_safe
@within(Action.LABELS)
def drawn(request: HttpRequest, visit: Visit, sample: UUID) -> HttpResponseBase:
    """From what the pairs were drawn, and with which chance: what an auditor looks at first."""
    one = get_object_or_404(store.of_organisation(visit.organisation).defer(None), id=sample)
    if file := along.taken(request, visit, lambda: listed.answers(_pairs(one), one.name)):
        return file
    return _page(request, visit, one)


@require_safe
@within(Action.LABELS)
def file(request: HttpRequest, visit: Visit, sample: UUID) -> HttpResponse:
    """The drawing as a case keeps it, with the answers once nobody gives any more."""
    one = get_object_or_404(store.of_organisation(visit.organisation).defer(None), id=sample)
    if not one.content or not may_see_drawing(visit, one):
        return _page(request, visit, one)
    labelled = store.labelled(one)
    shown = labelled if one.state == _State.CLOSED else Labelled(sample=labelled.sample)
    return file_of(labels_json(shown).encode(), "application/json", f"{one.name}.json")


def may_see_drawing(visit: Visit, one: StoredSample) -> bool:
    """Whoever may still answer does not see what the machine thought of the pairs."""
    return one.state == _State.CLOSED or not may_answer(visit.member, one.organisation_id)


def file_of(content: bytes, kind: str, name: str) -> HttpResponse:
    """Something to take along, never shown as a page of ours."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _pairs(one: StoredSample) -> list[dict[str, Any]]:
    """With their answers, once nobody gives any more; none before."""
    return store.pairs(one) if one.state == _State.CLOSED else []


def _page(request: HttpRequest, visit: Visit, one: StoredSample) -> HttpResponse:
    may_see = bool(one.content) and may_see_drawing(visit, one)
    pairs = _pairs(one)
    context = {
        "sample": one,
        "drawn": store.labelled(one).sample if may_see else None,
        "pairs": pairs[:MOST_PAIRS],
        "more": max(0, len(pairs) - MOST_PAIRS),
        "altered": store.altered(one),
    }
    return show(request, visit, "web/verify/drawn.html", context)
