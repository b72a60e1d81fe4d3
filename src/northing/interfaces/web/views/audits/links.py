"""How does somebody take along all links of an audit: which record was tied to which promise?"""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from northing.foundations.documents.rows_out import Form
from northing.foundations.people.access import Action
from northing.interfaces.web.views import along
from northing.interfaces.web.views.audits.opening import opened
from northing.interfaces.web.views.listed import records as listed
from northing.interfaces.web.visit import Visit, within
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.audits.models import StoredAudit


@require_safe
@within(Action.RECORDS)
@opened
def links(request: HttpRequest, visit: Visit, audit: StoredAudit) -> HttpResponseBase:
    """For whom records are open; as CSV, where no other form is asked for."""
    listing = listed.links(store.all_links(audit), audit.number)
    return along.taken(request, visit, lambda: listing) or along.sent(
        request, visit, listing, Form.CSV
    )
