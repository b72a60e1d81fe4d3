"""Which shares stand once people have checked a sample, and do they still add up to the whole?"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from northing.foundations.methods.estimate import Estimate
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.say_do.rules.sharing import Shares

REST = "what the other shares leave"
SCALED = "scaled so that all shares add up to 1"


def with_verified(
    done: Shares, verified: Mapping[str, Estimate], *, against: float, missing: float
) -> Shares:
    """The shares of `done` with those people verified in their place; *none* takes what is left.

    `verified` are parts of all that was counted; `against` and `missing` are what contradicts and
    what is known to be missing, both as parts of what the shares are taken of.
    """
    mine = {name: one for name, one in verified.items() if name in done.order and name != NONE}
    if not mine or NONE not in done.order:
        return done
    company = {name: _company(one, 1 + against, missing) for name, one in mine.items()}
    values = [
        company[name].value if name in company else value
        for name, value in zip(done.order, done.values, strict=True)
    ]
    rest = done.order.index(NONE)
    values[rest] = 0.0
    served = math.fsum(values)
    if served > 1:
        values = [value / served for value in values]
        company = {name: _scaled(one, one.value / served) for name, one in company.items()}
    values[rest] = max(0.0, 1 - math.fsum(values))
    low = [_end(company, name, end, is_low=True) for name, end in _ends(done, done.low)]
    high = [_end(company, name, end, is_low=False) for name, end in _ends(done, done.high)]
    low[rest] = max(0.0, 1 - math.fsum(high[:rest] + high[rest + 1 :]))
    high[rest] = min(1.0, 1 - math.fsum(low[:rest] + low[rest + 1 :]) + missing / (1 + missing))
    return replace(
        done,
        values=tuple(values),
        low=tuple(map(min, low, values)),
        high=tuple(map(max, high, values)),
        verified={**company, NONE: _rest(values[rest], low[rest], high[rest], company)},
    )


def _ends(done: Shares, ends: tuple[float, ...]) -> list[tuple[str, float]]:
    return list(zip(done.order, ends, strict=True))


def _end(company: Mapping[str, Estimate], name: str, end: float, *, is_low: bool) -> float:
    one = company.get(name)
    found = None if one is None else (one.low if is_low else one.high)
    return end if found is None else found


def _company(one: Estimate, scale: float, missing: float) -> Estimate:
    """The estimate as a part of what the shares are taken of, widened by what is missing."""
    low, high = one.low or 0.0, 1.0 if one.high is None else one.high
    value = min(1.0, one.value * scale)
    widened = replace(
        one,
        value=value,
        low=min(value, low * scale / (1 + missing)),
        high=max(value, min(1.0, (high * scale + missing) / (1 + missing))),
    )
    return (
        replace(widened, method=f"{one.method}, widened by what is missing") if missing else widened
    )


def _scaled(one: Estimate, value: float) -> Estimate:
    low, high = one.low or 0.0, 1.0 if one.high is None else one.high
    method = f"{one.method}, {SCALED}"
    return replace(one, value=value, low=min(low, value), high=max(high, value), method=method)


def _rest(value: float, low: float, high: float, company: Mapping[str, Estimate]) -> Estimate:
    n = max(one.n for one in company.values())
    return Estimate(value, min(low, value), max(high, value), None, n, REST)
