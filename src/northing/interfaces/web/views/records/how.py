"""How does a person say how a file is to be read, and see what that would give?"""

from __future__ import annotations

from collections.abc import Mapping
from threading import BoundedSemaphore
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from northing.foundations.people.access import Action
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.how import HowForm
from northing.interfaces.web.reading_aloud import text_said
from northing.interfaces.web.refusing import refusal_said
from northing.interfaces.web.sentences_records import REASONS
from northing.interfaces.web.views.records.knowing import import_or_404, promises
from northing.interfaces.web.visit import Visit, show, within
from northing.interfaces.worker.jobs import imports as jobs
from northing.interfaces.worker.taking import Unreadable, looked_at
from northing.stages.records.imports.models import Import

SHOWN_REFUSALS = 20
PATIENCE_SECONDS = 20
LOOKS = BoundedSemaphore(2)


def how(request: HttpRequest, visit: Visit, one: Import) -> HttpResponse:
    """The page of a file that waits. Sent with `again`, it is looked at once more and not read."""
    if request.method != "POST":
        form = _form(visit, one, None, one.plan, one.account)
        return _shown(request, visit, one, form, one.account)
    form = _form(visit, one, request.POST, one.plan, one.account)
    if not form.is_valid() or "again" in request.POST:
        return _again(request, visit, one, form)
    plan = form.said() | {"path": one.path}
    try:
        seen = form.cleaned_data["revision"]
        jobs.say_how(one, plan, by=visit.member, at=visit.at, seen=seen)
    except Refused as error:
        messages.error(request, refusal_said(error))
    return redirect("records_import", visit.organisation.id, one.id)


@require_POST
@within(Action.RECORDS)
def preview(request: HttpRequest, visit: Visit, handed_in: UUID) -> HttpResponse:
    """The form alone, with what the file would give as it is filled in now."""
    one = import_or_404(visit, handed_in)
    if one.state != Import.State.READY:
        return redirect("records_import", visit.organisation.id, one.id)
    form = _form(visit, one, request.POST, one.plan, one.account)
    return _again(request, visit, one, form, template="web/records/how_form.html")


def _again(
    request: HttpRequest,
    visit: Visit,
    one: Import,
    form: HowForm,
    template: str = "web/records/how.html",
) -> HttpResponse:
    """Looked at as it is said now; where that cannot be, the last look stays and says why."""
    if not form.is_valid():
        return _shown(request, visit, one, form, one.account, template)
    said = form.said()
    try:
        account = _looked_at(one, said)
    except Unreadable as error:
        form.add_error(None, text_said(str(REASONS.get(str(error), str(error)))))
        return _shown(request, visit, one, form, one.account, template)
    if one.account.get("sheets") and said.get("sheet"):
        account["sheets"] = one.account["sheets"]
    fresh = _form(visit, one, None, said, account)
    return _shown(request, visit, one, fresh, account, template)


def _looked_at(one: Import, said: Mapping[str, Any]) -> dict[str, Any]:
    """A look takes a program of its own; a server runs a few of them at once and no more."""
    if not LOOKS.acquire(timeout=PATIENCE_SECONDS):
        raise Unreadable(_("Many files are being looked at just now. Look again in a moment."))
    try:
        return looked_at(one, said, jobs.known_to(one))
    finally:
        LOOKS.release()


def _form(
    visit: Visit, one: Import, data: Any, plan: Mapping[str, Any], account: Mapping[str, Any]
) -> HowForm:
    return HowForm(
        data, plan=plan, account=account, commitments=promises(visit), revision=one.revision
    )


def _shown(
    request: HttpRequest,
    visit: Visit,
    one: Import,
    form: HowForm,
    account: Mapping[str, Any],
    template: str = "web/records/how.html",
) -> HttpResponse:
    context = {
        "one": one,
        "form": form,
        "account": account,
        "asks": _asks(account, form),
        "refusals": account["refusals"][:SHOWN_REFUSALS],
        "hidden_columns": max(0, len(account["columns"]) - len(form.headers)),
        "last": one.account.get("as_last_time", ""),
    }
    is_fragment = template.endswith("how_form.html")
    return show(request, visit, template, context, 422 if form.errors and not is_fragment else 200)


def _asks(account: Mapping[str, Any], form: HowForm) -> list[str]:
    """What the file leaves open, and a person may know."""
    asks = []
    if account["channel"] == "money" and not account["currencies"]:
        asks.append(_("No currency is written in it. Say which it is, or its sums stay nameless."))
    if account.get("taken_currency"):
        said = _("No currency is written in it: it is taken as %(currency)s, like all your files.")
        asks.append(said % {"currency": account["taken_currency"]})
    if account["records"] and not account["dated"]:
        asks.append(_("Nothing in it says when. Name the period the whole file is of."))
    if not form.promises[:-1]:
        asks.append(_("No commitment is written down yet: rules that tag rows have to wait."))
    return asks
