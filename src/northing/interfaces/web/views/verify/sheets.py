"""How does a sample leave as a sheet or a file, and how do answers come back in one?"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from northing.foundations.people.access import Action
from northing.foundations.people.refusals import Refused
from northing.interfaces.reports.label_sheet import sheet_csv, sheet_xlsx
from northing.interfaces.web.forms.verify import SheetForm
from northing.interfaces.web.sentences import REFUSALS
from northing.interfaces.web.views.verify.drawn import file_of
from northing.interfaces.web.visit import Visit, show, within
from northing.interfaces.worker.asking import ask_audit
from northing.interfaces.worker.jobs.verification import reckon_with_answers
from northing.interfaces.worker.limits import run_limited
from northing.stages.diagnose.audits.facts import wish_in
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.actions import answering
from northing.stages.diagnose.verification.facts import Label, Labelled
from northing.stages.diagnose.verification.models import StoredQuestion, StoredSample
from northing.stages.diagnose.verification.section import Question

MEMORY, SECONDS = 512 << 20, 30
CHILD = "northing.interfaces.worker.children.sheets:read_sheet"
SHEET_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@require_safe
@within(Action.LABELS)
def sheet(request: HttpRequest, visit: Visit, sample: UUID) -> HttpResponse:
    """The pairs of whoever sits here, as a sheet to fill; for others there is nothing to take."""
    one = get_object_or_404(store.of_organisation(visit.organisation).defer(None), id=sample)
    seat = store.seat_of(one, visit.member)
    if seat is None:
        return show(request, visit, "web/verify/filled.html", {"sample": one, "form": SheetForm()})
    labelled = store.labelled(one)
    asked = _questions(one, labelled, seat.coder)
    kind = "csv" if request.GET.get("kind") == "csv" else "xlsx"
    if kind == "csv":
        content = sheet_csv(labelled.sample, seat.coder, asked).encode()
    else:
        content = sheet_xlsx(labelled.sample, seat.coder, asked)
    return file_of(content, SHEET_TYPES[kind], f"labels-{one.name}-{seat.coder.lower()}.{kind}")


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.LABELS)
def filled(request: HttpRequest, visit: Visit, sample: UUID) -> HttpResponse:
    """A filled sheet comes back: what can be read is kept, the rest is refused in its place."""
    one = get_object_or_404(store.of_organisation(visit.organisation).defer(None), id=sample)
    form = SheetForm(request.POST or None, request.FILES or None)
    found: Mapping[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        found = _read(one, form.cleaned_data["sheet"])
        if found["wrong"]:
            form.add_error("sheet", _wrong(found["wrong"]))
        else:
            _keep(request, visit, one, found)
            if not found["refused"]:
                return redirect("verify_sample", visit.organisation.id, one.id)
    context = {
        "sample": one,
        "seat": store.seat_of(one, visit.member),
        "form": form,
        "refused": found.get("refused", []),
    }
    status = 422 if form.errors else 200
    return show(request, visit, "web/verify/filled.html", context, status)


@require_POST
@within(Action.AUDITS)
def again(request: HttpRequest, visit: Visit, sample: UUID) -> HttpResponse:
    """Run the audit again, with the answers."""
    one = get_object_or_404(store.of_organisation(visit.organisation), id=sample)
    if one.audit is None:
        return redirect("verify_sample", visit.organisation.id, one.id)
    try:
        ask_audit(visit.member, wish_in(one.audit.on, one.audit.wish), visit.at)
        messages.success(request, _("The audit runs again, with these answers."))
    except Refused as error:
        messages.error(request, str(REFUSALS.get(error.code, error.code)))
    return redirect("verify_sample", visit.organisation.id, one.id)


def _questions(one: StoredSample, labelled: Labelled, coder: str) -> list[Question]:
    pairs = {pair.number: pair for pair in labelled.sample.pairs}
    return [_question(row, pairs[row.number]) for row in store.questions(one, coder)]


def _question(row: StoredQuestion, pair: Any) -> Question:
    kept = {name: row.content[name] for name in ("promise", "record", "kind", "place")}
    more = {name: row.content[name] for name in ("heading", "amount", "unit")}
    signs = {name: "; ".join(row.content[name]) for name in ("living", "breaking")}
    return Question(pair=pair, **kept, **more, **signs)


def _read(one: StoredSample, upload: UploadedFile) -> Mapping[str, Any]:
    """What the sheet says, read by a program of its own with little memory and little time."""
    with TemporaryDirectory() as folder:
        is_csv = (upload.name or "").casefold().endswith(".csv")
        sheet = Path(folder) / ("sheet.csv" if is_csv else "sheet.xlsx")
        sheet.write_bytes(b"".join(upload.chunks()))
        sample, out = Path(folder) / "sample.json", Path(folder) / "found.json"
        sample.write_text(json.dumps(one.content), "utf-8")
        given = json.dumps([str(sheet), str(sample), str(out)])
        called = [sys.executable, "-m", "northing.interfaces.worker.called", CHILD, given]
        ended = run_limited(called, memory=MEMORY, seconds=SECONDS)
        if ended.limit or ended.code:
            return {"wrong": "file", "refused": [], "labels": []}
        found: Mapping[str, Any] = json.loads(out.read_text("utf-8"))
    return found


def _wrong(code: str) -> str:
    return {
        "columns": _("This is no sheet of a sample: it lacks columns. Take the one from here."),
        "rows": _("No row of this sheet names a pair of a sample. Choose the one that was filled."),
        "sample": _("This sheet is of another sample. Hand it in there."),
        "file": _("This file cannot be read. Save it again as .xlsx or .csv, and try once more."),
    }[code]


def _keep(request: HttpRequest, visit: Visit, one: StoredSample, found: Mapping[str, Any]) -> None:
    labels = [Label(**each) for each in found["labels"]]
    try:
        with transaction.atomic():
            kept = answering.take_from_sheet(one, labels, by=visit.member, at=visit.at)
            if kept:
                reckon_with_answers.enqueue(str(one.id))
    except Refused as error:
        messages.error(request, str(REFUSALS[error.code]))
        return
    if kept:
        told = ngettext("%(n)s answer is kept.", "%(n)s answers are kept.", kept) % {"n": kept}
        messages.success(request, told)
    else:
        messages.info(request, _("This sheet says nothing that is not known already."))
