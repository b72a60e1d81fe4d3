"""Which files were handed in, how does one hand in more, and what became of each?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import Refused
from northing.foundations.sources.locating import LARGEST_FILE
from northing.foundations.sources.opened import UnreadableSource
from northing.interfaces.web.forms.records import HandInForm
from northing.interfaces.web.reading_aloud import text_said
from northing.interfaces.web.uploads import TOO_LARGE
from northing.interfaces.web.views import along
from northing.interfaces.web.views.listed import records as listed
from northing.interfaces.web.views.records.how import how
from northing.interfaces.web.views.records.knowing import import_or_404
from northing.interfaces.web.views.records.turning import turned
from northing.interfaces.web.visit import Visit, show, within
from northing.interfaces.worker.jobs import imports as jobs
from northing.interfaces.worker.taking import shelf
from northing.stages.records.imports import actions, store
from northing.stages.records.imports.actions import HandedIn
from northing.stages.records.imports.models import Import

MOST = 200
SHOWN_REFUSALS = 20


@require_safe
@within(Action.RECORDS)
def imports(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Those that wait for somebody first, then the newest."""
    every = store.all_imports(visit.organisation)
    if file := along.taken(request, visit, lambda: listed.files(every)):
        return file
    rows = store.imports(visit.organisation, most=MOST + 1)
    states = store.states(visit.organisation)
    context = {
        "rows": sorted(rows[:MOST], key=lambda one: one.state != Import.State.READY),
        "is_more": len(rows) > MOST,
        "waits": states[Import.State.READY],
        "read": states[Import.State.DONE],
        "refused": states[Import.State.REFUSED],
    }
    return show(request, visit, "web/records/imports.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.RECORDS, get=Wish.CHANGE)
def hand_in(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Each file is an import of its own. A ticket of the form makes a double click one of each."""
    is_sent = request.method == "POST"
    form = HandInForm(request.POST, request.FILES) if is_sent else HandInForm()
    if is_sent:
        _tell_too_large(request, form)
        if form.is_valid():
            made = _handed_in(request, visit, form)
            if len(made) == 1:
                return redirect("records_import", visit.organisation.id, made[0].id)
            return redirect("records_imports", visit.organisation.id)
    context = {"form": form}
    return show(request, visit, "web/records/hand_in.html", context, 422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.RECORDS)
def one_import(request: HttpRequest, visit: Visit, handed_in: UUID) -> HttpResponse:
    """The page goes with the file: looked at, asked about, read, or refused."""
    one = import_or_404(visit, handed_in)
    if one.state == Import.State.READY and visit.may(Action.RECORDS, Wish.CHANGE):
        return how(request, visit, one)
    context = {
        "one": one,
        "far": far(one, visit.at),
        "refusals": one.account.get("refusals", [])[:SHOWN_REFUSALS],
    }
    return show(request, visit, "web/records/import.html", context)


@require_safe
@within(Action.RECORDS)
def progress(request: HttpRequest, visit: Visit, handed_in: UUID) -> HttpResponse:
    """How far it is, asked for again and again; once it is over, the page comes anew."""
    one = import_or_404(visit, handed_in)
    if "HX-Request" not in request.headers:
        return redirect("records_import", visit.organisation.id, one.id)
    context = {"one": one, "far": far(one, visit.at)}
    response = show(request, visit, "web/records/progress.html", context)
    if one.state not in (Import.State.LOOKING, Import.State.READING):
        response["HX-Refresh"] = "true"
    return response


@require_POST
@within(Action.RECORDS)
def undoing(request: HttpRequest, visit: Visit, handed_in: UUID) -> HttpResponse:
    said = _("The import is undone. None of its records count; you can have it read again.")
    return _turned(request, visit, handed_in, jobs.undo, said)


@require_POST
@within(Action.RECORDS)
def redoing(request: HttpRequest, visit: Visit, handed_in: UUID) -> HttpResponse:
    return _turned(request, visit, handed_in, jobs.redo, _("The file is being read again."))


@require_POST
@within(Action.RECORDS)
def reopening(request: HttpRequest, visit: Visit, handed_in: UUID) -> HttpResponse:
    return _turned(request, visit, handed_in, actions.say_anew, "")


def far(one: Import, at: datetime) -> dict[str, Any]:
    """How far a job is, how fast it goes and how long it still takes, as far as can be told."""
    told = one.progress
    done, of = int(told.get("done", 0)), int(told.get("of", 0))
    if not told.get("began") or not done or not of:
        return {"step": told.get("step", "reading"), "done": done, "of": of}
    passed = max((at - datetime.fromisoformat(told["began"])).total_seconds(), 0.1)
    pace = done / passed
    left = timedelta(seconds=(of - done) / pace)
    return {"step": told["step"], "done": done, "of": of, "pace": round(pace), "left": left}


def _handed_in(request: HttpRequest, visit: Visit, form: HandInForm) -> list[Import]:
    ticket = form.cleaned_data["ticket"] or visit.organisation.id
    made = []
    for number, file in enumerate(form.cleaned_data["given"]):
        key = uuid5(ticket, f"{visit.member.id} {number} {file.name} {file.size}")
        one = _one_handed_in(request, visit, file, key)
        if one:
            made.append(one)
    return made


def _one_handed_in(
    request: HttpRequest, visit: Visit, file: UploadedFile, key: UUID
) -> Import | None:
    """The same bytes a second time lead to the import that has them."""
    known = store.one_import(visit.organisation, key)
    if known:
        return known
    try:
        kept = shelf().keep(visit.organisation.id, key, file.chunks(), largest=LARGEST_FILE)
    except UnreadableSource as error:
        messages.error(request, f"{file.name}: {text_said(error.reason)} {text_said(error.remedy)}")
        return None
    handed = HandedIn(id=key, name=file.name or "", kept=kept)
    try:
        return jobs.hand_in(handed, by=visit.member, at=visit.at)
    except Refused:
        shelf().remove(visit.organisation.id, key)
        return _there_already(request, visit, handed)


def _there_already(request: HttpRequest, visit: Visit, handed: HandedIn) -> Import | None:
    there = store.same_bytes(visit.organisation, handed.kept.sha256)
    if there:
        said = _("%(name)s is here already, byte for byte, as %(path)s. Nothing was added.")
        messages.info(request, said % {"name": handed.name, "path": there.path})
    return there


def _tell_too_large(request: HttpRequest, form: HandInForm) -> None:
    for name in request.META.get(TOO_LARGE, ()):
        said = _("%(name)s is too large: %(most)d MB at once are taken. Split it.")
        form.add_error("given", said % {"name": name, "most": LARGEST_FILE >> 20})


def _turned(
    request: HttpRequest, visit: Visit, handed_in: UUID, turn: Callable[..., None], said: str
) -> HttpResponse:
    one = import_or_404(visit, handed_in)
    turned(request, visit, one, turn, said)
    return redirect("records_import", visit.organisation.id, one.id)
