"""Do units offset one another, so that the organisation looks better than its parts?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from northing.foundations.methods.divergence import total_variation
from northing.foundations.methods.estimate import Measure, Unknown, without_interval
from northing.foundations.methods.hierarchy import Hierarchy, decompose
from northing.stages.diagnose.say_do.facts import HierarchySplit, Mass, UnitPart
from northing.stages.diagnose.say_do.rules.saying import Say

WHY = "unverified links; the bounds stand with the distances of the units"
METHOD = "chain rule of Jensen-Shannon (mutual information), units within the organisation"


def hierarchy_of(
    by_unit: Mapping[tuple[str | None, ...], Mass],
    order: Sequence[str],
    say: Say,
    *,
    channel: str,
) -> HierarchySplit | None:
    """`None` with fewer than two units, or where the words are unknown.

    The words are the organisation's: every unit is held to the same promise, in proportion to its
    deeds, so all of the distance lies within units and none between.
    """
    said = [say.value(name) for name in order]
    units = sorted({str(key[0]) for key in by_unit if key[0] is not None})
    if len(units) < 2 or None in said:
        return None
    rows = [_row(by_unit, unit, order) for unit in units]
    totals = [sum(row) for row in rows]
    whole = sum(totals)
    if whole <= 0:
        return None
    deeds = [[float(cell / whole) for cell in row] for row in rows]
    words = [[float(total / whole) * (share or 0.0) for share in said] for total in totals]
    return _split(
        decompose(words, deeds), units, rows, [share or 0.0 for share in said], channel=channel
    )


def _row(
    by_unit: Mapping[tuple[str | None, ...], Mass], unit: str, order: Sequence[str]
) -> list[Decimal]:
    return [max(Decimal(0), by_unit.get((unit, name), Mass()).linked) for name in order]


def _split(
    found: Hierarchy,
    units: Sequence[str],
    rows: Sequence[Sequence[Decimal]],
    said: Sequence[float],
    *,
    channel: str,
) -> HierarchySplit:
    n = len(units)
    parts = tuple(
        _unit(unit, row, part.weight, part.jsd, said)
        for unit, row, part in zip(units, rows, found.groups, strict=True)
    )
    return HierarchySplit(
        channel=channel,
        between=_measure(found.between, n),
        within=_measure(found.within, n),
        hidden_by_netting=_measure(found.hidden_by_netting_tv, n),
        joint_tv=_measure(found.tv_joint, n),
        units=parts,
    )


def _unit(
    unit: str, row: Sequence[Decimal], weight: float, jsd: float | None, said: Sequence[float]
) -> UnitPart:
    total = sum(row)
    if total == 0:
        return UnitPart(unit=unit, weight=0.0, jsd=None, tv=1.0, note="words and no means")
    tv = total_variation(said, [float(cell / total) for cell in row]).value
    return UnitPart(unit=unit, weight=weight, jsd=jsd, tv=tv)


def _measure(value: float, n: int) -> Measure:
    return (
        Unknown("it could not be computed")
        if value != value
        else without_interval(value, n=n, method=METHOD, why=WHY)
    )
