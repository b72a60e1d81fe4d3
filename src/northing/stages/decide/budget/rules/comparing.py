"""Which part of the money does each commitment get, today and as proposed, beside its words?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from northing.foundations.methods.estimate import Estimate, Measure, Unknown, exact
from northing.stages.decide.budget.facts import NOTHING_SPENT, Compared, Served

NONE = ""
METHOD = "part of all that is spent, in the parts that serve each commitment"
NO_WORDS = "nobody said or counted which part of the words it has"
Sums = Sequence[tuple[int, Mapping[str, float]]]


def compared(
    served: Sequence[Served], commitments: Iterable[str], said: Mapping[str, Measure]
) -> list[Compared]:
    """Every commitment, the one whose money lies farthest from its words first.

    Where no words are known, the one whose money changes most. What serves none comes last, and
    only where there is any.

    Parameters
    ----------
    served : sequence of Served
    commitments : iterable of str
        Those the budget names, whether they get anything or not.
    said : mapping
        Which part of all words each has; `NONE` for the words that bear on none.

    """
    today = _shares([(one.now, one.serves) for one in served])
    proposed = _shares([(one.amount, one.serves) for one in served])
    keys = sorted({*commitments, *today, *proposed} - {NONE})
    rows = [_row(key, said, today, proposed) for key in keys]
    ordered = sorted(rows, key=_apart, reverse=True)
    loose = _row(NONE, said, today, proposed)
    return ordered + ([loose] if any(map(_is_some, (loose.today, loose.proposed))) else [])


def _row(
    key: str,
    said: Mapping[str, Measure],
    today: Mapping[str, Measure],
    proposed: Mapping[str, Measure],
) -> Compared:
    nothing = Unknown(NOTHING_SPENT)
    at_zero = [exact(0.0, n=0, method=METHOD) if one else nothing for one in (today, proposed)]
    return Compared(
        key,
        said.get(key, Unknown(NO_WORDS)),
        today.get(key, at_zero[0]),
        proposed.get(key, at_zero[1]),
    )


def _shares(sums: Sums) -> dict[str, Measure]:
    """Of all that is spent; nothing at all where nothing is."""
    spent = sum(amount for amount, _ in sums)
    if not spent:
        return {}
    keys = {key for _, serves in sums for key in serves}
    shares = {
        key: math.fsum(amount * serves.get(key, 0.0) for amount, serves in sums) / spent
        for key in keys
    }
    shares[NONE] = max(0.0, round(1 - math.fsum(shares.values()), 9))
    return {key: exact(share, n=len(sums), method=METHOD) for key, share in shares.items()}


def _apart(one: Compared) -> tuple[bool, float]:
    """Those whose words are known come first: their distance is what is asked for."""
    is_said = isinstance(one.said, Estimate)
    beside = one.said if is_said else one.today
    if not isinstance(beside, Estimate) or not isinstance(one.proposed, Estimate):
        return is_said, 0.0
    return is_said, abs(one.proposed.value - beside.value)


def _is_some(one: Measure) -> bool:
    return isinstance(one, Estimate) and one.value > 0
