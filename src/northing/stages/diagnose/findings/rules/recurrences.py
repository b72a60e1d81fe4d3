"""Which initiatives are announced again and again?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.records.ledger.facts import Channel, Record

_AGAIN = 2
_AND_AGAIN = 3
_MOST = 10


def recurrence_findings(evidence: Evidence) -> Iterator[Finding]:
    """Initiatives that carry the same id, or the same name, in several periods."""
    by_name: dict[str, list[Record]] = defaultdict(list)
    for record in evidence.records:
        if record.channel is Channel.INITIATIVES:
            by_name[record.given_id or record.text.casefold()].append(record)
    again = {name: of for name, of in by_name.items() if len(_written_periods(of)) >= _AGAIN}
    if again:
        yield _finding(evidence, again, initiatives=len(by_name))


def _written_periods(records: list[Record]) -> set[object]:
    return {record.effective_on for record in records if record.effective_on is not None}


def _finding(evidence: Evidence, again: dict[str, list[Record]], *, initiatives: int) -> Finding:
    thrice = sum(len(_written_periods(of)) >= _AND_AGAIN for of in again.values())
    longest = sorted(again.values(), key=lambda of: (-len(_written_periods(of)), of[0].id))
    return Finding(
        code="initiatives-recur",
        severity=Severity.NOTE,
        channel="initiatives",
        statement=(
            f"{len(again)} initiatives recur in two or more periods, {thrice} of them "
            f"in three or more (of {initiatives} in all)."
        ),
        criteria="An initiative ends, or says why it goes on.",
        condition="; ".join(
            f"{evidence.redact(of[0].text)} ({len(_written_periods(of))})" for of in longest[:_MOST]
        ),
        consequence="What is announced every year without ending uses up belief.",
        corrective_action="Say of each what the last period brought.",
        counter="Long work is rightly announced again; recurrence alone is no failure.",
        evidence=tuple(of[0].id for of in longest[:_MOST]),
    )
