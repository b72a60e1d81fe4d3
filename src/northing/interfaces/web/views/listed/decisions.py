"""What stands in each column where somebody takes along decisions and what they cost?"""

from __future__ import annotations

from collections.abc import Iterable

from northing.foundations.documents.csv_table import Cell
from northing.foundations.documents.rows_out import Listing
from northing.stages.decide.models import (
    PastDecision,
    StoredDecision,
    StoredFilter,
    StoredTradeOff,
)

DECISIONS = (
    "decision", "question", "proposed", "kind", "amount", "currency", "unit", "state", "result",
    "overridden", "due on", "decided on", "review on", "reviewed on", "forecast", "happened",
)  # fmt: skip
TRADE_OFFS = (
    "decision", "question", "promise chosen", "cost", "currency", "gave", "who pays", "told",
    "turned down", "worth",
)  # fmt: skip


MORE = ("options", "affected", "evidence", "success", "learned", "region", "drafted on", "round")
ABOUT = ("commitment", "advances", "compromises", "reason", "condition", "records")
PAST = (
    "question", "decided", "kind", "amount", "currency", "unit", "region", "drafted on",
    "decided on", "turned out well", "logged", "in minutes",
)  # fmt: skip
FILTERS = (
    "filter", "kinds", "from amount", "regions", "units", "questions", "signers", "quorum",
    "share that agrees", "days", "asks a forecast", "on", "until", "version",
)  # fmt: skip


def decision(row: StoredDecision) -> Listing:
    """One, whole: a line for each commitment that its test speaks of, or one without any."""
    return Listing(f"decision-{row.number}", DECISIONS + MORE + ABOUT, _whole(row))


def past(rows: Iterable[PastDecision]) -> Listing:
    return Listing("past-decisions", PAST, (_past(one) for one in rows))


def filters(rows: Iterable[StoredFilter]) -> Listing:
    """People are counted, not named."""
    return Listing("filters", FILTERS, (_filter(one) for one in rows))


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


def _whole(row: StoredDecision) -> Iterable[tuple[Cell, ...]]:
    more = (
        "\n".join(row.options), "\n".join(row.affected), row.evidence, row.success, row.learned,
        row.region, row.drafted_on, row.rounds,
    )  # fmt: skip
    about: list[tuple[Cell, ...]] = [
        (one.commitment, one.advances, one.compromises, one.reason, one.condition,
         "\n".join(one.records))
        for one in row.answers.all()
    ]  # fmt: skip
    for each in about or [(None,) * len(ABOUT)]:
        yield *_decision(row), *more, *each


def _past(one: PastDecision) -> tuple[Cell, ...]:
    return (
        one.question,
        one.proposed,
        one.kind,
        one.amount,
        one.currency,
        one.unit,
        one.region,
        one.drafted_on,
        one.decided_on,
        one.happened,
        one.is_logged,
        one.is_in_minutes,
    )


def _filter(one: StoredFilter) -> tuple[Cell, ...]:
    return (
        one.name,
        "; ".join(one.kinds),
        one.least,
        "; ".join(one.regions),
        "; ".join(one.units),
        "\n".join(one.questions),
        len(one.signers.all()),
        one.quorum,
        one.agreement,
        one.days,
        one.asks_forecast,
        one.is_on,
        one.until,
        one.version,
    )
