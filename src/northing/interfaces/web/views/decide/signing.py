"""How does somebody say their word on a decision, pass it on, or take it against the others?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.decide import DelegateForm, OverrideForm, SignForm, signers_among
from northing.interfaces.web.forms.parts import Seen
from northing.interfaces.web.views.decide.one import (
    found_or_404,
    matrix,
    not_now,
    rights,
    signers_of,
)
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.decide.models import StoredDecision
from northing.stages.decide.purpose_test.actions import signing
from northing.stages.decide.purpose_test.facts import Act
from northing.stages.decide.purpose_test.rules.signing import agreeing
from northing.stages.decide.purpose_test.store import testing
from northing.stages.decide.purpose_test.store.standing import promises, standing


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.SIGN, get=Wish.CHANGE)
def sign(request: HttpRequest, visit: Visit, decision: UUID) -> HttpResponse:
    """All one has to know before one's word, and the word."""
    one = found_or_404(visit, decision)
    if not rights(visit, one)["may_sign"]:
        return not_now(request, visit, one, _("Your word is not asked for here now."))
    form = SignForm(request.POST or None, initial={"revision": one.rounds})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            signing.sign(
                one,
                Act(told["act"]),
                told["reason"],
                by=visit.member,
                at=visit.at,
                seen=told["revision"],
            )
        except Refused as error:
            _refuse(form, error, visit, one)
        else:
            messages.success(request, _("Your word is kept."))
            return redirect("decide_decision", visit.organisation.id, one.id)
    return _page(request, visit, "sign", one, form)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.SIGN, get=Wish.CHANGE)
def delegation(request: HttpRequest, visit: Visit, decision: UUID) -> HttpResponse:
    """Somebody else signs in one's place; they are told, and everybody sees it."""
    one = found_or_404(visit, decision)
    if not rights(visit, one)["may_delegate"]:
        return not_now(request, visit, one, _("There is nothing of yours to pass on here now."))
    among = signers_among(visit.member, visit.at.date())
    form = DelegateForm(request.POST or None, among=among, initial={"revision": one.rounds})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            signing.delegate(one, told["to"], by=visit.member, at=visit.at, seen=told["revision"])
        except Refused as error:
            _refuse(form, error, visit, one)
        else:
            messages.success(request, _("It is passed on."))
            return redirect("decide_decision", visit.organisation.id, one.id)
    return _page(request, visit, "delegate", one, form)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.OVERRIDE, get=Wish.CHANGE)
def override(request: HttpRequest, visit: Visit, decision: UUID) -> HttpResponse:
    """Against the test or the signers: a page of its own, that says what it means."""
    one = found_or_404(visit, decision)
    if not rights(visit, one)["may_override"]:
        said = _("Only what waits for signatures is overridden, and never by whoever wrote it.")
        return not_now(request, visit, one, said)
    form = OverrideForm(request.POST or None, initial={"revision": one.rounds})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            signing.override(
                one, told["reason"], by=visit.member, at=visit.at, seen=told["revision"]
            )
        except Refused as error:
            _refuse(form, error, visit, one)
        else:
            messages.success(request, _("It is taken, marked as overridden, and counted."))
            return redirect("decide_decision", visit.organisation.id, one.id)
    return _page(request, visit, "override", one, form)


def _refuse(form: Seen, error: Refused, visit: Visit, one: StoredDecision) -> None:
    form.refuse(error)
    form.look_again(found_or_404(visit, one.id).rounds)


def _page(
    request: HttpRequest, visit: Visit, name: str, one: StoredDecision, form: Any
) -> HttpResponse:
    today = visit.at.date()
    context = {
        "one": one,
        "form": form,
        "tested": testing.tested(one, on=today),
        "matrix": matrix(one, promises(visit.organisation, on=today)),
        "signers": [each for each in signers_of(one) if each["member"].id != visit.member.id],
        "agreeing": agreeing(standing(one)),
        "sees_names": visit.may(Action.MEMBERS, Wish.SEE),
        "sees_records": visit.may(Action.RECORDS, Wish.SEE),
    }
    status = 422 if form.errors else 200
    return show(request, visit, f"web/decide/{name}.html", context, status)
