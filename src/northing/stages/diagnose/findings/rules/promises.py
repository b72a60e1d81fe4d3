"""What is promised, once or again and again, or by a day that has passed, and met by no deed?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from northing.foundations.documents.told import Listed, tell, together
from northing.foundations.methods.estimate import Estimate
from northing.foundations.text.horizons import Horizon, horizon_in
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.beyond_error import counted_answers, is_lone_answer
from northing.stages.diagnose.findings.rules.evidence import Evidence, is_deed
from northing.stages.diagnose.findings.rules.phrases import called, counted, percent
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.records.ledger.facts import (
    NO_DEEDS,
    Record,
)

_AGAIN = 2
_ENOUGH = 15
_MOST = 5


def promise_findings(evidence: Evidence) -> Iterator[Finding]:
    """Only where deeds were read at all: without any, nobody can tell."""
    if not any(one.channel not in NO_DEEDS for one in evidence.records):
        return
    dated = (one.effective_on for one in evidence.records if one.effective_on and is_deed(one))
    read_until = max(dated, default=None)
    for one in evidence.commitments:
        spoken = evidence.linked_to(one.id, spoken=True)
        if spoken and not _sure_deeds(evidence, one):
            periods = sorted({str(each.period) for each in spoken if each.period})
            if len(periods) >= _AGAIN and _is_others_done(evidence, one):
                yield _repeated(evidence, one, spoken, periods)
            yield _unmet(evidence, one, spoken)
        if read_until is not None:
            yield from _outlived(evidence, one, spoken, read_until)


def _sure_deeds(evidence: Evidence, commitment: Commitment) -> list[Record]:
    """Its deeds; none where only one answer of many, which may be an error, says so."""
    done = evidence.deeds_of(commitment.id)
    return [] if is_lone_answer(evidence, commitment.id, done) else done


def _near(evidence: Evidence, commitment: Commitment) -> list[Record]:
    """What may be a deed of it after all; a lone answer says so of one."""
    return [*evidence.deeds_of(commitment.id), *evidence.deeds_near(commitment.id)]


def _is_others_done(evidence: Evidence, commitment: Commitment) -> bool:
    """Where no deed was linked to anything, the links are missing, not the deeds."""
    return any(evidence.deeds_of(one.id) for one in evidence.commitments if one is not commitment)


def _severity(evidence: Evidence, commitment: Commitment, near: Sequence[Record]) -> Severity:
    """A machine that finds nothing proves nothing: only where people looked does it accuse."""
    is_sure = not near and (_is_tagged(evidence) or _searched(evidence, commitment) >= _ENOUGH)
    return Severity.MEDIUM if is_sure else Severity.LOW


def _is_tagged(evidence: Evidence) -> bool:
    return all(evidence.is_certain(one) for one in evidence.records if is_deed(one))


def _searched(evidence: Evidence, commitment: Commitment) -> int:
    """How many deeds people looked at beside the commitment; none where one of them serves it."""
    said = [answer for _, answer in counted_answers(evidence, commitment.id)]
    return 0 if Answer.ADVANCES in said else len(said)


def _counter(evidence: Evidence, commitment: Commitment, near: Sequence[Record]) -> str:
    searched = _searched(evidence, commitment)
    absent = "Absence of a link is not absence of a deed: no person has searched for it."
    if is_lone_answer(evidence, commitment.id, evidence.deeds_of(commitment.id)):
        absent = "One answer says that the first of them does; it may be an error: ask again."
    elif searched:
        absent = tell(
            "People looked at {deeds} beside it; none of them serves it.",
            deeds=counted(searched, "deed"),
        )
    elif _is_tagged(evidence):
        absent = "Every deed that was read carries a tag; no person has searched for others."
    if not near:
        return absent
    may_be = tell(
        "{deeds} come near it and may be one, such as “{quote}”.",
        deeds=counted(len(near), "deed"),
        quote=evidence.quoted(near[0], 120),
    )
    return together(may_be, absent)


def _unmet(evidence: Evidence, commitment: Commitment, spoken: list[Record]) -> Finding:
    share = dict(evidence.say_do.say).get(commitment.id)
    promise = evidence.name(commitment.id)
    near = _near(evidence, commitment)
    return Finding(
        code="promised-and-no-deed-found",
        severity=_severity(evidence, commitment, near),
        commitment=commitment.id,
        statement=tell(
            "“{promise}” takes {share} of what is said about commitments and could be linked to no "
            "deed in any channel that was read.",
            promise=promise,
            share=percent(share.value),
        )
        if isinstance(share, Estimate)
        else tell(
            "“{promise}” could be linked to no deed in any channel that was read.", promise=promise
        ),
        criteria=evidence.quoted(spoken[0]),
        condition=tell("No record of {kinds}.", kinds=_channels(evidence)),
        cause=(
            "Not established: either nothing is done, or what is done is not in the files, "
            "or not in words a machine links."
        ),
        consequence="Nobody can tell whether it is kept.",
        corrective_action="Name the record that would show it, or tag the lines that serve it.",
        counter=_counter(evidence, commitment, near),
        evidence=tuple(record.id for record in spoken[:_MOST]),
        counter_evidence=tuple(record.id for record in near[:_MOST]),
    )


def _channels(evidence: Evidence) -> Listed:
    """The kinds of deeds that were read."""
    read = {str(one.channel): None for one in evidence.records}
    spoken_or_heard = {str(one) for one in NO_DEEDS}
    return Listed(tuple(called(one) for one in read if one not in spoken_or_heard))


def _repeated(
    evidence: Evidence, commitment: Commitment, spoken: list[Record], periods: Sequence[str]
) -> Finding:
    near = _near(evidence, commitment)
    return Finding(
        code="repeated-without-a-deed",
        severity=_severity(evidence, commitment, near),
        commitment=commitment.id,
        period=periods[-1],
        statement=tell(
            "“{promise}” was spoken of in {n} periods ({periods}), {times} in all, and could be "
            "linked to no deed in any channel that was read.",
            promise=evidence.name(commitment.id),
            n=len(periods),
            periods=Listed(tuple(periods)),
            times=counted(len(spoken), "time"),
        ),
        criteria=evidence.quoted(spoken[0]),
        condition=tell(
            "No record of {kinds}; said again: “{quote}”",
            kinds=_channels(evidence),
            quote=evidence.quoted(spoken[-1]),
        ),
        consequence="What is promised year after year and not seen is no longer believed.",
        corrective_action="Do it, name the record that shows it, or take the promise back.",
        counter=_counter(evidence, commitment, near),
        evidence=tuple(record.id for record in spoken[:_MOST]),
        counter_evidence=tuple(record.id for record in near[:_MOST]),
        places=tuple(record.place for record in spoken[:_MOST]),
    )


def _outlived(
    evidence: Evidence, commitment: Commitment, spoken: Sequence[Record], read_until: date
) -> Iterator[Finding]:
    """The latest claim whose day has passed, if deeds were read from after that day."""
    claims = [
        (one, found)
        for one in spoken
        if (found := horizon_in(one.text, said_on=one.effective_on, language=evidence.language))
        and found.on < evidence.on
        and found.on <= read_until
        and not _followed(evidence, commitment, one.effective_on)
    ]
    if claims:
        yield _outlived_finding(evidence, commitment, claims)


def _followed(evidence: Evidence, commitment: Commitment, said_on: date | None) -> bool:
    """A deed or metric from the day of the claim on; one without a date may be."""
    return any(
        one.effective_on is None or said_on is None or one.effective_on >= said_on
        for one in _sure_deeds(evidence, commitment)
    )


def _outlived_finding(
    evidence: Evidence, commitment: Commitment, claims: Sequence[tuple[Record, Horizon]]
) -> Finding:
    claim, horizon = max(claims, key=lambda pair: (pair[1].on, pair[0].id))
    near = evidence.deeds_near(commitment.id)
    if not _sure_deeds(evidence, commitment):
        near = _near(evidence, commitment)
    return Finding(
        code="claim-outlives-its-horizon",
        severity=_severity(evidence, commitment, near),
        commitment=commitment.id,
        period=claim.period,
        statement=tell(
            "What was claimed on {day} “{horizon}” ended on {end} and no deed or metric followed: "
            "“{quote}”"
            if claim.effective_on
            else "What was claimed “{horizon}” ended on {end} and no deed or metric followed: "
            "“{quote}”",
            day=claim.effective_on or "",
            horizon=evidence.redact(horizon.words),
            end=horizon.on,
            quote=evidence.quoted(claim),
        ),
        criteria=evidence.quoted(claim),
        condition=tell(
            "No record of {kinds} from the claim on is linked to it.", kinds=_channels(evidence)
        ),
        consequence="A claim that nobody can see redeemed spends the belief in the next one.",
        corrective_action="Show what came of it, or name a new day and why.",
        counter=_counter(evidence, commitment, near),
        evidence=tuple(one.id for one, _ in claims[:_MOST]),
        counter_evidence=tuple(one.id for one in near[:_MOST]),
        places=tuple(one.place for one, _ in claims[:_MOST]),
    )
