"""How many of the decisions that mattered were tested, how long did it take, and which question
tells nothing?
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from datetime import date
from statistics import median

from northing.foundations.methods.counting import wilson
from northing.foundations.methods.estimate import (
    Estimate,
    Measure,
    Unknown,
    exact,
    without_interval,
)
from northing.stages.decide.purpose_test.facts import Decision, Discrimination, Promise, Register

NOTHING_LOGGED = "no significant decision is logged"
NO_MINUTES = "no minutes were read, so nobody can say how many decisions were never logged"
NONE_IN_BOTH = "no decision is both logged and in the minutes"
NO_DAYS = "no decision has both the day it was drafted and the day it was taken"
FEWEST = 5
Z = 1.959963984540054


def register_of(decisions: Sequence[Decision], in_minutes: int, in_both: int) -> Register:
    """How complete the register is.

    `in_minutes` decisions stand in minutes that were read, `in_both` of them are logged as well.
    How many there were in all is estimated by Chapman's capture-recapture, which takes for
    granted that being in the minutes does not hang on being logged; where the two go together
    the true number is higher. Tested of all: the tested, over all that there were.
    """
    logged, tested = len(decisions), sum(one.tested for one in decisions)
    everything = chapman(logged, in_minutes, in_both)
    return Register(wilson(tested, logged), everything, _of_all(tested, logged, everything))


def chapman(first: int, second: int, both: int, *, level_z: float = Z) -> Measure:
    """How many there are, where two lists name so many each, and so many both.

    N = (n₁ + 1)(n₂ + 1)/(m + 1) − 1, with the interval of its logarithm above those seen.

    Raises
    ------
    ValueError
        More stand on both lists than on one of them.

    References
    ----------
    Chapman 1951, Univ. California Publ. Statistics 1; Seber 1982, section 3.1; Chao 1987,
    Biometrics 43 (the interval).

    """
    if not 0 <= both <= min(first, second):
        raise ValueError("what is on both lists is on each of them")
    if not second:
        return Unknown(NO_MINUTES)
    if not both:
        return Unknown(NONE_IN_BOTH)
    seen = first + second - both
    value = (first + 1) * (second + 1) / (both + 1) - 1
    spread = (first + 1) * (second + 1) * (first - both) * (second - both)
    variance = spread / ((both + 1) ** 2 * (both + 2))
    method = "capture-recapture (Chapman), approximate"
    unseen = value - seen
    if not variance or unseen <= 0:
        return exact(max(value, seen), n=seen, method=method)
    factor = math.exp(level_z * math.sqrt(math.log(1 + variance / unseen**2)))
    return Estimate(value, seen + unseen / factor, seen + unseen * factor, 0.95, seen, method)


def days_to_decide(decisions: Sequence[Decision]) -> Measure:
    """The middle of how many days lay between drafting and deciding, with an interval by ranks."""
    days = sorted(
        _days(one.drafted_on, one.decided_on)
        for one in decisions
        if one.drafted_on is not None and one.decided_on is not None
    )
    if not days:
        return Unknown(NO_DAYS)
    n, middle = len(days), float(median(days))
    if n < FEWEST + 1:
        why = f"{n} decisions are too few for an interval"
        return without_interval(middle, n=n, method="median", why=why)
    reach = math.floor((n - Z * math.sqrt(n)) / 2)
    low, high = days[max(0, reach)], days[min(n - 1, n - 1 - reach)]
    return Estimate(middle, float(low), float(high), 0.95, n, "median, ranks, approximate")


def discriminations(
    decisions: Sequence[Decision], promises: Sequence[Promise]
) -> tuple[Discrimination, ...]:
    """What the answers to each commitment's questions tell, the least telling first.

    In bits of entropy of the pair of answers: 0 where everybody answered alike. From five
    answers on, such a question may go, or be asked better.
    """
    found = [_discrimination(one.id, decisions) for one in promises]
    return tuple(sorted(found, key=lambda one: (_bits(one.bits), one.commitment)))


def _discrimination(commitment: str, decisions: Sequence[Decision]) -> Discrimination:
    said = Counter(
        f"{answer.advances.value} / {answer.compromises.value}"
        for one in decisions
        for answer in one.answers
        if answer.commitment == commitment
    )
    n = said.total()
    if not n:
        return Discrimination(commitment, {}, Unknown("nobody answered it"), never_tells=False)
    bits = -math.fsum(count / n * math.log2(count / n) for count in said.values()) + 0.0
    return Discrimination(
        commitment,
        dict(sorted(said.items())),
        exact(bits, n=n, method="entropy of the answers, bits"),
        never_tells=n >= FEWEST and len(said) == 1,
    )


def _of_all(tested: int, logged: int, everything: Measure) -> Measure:
    if not logged:
        return Unknown(NOTHING_LOGGED)
    if isinstance(everything, Unknown):
        return everything
    low = everything.low if everything.low is not None else everything.value
    high = everything.high if everything.high is not None else everything.value
    method = "tested, over an estimate of all, approximate"
    value = tested / everything.value
    return Estimate(value, min(value, tested / high), min(1.0, tested / low), 0.95, logged, method)


def _days(first: date, last: date) -> int:
    return (last - first).days


def _bits(measure: Measure | None) -> float:
    return measure.value if isinstance(measure, Estimate) else math.inf
