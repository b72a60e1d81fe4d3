"""Which figures in the files disagree with one another?"""

from __future__ import annotations

from collections.abc import Iterator

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
    when = f" in {one.period}" if one.period else ""
    off = money(abs(one.stated - one.found), one.currency)
    return Finding(
        code=str(one.fault),
        severity=Severity.MEDIUM,
        channel=_channel(evidence, one),
        period=one.period,
        statement=(
            f"“{label}”{when} states {money(one.stated, one.currency)}, its parts add up to "
            f"{money(one.found, one.currency)}: {off} "
            f"{'more' if one.stated > one.found else 'less'} than its parts."
        ),
        criteria="A total equals the sum of its parts.",
        condition=(
            f"Stated {money(one.stated, one.currency)}, parts {money(one.found, one.currency)}."
        ),
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
        statement=(
            f"The id “{evidence.redact(one.label)}” stands in two files with different amounts "
            f"({money(one.found, one.currency)} and {money(one.stated, one.currency)}); "
            "the first was counted."
        ),
        criteria="One id names one record.",
        condition="Two amounts under one id.",
        corrective_action="Ask which of the two exports is current.",
        counter="The later file may be a correction of the earlier one.",
        evidence=one.record_ids,
        places=(one.place,),
    )
