"""What was said and done, on what does each record bear, and how is one typed in or corrected?"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest
from ninja import Query as Asked
from ninja import Router
from ninja.params.functions import Query
from pydantic import BaseModel

from northing.foundations.people.access import Action
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.operations.corrections import Correction, shown
from northing.interfaces.api.parts import (
    NO_NUL,
    NOT_BLANK,
    exact,
)
from northing.interfaces.api.seen import newest_audit
from northing.interfaces.worker.lines import lines_around
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.audits.models import StoredLink
from northing.stages.diagnose.linking import store as linking
from northing.stages.records.ledger import store
from northing.stages.records.ledger.facts import Channel, Side
from northing.stages.records.ledger.models import StoredRecord
from northing.stages.records.ledger.rules.paging import Cursor, Order, cursor_of
from northing.stages.records.ledger.store import Wanted

router = Router(tags=["records"])
HERE = "/organisations/{uuid:organisation}"
A_CURSOR = r"^[0-9.\-]{0,40}~[0-9]{1,18}$"


class Record(BaseModel):
    """One thing that was said or done, as its file says it. `name` is what reports call it."""

    name: str
    file: UUID | None
    typed: UUID | None
    sheet: str
    line: int | None
    channel: str
    text: str
    amount: str | None
    currency: str
    side: str
    period: str
    effective_on: date | None
    received_on: date | None
    unit: str
    heading: str
    stance: str
    given: list[Any]
    audience: str
    level: str


class Records(BaseModel):
    """Some records in order; `next` is the `after` of the following page."""

    records: list[Record]
    next: str | None


class Link(BaseModel):
    """Which commitment an audit tied the record to, and who or what did. Not linked: plausible."""

    commitment: str
    origin: str
    is_linked: bool
    share: float
    stance: str
    match_score: float | None
    words: str


class Line(BaseModel):
    """One line of a file, as the file has it."""

    number: int
    text: str
    is_it: bool


class Place(BaseModel):
    """Where a record stands, and the lines around it. A file without lines of its own (a workbook,
    a document) has none here: its sheet and line are those of the record."""

    record: Record
    path: str
    sha256: str
    lines: list[Line]


class Bearing(BaseModel):
    """A record with the links of the newest audit the token opens, and what people said of it."""

    record: Record
    audit: UUID | None
    links: list[Link]
    corrections: list[Correction]


class Filters(BaseModel):
    """Which records are asked for; what is left out does not narrow them."""

    q: str = Query("", max_length=200, pattern=NO_NUL, description="Words, or their beginnings.")
    channel: Channel | None = None
    commitment: str = Query(
        "", max_length=80, pattern=NO_NUL, description="A commitment's key, or `none`."
    )
    first: date | None = None
    last: date | None = None
    unit: str = Query("", max_length=200, pattern=NO_NUL)
    side: Side | None = None
    file: UUID | None = None
    is_typed: bool = False
    order: Order = Order.NEWEST
    after: str | None = Query(None, pattern=A_CURSOR, description="The `next` of a page.")
    size: int = Query(50, ge=1, le=500)


@router.get(HERE + "/records", response={200: Records, **ERRORS}, auth=sees(Action.RECORDS))
def records(request: HttpRequest, organisation: UUID, asked: Asked[Filters]) -> Records:
    """A page of them; however deep it lies, it costs the same."""
    call = call_of(request, organisation)
    rows = store.wanted(call.organisation, _wanted(call, asked)).select_related("source", "typed")
    page = store.page(rows, asked.order, _cursor(asked), size=asked.size)
    after = page.after.written() if page.rows and page.has_after else None
    return Records(records=[record_of(one) for one in page.rows], next=after)


@router.get(HERE + "/records/record", response={200: Bearing, **ERRORS}, auth=sees(Action.RECORDS))
def record(
    request: HttpRequest,
    organisation: UUID,
    name: str = Query(
        ..., max_length=400, pattern=NOT_BLANK, description="For example `budget.csv:14`."
    ),
) -> Bearing:
    """One record, what the newest audit tied it to, and what people said of that."""
    call = call_of(request, organisation)
    one = _row(call, name)
    audit = newest_audit(call)
    links = audits.links_of_record(audit, one.name) if audit else []
    said = linking.corrections_of(call.organisation, one.name)
    return Bearing(
        record=record_of(one),
        audit=audit.id if audit else None,
        links=[_link(each) for each in links],
        corrections=[shown(each) for each in said],
    )


@router.get(
    HERE + "/records/record/line", response={200: Place, **ERRORS}, auth=sees(Action.RECORDS)
)
def line(
    request: HttpRequest,
    organisation: UUID,
    name: str = Query(..., max_length=400, pattern=NOT_BLANK, description="As of `record`."),
) -> Place:
    """The very line of the file that the record is, between its neighbours."""
    one = _row(call_of(request, organisation), name)
    return Place(
        record=record_of(one),
        path=one.source.path if one.source else one.name.rpartition(":")[0],
        sha256=one.source.sha256 if one.source else "",
        lines=[Line(number=at.number, text=at.text, is_it=at.is_it) for at in lines_around(one)],
    )


def record_of(row: StoredRecord) -> Record:
    own = ("file", "typed", "amount")
    plain = {name: getattr(row, name) for name in Record.model_fields if name not in own}
    return Record(**plain, file=row.source_id, typed=row.typed_id, amount=exact(row.amount))


def _row(call: Call, name: str) -> StoredRecord:
    found = store.record(call.organisation, name)
    if found is None:
        raise errors.nowhere()
    return found


def _wanted(call: Call, asked: Filters) -> Wanted:
    return Wanted(
        text=asked.q,
        channel=str(asked.channel or ""),
        first_on=asked.first,
        last_on=asked.last,
        unit=asked.unit,
        side=str(asked.side or ""),
        source=asked.file,
        is_typed=asked.is_typed,
        only=_only(call, asked.commitment),
    )


def _only(call: Call, key: str) -> Q | None:
    return audits.tied_to(call.organisation, newest_audit(call), key) if key else None


def _cursor(asked: Filters) -> Cursor | None:
    if asked.after is None:
        return None
    found = cursor_of(asked.after, asked.order, is_back=False)
    if found is None:
        raise errors.wrong("after", "This is no place in this order.", "Send `next` as it came.")
    return found


def _link(row: StoredLink) -> Link:
    return Link(**{name: getattr(row, name) for name in Link.model_fields})
