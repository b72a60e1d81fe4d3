"""What stands in each column where somebody takes along decisions and what they cost?"""

from __future__ import annotations

from collections.abc import Iterable

from northing.foundations.documents.csv_table import Cell
from northing.foundations.documents.rows_out import Listing
from northing.stages.decide.models import StoredDecision, StoredTradeOff

DECISIONS = (
    "decision", "question", "proposed", "kind", "amount", "currency", "unit", "state", "result",
    "overridden", "due on", "decided on", "review on", "reviewed on", "forecast", "happened",
)  # fmt: skip
TRADE_OFFS = (
    "decision", "question", "promise chosen", "cost", "currency", "gave", "who pays", "told",
    "turned down", "worth",
)  # fmt: skip


def decisions(rows: Iterable[StoredDecision]) -> Listing:
    return Listing("decisions", DECISIONS, (_decision(one) for one in rows))


def trade_offs(rows: Iterable[StoredTradeOff]) -> Listing:
    return Listing("trade-offs", TRADE_OFFS, (_trade_off(one) for one in rows))


def _decision(one: StoredDecision) -> tuple[Cell, ...]:
    return (
        one.number,
        one.question,
        one.proposed,
        one.kind,
        one.amount,
        one.currency,
        one.unit,
        one.state,
        one.result,
        one.is_overridden,
        one.due_on,
        one.decided_on,
        one.review_on,
        one.reviewed_on,
        one.forecast,
        one.happened,
    )


def _trade_off(one: StoredTradeOff) -> tuple[Cell, ...]:
    gave = "; ".join(f"{key}: {points:g}" for key, points in sorted(one.gave.items()))
    return (
        one.decision.number,
        one.decision.question,
        one.is_taken,
        one.cost,
        one.currency,
        gave,
        "; ".join(one.pays),
        one.is_told,
        one.is_refused,
        one.opportunity,
    )
