"""Which purpose do past choices show, beside the one that was stated?"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from northing.foundations.people.access import Action, Wish
from northing.interfaces.web.forms.approach import ChoicesForm
from northing.interfaces.web.visit import Visit, show, within
from northing.interfaces.worker.limits import run_limited

MEMORY, SECONDS = 1 << 30, 30
CHILD = "northing.interfaces.worker.children.choices:read_choices"
ALL = 100


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.AUDITS, post=Wish.SEE)
def choices(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Hand in a table of choices; read what they followed. Nothing of it is kept."""
    form = ChoicesForm(request.POST or None, request.FILES or None)
    found: Mapping[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        found = _read(form.cleaned_data["table"])
        if "complaints" in found:
            said = _("This table cannot be read as choices; what is wrong stands below.")
            form.add_error("table", said)
    context = {
        "form": form,
        "found": found,
        "weights": [_row(one) for one in found.get("weights", ())],
        "apart": _most(found),
    }
    return show(request, visit, "web/audits/choices.html", context, 422 if form.errors else 200)


def _read(upload: UploadedFile) -> Mapping[str, Any]:
    """What a program of its own makes of it, with little memory and little time."""
    with TemporaryDirectory() as folder:
        is_csv = (upload.name or "").casefold().endswith(".csv")
        table = Path(folder) / ("choices.csv" if is_csv else "choices.xlsx")
        out = Path(folder) / "found.json"
        table.write_bytes(b"".join(upload.chunks()))
        given = json.dumps([str(table), str(out)])
        called = [sys.executable, "-m", "northing.interfaces.worker.called", CHILD, given]
        ended = run_limited(called, memory=MEMORY, seconds=SECONDS)
        if ended.limit or ended.code:
            return {"complaints": [_("It cannot be read in 30 seconds. Hand in fewer choices.")]}
        found: Mapping[str, Any] = json.loads(out.read_text("utf-8"))
    return found


def _row(one: Mapping[str, Any]) -> dict[str, Any]:
    revealed = [ALL * part for part in one["revealed"]]
    apart = [ALL * part for part in one["apart"]]
    return {
        "name": one["name"],
        "stated": ALL * one["stated"],
        "revealed": revealed,
        "apart": apart,
        "is_apart": one["is_apart"],
        "is_against": one["is_apart"] and revealed[2] < 0,
        "is_more": apart[0] > 0,
    }


def _most(found: Mapping[str, Any]) -> dict[str, Any] | None:
    """Where choices part most from what is stated, if anywhere."""
    apart = [one for one in found.get("weights", ()) if one["is_apart"]]
    return _row(max(apart, key=lambda one: abs(one["apart"][0]))) if apart else None
