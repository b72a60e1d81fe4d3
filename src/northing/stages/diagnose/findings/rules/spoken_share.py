"""Which share of the dated words goes to each commitment, period by period?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.say_do.rules.masses import parts_of
from northing.stages.records.ledger.facts import SPOKEN

LEAST_MENTIONS = 2
"""A period with a single mention of anything has no shares worth comparing."""

Spoken = Mapping[str, Mapping[str, Decimal]]
"""Period → commitment → mentions, shared where a sentence speaks of several."""


def spoken_by_period(evidence: Evidence) -> Spoken:
    found: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for record in evidence.records:
        if record.channel in SPOKEN and record.period is not None:
            for name, mass in parts_of(record, evidence.links.get(record.id, ())).items():
                if name != NONE:
                    found[record.period][name] += mass.linked
    return found


def shares_of_words(spoken: Spoken, commitment: str) -> list[tuple[str, float]]:
    """In the order of the periods; only where enough was said of anything."""
    found = []
    for period in sorted(spoken):
        total = sum(spoken[period].values(), Decimal(0))
        if total >= LEAST_MENTIONS:
            mine = spoken[period].get(commitment, Decimal(0))
            found.append((period, float(mine / total)))
    return found
