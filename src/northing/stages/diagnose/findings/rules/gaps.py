"""Which commitments are spoken of far more, or far less, than they are acted on?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from northing.foundations.documents.told import Place, Term, Told, tell, together
from northing.foundations.methods.estimate import Estimate, Measure
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import bounds, called, percent, points
from northing.stages.diagnose.say_do.facts import Gap, SayBasis
from northing.stages.records.ledger.facts import SPOKEN, Record, Stance
from northing.stages.records.ledger.rules.mass import account_of, is_counted

WIDE = 0.10
"""Ten points: below that a gap is in the table, not among the findings."""
_MOST = 5
_WIDEST = 3
_MEANS = ("money", "time")
_LIGHTER = list(reversed(Severity))


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
    doubt = _doubt(evidence, gap) if more_said else ""
    name = evidence.name(gap.commitment)
    is_declared = evidence.say_do.basis is SayBasis.DECLARED
    basis = Term("the declared weights" if is_declared else "what is said")
    words, deeds = _taken(gap.say, basis), _taken(gap.do, called(gap.channel))
    statement = tell(
        "“{promise}” takes {words} and {deeds}: {points} more said than done."
        if more_said
        else "“{promise}” takes {words} and {deeds}: {points} more done than said.",
        promise=name,
        words=words,
        deeds=deeds,
        points=points(abs(measure.value)),
    )
    done = [
        one.id for one in evidence.all_linked_to(gap.commitment) if _counts_in(evidence, one, gap)
    ]
    said = [one.id for one in evidence.linked_to(gap.commitment, spoken=True)]
    said = [one for one in said if one not in done]
    return Finding(
        code="more-said-than-done" if more_said else "more-done-than-said",
        severity=min(
            _severity(measure, more_said=more_said, is_blind=_is_idle(evidence, gap)),
            Severity.LOW if doubt else Severity.HIGH,
            key=_LIGHTER.index,
        ),
        commitment=gap.commitment,
        channel=gap.channel,
        statement=statement,
        criteria=tell("The organisation promises: {promise}", promise=name),
        condition=tell("It takes {words}, and {deeds}.", words=words, deeds=deeds),
        consequence="Who relies on the words expects more than is done."
        if more_said
        else "Good work is not told.",
        corrective_action="Move means to it, or promise less."
        if more_said
        else "Tell it, or ask whether it is meant.",
        counter=together(_counter(measure), doubt),
        evidence=tuple((said if more_said else done)[:_MOST]),
        counter_evidence=tuple((done if more_said else said)[:_MOST]),
    )


def _taken(measure: Measure, of: Place) -> Told:
    share = percent(measure.value) if isinstance(measure, Estimate) else Term("an unknown share")
    return tell("{share} of {all} ({bounds})", share=share, all=of, bounds=bounds(measure))


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


def _doubt(evidence: Evidence, gap: Gap) -> str:
    """What the gap may be but a failure, read at its best for the organisation; often nothing."""
    least_said = _low(gap.say)
    elsewhere = next(
        (
            one.channel
            for one in _others(evidence, commitment=gap.commitment)
            if one.channel in _MEANS and one.channel != gap.channel and _high(one.do) >= least_said
        ),
        None,
    )
    if gap.channel in _MEANS and elsewhere:
        return tell(
            "Its share of {kind} may be as large as its share of the words.", kind=called(elsewhere)
        )
    mine = _high(gap.do)
    others = sum(_low(one.do) for one in _others(evidence, channel=gap.channel, but=gap.commitment))
    if mine > 0 and mine / (mine + others) >= least_said:
        return tell(
            "Of the {kind} that serve any promise it may have as large a part as of the words; the "
            "rest is everyday business.",
            kind=called(gap.channel),
        )
    return ""


def _others(
    evidence: Evidence, *, commitment: str = "", channel: str = "", but: str = ""
) -> list[Gap]:
    """Gaps of whole channels: of one commitment, or of one channel without one commitment."""
    return [
        one
        for one in evidence.say_do.gaps
        if one.period is None
        and one.unit is None
        and one.commitment not in (NONE, but)
        and commitment in ("", one.commitment)
        and channel in ("", one.channel)
    ]


def _low(measure: Measure) -> float:
    if not isinstance(measure, Estimate):
        return 0.0
    return measure.value if measure.low is None else measure.low


def _high(measure: Measure) -> float:
    if not isinstance(measure, Estimate):
        return 0.0
    return measure.value if measure.high is None else measure.high


def _counter(measure: Estimate) -> str:
    if measure.low is None or measure.high is None:
        return tell(
            "No interval: {reason}. No person has checked the links.",
            reason=Term(measure.no_interval),
        )
    if measure.low <= 0 <= measure.high:
        return "Until people check the links, the true gap may as well be none."
    return "The sign holds even if every unverified link is read at its worst."
