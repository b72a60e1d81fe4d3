"""Which allocations were taken back?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from northing.foundations.documents.told import Term, Told, tell
from northing.foundations.text.cues import withdraws
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import money
from northing.stages.records.ledger.facts import Channel, Record

_NOTABLE = Decimal("0.05")
"""Reversals below a twentieth of what was allocated to the account are reconciliations."""


def reversal_findings(evidence: Evidence) -> Iterator[Finding]:
    """A decision with a negative amount, beside the latest allocation to the same account."""
    by_unit: dict[str | None, list[Record]] = defaultdict(list)
    for record in evidence.records:
        if record.channel is Channel.DECISIONS and record.amount is not None:
            by_unit[_account(record)].append(record)
    for decisions in by_unit.values():
        allocated = sum((one.amount or 0 for one in decisions if (one.amount or 0) > 0), Decimal(0))
        for one in decisions:
            if one.amount is not None and one.amount < 0 and -one.amount >= _NOTABLE * allocated:
                yield _finding(evidence, one, _earlier(decisions, one))


def _account(record: Record) -> str | None:
    """Where the money was set aside: an account of the journal, else the unit."""
    return record.cells.get("account") or record.unit


def _earlier(decisions: Sequence[Record], reversal: Record) -> Record | None:
    """The latest allocation before it; the amount taken back is compared with that one."""
    before = [
        one
        for one in decisions
        if (one.amount or 0) > 0
        and one.effective_on is not None
        and reversal.effective_on is not None
        and one.effective_on <= reversal.effective_on
    ]
    return max(before, key=lambda one: str(one.effective_on), default=None)


def _finding(evidence: Evidence, one: Record, earlier: Record | None) -> Finding:
    commitments = [link.commitment for link in evidence.links.get(one.id, ()) if link.is_linked]
    cue = withdraws(one.text)
    return Finding(
        code="allocation-withdrawn",
        severity=Severity.MEDIUM,
        commitment=commitments[0] if commitments else None,
        channel="decisions",
        period=one.period,
        statement=_statement(evidence, one, earlier),
        criteria="What was allocated is meant to be spent on its purpose.",
        condition=tell(
            "“{text}” (“{cue}”)" if cue and cue.words else "“{text}”",
            text=evidence.quoted(one),
            cue=cue.words[0] if cue and cue.words else "",
        ),
        consequence="The means promised for it are smaller than announced.",
        corrective_action="Say publicly what the withdrawn sum is used for now.",
        counter="An allocation may be returned because the work cost less or was finished.",
        evidence=(one.id,) + ((earlier.id,) if earlier else ()),
        places=(one.place,) + ((earlier.place,) if earlier else ()),
    )


def _statement(evidence: Evidence, one: Record, earlier: Record | None) -> Told:
    taken = money(-(one.amount or Decimal(0)), one.currency)
    named = _account(one)
    account = evidence.redact(named) if named else Term("it")
    day = one.effective_on or Term("an unknown day")
    if earlier is None:
        return tell(
            "On {day}, {taken} to “{account}” was taken back.",
            day=day,
            taken=taken,
            account=account,
        )
    return tell(
        "On {day}, {taken} of the {allocated} allocated on {then} to “{account}” was taken back.",
        day=day,
        taken=taken,
        allocated=money(earlier.amount or Decimal(0), earlier.currency),
        then=earlier.effective_on or Term("an unknown day"),
        account=account,
    )
