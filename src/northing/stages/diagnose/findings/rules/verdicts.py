"""Which deeds did people find to run against a promise, and what does that mean for the whole?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from northing.foundations.documents.told import Listed, Term, Told, tell
from northing.foundations.methods.counting import clopper_pearson
from northing.foundations.methods.estimate import Estimate, Measure
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.beyond_error import counted_answers, is_beyond_error
from northing.stages.diagnose.findings.rules.contradictions import quotes
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import bounds, called, percent, whole_percent
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
        statement=tell(
            "People checked {n} records of {kind} beside “{promise}”: {against} of them run "
            "against it ({bounds}), such as “{quote}”.",
            n=len(said),
            kind=called(channel),
            promise=evidence.name(commitment.id),
            against=len(against),
            bounds=bounds(found),
            quote=evidence.quoted(against[0]),
        ),
        criteria=evidence.name(commitment.id),
        condition=tell(
            "{quotes}. {share}",
            quotes=Listed(tuple(quotes(evidence, against)), "; "),
            share=_told(share, channel),
        ),
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


def _told(share: Measure | None, channel: str) -> Told:
    if share is None:
        return tell("What share of all {kind} that means was not estimated.", kind=called(channel))
    if not isinstance(share, Estimate):
        return tell(
            "What share of all {kind} that means is unknown: {reason}.",
            kind=called(channel),
            reason=Term(share.reason),
        )
    return tell(
        "Of all {kind}, {share} ({bounds}).",
        kind=called(channel),
        share=percent(share.value),
        bounds=bounds(share),
    )


def _counter(evidence: Evidence, kept: int, *, is_sure: bool) -> str:
    return tell(
        "People found {n} records of the same channel that advance it. {error} of answers are "
        "taken to contradict by mistake; more were found."
        if is_sure
        else "People found {n} records of the same channel that advance it. {error} of answers are "
        "taken to contradict by mistake; so few may be such errors.",
        n=kept,
        error=whole_percent(evidence.human_error),
    )
