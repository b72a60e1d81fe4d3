"""Which values does the organisation name, and which lines does it not cross?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.clarify import ValueForm
from northing.interfaces.web.views import along
from northing.interfaces.web.views.clarify.meanwhile import clashes
from northing.interfaces.web.views.clarify.returning import came_back, ended, found_or_404, wanted
from northing.interfaces.web.views.listed import clarify as listed
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.clarify.commitments import store as commitments
from northing.stages.clarify.mission import actions, store


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.MISSION)
def values(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    if file := along.taken(request, visit, lambda: listed.values(store.values(visit.organisation))):
        return file
    form = ValueForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.add_value(
                given["name"],
                given["meaning"],
                by=visit.member,
                at=visit.at,
                ticket=given["ticket"],
            )
            messages.success(request, _("The value is added."))
            return redirect("clarify_values", visit.organisation.id)
        except Refused as error:
            form.refuse(error)
    promised = commitments.commitments(visit.organisation, on=visit.at.date())
    context = {
        "form": form,
        "values": store.values(visit.organisation),
        "guardrails": [one for one in promised if one.guardrail],
        "ended": wanted(request, store.value, visit, "ended"),
    }
    return show(request, visit, "web/clarify/values.html", context, 422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.MISSION, get=Wish.CHANGE)
def value(request: HttpRequest, visit: Visit, value: UUID) -> HttpResponse:
    one = found_or_404(store.value(visit.organisation, value))
    known = {"name": one.name, "meaning": one.meaning, "revision": one.revision}
    form = ValueForm(request.POST or None, initial=known)
    context: dict[str, Any] = {"form": form, "one": one}
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.amend_value(
                one,
                given["name"],
                given["meaning"],
                by=visit.member,
                at=visit.at,
                seen=given["revision"] or 0,
            )
            messages.success(request, _("The value is changed."))
            return redirect("clarify_values", visit.organisation.id)
        except Refused as error:
            form.refuse(error)
            form.look_again(one.revision)
            if not error.field:
                context["clashes"] = clashes(form, known)
    return show(request, visit, "web/clarify/value.html", context, 422 if form.errors else 200)


@require_POST
@within(Action.MISSION)
def value_end(request: HttpRequest, visit: Visit, value: UUID) -> HttpResponse:
    one = found_or_404(store.value(visit.organisation, value))
    actions.end_value(one, by=visit.member, at=visit.at)
    return ended(request, visit, "clarify_values", one)


@require_POST
@within(Action.MISSION)
def value_return(request: HttpRequest, visit: Visit, value: UUID) -> HttpResponse:
    one = found_or_404(store.value(visit.organisation, value))
    return came_back(
        request,
        visit,
        "clarify_values",
        lambda: actions.bring_value_back(one, by=visit.member, at=visit.at),
        _("The value is back."),
    )
