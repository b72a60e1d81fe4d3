"""Which tables does decide have? Gathers those of its rooms."""

from __future__ import annotations

from northing.stages.decide.budget.models import StoredBudget
from northing.stages.decide.priorities.models import OwnWeights, StoredPriorities
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
from northing.stages.decide.ways_in.models import WayIn

__all__ = [
    "FilterSigner",
    "FilterVersion",
    "OwnWeights",
    "PastDecision",
    "StoredAnswer",
    "StoredAppeal",
    "StoredBudget",
    "StoredCondition",
    "StoredDecision",
    "StoredDelegate",
    "StoredFilter",
    "StoredPriorities",
    "StoredSignature",
    "StoredSigner",
    "StoredTradeOff",
    "WayIn",
]
