"""How is a record typed in, changed, withdrawn and brought back?"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import CHANGED_MEANWHILE, Refused
from northing.interfaces.web.forms.records import TypedForm, known_of
from northing.interfaces.web.views.records.knowing import promises
from northing.interfaces.web.views.records.turning import turned
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.records.ledger import actions, store
from northing.stages.records.ledger.facts import Channel
from northing.stages.records.ledger.models import TypedRecord
from northing.stages.records.ledger.rules.typed import name_of


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.RECORDS, get=Wish.CHANGE)
def new(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = TypedForm(request.POST or None, commitments=promises(visit))
    if request.method == "POST" and form.is_valid():
        typed, key = form.typed(visit.at.date()), form.cleaned_data["ticket"]
        row = actions.type_in(typed, by=visit.member, at=visit.at, key=key)
        messages.success(request, _("The record is kept."))
        return _to(visit, row)
    context = {"form": form, "row": None}
    return show(request, visit, "web/records/typed.html", context, 422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.RECORDS)
def typed(request: HttpRequest, visit: Visit, typed: UUID) -> HttpResponse:
    row = _typed_or_404(visit, typed)
    form = TypedForm(request.POST or None, commitments=promises(visit), initial=known_of(row))
    if request.method == "POST" and form.is_valid() and _changed(request, visit, form, row):
        return _to(visit, row)
    newest = _typed_or_404(visit, typed)
    context = {"form": form, "row": newest, "is_other": newest.revision != row.revision}
    return show(request, visit, "web/records/typed.html", context, 422 if form.errors else 200)


@require_POST
@within(Action.RECORDS)
def withdrawal(request: HttpRequest, visit: Visit, typed: UUID) -> HttpResponse:
    said = _("The record is withdrawn; it can be brought back.")
    return _turned(request, visit, typed, actions.withdraw, said)


@require_POST
@within(Action.RECORDS)
def bringing_back(request: HttpRequest, visit: Visit, typed: UUID) -> HttpResponse:
    return _turned(request, visit, typed, actions.bring_back, _("The record counts again."))


def _changed(request: HttpRequest, visit: Visit, form: TypedForm, row: TypedRecord) -> bool:
    seen = form.cleaned_data["revision"] or 0
    try:
        fact = form.typed(visit.at.date())
        actions.edit(row, fact, by=visit.member, at=visit.at, seen=seen)
    except Refused as error:
        form.refuse(error)
        if error.code == CHANGED_MEANWHILE:
            form.look_again(row.revision)
        return False
    messages.success(request, _("The record is changed."))
    return True


def _turned(
    request: HttpRequest, visit: Visit, typed: UUID, turn: Callable[..., None], said: str
) -> HttpResponse:
    row = _typed_or_404(visit, typed)
    turned(request, visit, row, turn, said)
    return redirect("records_typed", visit.organisation.id, row.id)


def _typed_or_404(visit: Visit, typed: UUID) -> TypedRecord:
    row = store.one_typed(visit.organisation, typed)
    if row is None:
        raise Http404
    return row


def _to(visit: Visit, row: TypedRecord) -> HttpResponse:
    name = name_of(Channel(row.channel), row.number)
    return redirect("records_record", visit.organisation.id, name)
