"""How is it put down what a decision costs, what it gives, who pays, and whether they know?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from northing.foundations.people import refusals as people
from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Member
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Detail, Event
from northing.stages.decide.purpose_test.models import StoredDecision
from northing.stages.decide.trade_offs import store
from northing.stages.decide.trade_offs.models import StoredTradeOff


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What people say of a trade-off; the words are those of `StoredTradeOff`."""

    cost: Decimal
    currency: str = ""
    gave: Mapping[str, float] = field(default_factory=dict)
    words: str = ""
    pays: tuple[str, ...] = ()
    is_taken: bool = True
    is_refused: bool = False
    opportunity: Decimal | None = None
    is_told: bool | None = None
    told_on: date | None = None
    told_how: str = ""


def tell_trade_off(
    decision: StoredDecision, told: Told, *, by: Member, at: datetime, seen: int = 0
) -> StoredTradeOff:
    """Say what a decision gives up, or say it anew. `seen` is the revision looked at, 0 for none.

    Beside the decision, not in it: what was accepted stays as it was.
    """
    is_own = by.organisation_id == decision.organisation_id
    if not is_own or not allows(Role(by.role), Action.DECIDE, Wish.CHANGE):
        raise NotAllowed
    with transaction.atomic():
        StoredDecision.objects.select_for_update().get(id=decision.id)
        before = store.trade_off_of(decision)
        if (before.revision if before else 0) != seen:
            raise Refused(people.CHANGED_MEANWHILE)
        row = before or StoredTradeOff(
            organisation_id=decision.organisation_id, decision=decision, made_by=by, made_at=at
        )
        for name, value in _columns(told).items():
            setattr(row, name, value)
        row.revision = seen + 1
        row.save()
        details: dict[str, Detail] = {"number": decision.number, "told": told.is_told}
        append(Event(decision.organisation_id, "trade-off told", at, by.person_id, decision.id,
                     details=details))  # fmt: skip
    return row


def _columns(told: Told) -> dict[str, Any]:
    return {
        "cost": told.cost,
        "currency": told.currency,
        "gave": dict(told.gave),
        "words": told.words,
        "pays": list(told.pays),
        "is_taken": told.is_taken,
        "is_refused": told.is_refused,
        "opportunity": told.opportunity,
        "is_told": told.is_told,
        "told_on": told.told_on,
        "told_how": told.told_how,
    }
