"""What did the comparison find, in the order in which a board should read it?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.absences import absence_findings
from northing.stages.diagnose.findings.rules.admissions import admission_findings
from northing.stages.diagnose.findings.rules.completeness import Missing, missing_findings
from northing.stages.diagnose.findings.rules.contradictions import contradiction_findings
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.faults import fault_findings
from northing.stages.diagnose.findings.rules.gaps import gap_findings
from northing.stages.diagnose.findings.rules.netting import netting_findings
from northing.stages.diagnose.findings.rules.recurrences import recurrence_findings
from northing.stages.diagnose.findings.rules.reversals import reversal_findings
from northing.stages.diagnose.findings.rules.rewards import reward_findings
from northing.stages.diagnose.findings.rules.stated_figures import stated_figure_findings
from northing.stages.diagnose.findings.rules.suggestions import suggestion_findings
from northing.stages.diagnose.findings.rules.trends import trend_findings

_ORDER = list(Severity)


def findings_of(evidence: Evidence, missing: Sequence[Missing]) -> tuple[Finding, ...]:
    """All findings, the gravest first; within one severity in the order of the rules."""
    found = chain(
        contradiction_findings(evidence),
        reward_findings(evidence),
        trend_findings(evidence),
        gap_findings(evidence),
        reversal_findings(evidence),
        netting_findings(evidence),
        absence_findings(evidence),
        fault_findings(evidence),
        stated_figure_findings(evidence),
        admission_findings(evidence),
        missing_findings(missing),
        recurrence_findings(evidence),
        suggestion_findings(evidence),
    )
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.severity)))
