"""How does a file leave again: as it was handed in, or as the list of what was refused of it?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from northing.foundations.documents.csv_table import to_csv
from northing.foundations.people.access import Action
from northing.interfaces.web.views.records.knowing import import_or_404
from northing.interfaces.web.visit import Visit, within
from northing.interfaces.worker.taking import shelf

REFUSED = ("sheet", "line", "column", "value", "reason", "remedy")


@require_safe
@within(Action.RECORDS)
def original(_request: HttpRequest, visit: Visit, handed_in: UUID) -> StreamingHttpResponse:
    """The very bytes, to be kept and never opened as a page of ours."""
    one = import_or_404(visit, handed_in)
    place = shelf().place(visit.organisation.id, one.id)
    if not place.is_file():
        raise Http404
    response = StreamingHttpResponse(_pieces(place), content_type="application/octet-stream")
    response["Content-Length"] = str(one.bytes)
    response["Content-Disposition"] = content_disposition_header(True, one.name) or ""  # noqa: FBT003
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
@within(Action.RECORDS)
def refused(_request: HttpRequest, visit: Visit, handed_in: UUID) -> HttpResponse:
    one = import_or_404(visit, handed_in)
    rows = [[row[name] for name in REFUSED] for row in one.account.get("refusals", ())]
    text = to_csv([str(_(name)) for name in REFUSED], rows)
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="refused.csv"'
    return response


def _pieces(place: Path) -> Iterator[bytes]:
    with place.open("rb") as file:
        while piece := file.read(1 << 16):
            yield piece
