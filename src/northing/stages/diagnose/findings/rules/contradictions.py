"""Which records are marked as running against a commitment, and which cross a guardrail?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from northing.foundations.documents.told import Listed, tell, together
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.beyond_error import is_beyond_error
from northing.stages.diagnose.findings.rules.evidence import Evidence, is_deed
from northing.stages.diagnose.findings.rules.phrases import called, counted, named
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.records.ledger.facts import Channel, Record, Stance

_MOST = 5


def contradiction_findings(evidence: Evidence) -> Iterator[Finding]:
    """One for each guardrail that was crossed, and for each commitment and channel with marks."""
    tagged = _tagged(evidence)
    for commitment in evidence.commitments:
        if commitment.guardrail:
            yield from _crossed(evidence, commitment, tagged)
    for (name, channel), records in tagged.items():
        if channel == Channel.INCENTIVES and _is_paid_against(evidence, name):
            continue  # told with its scheme of pay
        yield _finding(evidence, name, channel, records)


def _tagged(evidence: Evidence) -> dict[tuple[str, str], list[Record]]:
    """Marked by the files or the case; a person's answer on the same record wins over the mark."""
    found: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in evidence.records:
        for link in evidence.links.get(record.id, ()):
            is_open = evidence.answer(record.id, link.commitment) is None
            if link.stance is Stance.CONTRADICTS and is_open:
                found[(link.commitment, str(record.channel))].append(record)
    return found


def _crossed(
    evidence: Evidence, commitment: Commitment, tagged: Mapping[tuple[str, str], list[Record]]
) -> Iterator[Finding]:
    marked = [
        one
        for (name, _), of in tagged.items()
        if name == commitment.id
        for one in of
        if is_deed(one)
    ]
    answered = evidence.answered(commitment.id)
    judged = [
        one
        for one in evidence.records
        if answered.get(one.id) is Answer.CONTRADICTS and is_deed(one)
    ]
    if marked or judged:
        yield _guardrail(evidence, commitment, marked, judged)


def _guardrail(
    evidence: Evidence, commitment: Commitment, marked: Sequence[Record], judged: Sequence[Record]
) -> Finding:
    records = [*judged, *marked]
    kept = evidence.deeds_of(commitment.id)
    channels = Counter(str(one.channel) for one in records)
    where = tuple(tell("{n} of {kind}", n=n, kind=called(one)) for one, n in channels.items())
    is_sure = bool(marked) or is_beyond_error(evidence, commitment.id, len(judged))
    doubt = "" if is_sure else "So few answers of people may be errors: ask a second person."
    return Finding(
        code="guardrail-crossed",
        severity=Severity.HIGH if is_sure else Severity.LOW,
        commitment=commitment.id,
        channel=next(iter(channels)) if len(channels) == 1 and not marked else None,
        statement=tell(
            "“{promise}” must not be crossed, and {records} run against it ({where}): “{quote}”.",
            promise=evidence.name(commitment.id),
            records=counted(len(records), "record"),
            where=Listed(where),
            quote=evidence.quoted(records[0]),
        ),
        criteria=named(evidence.name(commitment.id), is_guardrail=True),
        condition=together(*quotes(evidence, records), by="; "),
        consequence="What was promised to hold whatever else is gained did not hold.",
        corrective_action="Stop it, make it good, and say publicly that the line was crossed.",
        counter=together(
            tell(
                "{others} advance it; no gain outweighs a guardrail.",
                others=counted(len(kept), "other record"),
            ),
            doubt,
        ),
        evidence=tuple(one.id for one in records[:_MOST]),
        counter_evidence=tuple(one.id for one in kept[:_MOST]),
        places=tuple(one.place for one in records[:_MOST]),
    )


def _is_paid_against(evidence: Evidence, commitment: str) -> bool:
    return any(commitment in measure.against for one in evidence.rewards for measure in one.against)


def _finding(evidence: Evidence, commitment: str, channel: str, records: list[Record]) -> Finding:
    guarded = evidence.is_guardrail(commitment)
    kept = [one for one in evidence.linked_to(commitment, spoken=False) if one not in records]
    return Finding(
        code="contradicted-by-tagged-records",
        severity=Severity.HIGH if guarded else Severity.MEDIUM,
        commitment=commitment,
        channel=channel,
        statement=tell(
            "{records} of {kind} are marked in the files as running against “{promise}”: “{quote}”."
            if len(records) > 1
            else "{records} of {kind} is marked in the files as running against “{promise}”: "
            "“{quote}”.",
            records=counted(len(records), "record"),
            kind=called(channel),
            promise=evidence.name(commitment),
            quote=evidence.quoted(records[0]),
        ),
        criteria=named(evidence.name(commitment), is_guardrail=guarded),
        condition=together(*quotes(evidence, records), by="; "),
        consequence="What is rewarded or decided pulls against the promise.",
        corrective_action="Change the rule or decision, or say why it stands.",
        counter=tell("{n} other records advance it.", n=len(kept)),
        evidence=tuple(one.id for one in records[:_MOST]),
        counter_evidence=tuple(one.id for one in kept[:_MOST]),
        places=tuple(one.place for one in records[:_MOST]),
    )


def quotes(evidence: Evidence, records: Sequence[Record]) -> list[str]:
    """Each wording once, with how often it stands there."""
    counts = Counter(evidence.quoted(one, 120) for one in records)
    return [
        tell("“{text}” ({n} times)" if count > 1 else "“{text}”", text=text, n=count)
        for text, count in list(counts.items())[:_MOST]
    ]
