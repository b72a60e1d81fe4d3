"""One drawn case as the finding rules see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from northing.foundations.text.redaction import Redactor
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.findings.engine import findings_of
from northing.stages.diagnose.findings.facts import Finding
from northing.stages.diagnose.findings.rules.completeness import Missing
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.linking.tests.make import by_record
from northing.stages.diagnose.say_do.tests.make import BOTH, MAY, Tagged, compare

AMINA, BRUNO, CHIARA = "Amina Okoye", "Bruno Lindqvist", "Chiara Rossi"


def evidence_of(*tagged: Tagged, commitments: Sequence[Commitment] = BOTH, **but: Any) -> Evidence:
    links = by_record(link for _, of in tagged for link in of)
    parts: dict[str, Any] = {
        "on": MAY,
        "language": "en",
        "currency": "EUR",
        "commitments": commitments,
        "records": [record for record, _ in tagged],
        "links": links,
        "say_do": compare(*tagged, commitments=commitments),
        "discrepancies": (),
        "totals": (),
        "redact": Redactor([AMINA, BRUNO, CHIARA]).redact,
    }
    return Evidence(**(parts | but))


def find(code: str, *tagged: Tagged, missing: Sequence[Missing] = (), **but: Any) -> list[Finding]:
    """The findings of one code, also where it is a further sign of a graver one.

    Every one must have its five parts, say what speaks against it and what would change it.
    """
    found = findings_of(evidence_of(*tagged, **but), missing).findings
    for one in found:
        parts = (one.criteria, one.condition, one.cause, one.consequence, one.corrective_action)
        assert all((*parts, one.counter, one.looked_for, one.change)), one.code
    return [one for told in found for one in told_in(told) if one.code == code]


def told_in(finding: Finding) -> list[Finding]:
    """The finding, and each of its further signs as one of its own."""
    signs = [
        replace(
            finding, code=one.code, severity=one.severity, statement=one.statement,
            channel=one.channel, evidence=one.evidence, places=one.places,
        )
        for one in finding.signs
    ]  # fmt: skip
    return [finding, *signs]
