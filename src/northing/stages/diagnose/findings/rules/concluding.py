"""How sure is each finding, what did people check of it, and may it accuse at all?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from northing.foundations.documents.told import Listed, Written, tell, together
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.findings.facts import (
    ACCUSING,
    Confidence,
    Finding,
    Severity,
    Tested,
)
from northing.stages.diagnose.findings.rules.catalogue.all import CATALOGUE
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import called
from northing.stages.diagnose.findings.rules.testing import TESTED_AS
from northing.stages.diagnose.linking.facts import CERTAIN, Origin
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.records.ledger.facts import (
    NO_DEEDS,
)

NO_CAUSE = "Not established: nothing that was read states one."
_NO_CONSEQUENCE = "Nobody can rely on the figure."

Tests = Mapping[tuple[str, str, str | None], Tested]


def concluded(evidence: Evidence, finding: Finding, tests: Tests) -> Finding:
    """The finding with its confidence, its test, all five parts, and no heavier than it may be."""
    entry = CATALOGUE[finding.code]
    full = replace(
        finding,
        cause=finding.cause or NO_CAUSE,
        consequence=finding.consequence or _NO_CONSEQUENCE,
        looked_for=entry.looked_for,
        change=entry.changes,
        tested=_test(finding, tests),
        checked=len(_answers(evidence, finding)),
        confidence=_confidence(evidence, finding),
        is_verified=_is_borne_out(evidence, finding),
    )
    return _tempered(evidence, full)


def _test(finding: Finding, tests: Tests) -> Tested | None:
    """Its own test, or one of the organisation as a whole."""
    code = TESTED_AS.get(finding.code, finding.code)
    own = tests.get((code, finding.commitment or NONE, finding.channel))
    return own or tests.get((code, NONE, finding.channel))


def _answers(evidence: Evidence, finding: Finding) -> Sequence[Answer]:
    if finding.commitment is None:
        return ()
    of = dict.fromkeys((*finding.evidence, *finding.counter_evidence))
    said = (evidence.answer(one, finding.commitment) for one in of)
    return [one for one in said if one is not None]


def _is_borne_out(evidence: Evidence, finding: Finding) -> bool:
    """People looked at every record it rests on (or at what it counts) and found what it says."""
    if finding.commitment is None or not finding.evidence:
        return False
    said = [evidence.answer(one, finding.commitment) for one in finding.evidence]
    if finding.code in _AGAINST:
        return all(one is Answer.CONTRADICTS for one in said)
    return all(one is not None and one is not Answer.NEITHER for one in said)


_AGAINST = ("guardrail-crossed", "deeds-against-promise", "contradicted-by-tagged-records")


def _confidence(evidence: Evidence, finding: Finding) -> Confidence:
    """By the links of the records it quotes to its commitment; figures alone need none."""
    if _is_borne_out(evidence, finding):
        return Confidence.VERIFIED
    is_said = [one in CERTAIN for one in _origins(evidence, finding)]
    if not is_said:
        return Confidence.AS_WRITTEN
    if all(is_said):
        return Confidence.TAGGED
    return Confidence.PARTLY_TAGGED if any(is_said) else Confidence.MACHINE_ONLY


def _origins(evidence: Evidence, finding: Finding) -> list[Origin]:
    quoted = {*finding.evidence, *finding.counter_evidence}
    return [
        link.origin
        for id_ in sorted(quoted)
        for link in evidence.links.get(id_, ())
        if link.commitment == finding.commitment
    ]


def _tempered(evidence: Evidence, finding: Finding) -> Finding:
    """Chance and missing files accuse nobody: such a finding asks, and says why."""
    if finding.severity not in ACCUSING:
        return finding
    entry, doubts = CATALOGUE[finding.code], []
    if finding.tested is not None and not finding.tested.survives:
        doubts.append(
            tell(
                "Chance may show as much: p = {p}, after all tests of this audit {adjusted}.",
                p=Written(finding.tested.p_value, ".2g"),
                adjusted=Written(finding.tested.adjusted, ".2g"),
            )
        )
    gone = sorted(_not_read(evidence, finding))
    if entry.is_by_absence and gone:
        doubts.append(
            tell(
                "Part of what there should be was not read ({kinds}): it may stand there.",
                kinds=Listed(tuple(called(one) for one in gone)),
            )
        )
    if not doubts:
        return finding
    counter = together(finding.counter, *doubts)
    return replace(finding, severity=Severity.LOW, counter=counter)


def _not_read(evidence: Evidence, finding: Finding) -> frozenset[str]:
    """Kinds of deeds of which a part is missing, as far as the finding speaks of them."""
    if finding.channel is not None:
        return evidence.incomplete & {finding.channel}
    return evidence.incomplete - {str(one) for one in NO_DEEDS}
