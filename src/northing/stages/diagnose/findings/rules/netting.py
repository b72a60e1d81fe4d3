"""Which units starve a commitment that others overfund, and which have words and no means?"""

from __future__ import annotations

from collections.abc import Iterator

from northing.foundations.methods.estimate import Estimate
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import percent, points
from northing.stages.diagnose.say_do.facts import Gap, HierarchySplit

_NOTABLE = 0.05


def netting_findings(evidence: Evidence) -> Iterator[Finding]:
    """Where the organisation's distance is five points smaller than its units' together."""
    for split in evidence.say_do.hierarchies:
        hidden = split.hidden_by_netting
        if isinstance(hidden, Estimate) and hidden.value >= _NOTABLE:
            widest = _widest(evidence, split.channel)
            if widest is not None:
                yield _finding(evidence, split, hidden.value, widest)


def _widest(evidence: Evidence, channel: str) -> tuple[Gap, Gap] | None:
    """The commitment whose share differs most between two units."""
    by_commitment: dict[str, list[Gap]] = {}
    for gap in evidence.say_do.gaps:
        if (
            gap.channel == channel
            and gap.unit is not None
            and gap.commitment != NONE
            and isinstance(gap.do, Estimate)
        ):
            by_commitment.setdefault(gap.commitment, []).append(gap)
    pairs = [
        (min(gaps, key=_share), max(gaps, key=_share))
        for gaps in by_commitment.values()
        if len(gaps) > 1
    ]
    return max(pairs, key=lambda pair: _share(pair[1]) - _share(pair[0]), default=None)


def _share(gap: Gap) -> float:
    return gap.do.value if isinstance(gap.do, Estimate) else 0.0


def _finding(
    evidence: Evidence, split: HierarchySplit, hidden: float, pair: tuple[Gap, Gap]
) -> Finding:
    least, most = pair
    return Finding(
        code="hidden-by-netting",
        severity=Severity.MEDIUM,
        commitment=least.commitment,
        channel=split.channel,
        statement=(
            f"{points(hidden)} of the distance in {split.channel} are hidden because units offset "
            f"one another: “{evidence.name(least.commitment)}” takes {percent(_share(least))} "
            f"in {evidence.redact(str(least.unit))} and {percent(_share(most))} "
            f"in {evidence.redact(str(most.unit))}."
        ),
        criteria="The same promise holds in every unit.",
        condition=(
            "The units stand further from the words than the organisation as a whole, "
            f"by {points(hidden)}."
        ),
        consequence="Some people meet the promise kept, others do not.",
        corrective_action="Look at the units one by one.",
        counter="Units may have different tasks; then different shares are meant.",
    )
