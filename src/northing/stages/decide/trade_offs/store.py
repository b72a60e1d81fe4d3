"""What did decisions cost and give, as the ledger of trade-offs reads it?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from northing.foundations.people.models import Organisation
from northing.stages.decide.purpose_test.facts import Result, State
from northing.stages.decide.purpose_test.models import StoredDecision
from northing.stages.decide.trade_offs.facts import Trade
from northing.stages.decide.trade_offs.models import StoredTradeOff


def trade_offs(organisation: Organisation) -> QuerySet[StoredTradeOff]:
    """All that were told, of the newest decision first."""
    rows = StoredTradeOff.objects.filter(organisation=organisation)
    return rows.select_related("decision", "made_by__person").order_by("-decision__number", "id")


def trade_off_of(decision: StoredDecision) -> StoredTradeOff | None:
    rows = StoredTradeOff.objects.filter(decision=decision).select_related("decision")
    return rows.first()


def trade_of(row: StoredTradeOff) -> Trade:
    """The trade as the rules read it, under the number of its decision."""
    return Trade(
        id=str(row.decision.number),
        cost=row.cost,
        gain={key: float(points) for key, points in row.gave.items()},
        taken=row.is_taken,
        pays=tuple(row.pays),
        told=row.is_told,
        refused=row.is_refused,
        opportunity=row.opportunity,
    )


def in_one_currency(rows: Iterable[StoredTradeOff]) -> dict[str, list[StoredTradeOff]]:
    """By currency: a price in one tells nothing of a price in another."""
    found: dict[str, list[StoredTradeOff]] = {}
    for one in rows:
        found.setdefault(one.currency, []).append(one)
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])))


def untold(organisation: Organisation, *, on: date) -> QuerySet[StoredDecision]:
    """Decisions taken by then against something, of which nobody wrote down what it cost."""
    rows = StoredDecision.objects.filter(
        organisation=organisation, state=State.ACCEPTED.value, decided_on__lte=on, trade_offs=None
    )
    return rows.filter(result__in=(Result.CONDITIONS.value, Result.FAIL.value)).order_by("-number")
