"""Which units starve a commitment that others overfund, and which have words and no means?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from northing.foundations.documents.told import tell, together
from northing.foundations.methods.estimate import Estimate
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import called, percent, points
from northing.stages.diagnose.say_do.facts import Gap, HierarchySplit

_NOTABLE = 0.05


def netting_findings(evidence: Evidence) -> Iterator[Finding]:
    """Where the organisation's distance is five points smaller than its units' together.

    Few records let units that all act alike seem to offset one another: where a channel is counted
    the five points must lie above what chance shows on average, and the whole above its 95 %.
    """
    for split in evidence.say_do.hierarchies:
        hidden = split.hidden_by_netting
        if isinstance(hidden, Estimate) and _is_notable(split, hidden.value):
            widest = _widest(evidence, split)
            if widest is not None:
                yield _finding(evidence, split, hidden.value, widest)


def _is_notable(split: HierarchySplit, hidden: float) -> bool:
    by_chance, at_most = split.hidden_null_mean, split.hidden_null_95
    if not isinstance(by_chance, Estimate) or not isinstance(at_most, Estimate):
        return hidden >= _NOTABLE  # read in whole
    return hidden - by_chance.value >= _NOTABLE and hidden > at_most.value


def _chance(split: HierarchySplit) -> str:
    by_chance, at_most = split.hidden_null_mean, split.hidden_null_95
    if not isinstance(by_chance, Estimate) or not isinstance(at_most, Estimate):
        return ""
    return tell(
        "In {n} records units that act alike would seem to hide {usually} on average, and {most} "
        "in one case of twenty.",
        n=by_chance.n,
        usually=points(by_chance.value),
        most=points(at_most.value),
    )


def _widest(evidence: Evidence, split: HierarchySplit) -> tuple[Gap, Gap] | None:
    """The commitment whose units offset one another most, in its two most distant units."""
    weights = {part.unit: part.weight for part in split.units}
    by_commitment: dict[str, list[Gap]] = {}
    for gap in evidence.say_do.gaps:
        if (
            gap.channel == split.channel
            and gap.unit in weights
            and gap.commitment != NONE
            and isinstance(gap.gap, Estimate)
        ):
            by_commitment.setdefault(gap.commitment, []).append(gap)
    several = [gaps for gaps in by_commitment.values() if len(gaps) > 1]
    most = max(several, key=lambda gaps: _offset(gaps, weights), default=None)
    return None if most is None else (min(most, key=_share), max(most, key=_share))


def _offset(gaps: Sequence[Gap], weights: Mapping[str, float]) -> float:
    """How much of the units' gaps disappears when they are added up with their signs."""
    signed = [weights[str(gap.unit)] * _gap(gap) for gap in gaps]
    return sum(map(abs, signed)) - abs(sum(signed))


def _gap(gap: Gap) -> float:
    return gap.gap.value if isinstance(gap.gap, Estimate) else 0.0


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
        statement=tell(
            "{points} of the distance in {kind} are hidden because units offset one another: "
            "“{promise}” takes {least} in {unit} and {most} in {other}.",
            points=points(hidden),
            kind=called(split.channel),
            promise=evidence.name(least.commitment),
            least=percent(_share(least)),
            unit=evidence.redact(str(least.unit)),
            most=percent(_share(most)),
            other=evidence.redact(str(most.unit)),
        ),
        criteria="The same promise holds in every unit.",
        condition=together(
            tell(
                "The units stand further from the words than the organisation as a whole, by "
                "{points}.",
                points=points(hidden),
            ),
            _chance(split),
        ),
        consequence="Some people meet the promise kept, others do not.",
        corrective_action="Look at the units one by one.",
        counter="Units may have different tasks; then different shares are meant.",
    )
