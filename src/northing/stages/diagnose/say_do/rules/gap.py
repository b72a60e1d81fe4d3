"""How far does the share of deeds fall behind the share of words, and how sure is that?"""

from __future__ import annotations

from northing.foundations.methods.estimate import Estimate, Measure, Unknown, without_interval
from northing.stages.diagnose.say_do.rules.saying import UNVERIFIED


def do_measure(value: float, low: float, high: float, *, n: int, is_widened: bool) -> Measure:
    """A census has no sampling error: its bounds come from links nobody has verified."""
    method = f"{UNVERIFIED}, widened by what is missing" if is_widened else UNVERIFIED
    return Estimate(value, low, high, None, n, method)


def gap_of(say: Measure, do: Measure) -> Measure:
    """`say` − `do`, in shares. Positive: more said than done.

    The interval is the worst case of both ends; where the words have none, the gap has none.
    """
    if isinstance(say, Unknown):
        return Unknown(f"what is said is unknown: {say.reason}")
    if isinstance(do, Unknown):
        return Unknown(f"what is done is unknown: {do.reason}")
    value = say.value - do.value
    if say.low is None or say.high is None or do.low is None or do.high is None:
        why = say.no_interval or do.no_interval
        return without_interval(value, n=do.n, method="say − do", why=why)
    level = do.level if say.low == say.high else None
    return Estimate(value, say.low - do.high, say.high - do.low, level, do.n, _method(do))


def _method(do: Estimate) -> str:
    is_checked = UNVERIFIED not in do.method
    return f"say − do; do: {do.method}" if is_checked else f"say − do, {UNVERIFIED}"
