"""What brings somebody here, how far have they come, and what stands at the end?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.parts import Seen
from northing.interfaces.web.sentences_guided import ASKS, BRINGS, GIVES, STEPS
from northing.interfaces.web.views.audits.readiness import told as readiness_told
from northing.interfaces.web.views.clarify.approach import told as approach_told
from northing.interfaces.web.views.guided.asking import ASKING
from northing.interfaces.web.views.guided.ending import reckoned, told
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.clarify.approach import store as approach
from northing.stages.decide.ways_in import actions, store
from northing.stages.decide.ways_in.facts import STEPS as ORDER
from northing.stages.decide.ways_in.facts import Step, Way
from northing.stages.decide.ways_in.models import WayIn
from northing.stages.diagnose.readiness import store as readiness

MOST = 20


@require_safe
@within(Action.BUDGETS)
def guided(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What brings you here? The three ways, those begun, and the pages that were made."""
    rows = list(store.walks(visit.organisation).select_related("made_by__person")[:MOST])
    open_now = {row.way for row in rows if not row.finished_at}
    ways = [
        {"way": way.value, "said": BRINGS[way], "gives": GIVES[way], "is_open": way in open_now}
        for way in Way
        if _may(visit, way)
    ]
    done = [
        {"row": row, "said": BRINGS[Way(row.way)]}
        for row in rows
        if row.finished_at and _may(visit, Way(row.way))
    ]
    return show(request, visit, "web/guided/guided.html", {"ways": ways, "done": done})


@require_POST
@within(Action.BUDGETS)
def begin(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Begin the way that is asked for, or go on where it was left."""
    way = request.POST.get("way", "")
    if way not in list(Way):
        return redirect("guided", visit.organisation.id)
    _check(visit, Way(way))
    row = actions.begin(Way(way), by=visit.member, at=visit.at)
    return _to(visit, row, store.next_step(row))


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.BUDGETS, get=Wish.CHANGE)
def step(request: HttpRequest, visit: Visit, walk: UUID, step: str) -> HttpResponse:
    """One question; what is answered is kept, and the next one follows."""
    row = _row(visit, walk)
    if step not in ORDER[Way(row.way)]:
        raise Http404
    if row.finished_at:
        return redirect("guided_page", visit.organisation.id, row.id)
    here = Step(step)
    ahead = store.next_step(row)
    if ORDER[Way(row.way)].index(here) > ORDER[Way(row.way)].index(ahead):
        return _to(visit, row, ahead)
    form = ASKING[here].form(request, visit, row)
    if request.method == "POST" and form.is_valid() and _kept(visit, row, here, form):
        return _on(visit, row, here)
    context = _asked(visit, row, here) | {"form": form}
    template = f"web/guided/{here.value}.html"
    return show(request, visit, template, context, 422 if form.errors else 200)


@require_safe
@within(Action.BUDGETS)
def page(request: HttpRequest, visit: Visit, walk: UUID) -> HttpResponse:
    """The one page at the end, fit to print; before the end, what is still asked."""
    row = _row(visit, walk)
    if not row.finished_at:
        ahead = store.next_step(row)
        context = {"walk": row, "steps": _steps(row, None), "ahead": ahead.value,
                   "asks": ASKS[Way(row.way), ahead], "said": BRINGS[Way(row.way)]}  # fmt: skip
        return show(request, visit, "web/guided/unfinished.html", context)
    context = told(visit, row) | {"walk": row, "steps": _steps(row, None)}
    return show(request, visit, f"web/guided/page_{row.way.replace('-', '_')}.html", context)


def _on(visit: Visit, row: WayIn, here: Step) -> HttpResponse:
    """To the next step; after the last one, to the page at the end."""
    order = ORDER[Way(row.way)]
    if here != order[-1]:
        return _to(visit, row, order[order.index(here) + 1])
    try:
        result = reckoned(visit, row)
        actions.finish(row, result, by=visit.member, at=visit.at, seen=row.revision)
    except Refused:
        return _to(visit, row, here)
    return redirect("guided_page", visit.organisation.id, row.id)


def _kept(visit: Visit, row: WayIn, here: Step, form: Seen) -> bool:
    seen = form.cleaned_data["revision"]
    try:
        answer: Any = ASKING[here].answer(form, visit, row)
        if here is Step.MONEY and not answer["lines"]:
            form.add_error("source", _("This file has no line that is spent. Choose another."))
            return False
        actions.keep(row, here, answer, by=visit.member, at=visit.at, seen=seen)
    except Refused as error:
        form.refuse(error)
        fresh = store.walk(visit.organisation, row.id)
        form.look_again(fresh.revision if fresh else seen)
        return False
    return True


def _asked(visit: Visit, row: WayIn, here: Step) -> dict[str, Any]:
    """What a step shows beside its form."""
    context = {
        "walk": row,
        "here": here.value,
        "asks": ASKS[Way(row.way), here],
        "steps": _steps(row, here),
        "money": row.answers.get(Step.MONEY.value, {}),
    }
    if here is Step.READY:
        found = readiness.readiness_of(visit.organisation, on=visit.at.date())
        context |= readiness_told(visit, found)
    if here is Step.APPROACH:
        last = approach.newest(visit.organisation)
        context |= approach_told(last) if last else {}
    return context


def _steps(row: WayIn, here: Step | None) -> list[dict[str, Any]]:
    """The steps with their marks; those one can go to have an address."""
    order = ORDER[Way(row.way)]
    reach = order.index(store.next_step(row))
    return [
        {
            "step": one.value,
            "said": STEPS[one],
            "done": one.value in row.answers,
            "here": one is here,
            "open": at <= reach and one is not here and not row.finished_at,
        }
        for at, one in enumerate(order)
    ]


def _row(visit: Visit, walk: UUID) -> WayIn:
    row = store.walk(visit.organisation, walk)
    if row is None:
        raise Http404
    _check(visit, Way(row.way))
    return row


def _may(visit: Visit, way: Way) -> bool:
    """What is not issued yet is only shown to whom audits are open."""
    return way is not Way.NEW_CHIEF or visit.may(Action.AUDITS, Wish.SEE)


def _check(visit: Visit, way: Way) -> None:
    if not _may(visit, way):
        raise PermissionDenied


def _to(visit: Visit, row: WayIn, step: Step) -> HttpResponse:
    return redirect("guided_step", visit.organisation.id, row.id, step.value)
