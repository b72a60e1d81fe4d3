"""Is anybody paid for the opposite of a promise?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from northing.foundations.methods.estimate import Estimate
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.beyond_error import is_beyond_error
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import money, percent
from northing.stages.diagnose.incentives.facts import PaidMeasure, Reward
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.records.ledger.facts import Channel, Record

_MOST = 5
_ERRORS = " So few answers of people may be errors: ask a second person."


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
    named = "; ".join(_wordings(evidence, records, against))
    return Finding(
        code="reward-against-promise",
        severity=accused if is_sure else Severity.LOW,
        commitment=commitment.id,
        channel=str(Channel.INCENTIVES),
        period=worst.scheme.period,
        statement=(
            f"{percent(weight)} of the pay of “{evidence.redact(worst.scheme.name)}” rewards what "
            f"runs against “{evidence.name(commitment.id)}”: {named}."
        ),
        criteria=evidence.name(commitment.id)
        + (" (guardrail: must not be crossed)" if commitment.guardrail else ""),
        condition=(
            f"{percent(weight)} of this scheme pays against the promise and {percent(helped)} for "
            f"it. {_distortion(worst)} {_staked(evidence, worst)} {_spread(schemes)}"
        ),
        cause="Not established: why these measures were chosen is not stated in what was read.",
        consequence="People are paid to do the opposite of what is promised.",
        corrective_action=_change(evidence, worst),
        counter=_counter(towards, helped) + ("" if is_sure else _ERRORS),
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
) -> list[str]:
    """Each measure once, however many schemes pay by it."""
    texts = dict.fromkeys(evidence.quoted(records[one.record_id], 120) for one in measures)
    return [f"“{text}”" for text in list(texts)[:_MOST]]


def _distortion(worst: Reward) -> str:
    apart = worst.distortion
    if not isinstance(apart, Estimate):
        return f"How far the whole scheme is distorted is unknown: {apart.reason}."
    company = "no interval" if apart.low is None else f"{apart.low:.2f} to {apart.high:.2f}"
    return (
        f"The distortion of the whole scheme (1 − cosine; 0 is none, 2 the exact opposite) is "
        f"{apart.value:.2f} ({company}, n = {apart.n} measures)."
    )


def _staked(evidence: Evidence, worst: Reward) -> str:
    if not isinstance(worst.at_stake, Estimate):
        return "How much money that is, is not told in the scheme."
    whole = Decimal(round(worst.at_stake.value))
    return f"{money(whole, evidence.currency)} are paid by the measures against a promise."


def _spread(schemes: Sequence[Reward]) -> str:
    return "" if len(schemes) == 1 else f"The same holds in {len(schemes)} schemes of pay."


def _change(evidence: Evidence, worst: Reward) -> str:
    if worst.balanced is None:
        return "Replace the measure: no weights of the measures of this scheme would do."
    if not worst.balanced:
        return "Take the measure out: pay for the promise does not undo pay against it."
    moved = "; ".join(
        f"“{evidence.redact(one.text)}” from {percent(one.before)} to {percent(one.after)}"
        for one in worst.balanced[:_MOST]
    )
    return (
        f"The least change after which no promise is paid against on balance, at the same pay: "
        f"{moved}. Taking the measure out altogether removes it."
    )


def _counter(towards: Sequence[PaidMeasure], helped: float) -> str:
    """Looked for: pay for the same promise, in this scheme and in all others."""
    if not towards:
        return "Measures that pay for this promise were looked for in every scheme; none was found."
    times = f"{len(towards)} measure{'s pay' if len(towards) > 1 else ' pays'}"
    return f"{times} for the promise, {percent(helped)} of this scheme."
