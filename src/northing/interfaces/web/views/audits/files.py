"""How does somebody take an audit along: its reports as they were written, and its case?"""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from northing.foundations.people.access import Action, Wish
from northing.interfaces.web.views.audits.opening import opened
from northing.interfaces.web.visit import Visit, within
from northing.interfaces.worker import case_taken
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.audits.models import StoredAudit

CASE = "case.zip"
KINDS = {
    ".html": "text/html; charset=utf-8",
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".parquet": "application/vnd.apache.parquet",
}
SANDBOX = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
)
"""A report brings its own style, and nothing that runs; nobody frames it."""


@require_safe
@within(Action.ISSUED)
@opened
def file(_request: HttpRequest, visit: Visit, audit: StoredAudit, file: str) -> HttpResponseBase:
    """One report, byte for byte as it was written; checked before it leaves."""
    if audit.state != StoredAudit.State.DONE:
        raise Http404
    if file == CASE:
        return _case(visit, audit)
    if file not in audit.files:
        raise Http404
    path = store.checked_path(audit, file)
    name = f"{slugify(visit.organisation.name) or 'audit'}-{audit.number}-{file}"
    kind = KINDS.get(path.suffix, "application/octet-stream")
    return _guarded(
        FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type=kind)
    )


def _case(visit: Visit, audit: StoredAudit) -> HttpResponseBase:
    """All that was read, for whom records are open: run it again without us."""
    if not visit.may(Action.RECORDS, Wish.SEE) or not case_taken.may_leave(audit):
        raise Http404
    name = f"{slugify(visit.organisation.name) or 'audit'}-{audit.number}-case"
    pieces = case_taken.case_of(audit, name)
    response = StreamingHttpResponse(pieces, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    return _guarded(response)


def _guarded(response: HttpResponseBase) -> HttpResponseBase:
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
