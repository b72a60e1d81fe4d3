"""How does a machine read what people checked? The schema is in `docs/reference/audit-json.md`."""

from __future__ import annotations

from typing import Any

from northing.stages.diagnose.verification.facts import (
    AccountChecked,
    CellChecked,
    SampleUsed,
    Verification,
)


def verification(found: Verification) -> dict[str, Any]:
    """Samples with how people agreed, what they found by channel and by commitment."""
    judged = [one for one in found.judged if one.answer is not None]
    return {
        "labels": len(judged),
        "records": len(found.records()),
        "unclear": len(found.judged) - len(judged),
        "samples": [_sample(one) for one in found.samples],
        "error_moved": None
        if found.moved is None
        else {
            "moved": found.moved.has_moved,
            "p_value": found.moved.p_value,
            "reason": found.moved.reason,
        },
        "channels": [_account(one) for one in found.accounts],
        "cells": [_cell(one) for one in found.cells],
    }


def _sample(one: SampleUsed) -> dict[str, Any]:
    return {
        "id": one.id,
        "on": one.on.isoformat(),
        "seed": one.seed,
        "population_sha256": one.population_sha256,
        "asked": one.asked,
        "answered": one.answered,
        "coders": list(one.coders),
        "alpha": one.alpha,
        "rule": one.rule,
        "disputed": list(one.disputed),
        "vanished": list(one.vanished),
        "reworded": one.reworded,
        "changed_since": one.is_changed,
        "pooled": one.is_used,
    }


def _account(one: AccountChecked) -> dict[str, Any]:
    return {
        "channel": one.account,
        "unit": one.measure,
        "checked": one.checked,
        "links_right": one.right,
        "overlooked": one.overlooked,
        "overstated": one.overstated,
    }


def _cell(one: CellChecked) -> dict[str, Any]:
    return {
        "commitment": one.commitment,
        "channel": one.account,
        "checked": one.checked,
        "advances": one.advances,
        "contradicts": one.contradicts,
        "neither": one.neither,
        "unclear": one.unclear,
        "advancing": one.advancing,
        "contradicting": one.contradicting,
        "overlooked_pooled": one.is_pooled,
    }
