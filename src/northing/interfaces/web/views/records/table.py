"""What was said and done, as far as somebody asks?"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from northing.foundations.documents.rows_out import Form
from northing.foundations.people.access import Action
from northing.interfaces.web.forms.records import FilterForm
from northing.interfaces.web.views import along
from northing.interfaces.web.views.listed import records as listed
from northing.interfaces.web.views.records.knowing import linked_to, promises
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.records.imports import store as imports
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger import store
from northing.stages.records.ledger.rules.paging import Order, Page, cursor_of
from northing.stages.records.ledger.store import Wanted

FOLDED = ("commitment", "first", "last", "unit", "side", "source", "order")
"""Conditions that stay out of the way until somebody asks for one."""
A_PAGE = 50
COUNTED = 1_000
MOST_FILES = 500


@require_safe
@within(Action.RECORDS)
def table(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """One page of them. How many there are is counted to a thousand, and no further, and not at
    all for words that many records hold: to look through a million takes longer than the page."""
    files = imports.imports(visit.organisation, most=MOST_FILES)
    form, what, order = _asked(request, visit, files)
    sought = store.sought(visit.organisation, what.text)
    rows = store.wanted(visit.organisation, what, sought)
    if file := along.taken(request, visit, lambda: listed.records(store.with_source(rows), order)):
        return file
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    cursor = cursor_of(before or after, order, is_back=bool(before))
    page = store.page(store.in_short(rows), order, cursor, size=A_PAGE)
    is_all = cursor is None and not page.has_after
    is_many = page.has_after and sought.is_widespread
    count = len(page.rows) if is_all or is_many else store.count_up_to(rows, COUNTED)
    context = {
        "form": form,
        "page": page,
        "count": min(count, COUNTED),
        "is_more": is_many or count > COUNTED,
        "is_narrowed": _sets(form, *(name for name in form.fields if name != "order")),
        "is_unfolded": bool(form.errors) or _sets(form, *FOLDED),
        "folded": [form[name] for name in FOLDED],
        "asked": _address(request),
        "order": order,
        "sorts": _sorts(request),
        "to": _neighbours(request, page),
        "waiting": sum(one.state == Import.State.READY for one in files),
    }
    return show(request, visit, "web/records/table.html", context, 422 if form.errors else 200)


@require_safe
@within(Action.RECORDS)
def table_file(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """All that is shown, over all pages; as CSV, where no other form is asked for."""
    files = imports.imports(visit.organisation, most=MOST_FILES)
    _form, what, order = _asked(request, visit, files)
    rows = store.with_source(store.wanted(visit.organisation, what))
    listing = listed.records(rows, order)
    return along.taken(request, visit, lambda: listing) or along.sent(
        request, visit, listing, Form.CSV
    )


def _asked(
    request: HttpRequest, visit: Visit, files: list[Import]
) -> tuple[FilterForm, Wanted, Order]:
    read = [one for one in files if one.is_read]
    form = FilterForm(request.GET, commitments=promises(visit), sources=read)
    if not form.is_valid():
        return form, Wanted(), Order.NEWEST
    found = form.cleaned_data
    what = Wanted(
        text=found["q"],
        channel=found["channel"],
        first_on=found["first"],
        last_on=found["last"],
        unit=found["unit"],
        side=found["side"],
        is_typed=found["source"] == "typed",
        source=UUID(found["source"]) if found["source"] not in ("", "typed") else None,
    )
    if found["commitment"]:
        what = replace(what, only=linked_to(visit, found["commitment"]))
    return form, what, form.in_order()


def _sets(form: FilterForm, *names: str) -> bool:
    """One of these conditions is asked for. Newest first is how records stand by themselves."""
    return any(form.cleaned_data.get(name, "") not in ("", None, Order.NEWEST) for name in names)


def _address(request: HttpRequest, **but: str) -> str:
    """What is asked for now, as the end of an address; a cursor belongs to one page alone."""
    asked = {name: value for name, value in request.GET.items() if value}
    kept = {name: value for name, value in asked.items() if name not in ("after", "before")}
    return urlencode(kept | but)


def _sorts(request: HttpRequest) -> dict[str, str]:
    """Where the heads of the columns lead: the other direction, where one is sorted by already."""
    order = request.GET.get("order", Order.NEWEST)
    day = Order.OLDEST if order == Order.NEWEST else Order.NEWEST
    amount = Order.SMALLEST if order == Order.LARGEST else Order.LARGEST
    return {"day": _address(request, order=day), "amount": _address(request, order=amount)}


def _neighbours(request: HttpRequest, page: Page) -> dict[str, str]:
    found = {}
    if page.rows and page.has_after:
        found["older"] = f"?{_address(request, after=page.after.written())}"
    if page.rows and page.has_before:
        found["newer"] = f"?{_address(request, before=page.before.written())}"
    return found
