"""Has the machine's error moved since an earlier sample?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from northing.foundations.documents.told import Term, Written, tell
from northing.foundations.methods.comparison import same_error
from northing.foundations.methods.estimate import Unknown
from northing.stages.diagnose.verification.facts import Answer, Labelled, Moved, Standing
from northing.stages.diagnose.verification.rules.cells import BEARING
from northing.stages.diagnose.verification.rules.judging import answers_of

SIGNIFICANT = 0.05
_ASKED = (Standing.LINKED, Standing.PLAUSIBLE, Standing.NO_LINK, Standing.TAGGED)


def moved(now: Labelled, before: Sequence[Labelled]) -> Moved | None:
    """`None` where there is no earlier sample. Where it cannot be told, it counts as moved.

    For every standing the share of pairs that bear on their commitment is held against that of
    all earlier samples, quoted pairs left out: they were not drawn by lot.
    """
    earlier = [one for one in before if one.labels]
    if not earlier:
        return None
    shift = same_error(_counts([now]), _counts(earlier))
    if isinstance(shift, Unknown):
        return Moved(has_moved=True, p_value=None, reason=_untold(shift))
    has_moved = shift.p_value < SIGNIFICANT
    p_value = Written(shift.p_value, ".3f")
    reason = tell("{test}, p = {p}", test=Term(shift.test), p=p_value)
    return Moved(has_moved=has_moved, p_value=shift.p_value, reason=reason)


def _untold(shift: Unknown) -> str:
    return tell("cannot be told: {reason}", reason=Term(shift.reason))


def _counts(samples: Iterable[Labelled]) -> list[tuple[int, int]]:
    """For each standing how many bore on their commitment, and how many were judged."""
    found = dict.fromkeys(_ASKED, (0, 0))
    for one in samples:
        answers = answers_of(one.labels)
        for pair in one.sample.pairs:
            said = set(answers.get(pair.number, {}).values())
            if len(said) != 1 or said == {Answer.CANNOT_TELL}:
                continue
            if one.sample.strata[pair.stratum].is_quoted:
                continue
            hits, n = found[pair.standing]
            found[pair.standing] = (hits + bool(said & BEARING), n + 1)
    return list(found.values())
