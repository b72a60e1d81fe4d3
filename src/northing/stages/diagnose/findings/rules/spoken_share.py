"""Which share of the dated words goes to each commitment, period by period?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.records.ledger.facts import SPOKEN

LEAST_MENTIONS = 2
"""A period with a single mention of anything has no shares worth comparing."""

Spoken = Mapping[str, Mapping[str, float]]
"""Period → commitment → mentions, shared where a sentence speaks of several."""


def spoken_by_period(evidence: Evidence) -> Spoken:
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for record in evidence.records:
        if record.channel in SPOKEN and record.period is not None:
            for name, mass in evidence.masses(record).items():
                if name != NONE:
                    found[record.period][name] += mass
    return found


def shares_of_words(spoken: Spoken, commitment: str) -> list[tuple[str, float]]:
    """In the order of the periods; only where enough was said of anything."""
    found = []
    for period in sorted(spoken):
        total = sum(spoken[period].values())
        if total >= LEAST_MENTIONS:
            found.append((period, spoken[period].get(commitment, 0.0) / total))
    return found
