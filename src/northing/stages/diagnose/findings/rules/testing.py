"""Which hypotheses did this audit put to the test, and which still count after so many tries?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import scipy

from northing.foundations.methods.estimate import Estimate
from northing.foundations.methods.multiple import bh
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.findings.facts import Tested
from northing.stages.diagnose.findings.rules import chance
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.trends import FALLING, is_steady, series_of
from northing.stages.diagnose.say_do.facts import Gap, SayBasis
from northing.stages.records.ledger.rules.mass import account_of

Q = 0.05
FALLS = "share-falls"
GAPS = "more-said-than-done"
TESTED_AS = {
    "share-falls-while-called-crucial": FALLS,
    "money-falls-while-words-stay": FALLS,
}
"""Codes that rest on one and the same test: it is counted once."""
_GAP = "as many mentions of so many by chance, had words followed the deeds (binomial, one-sided)"
_SMOOTH = 0.5
_TAGGED = 0.75


def falls_tested(evidence: Evidence) -> Iterator[Tested]:
    """Every commitment's means over the periods.

    Plans, and steady falls of what people tagged, are no matter of chance. Links of a machine are,
    and answers on a sample too: they lie where the sample happened to fall.
    """
    every = series_of(evidence)
    for channel in FALLING:
        rows = chance.rows_of(evidence, channel)
        for one in evidence.commitments:
            series = every.get((one.id, channel), [])
            periods = [str(gap.period) for gap in series]
            is_plain = chance.is_table(evidence, one.id, channel) or (
                is_steady(series) and _is_tagged(evidence, one.id, channel)
            )
            if len(periods) > 1 and not is_plain:
                p_value = chance.p_of_fall(rows, one.id, periods, seed=evidence.seed)
                if p_value is not None:
                    yield Tested(
                        code=FALLS,
                        commitment=one.id,
                        channel=channel,
                        p_value=p_value,
                        method=chance.METHOD,
                    )


def _is_tagged(evidence: Evidence, commitment: str, channel: str) -> bool:
    """Three quarters or more of its mass, by tags and rules rather than by a sample's answers."""
    tagged = other = 0.0
    for one in evidence.all_linked_to(commitment):
        if account_of(one, evidence.currency) == channel:
            mass = abs(evidence.masses(one).get(commitment, 0.0))
            if evidence.is_certain(one) and evidence.answer(one.id, commitment) is None:
                tagged += mass
            else:
                other += mass
    return tagged >= _TAGGED * (tagged + other)


def gaps_tested(evidence: Evidence) -> Iterator[Tested]:
    """Every commitment in every channel that is compared with what is said."""
    found = evidence.say_do
    if found.basis is not SayBasis.TALK:
        return
    serving = {
        one.channel: 1 - one.do.value
        for one in found.gaps
        if one.commitment == NONE and _is_whole(one) and isinstance(one.do, Estimate)
    }
    for gap in found.gaps:
        is_one = gap.commitment != NONE and _is_whole(gap)
        if is_one and isinstance(gap.say, Estimate) and isinstance(gap.do, Estimate):
            part = serving.get(gap.channel, 1.0)
            if part > 0:
                yield Tested(
                    code=GAPS,
                    commitment=gap.commitment,
                    channel=gap.channel,
                    p_value=_p_of_gap(gap.say, gap.do, part, mentions=found.mentions),
                    method=_GAP,
                )


def _is_whole(gap: Gap) -> bool:
    return gap.period is None and gap.unit is None


def _p_of_gap(say: Estimate, do: Estimate, serving: float, *, mentions: int) -> float:
    """Half a record is added to the deeds, so that what was not met once is not impossible."""
    said = round(say.value * mentions)
    share = min(1.0, do.value / serving)
    smooth = (share * do.n + _SMOOTH) / (do.n + 2 * _SMOOTH)
    return min(1.0, float(scipy.stats.binom.sf(said - 1, mentions, smooth)))


def controlled(tests: Sequence[Tested], q: float = Q) -> tuple[Tested, ...]:
    """All tests with what Benjamini–Hochberg makes of them, in the order they were given."""
    if not tests:
        return ()
    family = bh([one.p_value for one in tests], q)
    return tuple(
        replace(one, adjusted=adjusted, survives=rejected)
        for one, adjusted, rejected in zip(tests, family.adjusted, family.rejected, strict=True)
    )
