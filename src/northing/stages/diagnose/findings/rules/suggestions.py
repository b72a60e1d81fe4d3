"""Which deeds come near a sign of breaking, so that a person should look at them?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from northing.foundations.documents.told import Listed, tell, together
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import called
from northing.stages.diagnose.linking.facts import Link, Origin
from northing.stages.records.ledger.facts import (
    NO_DEEDS,
    Record,
)

_NEAR = 0.2
_MOST = 5


def suggestion_findings(evidence: Evidence) -> Iterator[Finding]:
    """Wording alone is no verdict: these are counted neither for nor against the commitment."""
    found: dict[tuple[str, str], list[tuple[Record, Link]]] = defaultdict(list)
    for record in evidence.records:
        if record.channel in NO_DEEDS:
            continue
        for link in evidence.links.get(record.id, ()):
            if _comes_near(link):
                found[(link.commitment, str(record.channel))].append((record, link))
    for (commitment, channel), near in found.items():
        yield _finding(evidence, commitment, channel, near)


def _comes_near(link: Link) -> bool:
    return (
        link.origin is Origin.MACHINE
        and link.sign == "breaking_it"
        and (link.match_score or 0.0) >= _NEAR
    )


def _finding(
    evidence: Evidence, commitment: str, channel: str, near: list[tuple[Record, Link]]
) -> Finding:
    nearest, link = max(near, key=lambda pair: pair[1].match_score or 0.0)
    words = tuple(tell("“{text}”", text=evidence.redact(word)) for word in link.words)
    return Finding(
        code="comes-near-a-sign-of-breaking",
        severity=Severity.NOTE,
        commitment=commitment,
        channel=channel,
        statement=tell(
            "{n} records of {kind} come near the sign of breaking “{sign}”: “{quote}” (by "
            "{words}). Nobody has judged them."
            if len(near) > 1
            else "{n} record of {kind} come near the sign of breaking “{sign}”: “{quote}” (by "
            "{words}). Nobody has judged them.",
            n=len(near),
            kind=called(channel),
            sign=evidence.redact(link.nearest),
            quote=evidence.quoted(nearest, 160),
            words=Listed(words),
        ),
        criteria=evidence.name(commitment),
        condition=together(
            *(tell("“{text}”", text=evidence.quoted(one, 120)) for one, _ in near[:_MOST]), by="; "
        ),
        cause="A machine compared words; it cannot tell for from against.",
        consequence="They are counted neither for nor against the commitment.",
        corrective_action="Read them, and tag each one: advances, contradicts or neither.",
        counter="A record may name a danger in order to avert it.",
        evidence=tuple(one.id for one, _ in near[:_MOST]),
        places=tuple(one.place for one, _ in near[:_MOST]),
    )
