"""How was one figure made, and from which records?"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from northing.foundations.people.access import Action, Wish
from northing.interfaces.web.numbered import number_in
from northing.interfaces.web.views.audits.opening import content_of, opened
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.audits.rules import story
from northing.stages.diagnose.audits.rules.cells import cell_of
from northing.stages.diagnose.audits.store import Linked
from northing.stages.records.ledger import store as ledger
from northing.stages.records.ledger.facts import SPOKEN

A_PAGE = 30


@require_safe
@within(Action.ISSUED)
@opened
def cell(
    request: HttpRequest, visit: Visit, audit: StoredAudit, promise: str, channel: str
) -> HttpResponse:
    """The estimate with its company, then the records behind it, page by page."""
    content = content_of(audit)
    one = story.promises_in(content).get(promise)
    found = cell_of(content, promise, channel)
    if one is None or (found is None and channel not in SPOKEN):
        raise Http404
    kind = channel.partition(" in ")[0]
    wanted = Linked.PLAUSIBLE if request.GET.get("links") == Linked.PLAUSIBLE else Linked.LINKED
    may_read = visit.may(Action.RECORDS, Wish.SEE)
    links = store.links_of_cell(
        audit, promise, kind, wanted, after=number_in(request.GET, "after") or 0
    )
    some = list(links[: A_PAGE + 1]) if may_read else []
    records = ledger.records_named(visit.organisation, [link.record for link in some[:A_PAGE]])
    context = {
        "audit": audit,
        "promise": one,
        "channel": channel,
        "cell": found,
        "said": story.said_of(content, promise),
        "units": story.by_unit(content, promise, channel),
        "periods": story.over_time(content, promise, channel),
        "tests": story.test_of(content, promise, channel),
        "checked": story.checked_of(content, promise, kind),
        "rows": [(link, records.get(link.record)) for link in some[:A_PAGE]],
        "older": some[A_PAGE - 1].id if len(some) > A_PAGE else None,
        "counts": store.link_counts(audit, promise, kind),
        "wanted": wanted,
        "may_read": may_read,
    }
    return show(request, visit, "web/audits/cell.html", context)
