"""One drawn case as the finding rules see it."""

from __future__ import annotations

from collections.abc import Sequence
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
    """The findings of one code; every one must say what speaks against it."""
    found = findings_of(evidence_of(*tagged, **but), missing).findings
    for one in found:
        assert one.counter, one.code
    return [one for one in found if one.code == code]
