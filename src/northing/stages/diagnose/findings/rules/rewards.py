"""Is anybody paid for the opposite of a promise?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from northing.foundations.documents.told import Listed, Term, Told, Written, tell, together
from northing.foundations.methods.estimate import Estimate
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.beyond_error import is_beyond_error
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import money, named, percent
from northing.stages.diagnose.incentives.facts import PaidMeasure, Reward
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.records.ledger.facts import Channel, Record

_MOST = 5
_ERRORS = "So few answers of people may be errors: ask a second person."


def reward_findings(evidence: Evidence) -> Iterator[Finding]:
    """One for each commitment that a measure pays against, over all schemes."""
    for commitment in evidence.commitments:
        schemes = [
            one
            for one in evidence.rewards
            if any(commitment.id in measure.against for measure in one.against)
        ]
        if schemes:
            yield _finding(evidence, commitment, schemes)


def _finding(evidence: Evidence, commitment: Commitment, schemes: Sequence[Reward]) -> Finding:
    records = {one.id: one for one in evidence.records if one.channel is Channel.INCENTIVES}
    worst = max(schemes, key=lambda one: (_weight(one, commitment.id, -1), one.scheme.name))
    against = _measures(schemes, commitment.id, -1)
    towards = _measures(evidence.rewards, commitment.id, 1)
    weight, helped = _weight(worst, commitment.id, -1), _weight(worst, commitment.id, 1)
    is_grave = commitment.guardrail or weight > helped
    accused = Severity.HIGH if is_grave else Severity.MEDIUM
    is_sure = _is_sure(evidence, commitment.id, against)
    return Finding(
        code="reward-against-promise",
        severity=accused if is_sure else Severity.LOW,
        commitment=commitment.id,
        channel=str(Channel.INCENTIVES),
        period=worst.scheme.period,
        statement=tell(
            "{share} of the pay of “{scheme}” rewards what runs against “{promise}”: {measures}.",
            share=percent(weight),
            scheme=evidence.redact(worst.scheme.name),
            promise=evidence.name(commitment.id),
            measures=Listed(tuple(_wordings(evidence, records, against)), "; "),
        ),
        criteria=named(evidence.name(commitment.id), is_guardrail=commitment.guardrail),
        condition=tell(
            "{share} of this scheme pays against the promise and {helped} for it. {distortion} "
            "{staked} {spread}",
            share=percent(weight),
            helped=percent(helped),
            distortion=_distortion(worst),
            staked=_staked(evidence, worst),
            spread=_spread(schemes),
        ),
        cause="Not established: why these measures were chosen is not stated in what was read.",
        consequence="People are paid to do the opposite of what is promised.",
        corrective_action=_change(evidence, worst),
        counter=together(_counter(towards, helped), "" if is_sure else _ERRORS),
        evidence=tuple(one.record_id for one in against[:_MOST]),
        counter_evidence=tuple(one.record_id for one in towards[:_MOST]),
        places=tuple(records[one.record_id].place for one in against[:_MOST]),
    )


def _is_sure(evidence: Evidence, commitment: str, against: Sequence[PaidMeasure]) -> bool:
    """A mark in the files is; answers of people only where they are more than their errors."""
    answers = [evidence.answer(one.record_id, commitment) for one in against]
    if any(one is None for one in answers):
        return True
    said = evidence.answered(commitment).values()
    return is_beyond_error(evidence, commitment, sum(one is Answer.CONTRADICTS for one in said))


def _weight(reward: Reward, commitment: str, sign: int) -> float:
    parts = (one.weight * one.bearing.get(commitment, 0.0) for one in reward.scheme.measures)
    return sum(abs(part) for part in parts if part * sign > 0)


def _measures(rewards: Sequence[Reward], commitment: str, sign: int) -> list[PaidMeasure]:
    return [
        measure
        for one in rewards
        for measure in one.scheme.measures
        if measure.bearing.get(commitment, 0.0) * sign > 0
    ]


def _wordings(
    evidence: Evidence, records: dict[str, Record], measures: Sequence[PaidMeasure]
) -> list[Told]:
    """Each measure once, however many schemes pay by it."""
    texts = dict.fromkeys(evidence.quoted(records[one.record_id], 120) for one in measures)
    return [tell("“{text}”", text=text) for text in list(texts)[:_MOST]]


def _distortion(worst: Reward) -> Told:
    apart = worst.distortion
    if not isinstance(apart, Estimate):
        return tell(
            "How far the whole scheme is distorted is unknown: {reason}.", reason=Term(apart.reason)
        )
    is_bare = apart.low is None or apart.high is None
    return tell(
        "The distortion of the whole scheme (1 − cosine; 0 is none, 2 the exact opposite) is "
        "{value} (no interval, n = {n} measures)."
        if is_bare
        else "The distortion of the whole scheme (1 − cosine; 0 is none, 2 the exact opposite) is "
        "{value} ({low} to {high}, n = {n} measures).",
        value=Written(apart.value, ".2f"),
        low=Written(apart.low or 0.0, ".2f"),
        high=Written(apart.high or 0.0, ".2f"),
        n=apart.n,
    )


def _staked(evidence: Evidence, worst: Reward) -> Told:
    if not isinstance(worst.at_stake, Estimate):
        return tell("How much money that is, is not told in the scheme.")
    whole = Decimal(round(worst.at_stake.value))
    return tell(
        "{sum} are paid by the measures against a promise.", sum=money(whole, evidence.currency)
    )


def _spread(schemes: Sequence[Reward]) -> Told | str:
    if len(schemes) == 1:
        return ""
    return tell("The same holds in {n} schemes of pay.", n=len(schemes))


def _change(evidence: Evidence, worst: Reward) -> str:
    if worst.balanced is None:
        return "Replace the measure: no weights of the measures of this scheme would do."
    if not worst.balanced:
        return "Take the measure out: pay for the promise does not undo pay against it."
    moved = (
        tell(
            "“{text}” from {before} to {after}",
            text=evidence.redact(one.text),
            before=percent(one.before),
            after=percent(one.after),
        )
        for one in worst.balanced[:_MOST]
    )
    return tell(
        "The least change after which no promise is paid against on balance, at the same pay: "
        "{moved}. Taking the measure out altogether removes it.",
        moved=Listed(tuple(moved), "; "),
    )


def _counter(towards: Sequence[PaidMeasure], helped: float) -> str:
    """Looked for: pay for the same promise, in this scheme and in all others."""
    if not towards:
        return "Measures that pay for this promise were looked for in every scheme; none was found."
    return tell(
        "{n} measures pay for the promise, {share} of this scheme."
        if len(towards) > 1
        else "{n} measure pays for the promise, {share} of this scheme.",
        n=len(towards),
        share=percent(helped),
    )
