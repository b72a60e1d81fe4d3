"""Which tables does decide have? Gathers those of its rooms."""

from __future__ import annotations

from northing.stages.decide.purpose_test.models import (
    FilterSigner,
    FilterVersion,
    PastDecision,
    StoredAnswer,
    StoredAppeal,
    StoredCondition,
    StoredDecision,
    StoredDelegate,
    StoredFilter,
    StoredSignature,
    StoredSigner,
)
from northing.stages.decide.trade_offs.models import StoredTradeOff

__all__ = [
    "FilterSigner",
    "FilterVersion",
    "PastDecision",
    "StoredAnswer",
    "StoredAppeal",
    "StoredCondition",
    "StoredDecision",
    "StoredDelegate",
    "StoredFilter",
    "StoredSignature",
    "StoredSigner",
    "StoredTradeOff",
]
