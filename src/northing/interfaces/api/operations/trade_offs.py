"""What did serving the mission cost and give, who paid, and how does a program say so?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import BaseModel, Field

from northing.foundations.people.access import Action
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.operations.decisions import ONE, decision_of
from northing.interfaces.api.parts import (
    Amount,
    Currency,
    Perhaps500,
    Perhaps2000,
    Revision,
    Sent,
    Sum,
    Text80,
    Text200,
    exact,
)
from northing.interfaces.reports.plain_json import as_json
from northing.stages.decide.models import StoredDecision
from northing.stages.decide.purpose_test.store.standing import promises
from northing.stages.decide.trade_offs import actions, store
from northing.stages.decide.trade_offs.facts import Ledger as Reckoned
from northing.stages.decide.trade_offs.models import StoredTradeOff
from northing.stages.decide.trade_offs.rules.pricing import ledger_of

router = Router(tags=["trade-offs"])
HERE = "/organisations/{uuid:organisation}/trade-offs"
MOST = 200
Points = Annotated[float, Field(ge=-1_000_000, le=1_000_000, allow_inf_nan=False)]


class TradeOff(BaseModel):
    """What one decision gave up, and for what. `told` is null where nobody knows."""

    decision: UUID
    number: int
    cost: str
    currency: str
    gave: dict[str, float] = Field(description="Points by the key of a commitment.")
    words: str
    pays: list[str]
    is_taken: bool
    is_refused: bool
    opportunity: str | None
    is_told: bool | None
    told_on: date | None
    told_how: str
    by: UUID | None
    revision: int


class Crossing(BaseModel):
    """Two decisions, by number, that no one price explains."""

    paid: int
    spared: int


class Price(BaseModel):
    """What a point of one commitment was worth: an estimate with its interval, or why none."""

    commitment: str
    value: dict[str, Any]
    choices: int
    contradictions: list[Crossing]


class Book(BaseModel):
    """What the choices in one currency say. `refusals` are decisions by number."""

    currency: str
    prices: list[Price]
    refused_value: str
    refusals: list[int]


class Payer(BaseModel):
    """How often a group pays."""

    group: str
    times: int


class Ledger(BaseModel):
    """All trade-offs told together. Each share is an estimate, or says why it is unknown; `untold`
    are decisions, by number, taken against something without a word on what that cost."""

    costly: dict[str, Any]
    told: dict[str, Any]
    pays: list[Payer]
    books: list[Book]
    untold: list[int]


class Telling(Sent):
    """What it cost beside the best choice for money alone, below 0 where it even pays, and what it
    gave. `is_taken` where the promise was chosen, `is_refused` where an opportunity was turned
    down for it; `revision` is 0 where nobody has told it yet."""

    revision: Revision
    cost: Amount
    currency: Currency = ""
    gave: dict[Text80, Points] = Field(default_factory=dict, max_length=200)
    words: Perhaps2000 = ""
    pays: Annotated[tuple[Text200, ...], Field(max_length=50)] = ()
    is_taken: bool = True
    is_refused: bool = False
    opportunity: Sum | None = None
    is_told: bool | None = None
    told_on: date | None = None
    told_how: Perhaps500 = ""


class Below(BaseModel):
    """Which trade-offs; what is left out does not narrow it."""

    before: Annotated[
        int | None, Field(ge=1, le=10**9, description="Of decisions below this number.")
    ] = None


@router.get(HERE, response={200: list[TradeOff], **ERRORS}, auth=sees(Action.DECISIONS))
def trade_offs(request: HttpRequest, organisation: UUID, asked: Query[Below]) -> list[TradeOff]:
    """That of the newest decision first, 200 at most; `before` shows older ones."""
    found = store.trade_offs(call_of(request, organisation).organisation)
    if asked.before:
        found = found.filter(decision__number__lt=asked.before)
    return [_shown(one) for one in found[:MOST]]


@router.get(HERE + "/ledger", response={200: Ledger, **ERRORS}, auth=sees(Action.DECISIONS))
def trade_off_ledger(request: HttpRequest, organisation: UUID) -> Ledger:
    """What a point of each commitment was worth, a currency at a time, who paid, and who knew."""
    call = call_of(request, organisation)
    rows = list(store.trade_offs(call.organisation))
    whole = _reckoned(rows)
    untold = store.untold(call.organisation, on=call.at.date())
    return Ledger(
        costly=plain_of(whole.costly),
        told=plain_of(whole.told),
        pays=[Payer(group=group, times=times) for group, times in whole.pays],
        books=[_book(*each) for each in store.in_one_currency(rows).items()],
        untold=list(untold.values_list("number", flat=True)[:MOST]),
    )


@router.put(ONE + "/trade-off", response={200: TradeOff, **ERRORS}, auth=changes(Action.DECIDE))
def tell_trade_off(
    request: HttpRequest, organisation: UUID, decision: UUID, sent: Telling
) -> TradeOff:
    """Say what a decision gives up, or say it anew; the decision itself stays as it was."""
    call = call_of(request, organisation)
    row = decision_of(call, decision)
    _check_known(call, row, sent)
    told = actions.Told(**sent.model_dump(exclude={"revision"}))
    actions.tell_trade_off(row, told, by=call.member, at=call.at, seen=sent.revision)
    return _shown(store.trade_offs(call.organisation).get(decision=row))


def _check_known(call: Call, row: StoredDecision, sent: Telling) -> None:
    """Points go to commitments that hold, or to such as had some before."""
    before = store.trade_off_of(row)
    known = {one.id for one in promises(call.organisation, on=call.at.date())}
    if not set(sent.gave) <= known | set(before.gave if before else ()):
        raise errors.wrong("gave", "No commitment that holds today has one of these keys.")


def _reckoned(rows: Sequence[StoredTradeOff]) -> Reckoned:
    return ledger_of([store.trade_of(one) for one in rows])


def _book(currency: str, rows: Sequence[StoredTradeOff]) -> Book:
    told = _reckoned(rows)
    return Book(
        currency=currency,
        prices=[
            Price(
                commitment=one.commitment,
                value=plain_of(one.value),
                choices=one.choices,
                contradictions=[
                    Crossing(paid=int(each.paid), spared=int(each.spared))
                    for each in one.contradictions
                ],
            )
            for one in told.prices
        ],
        refused_value=str(told.refused_value),
        refusals=[int(one) for one in told.refusals],
    )


def plain_of(content: Any) -> dict[str, Any]:
    """Figures with their intervals, as the reports write them."""
    found: dict[str, Any] = json.loads(as_json(content))
    return found


def _shown(row: StoredTradeOff) -> TradeOff:
    own = set(TradeOff.model_fields) - {"decision", "number", "cost", "opportunity", "by"}
    return TradeOff(
        **{name: getattr(row, name) for name in own},
        decision=row.decision_id,
        number=row.decision.number,
        cost=str(row.cost),
        opportunity=exact(row.opportunity),
        by=row.made_by_id,
    )
