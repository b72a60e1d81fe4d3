"""Which shares stand once people have checked a sample, and do they still add up to the whole?

Why taking records away never betters an end. Let `l` and `h` be the ends of what labels say of a
commitment; they speak of the whole `w` as the sample was drawn from it, and no later deletion moves
them inwards (see `verification.rules.cells`). Now `T` is what is counted, `A` what stands against a
promise, `M` what is known to be missing. Taking away a record of mass m = t + a lowers T by t and A
by a, and raises M by m. Then

* `low = l·w / (T + M)` can only fall: T + M grows by a;
* `high = (h·w + E) / (T + M − V)` can only rise. `E = T + A + M − w` came later or was missing
  even then and may be all or nothing, and `V`, missing since, may have stood against: E stays,
  T + M − V falls by t;
* where anything is missing since, or the machine may have read the rest otherwise beside what is
  missing elsewhere, A is taken at its least (0) in low and at its most in high;
* of shares nobody checked, which give way where all together pass the whole, the low end shrinks by
  the most that the others may be, which can only rise.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from northing.foundations.methods.estimate import Estimate
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.say_do.facts import DrawnFrom
from northing.stages.diagnose.say_do.rules.sharing import Shares

REST = "what the other shares leave"
SCALED = "scaled so that all shares add up to 1"
WIDENED = "widened by what is missing or came later"

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside the counted mass of a channel.

    `against` is the part of records that stands against a promise, `against_most` those records in
    whole; `since` tells what the labels speak of: `None` where that is all there is. `is_open`
    where a record may bear on other promises beside what is missing, and share itself with them.
    """

    against: Decimal = _ZERO
    against_most: Decimal = _ZERO
    missing: Decimal = _ZERO
    since: DrawnFrom | None = None
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class _Scale:
    """What leads from a share of the whole then to a share of what is counted now."""

    value: float
    low: float
    high: float
    more: float


def with_verified(done: Shares, verified: Mapping[str, Estimate], beside: Beside) -> Shares:
    """The shares of `done` with those people verified in their place; *none* takes what is left."""
    mine = {name: one for name, one in verified.items() if name in done.order and name != NONE}
    if not mine or NONE not in done.order:
        return done
    scale = _scale(done.total, beside)
    served = scale.value * math.fsum(one.value for one in mine.values())
    company = {name: _company(one, scale, served) for name, one in mine.items()}
    values, low = _giving_way(done, company)
    high = [_high(company, name, end) for name, end in zip(done.order, done.high, strict=True)]
    rest = done.order.index(NONE)
    missing = float(beside.missing / (done.total + beside.missing))
    values[rest] = max(0.0, 1 - math.fsum(values))
    high[rest] = min(1.0, 1 - math.fsum(low) + missing)
    low[rest] = max(0.0, 1 - math.fsum(high[:rest] + high[rest + 1 :]))
    return replace(
        done,
        values=tuple(values),
        low=tuple(map(min, low, values)),
        high=tuple(map(max, high, values)),
        verified={**company, NONE: _rest(values[rest], low[rest], high[rest], company)},
    )


def _scale(total: Decimal, beside: Beside) -> _Scale:
    """In the letters of the module's head."""
    now = total + beside.against
    since = beside.since or DrawnFrom(whole=now, missing=beside.missing, now=now)
    lost = max(_ZERO, beside.missing - since.missing)
    varies = bool(lost) or beside.is_open
    most = beside.against_most - beside.against if varies else _ZERO
    base = total + beside.missing + (beside.against if varies else _ZERO)
    least = total + beside.missing - lost - most
    later = max(_ZERO, since.now + beside.missing - since.whole)
    return _Scale(
        value=float((since.now + lost) / (total + lost)),
        low=float(since.whole / base),
        high=float(since.whole / least) if least > 0 else math.inf,
        more=float(later / least) if least > 0 else math.inf,
    )


def _company(one: Estimate, scale: _Scale, served: float) -> Estimate:
    """The estimate as a part of what the shares are taken of, widened by what is missing.

    `served` is what all of them come to: above 1 they are scaled, as one record may serve several.
    """
    low, high = one.low or 0.0, 1.0 if one.high is None else one.high
    value = one.value * scale.value / max(1.0, served)
    top = high * scale.high + scale.more if math.isfinite(scale.high) else 1.0
    told = (one.method, WIDENED if scale.more else "", SCALED if served > 1 else "")
    return replace(
        one,
        value=value,
        low=min(value, low * scale.low),
        high=max(value, min(1.0, top)),
        method=", ".join(part for part in told if part),
    )


def _giving_way(done: Shares, company: Mapping[str, Estimate]) -> tuple[list[float], list[float]]:
    """Values and low ends; shares nobody checked give way where there is no room for all.

    *None* has 0 of both for now.
    """
    room = max(0.0, 1 - math.fsum(one.value for one in company.values()))
    least = max(0.0, 1 - math.fsum(one.high or 0.0 for one in company.values()))
    unchecked = {name for name in done.order if name != NONE and name not in company}
    of = dict(zip(done.order, done.values, strict=True))
    served = math.fsum(of[name] for name in unchecked)
    most = 1 - done.low[done.order.index(NONE)]
    part = min(1.0, room / served) if served > 0 else 1.0
    lowest = min(1.0, least / most) if most > 0 else 1.0
    values, low = [], []
    for name, value, end in zip(done.order, done.values, done.low, strict=True):
        if name in company:
            values.append(company[name].value)
            low.append(company[name].low or 0.0)
        else:
            values.append(value * part if name in unchecked else 0.0)
            low.append(end * lowest if name in unchecked else 0.0)
    return values, low


def _high(company: Mapping[str, Estimate], name: str, end: float) -> float:
    one = company.get(name)
    return end if one is None or one.high is None else one.high


def _rest(value: float, low: float, high: float, company: Mapping[str, Estimate]) -> Estimate:
    n = max(one.n for one in company.values())
    return Estimate(value, min(low, value), max(high, value), None, n, REST)
