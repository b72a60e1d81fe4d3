"""How does a machine read what pay rewards?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from northing.stages.diagnose.incentives.facts import PaidMeasure, Reward

Redact = Callable[[str], str]


def incentives(rewards: Sequence[Reward], redact: Redact) -> list[dict[str, Any]]:
    """One object for each scheme; estimates and decimals are left to whoever writes them."""
    return [_reward(one, redact) for one in rewards]


def _reward(one: Reward, redact: Redact) -> dict[str, Any]:
    return {
        "period": one.scheme.period,
        "level": one.scheme.level and redact(one.scheme.level),
        "unit": one.scheme.unit and redact(one.scheme.unit),
        "congruence": one.congruence,
        "distortion": one.distortion,
        "weight_against": one.weight_against,
        "residual": one.residual,
        "at_stake": one.at_stake,
        "unserved": list(one.unserved),
        "measures": [_measure(measure, redact) for measure in one.scheme.measures],
        "balanced": one.balanced
        if one.balanced is None
        else [
            {"record": change.record_id, "before": change.before, "after": change.after}
            for change in one.balanced
        ],
    }


def _measure(one: PaidMeasure, redact: Redact) -> dict[str, Any]:
    return {
        "record": one.record_id,
        "text": redact(one.text),
        "weight": one.weight,
        "bearing": dict(one.bearing),
        "is_verified": not one.readings,
        "stake": one.stake,
    }
