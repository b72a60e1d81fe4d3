"""Which parts does this organisation have, and how do they change?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from northing.foundations.people import store
from northing.foundations.people import units as actions
from northing.foundations.people.access import Action
from northing.foundations.people.models import Unit
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.people import UnitChangeForm, UnitForm
from northing.interfaces.web.refusing import refusal_said
from northing.interfaces.web.views import along
from northing.interfaces.web.views.listed import people as listed
from northing.interfaces.web.visit import Visit, show, within


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.UNITS)
def units(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    if file := along.taken(request, visit, lambda: listed.units(store.units(visit.organisation))):
        return file
    form = UnitForm(request.POST or None, organisation=visit.organisation)
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        try:
            actions.add_unit(found["name"], found["parent"], by=visit.member, at=visit.at)
            messages.success(request, _("The unit is added."))
            return redirect("units", visit.organisation.id)
        except Refused as error:
            form.refuse(error)
    tree = store.units(visit.organisation)
    tops = sum(not depth for depth, _unit in tree)
    context = {"units": tree, "tops": tops, "is_tree": tops < len(tree), "form": form}
    return show(request, visit, "web/units.html", context, 422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.UNITS)
def unit(request: HttpRequest, visit: Visit, unit: UUID) -> HttpResponse:
    one = _found(visit, unit)
    known = {"name": one.name, "parent": one.parent_id}
    seen = {"name_seen": one.name, "parent_seen": one.parent_id}
    form = UnitChangeForm(
        request.POST or None, organisation=visit.organisation, initial=known | seen
    )
    if request.method == "POST" and form.is_valid() and _changed(visit, form, one):
        messages.success(request, _("The unit is changed."))
        return redirect("units", visit.organisation.id)
    context = {"one": one, "form": form}
    return show(request, visit, "web/unit.html", context, 422 if form.errors else 200)


@require_POST
@within(Action.UNITS)
def unit_removal(request: HttpRequest, visit: Visit, unit: UUID) -> HttpResponse:
    try:
        actions.remove_unit(_found(visit, unit), by=visit.member, at=visit.at)
        messages.success(request, _("The unit is removed."))
    except Refused as error:
        messages.error(request, refusal_said(error))
    return redirect("units", visit.organisation.id)


def _found(visit: Visit, unit: UUID) -> Unit:
    one = store.unit_of(visit.organisation, unit)
    if one is None:
        raise Http404
    return one


def _changed(visit: Visit, form: UnitChangeForm, one: Unit) -> bool:
    found = form.cleaned_data
    one.name, one.parent_id = found["name_seen"], found["parent_seen"]
    try:
        actions.change_unit(one, found["name"], found["parent"], by=visit.member, at=visit.at)
    except Refused as error:
        form.refuse(error)
        return False
    return True
