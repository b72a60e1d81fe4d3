"""Do two texts give different figures for the same thing?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from northing.foundations.documents.told import tell
from northing.foundations.text.figures import same_label, stated_figures
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.stated_figures import (
    Told,
    known_labels,
    same_amount,
)
from northing.stages.records.ledger.facts import SPOKEN


def two_text_findings(evidence: Evidence) -> Iterator[Finding]:
    """One for each label and period that two documents fill differently and no table holds."""
    told: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for record in evidence.records:
        if record.channel in SPOKEN:
            for figure in stated_figures(record.text, language=evidence.language):
                one = Told(record, figure)
                if one.period is not None:
                    told[(figure.label.casefold(), one.period)].append(one)
    if not told:
        return
    tables = known_labels(evidence)
    for (label, period), of in sorted(told.items()):
        other = _other(of)
        if other is not None and not any(same_label(label, one) for one in tables):
            yield _finding(evidence, period, of[0], other)


def _other(told: Sequence[Told]) -> Told | None:
    """The first that another document gives otherwise, in the same currency."""
    first = told[0]
    differ = (
        one
        for one in told[1:]
        if one.record.place.path != first.record.place.path
        and one.figure.amount.currency == first.figure.amount.currency
        and not same_amount(one.amount, first.amount)
    )
    return next(differ, None)


def _finding(evidence: Evidence, period: str, one: Told, other: Told) -> Finding:
    label = evidence.redact(one.figure.label)
    paths = [evidence.redact(each.record.place.path) for each in (one, other)]
    return Finding(
        code="sources-contradict",
        severity=Severity.LOW,
        period=period,
        statement=tell(
            "For “{label}” in {period}, {path} gives {said} and {other} {otherwise}.",
            label=label,
            period=period,
            path=paths[0],
            said=one.shown(evidence.currency),
            other=paths[1],
            otherwise=other.shown(evidence.currency),
        ),
        criteria="Two texts that tell one figure tell the same.",
        condition=tell(
            "“{text}” “{other}”",
            text=evidence.quoted(one.record),
            other=evidence.quoted(other.record),
        ),
        consequence="One of the two is out of date or wrong, and no table says which.",
        corrective_action="Correct the one, or say in which way they count differently.",
        counter="A table with the figure was looked for; none was read. Both may count otherwise.",
        evidence=(one.record.id, other.record.id),
        places=(one.record.place, other.record.place),
    )
