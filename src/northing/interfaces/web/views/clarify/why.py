"""Does everything that is done reach a reason why?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.clarify import LineForm
from northing.interfaces.web.views import along
from northing.interfaces.web.views.clarify.meanwhile import clashes
from northing.interfaces.web.views.clarify.returning import came_back, ended, found_or_404, wanted
from northing.interfaces.web.views.listed import clarify as listed
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.clarify.commitments import store as commitments
from northing.stages.clarify.theory_of_change import actions, store
from northing.stages.clarify.theory_of_change.facts import Level
from northing.stages.clarify.theory_of_change.rules.tracing import (
    lived_in_nothing,
    reaches_why,
    trace_of,
)

BELOW = {Level.WHY: Level.HOW, Level.HOW: Level.WHAT}


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.MISSION)
def why(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """The lines as trees from why to what; those that reach no why stand first."""
    lines = store.lines(visit.organisation)
    if file := along.taken(request, visit, lambda: listed.lines(lines)):
        return file
    under = wanted(request, store.line, visit, "under")
    level = BELOW.get(Level(under.level), Level.WHAT) if under else _level(request)
    form = _form(request, visit, level, {"serves": under})
    if request.method == "POST" and form.is_valid() and _added(visit, form):
        messages.success(request, _("The line is added."))
        return redirect("clarify_why", visit.organisation.id)
    trace = trace_of(store.facts_of(lines))
    reached, whats = reaches_why(trace)
    context = {
        "trace": trace,
        "lines": {one.id: one for one in lines},
        "reached": reached,
        "whats": whats,
        "whys": len(trace.rooted),
        "idle": lived_in_nothing(trace),
        "loose": sum(1 for _one in trace.loose),
        "count": len(lines),
        "levels": list(Level),
        "form": form if under or "level" in request.GET or request.method == "POST" else None,
        "level": level,
        "under": under,
        "ended": wanted(request, store.line, visit, "ended"),
    }
    return show(request, visit, "web/clarify/why.html", context, 422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.MISSION, get=Wish.CHANGE)
def line(request: HttpRequest, visit: Visit, line: UUID) -> HttpResponse:
    """Change a line or move it under another."""
    one = found_or_404(store.line(visit.organisation, line))
    known = {
        "text": one.text,
        "serves": one.serves_id,
        "commitment": one.commitment_id,
        "revision": one.revision,
    }
    form = _form(request, visit, Level(one.level), known)
    context: dict[str, Any] = {"form": form, "one": one}
    if request.method == "POST" and form.is_valid():
        try:
            seen = form.cleaned_data["revision"] or 0
            actions.change_line(one, form.saying, by=visit.member, at=visit.at, seen=seen)
            messages.success(request, _("The line is changed."))
            return redirect(f"{reverse('clarify_why', args=[visit.organisation.id])}#l-{one.id}")
        except Refused as error:
            form.refuse(error)
            form.look_again(one.revision)
            if not error.field:
                context["clashes"] = clashes(form, {"text": one.text})
    return show(request, visit, "web/clarify/line.html", context, 422 if form.errors else 200)


@require_POST
@within(Action.MISSION)
def line_end(request: HttpRequest, visit: Visit, line: UUID) -> HttpResponse:
    one = found_or_404(store.line(visit.organisation, line))
    actions.end_line(one, by=visit.member, at=visit.at)
    return ended(request, visit, "clarify_why", one)


@require_POST
@within(Action.MISSION)
def line_return(request: HttpRequest, visit: Visit, line: UUID) -> HttpResponse:
    one = found_or_404(store.line(visit.organisation, line))
    return came_back(
        request,
        visit,
        "clarify_why",
        lambda: actions.bring_line_back(one, by=visit.member, at=visit.at),
        _("The line is back."),
    )


def _level(request: HttpRequest) -> Level:
    asked = request.POST.get("level") or request.GET.get("level")
    return Level(asked) if asked in list(Level) else Level.WHY


def _form(request: HttpRequest, visit: Visit, level: Level, known: dict[str, Any]) -> LineForm:
    return LineForm(
        request.POST or None,
        level=level,
        lines=store.lines(visit.organisation),
        commitments=commitments.commitments(visit.organisation),
        initial=known,
    )


def _added(visit: Visit, form: LineForm) -> bool:
    try:
        ticket = form.cleaned_data["ticket"]
        actions.add_line(form.saying, by=visit.member, at=visit.at, ticket=ticket)
    except Refused as error:
        form.refuse(error)
        return False
    return True
