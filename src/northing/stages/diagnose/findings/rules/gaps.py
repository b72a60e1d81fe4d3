"""Which commitments are spoken of far more, or far less, than they are acted on?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from northing.foundations.methods.estimate import Estimate, Measure
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import bounds, percent, points
from northing.stages.diagnose.say_do.facts import Gap, SayBasis
from northing.stages.records.ledger.facts import SPOKEN, Record, Stance
from northing.stages.records.ledger.rules.mass import account_of, is_counted

WIDE = 0.10
"""Ten points: below that a gap is in the table, not among the findings."""
_MOST = 5
_WIDEST = 3


def gap_findings(evidence: Evidence) -> Iterator[Finding]:
    """The three widest gaps of each channel that reach ten points; the table has the rest."""
    whole = [
        gap
        for gap in evidence.say_do.gaps
        if gap.period is None and gap.unit is None and gap.commitment != NONE
    ]
    known = [
        (gap, gap.gap)
        for gap in whole
        if isinstance(gap.gap, Estimate) and abs(gap.gap.value) >= WIDE
    ]
    shown: Counter[str] = Counter()
    for gap, measure in sorted(known, key=lambda pair: -abs(pair[1].value)):
        shown[gap.channel] += 1
        if shown[gap.channel] <= _WIDEST:
            yield _finding(evidence, gap, measure)


def _finding(evidence: Evidence, gap: Gap, measure: Estimate) -> Finding:
    more_said = measure.value > 0
    name = evidence.name(gap.commitment)
    is_declared = evidence.say_do.basis is SayBasis.DECLARED
    basis = "the declared weights" if is_declared else "what is said"
    words = f"{_share(gap.say)} of {basis} ({bounds(gap.say)})"
    deeds = f"{_share(gap.do)} of {gap.channel} ({bounds(gap.do)})"
    statement = (
        f"“{name}” takes {words} and {deeds}: {points(abs(measure.value))} "
        f"{'more said than done' if more_said else 'more done than said'}."
    )
    done = [
        one.id for one in evidence.all_linked_to(gap.commitment) if _counts_in(evidence, one, gap)
    ]
    said = [one.id for one in evidence.linked_to(gap.commitment, spoken=True)]
    said = [one for one in said if one not in done]
    return Finding(
        code="more-said-than-done" if more_said else "more-done-than-said",
        severity=_severity(measure, more_said=more_said, is_blind=_is_idle(evidence, gap)),
        commitment=gap.commitment,
        channel=gap.channel,
        statement=statement,
        criteria=f"The organisation promises: {name}",
        condition=f"It takes {words}, and {deeds}.",
        consequence="Who relies on the words expects more than is done."
        if more_said
        else "Good work is not told.",
        corrective_action="Move means to it, or promise less."
        if more_said
        else "Tell it, or ask whether it is meant.",
        counter=_counter(measure),
        evidence=tuple((said if more_said else done)[:_MOST]),
        counter_evidence=tuple((done if more_said else said)[:_MOST]),
    )


def _share(measure: Measure) -> str:
    return percent(measure.value) if isinstance(measure, Estimate) else "an unknown share"


def _counts_in(evidence: Evidence, record: Record, gap: Gap) -> bool:
    """Whether the record is part of the share: its own account, no income, nothing that opposes."""
    opposes = any(
        link.commitment == gap.commitment and link.stance is Stance.CONTRADICTS
        for link in evidence.links.get(record.id, ())
    )
    is_here = account_of(record, evidence.currency) == gap.channel
    return is_here and is_counted(record) and not opposes


def _is_idle(evidence: Evidence, gap: Gap) -> bool:
    """Talk beside talk is no deed that is lacking."""
    return gap.channel in SPOKEN or _is_blind(evidence, gap)


def _is_blind(evidence: Evidence, gap: Gap) -> bool:
    """Where nothing of a channel is linked to anything, it tells of the links, not of the deeds."""
    accounts = {one.channel: one.whole.linked for one in evidence.say_do.accounts}
    return not accounts.get(gap.channel)


def _severity(measure: Estimate, *, more_said: bool, is_blind: bool) -> Severity:
    """Only a gap whose worst case keeps its sign is more than tentative.

    More done than said accuses nobody.
    """
    if not more_said or is_blind:
        return Severity.NOTE
    if measure.low is None or measure.high is None or measure.low <= 0 <= measure.high:
        return Severity.LOW
    return Severity.HIGH if measure.value >= 2 * WIDE else Severity.MEDIUM


def _counter(measure: Estimate) -> str:
    if measure.low is None or measure.high is None:
        return f"No interval: {measure.no_interval}. No person has checked the links."
    if measure.low <= 0 <= measure.high:
        return "Until people check the links, the true gap may as well be none."
    return "The sign holds even if every unverified link is read at its worst."
