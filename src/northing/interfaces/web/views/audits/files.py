"""How does somebody take an audit along: its reports as they were written, and its case?"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from northing.foundations.people.access import Action, Wish
from northing.interfaces.web.keeping.pipe import Pipe
from northing.interfaces.web.views.audits.opening import opened
from northing.interfaces.web.visit import Visit, within
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.audits.facts import wish_in
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
README = """This is the case of audit {number} of {name}, as it was on the day of the audit.

Audit it again with the same version of Northing:

    {command}

The same case, day, seed and version give the same audit.json, byte for byte.
"""


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
    folder = store.folder_of(audit)
    may_take = visit.may(Action.RECORDS, Wish.SEE) and not store.holds_open_answers(audit)
    if not may_take or not (folder / "case").is_dir():
        raise Http404
    name = f"{slugify(visit.organisation.name) or 'audit'}-{audit.number}-case"
    pieces = _zipped(folder, name, _readme(visit, audit, folder))
    response = StreamingHttpResponse(pieces, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    return _guarded(response)


def _guarded(response: HttpResponseBase) -> HttpResponseBase:
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _readme(visit: Visit, audit: StoredAudit, folder: Path) -> str:
    wish = wish_in(audit.on, audit.wish)
    typed = [
        *("northing audit case --out out --on", wish.on.isoformat(), "--seed", str(wish.seed)),
        *("--anchor", f"{audit.trail_sequence}:{audit.trail_digest}"),
        *(("--earlier", "earlier.json") if (folder / "earlier.json").exists() else ()),
    ]
    told = {"number": audit.number, "name": visit.organisation.name, "command": " ".join(typed)}
    return README.format(**told)


def _zipped(folder: Path, name: str, readme: str) -> Iterator[bytes]:
    """The case, what an earlier audit read, and how to run it; a piece at a time."""
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{name}/README.txt", readme)
        some = [*sorted((folder / "case").rglob("*")), folder / "earlier.json"]
        for path in (one for one in some if one.is_file()):
            inside = zipfile.ZipInfo(f"{name}/{path.relative_to(folder).as_posix()}")
            inside.compress_type = zipfile.ZIP_DEFLATED
            with path.open("rb") as source, archive.open(inside, "w", force_zip64=True) as target:
                while piece := source.read(1 << 20):
                    target.write(piece)
                    yield pipe.taken()
            yield pipe.taken()
    yield pipe.taken()
