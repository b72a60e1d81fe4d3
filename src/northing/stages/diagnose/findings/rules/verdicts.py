"""Which deeds did people find to run against a promise, and what does that mean for the whole?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from northing.foundations.methods.counting import clopper_pearson
from northing.foundations.methods.estimate import Estimate, Measure
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.beyond_error import counted_answers, is_beyond_error
from northing.stages.diagnose.findings.rules.contradictions import quotes
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import bounds, percent
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.records.ledger.facts import Record
from northing.stages.records.ledger.rules.mass import account_of

_GRAVE = 0.20
_MOST = 5


def verdict_findings(evidence: Evidence) -> Iterator[Finding]:
    """One for each commitment and channel of deeds with an answer that contradicts."""
    records = {one.id: one for one in evidence.records}
    for commitment in evidence.commitments:
        said = [(records[id_], answer) for id_, answer in counted_answers(evidence, commitment.id)]
        against = [one for one, answer in said if answer is Answer.CONTRADICTS]
        for channel in dict.fromkeys(str(one.channel) for one in against):
            here = [(one, answer) for one, answer in said if str(one.channel) == channel]
            is_sure = is_beyond_error(evidence, commitment.id, len(against))
            yield _finding(evidence, commitment, channel, here, is_sure=is_sure)


def _finding(
    evidence: Evidence,
    commitment: Commitment,
    channel: str,
    said: Sequence[tuple[Record, Answer]],
    *,
    is_sure: bool,
) -> Finding:
    against = [one for one, answer in said if answer is Answer.CONTRADICTS]
    kept = [one for one, answer in said if answer is Answer.ADVANCES]
    found = clopper_pearson(len(against), len(said))
    share = _whole(evidence, against[0], commitment.id)
    grave = commitment.guardrail or (isinstance(found, Estimate) and found.value >= _GRAVE)
    accused = Severity.HIGH if grave else Severity.MEDIUM
    return Finding(
        code="deeds-against-promise",
        severity=accused if is_sure else Severity.LOW,
        commitment=commitment.id,
        channel=channel,
        period=against[-1].period,
        statement=(
            f"People checked {len(said)} records of {channel} beside "
            f"“{evidence.name(commitment.id)}”: {len(against)} of them run against it "
            f"({bounds(found)}), such as “{evidence.quoted(against[0])}”."
        ),
        criteria=evidence.name(commitment.id),
        condition=f"{'; '.join(quotes(evidence, against))}. {_told(share, channel)}",
        consequence="What is done undoes what is promised.",
        corrective_action="Undo it, or say openly what it is weighed against.",
        counter=_counter(evidence, len(kept), is_sure=is_sure),
        evidence=tuple(one.id for one in against[:_MOST]),
        counter_evidence=tuple(one.id for one in kept[:_MOST]),
        places=tuple(one.place for one in against[:_MOST]),
    )


def _whole(evidence: Evidence, record: Record, commitment: str) -> Measure | None:
    cell = evidence.verification.cell(account_of(record, evidence.currency), commitment)
    return None if cell is None else cell.contradicting


def _told(share: Measure | None, channel: str) -> str:
    if share is None:
        return f"What share of all {channel} that means was not estimated."
    if not isinstance(share, Estimate):
        return f"What share of all {channel} that means is unknown: {share.reason}."
    return f"Of all {channel}, {percent(share.value)} ({bounds(share)})."


def _counter(evidence: Evidence, kept: int, *, is_sure: bool) -> str:
    error = f"{evidence.human_error:.0%} of answers are taken to contradict by mistake"
    verdict = "more were found" if is_sure else "so few may be such errors"
    return f"People found {kept} records of the same channel that advance it. {error}; {verdict}."
