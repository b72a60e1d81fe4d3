"""Which records did people mark as running against a commitment?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.records.ledger.facts import Channel, Record, Stance

_MOST = 5


def contradiction_findings(evidence: Evidence) -> Iterator[Finding]:
    """One for each commitment and channel with a record whose tag says that it contradicts."""
    found: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in evidence.records:
        for link in evidence.links.get(record.id, ()):
            if link.stance is Stance.CONTRADICTS:
                found[(link.commitment, str(record.channel))].append(record)
    for (commitment, channel), records in found.items():
        if channel == Channel.INCENTIVES and _is_paid_against(evidence, commitment):
            continue  # told with its scheme of pay
        yield _finding(evidence, commitment, channel, records)


def _is_paid_against(evidence: Evidence, commitment: str) -> bool:
    return any(commitment in measure.against for one in evidence.rewards for measure in one.against)


def _finding(evidence: Evidence, commitment: str, channel: str, records: list[Record]) -> Finding:
    guarded = any(one.id == commitment and one.guardrail for one in evidence.commitments)
    kept = [one for one in evidence.linked_to(commitment, spoken=False) if one not in records]
    count = f"{len(records)} record{'s' if len(records) > 1 else ''}"
    return Finding(
        code="contradicted-by-tagged-records",
        severity=Severity.HIGH if guarded else Severity.MEDIUM,
        commitment=commitment,
        channel=channel,
        statement=(
            f"{count} of {channel} {'are' if len(records) > 1 else 'is'} marked in the files "
            f"as running against “{evidence.name(commitment)}”: “{evidence.quoted(records[0])}”."
        ),
        criteria=evidence.name(commitment)
        + (" (guardrail: must not be crossed)" if guarded else ""),
        condition="; ".join(_quotes(evidence, records)),
        cause="Not stated in what was read.",
        consequence="What is rewarded or decided pulls against the promise.",
        corrective_action="Change the rule or decision, or say why it stands.",
        counter=f"{len(kept)} other records advance it.",
        evidence=tuple(one.id for one in records[:_MOST]),
        counter_evidence=tuple(one.id for one in kept[:_MOST]),
        places=tuple(one.place for one in records[:_MOST]),
    )


def _quotes(evidence: Evidence, records: Sequence[Record]) -> list[str]:
    """Each wording once, with how often it stands there."""
    counts = Counter(evidence.quoted(one, 120) for one in records)
    return [
        f"“{text}”" + (f" ({count} times)" if count > 1 else "")
        for text, count in list(counts.items())[:_MOST]
    ]
