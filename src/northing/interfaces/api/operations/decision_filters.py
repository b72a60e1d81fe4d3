"""When is a purpose test due, and what would a filter have done to past decisions?"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import BaseModel, Field

from northing.foundations.people.access import Action
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.parts import (
    IdempotencyKey,
    Revision,
    Seen,
    Sent,
    Sum,
    Text80,
    Text120,
    Text200,
    exact,
    ticket_of,
)
from northing.interfaces.reports.plain_json import as_json
from northing.stages.decide.purpose_test.actions import filtering
from northing.stages.decide.purpose_test.actions.filtering import Rules
from northing.stages.decide.purpose_test.models import StoredFilter
from northing.stages.decide.purpose_test.store import filters as store
from northing.stages.decide.purpose_test.store import rows, testing

router = Router(tags=["filters of the purpose test"])
HERE = "/organisations/{uuid:organisation}/filters"
ONE = HERE + "/{uuid:filter}"
Kinds = Annotated[tuple[Text80, ...], Field(max_length=50)]
Names = Annotated[tuple[Text200, ...], Field(max_length=50)]


class Filter(BaseModel):
    """When a test is due, and who signs. An empty list holds for everything."""

    id: UUID
    name: str
    kinds: list[str]
    least: str | None
    regions: list[str]
    units: list[str]
    questions: list[str]
    signers: list[UUID]
    quorum: int
    agreement: float
    days: int
    asks_forecast: bool
    is_on: bool
    until: date | None
    version: int
    revision: int


class Backtest(BaseModel):
    """What it would have done so far, by the numbers of decisions (ids of those untested).

    Each share is an estimate with its interval, or says why it is unknown.
    """

    due: list[str]
    blocked: list[str]
    false_blocks: list[str]
    misses: list[str]
    not_told: list[str]
    false_block_share: dict[str, Any]
    miss_share: dict[str, Any]
    delay_days: dict[str, Any]


class FilterWording(BaseModel):
    """How a filter read from some time on."""

    number: int
    content: dict[str, Any]
    made_at: datetime
    by: UUID | None


class FilterWritten(Sent):
    """A filter: what it is about, who signs, and by which rules."""

    name: Text120
    kinds: Kinds = ()
    least: Sum | None = None
    regions: Names = ()
    units: Names = ()
    questions: Names = ()
    signers: Annotated[tuple[UUID, ...], Field(max_length=50)] = ()
    quorum: Annotated[int, Field(ge=1, le=50)] = 1
    agreement: Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)] = 1.0
    days: Annotated[int, Field(ge=1, le=366)] = 14
    asks_forecast: bool = False
    until: date | None = None


class FilterRewritten(FilterWritten):
    """The same, by somebody who looked at this revision."""

    revision: Revision


class Renewed(Seen):
    """The last day on which it holds."""

    until: date


class Switched(Seen):
    """On or off, by somebody who looked at this revision."""

    is_on: bool


@router.get(HERE, response={200: list[Filter], **ERRORS}, auth=sees(Action.FILTERS))
def filters(request: HttpRequest, organisation: UUID) -> list[Filter]:
    """All of them by name, on or off."""
    call = call_of(request, organisation)
    return [_shown(one) for one in store.filters(call.organisation)]


@router.post(HERE, response={201: Filter, **ERRORS}, auth=changes(Action.FILTERS))
def write_filter(
    request: HttpRequest, organisation: UUID, sent: FilterWritten, idempotency_key: IdempotencyKey
) -> Status[Filter]:
    """A new filter; it is off until somebody switches it on."""
    call = call_of(request, organisation)
    ticket = ticket_of(request, call, idempotency_key)
    made = filtering.save_filter(_rules(call, sent), by=call.member, at=call.at, ticket=ticket)
    return Status(201, _shown(_row(call, made.id)))


@router.put(ONE, response={200: Filter, **ERRORS}, auth=changes(Action.FILTERS))
def reword_filter(
    request: HttpRequest, organisation: UUID, filter: UUID, sent: FilterRewritten  # noqa: A002 - its name in the address
) -> Filter:  # fmt: skip
    """It asks otherwise from now on, and stays on or off as it is; how it read before is kept."""
    call = call_of(request, organisation)
    row, rules = _row(call, filter), _rules(call, sent)
    filtering.save_filter(rules, by=call.member, at=call.at, row=row, seen=sent.revision)
    return _shown(_row(call, filter))


@router.get(ONE + "/backtest", response={200: Backtest, **ERRORS}, auth=sees(Action.FILTERS))
def backtest(request: HttpRequest, organisation: UUID, filter: UUID) -> Backtest:  # noqa: A002 - its name in the address
    """Tried on every decision that was taken: which it would have stopped, rightly or not."""
    call = call_of(request, organisation)
    found = testing.tried(_row(call, filter), on=call.at.date())
    return Backtest.model_validate(json.loads(as_json(found)))


@router.get(
    ONE + "/versions", response={200: list[FilterWording], **ERRORS}, auth=sees(Action.FILTERS)
)
def filter_versions(
    request: HttpRequest, organisation: UUID, filter: UUID  # noqa: A002 - its name in the address
) -> list[FilterWording]:  # fmt: skip
    """Every wording it ever had, the newest first."""
    row = _row(call_of(request, organisation), filter)
    names = ("number", "content", "made_at")
    return [
        FilterWording(**{name: getattr(one, name) for name in names}, by=one.made_by_id)
        for one in store.versions(row)
    ]


@router.put(ONE + "/switch", response={200: Filter, **ERRORS}, auth=changes(Action.FILTERS))
def switch_filter(
    request: HttpRequest, organisation: UUID, filter: UUID, sent: Switched  # noqa: A002 - its name in the address
) -> Filter:  # fmt: skip
    """It makes tests due from now on, or no more. What it would have done goes into the trail."""
    call = call_of(request, organisation)
    switch = filtering.switch_on if sent.is_on else filtering.switch_off
    made = switch(_row(call, filter), by=call.member, at=call.at, seen=sent.revision)
    return _shown(_row(call, made.id))


@router.put(ONE + "/renewal", response={200: Filter, **ERRORS}, auth=changes(Action.FILTERS))
def renew_filter(
    request: HttpRequest, organisation: UUID, filter: UUID, sent: Renewed  # noqa: A002 - its name in the address
) -> Filter:  # fmt: skip
    """It holds until another day, later or sooner; what nobody renews ends."""
    call = call_of(request, organisation)
    row = _row(call, filter)
    filtering.renew_filter(row, sent.until, by=call.member, at=call.at, seen=sent.revision)
    return _shown(_row(call, filter))


def _rules(call: Call, sent: FilterWritten) -> Rules:
    there = {one.id: one for one in rows.may_sign(call.organisation, on=call.at.date())}
    if not set(sent.signers) <= set(there):
        raise errors.wrong("signers", "Nobody who may sign has one of these ids.")
    return Rules(
        **sent.model_dump(exclude={"signers", "revision"}),
        signers=[there[one] for one in sent.signers],
    )


def _row(call: Call, wanted: UUID) -> StoredFilter:
    found = store.filter_of(call.organisation, wanted)
    if found is None:
        raise errors.nowhere()
    return found


def _shown(row: StoredFilter) -> Filter:
    names = set(Filter.model_fields) - {"least", "signers"}
    return Filter(
        **{name: getattr(row, name) for name in names},
        least=exact(row.least),
        signers=[one.member_id for one in row.signers.all()],
    )
