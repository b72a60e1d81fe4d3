"""Which audit does an address name, and is what it found still what was written?"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from northing.interfaces.web.visit import Visit, show
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.publication import actions as publication

Rest = ParamSpec("Rest")
Reading = Callable[Concatenate[HttpRequest, Visit, StoredAudit, Rest], HttpResponseBase]
CONFLICT = 409


def opened(view: Reading[Rest]) -> Callable[..., HttpResponseBase]:
    """The view gets the audit; for whom it is closed there is none. Altered files are said so.

    What the rule of publication says is due is issued first: nobody finds it closed by oversight.
    """

    @wraps(view)
    def guarded(
        request: HttpRequest, visit: Visit, audit: UUID, *passed: Rest.args, **rest: Rest.kwargs
    ) -> HttpResponseBase:
        publication.issue_due(visit.organisation, at=visit.at)
        one = store.audit_of(visit.organisation, audit, visit.member)
        one.organisation = visit.organisation
        try:
            return view(request, visit, one, *passed, **rest)
        except store.Altered as error:
            return altered(request, visit, one, error)

    return guarded


def altered(
    request: HttpRequest, visit: Visit, audit: StoredAudit, error: store.Altered
) -> HttpResponse:
    """A file is not what was written: that is said plainly, and nothing of it is shown."""
    context: dict[str, Any] = {"audit": audit, "name": error.name}
    return show(request, visit, "web/audits/altered.html", context, CONFLICT)


def content_of(audit: StoredAudit) -> dict[str, Any]:
    """What it found; there is no such page of one that is not done."""
    found = store.content(audit)
    if not found:
        raise Http404
    return found
