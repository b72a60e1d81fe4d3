"""What did the comparison find, in the order in which a board should read it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from northing.stages.diagnose.findings.facts import Finding, Found, Reply
from northing.stages.diagnose.findings.rules.absences import absence_findings
from northing.stages.diagnose.findings.rules.admissions import admission_findings
from northing.stages.diagnose.findings.rules.audiences import (
    Audiences,
    audience_findings,
    audiences_of,
)
from northing.stages.diagnose.findings.rules.completeness import (
    Missing,
    incomplete_channels,
    missing_findings,
)
from northing.stages.diagnose.findings.rules.concentration import concentration_findings
from northing.stages.diagnose.findings.rules.concluding import concluded
from northing.stages.diagnose.findings.rules.contradictions import contradiction_findings
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.faults import fault_findings
from northing.stages.diagnose.findings.rules.gaps import gap_findings
from northing.stages.diagnose.findings.rules.layers import layer_findings
from northing.stages.diagnose.findings.rules.merging import answered, in_order, merged
from northing.stages.diagnose.findings.rules.metrics import metric_findings
from northing.stages.diagnose.findings.rules.netting import netting_findings
from northing.stages.diagnose.findings.rules.netting_of_linked import netting_of_linked
from northing.stages.diagnose.findings.rules.promises import promise_findings
from northing.stages.diagnose.findings.rules.recurrences import recurrence_findings
from northing.stages.diagnose.findings.rules.reversals import reversal_findings
from northing.stages.diagnose.findings.rules.rewards import reward_findings
from northing.stages.diagnose.findings.rules.stale import stale_findings
from northing.stages.diagnose.findings.rules.stated_figures import stated_figure_findings
from northing.stages.diagnose.findings.rules.suggestions import suggestion_findings
from northing.stages.diagnose.findings.rules.targets_met import target_findings
from northing.stages.diagnose.findings.rules.testing import (
    Q,
    controlled,
    falls_tested,
    gaps_tested,
)
from northing.stages.diagnose.findings.rules.trends import trend_findings
from northing.stages.diagnose.findings.rules.turns import Turned, turn_findings, turns_of
from northing.stages.diagnose.findings.rules.two_texts import two_text_findings
from northing.stages.diagnose.findings.rules.verdicts import verdict_findings
from northing.stages.diagnose.findings.rules.voices import voice_findings


def findings_of(
    evidence: Evidence, missing: Sequence[Missing] = (), replies: Sequence[Reply] = ()
) -> Found:
    """All findings, the gravest first, each told once; and all tests they rest on."""
    whole = replace(evidence, incomplete=incomplete_channels(evidence.sources, missing))
    turns, audiences = turns_of(whole), audiences_of(whole)
    tests = controlled(
        (
            *falls_tested(whole),
            *gaps_tested(whole),
            *(one.tested for one in turns),
            *((audiences.tested,) if audiences else ()),
        ),
        Q,
    )
    by_key = {one.key: one for one in tests}
    told = [concluded(whole, one, by_key) for one in _all(whole, turns, audiences, missing)]
    findings, unanswered = answered(in_order(merged(told)), replies)
    return Found(findings=findings, tests=tests, q=Q, unanswered=unanswered)


def _all(
    evidence: Evidence,
    turns: Sequence[Turned],
    audiences: Audiences | None,
    missing: Sequence[Missing],
) -> Iterator[Finding]:
    yield from contradiction_findings(evidence)
    yield from verdict_findings(evidence)
    yield from reward_findings(evidence)
    yield from trend_findings(evidence)
    yield from turn_findings(evidence, turns)
    yield from gap_findings(evidence)
    yield from reversal_findings(evidence)
    yield from (hidden := tuple(netting_findings(evidence)))
    yield from netting_of_linked(evidence, frozenset(str(one.channel) for one in hidden))
    yield from promise_findings(evidence)
    yield from absence_findings(evidence)
    yield from target_findings(evidence)
    yield from voice_findings(evidence)
    yield from audience_findings(evidence, audiences)
    yield from layer_findings(evidence)
    yield from concentration_findings(evidence)
    yield from metric_findings(evidence)
    yield from fault_findings(evidence)
    yield from stated_figure_findings(evidence)
    yield from two_text_findings(evidence)
    yield from admission_findings(evidence)
    yield from stale_findings(evidence)
    yield from missing_findings(missing)
    yield from recurrence_findings(evidence)
    yield from suggestion_findings(evidence)
