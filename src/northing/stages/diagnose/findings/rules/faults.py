"""Which figures in the files disagree with one another?"""

from __future__ import annotations

from collections.abc import Iterator

from northing.foundations.documents.told import tell
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import money
from northing.stages.records.ledger.facts import Discrepancy, Fault


def fault_findings(evidence: Evidence) -> Iterator[Finding]:
    """One for each total that disagrees with its parts, and each id that says two things."""
    for one in evidence.discrepancies:
        yield _parts(evidence, one) if one.fault is Fault.PARTS_DISAGREE else _twice(evidence, one)


def _parts(evidence: Evidence, one: Discrepancy) -> Finding:
    label = evidence.redact(one.label)
    place = tell(
        "“{label}” in {period}" if one.period else "“{label}”", label=label, period=one.period or ""
    )
    stated, found = money(one.stated, one.currency), money(one.found, one.currency)
    return Finding(
        code=str(one.fault),
        severity=Severity.MEDIUM,
        channel=_channel(evidence, one),
        period=one.period,
        statement=tell(
            "{place} states {stated}, its parts add up to {found}: {off} more than its parts."
            if one.stated > one.found
            else "{place} states {stated}, its parts add up to {found}: {off} less than its parts.",
            place=place,
            stated=stated,
            found=found,
            off=money(abs(one.stated - one.found), one.currency),
        ),
        criteria="A total equals the sum of its parts.",
        condition=tell("Stated {stated}, parts {found}.", stated=stated, found=found),
        consequence=(
            "The total above it is built on the stated figure, so that was counted; the difference "
            "stands as a line that serves no commitment."
            if one.stands
            else "No total above it confirms the stated figure, so the parts were counted."
        ),
        corrective_action="Ask who keeps the table which of the two is right.",
        counter="Either figure may be the right one; rounding or a missing line would explain it.",
        evidence=one.record_ids,
        places=(one.place,),
    )


def _channel(evidence: Evidence, one: Discrepancy) -> str:
    """That of its lines; money where none of them was kept."""
    of = (str(record.channel) for record in evidence.records if record.id in one.record_ids)
    return next(of, "money")


def _twice(evidence: Evidence, one: Discrepancy) -> Finding:
    return Finding(
        code=str(one.fault),
        severity=Severity.LOW,
        period=one.period,
        statement=tell(
            "The id “{id}” stands in two files with different amounts ({found} and {stated}); the "
            "first was counted.",
            id=evidence.redact(one.label),
            found=money(one.found, one.currency),
            stated=money(one.stated, one.currency),
        ),
        criteria="One id names one record.",
        condition="Two amounts under one id.",
        corrective_action="Ask which of the two exports is current.",
        counter="The later file may be a correction of the earlier one.",
        evidence=one.record_ids,
        places=(one.place,),
    )
