"""How does a filter come about, change, go on and off, and hold for longer?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.decide import PastForm
from northing.interfaces.web.forms.decide_filters import FilterForm, SwitchForm
from northing.interfaces.web.forms.parts import Turn
from northing.interfaces.web.refusing import refusal_said
from northing.interfaces.web.views.decide.filters import filter_or_404
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.decide.models import StoredFilter
from northing.stages.decide.purpose_test.actions import filtering
from northing.stages.decide.purpose_test.actions.filtering import Rules
from northing.stages.decide.purpose_test.actions.noting import Past, note_past
from northing.stages.decide.purpose_test.store import looked_at, rows

LISTS = ("kinds", "regions", "units", "questions")
PLAIN = ("name", "least", "quorum", "agreement", "days", "asks_forecast", "until")


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.FILTERS, get=Wish.CHANGE)
def new(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A filter begins switched off: its trial is looked at first."""
    form = _form(request, visit, None)
    if request.method == "POST" and form.is_valid():
        try:
            ticket = form.cleaned_data["ticket"]
            made = filtering.save_filter(_rules(form), by=visit.member, at=visit.at, ticket=ticket)
        except Refused as error:
            form.refuse(error)
        else:
            return redirect("decide_filter", visit.organisation.id, made.id)
    return _page(request, visit, {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.FILTERS, get=Wish.CHANGE)
def change(request: HttpRequest, visit: Visit, filter: UUID) -> HttpResponse:  # noqa: A002 - the name in the address
    one = filter_or_404(visit, filter)
    form = _form(request, visit, one)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["revision"] or 0
        try:
            filtering.save_filter(_rules(form), by=visit.member, at=visit.at, row=one, seen=seen)
        except Refused as error:
            form.refuse(error)
            form.look_again(filter_or_404(visit, filter).revision)
        else:
            return redirect("decide_filter", visit.organisation.id, one.id)
    return _page(request, visit, {"form": form, "one": one})


@require_POST
@within(Action.FILTERS)
def switch(request: HttpRequest, visit: Visit, filter: UUID) -> HttpResponse:  # noqa: A002 - the name in the address
    """On, once its trial stood on the page; or off."""
    one = filter_or_404(visit, filter)
    turned = filtering.switch_off if one.is_on else filtering.switch_on
    try:
        turned(one, by=visit.member, at=visit.at, seen=Turn(request.POST).seen)
    except Refused as error:
        messages.error(request, refusal_said(error))
    else:
        said = (
            _("It is off; what it caught keeps its way.")
            if one.is_on
            else _("It is on: such decisions need a test from now on.")
        )
        messages.success(request, said)
    return redirect("decide_filter", visit.organisation.id, one.id)


@require_POST
@within(Action.FILTERS)
def renewal(request: HttpRequest, visit: Visit, filter: UUID) -> HttpResponse:  # noqa: A002 - the name in the address
    """It holds for longer, or ends sooner."""
    one = filter_or_404(visit, filter)
    form = SwitchForm(request.POST)
    if not form.is_valid() or not form.cleaned_data["until"]:
        messages.error(request, _("Give the day until which it holds, as 2027-06-30."))
        return redirect("decide_filter", visit.organisation.id, one.id)
    told = form.cleaned_data
    try:
        filtering.renew_filter(
            one, told["until"], by=visit.member, at=visit.at, seen=told["revision"]
        )
    except Refused as error:
        messages.error(request, refusal_said(error))
    else:
        messages.success(request, _("It holds until the day you gave."))
    return redirect("decide_filter", visit.organisation.id, one.id)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.DECIDE, get=Wish.CHANGE)
def past(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A decision taken without a test: for the share that was tested, and for trials."""
    form = PastForm(request.POST or None, organisation=visit.organisation)
    if request.method == "POST" and form.is_valid():
        told = dict(form.cleaned_data)
        ticket = told.pop("ticket")
        try:
            note_past(Past(**told), by=visit.member, at=visit.at, ticket=ticket)
        except Refused as error:
            form.refuse(error)
        else:
            messages.success(request, _("It is put down."))
            return redirect("decide_indicators", visit.organisation.id)
    context = {"form": form, "kinds": looked_at.kinds(visit.organisation)}
    status = 422 if form.errors else 200
    return show(request, visit, "web/decide/past.html", context, status)


def _form(request: HttpRequest, visit: Visit, one: StoredFilter | None) -> FilterForm:
    known: dict[str, Any] = {}
    if one is not None:
        known = {name: getattr(one, name) for name in (*PLAIN, *LISTS, "revision")}
        known["signers"] = [each.member_id for each in one.signers.all()]
    among = rows.may_sign(visit.organisation, on=visit.at.date())
    return FilterForm(request.POST or None, among=among, initial=known)


def _rules(form: FilterForm) -> Rules:
    told = form.cleaned_data
    values: dict[str, Any] = {name: tuple(told[name]) for name in LISTS}
    values |= {name: told[name] for name in PLAIN}
    return Rules(signers=tuple(told["signers"]), **values)


def _page(request: HttpRequest, visit: Visit, context: dict[str, Any]) -> HttpResponse:
    status = 422 if context["form"].errors else 200
    return show(request, visit, "web/decide/filter_form.html", context, status)
