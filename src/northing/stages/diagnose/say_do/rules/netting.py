"""Do units offset one another, so that the organisation looks better than its parts?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from northing.foundations.methods.divergence import total_variation
from northing.foundations.methods.estimate import Measure, Unknown, exact, without_interval
from northing.foundations.methods.hierarchy import GroupPart, decompose
from northing.foundations.methods.null_netting import null_netting
from northing.foundations.methods.shares import shares
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.say_do.facts import HierarchySplit, Mass, UnitPart
from northing.stages.diagnose.say_do.rules.saying import Say
from northing.stages.records.ledger.facts import SPOKEN

WHY = "unverified links; the bounds stand with the distances of the units"
METHOD = "chain rule of Jensen-Shannon (mutual information), units within the organisation"
NO_MEANS = "words and no means"
SILENT = "deeds and no words of its own"
CENSUS = "read in whole: chance has no part in it"

ByUnit = Mapping[tuple[str | None, ...], Mass]
_FEWEST_UNITS = 2
_FEWEST_DRAWS, _MOST_DRAWS, _DRAWN_ROWS = 200, 2000, 400_000  # many units even themselves out
_DIGITS = 12


def hierarchy_of(
    by_unit: ByUnit,
    order: Sequence[str],
    say: Say,
    *,
    channel: str,
    sizes: Mapping[str, float] | None = None,
    seed: int = 0,
) -> HierarchySplit | None:
    """`None` with fewer than two units, or where the words are unknown.

    Words that carry a unit of the deeds are held against that unit, so part of the distance may
    lie between units. All other words are the organisation's: they bind every unit in proportion
    to its deeds, and their part of the distance lies within units. `sizes` are how many deeds the
    shares of each unit rest on, where the channel is counted; without them it was read in whole.
    """
    names = [name for name in order if name != NONE] if channel in SPOKEN else list(order)
    said = _said(say, names)
    units = {str(unit) for unit, _ in by_unit if unit is not None}
    own = _own_words(say, units)
    rows = {unit: _deeds(by_unit, unit, names) for unit in sorted(units | set(own))}
    whole = sum(map(sum, rows.values()), Decimal(0))
    if len(rows) < _FEWEST_UNITS or said is None or whole <= 0:
        return None
    deeds = {unit: [float(cell / whole) for cell in row] for unit, row in rows.items()}
    everyone = _everyones_words(say, own, said, names)
    words = _joint([_row(own.get(unit, {}), names) for unit in rows], deeds, everyone)
    found = decompose(words, list(deeds.values()))
    parts = zip(rows, found.groups, strict=True)
    n = len(rows)
    kept = None if sizes is None else _kept(sizes, by_unit, rows)
    null_mean, null_95 = _by_chance(words, deeds, kept, seed=seed)
    return HierarchySplit(
        channel=channel,
        between=_measure(found.between, n),
        within=_measure(found.within, n),
        hidden_by_netting=_measure(found.hidden_by_netting_tv, n),
        hidden_null_mean=null_mean,
        hidden_null_95=null_95,
        joint_tv=_measure(found.tv_joint, n),
        units=tuple(
            _unit(unit, part, mine, deeds[unit])
            for (unit, part), mine in zip(parts, words, strict=True)
        ),
    )


def _said(say: Say, names: Sequence[str]) -> list[float] | None:
    values = [say.value(name) for name in names]
    known = [value for value in values if value is not None]
    return known if len(known) == len(values) else None


def _own_words(say: Say, units: set[str]) -> Mapping[str, Mapping[str, Decimal]]:
    """What each unit says itself; nothing where no unit of the words is one of the deeds."""
    own = {
        unit: of for unit, of in say.by_unit.items() if unit is not None and sum(of.values()) > 0
    }
    return own if units & set(own) else {}


def _deeds(by_unit: ByUnit, unit: str, names: Sequence[str]) -> list[Decimal]:
    return [max(Decimal(0), by_unit.get((unit, name), Mass()).linked) for name in names]


def _everyones_words(
    say: Say, own: Mapping[str, object], said: Sequence[float], names: Sequence[str]
) -> Sequence[float]:
    """What is said for the organisation as a whole, in the measure of the units' own words."""
    if not own:
        return said
    others = [_row(of, names) for unit, of in say.by_unit.items() if unit not in own]
    return [sum(column) for column in zip(*others, strict=True)] or [0.0] * len(names)


def _row(of: Mapping[str, Decimal], names: Sequence[str]) -> list[float]:
    return [float(of.get(name, 0)) for name in names]


def _joint(
    own: Sequence[Sequence[float]],
    deeds: Mapping[str, Sequence[float]],
    everyone: Sequence[float],
) -> list[list[float]]:
    """The joint table of words; its columns add up to what the organisation says in all."""
    table = [
        [mine + sum(done) * all_ for mine, all_ in zip(row, everyone, strict=True)]
        for row, done in zip(own, deeds.values(), strict=True)
    ]
    whole = sum(map(sum, table))
    return [[cell / whole for cell in row] for row in table]


def _kept(
    sizes: Mapping[str, float], by_unit: ByUnit, rows: Mapping[str, Sequence[Decimal]]
) -> Mapping[str, float]:
    """Of talk only what speaks of a commitment is shared out; the size is that part of it."""
    all_of: dict[str, Decimal] = defaultdict(Decimal)
    for (unit, _), mass in by_unit.items():
        all_of[str(unit)] += max(Decimal(0), mass.linked)
    return {
        unit: size * float(sum(rows[unit]) / all_of[unit])
        for unit, size in sizes.items()
        if unit in rows and all_of[unit] > 0
    }


def _by_chance(
    words: Sequence[Sequence[float]],
    deeds: Mapping[str, Sequence[float]],
    sizes: Mapping[str, float] | None,
    *,
    seed: int,
) -> tuple[Measure, Measure]:
    """What units that all act alike would seem to hide, on average and in 95 of 100 cases."""
    if sizes is None:
        return (Unknown(CENSUS),) * 2
    draws = max(_FEWEST_DRAWS, min(_MOST_DRAWS, _DRAWN_ROWS // len(deeds)))
    mine = [sizes.get(unit, 1.0) for unit in deeds]
    null = null_netting(words, list(deeds.values()), mine, draws=draws, seed=seed)
    mean, q95 = (round(one, _DIGITS) for one in (null.mean, null.q95))
    return exact(mean, n=null.n, method=null.method), exact(q95, n=null.n, method=null.method)


def _unit(unit: str, part: GroupPart, words: Sequence[float], deeds: Sequence[float]) -> UnitPart:
    """A unit without means stands at 1 and weighs nothing; one without words is no failure."""
    p, q = shares(words), shares(deeds)
    if q is None:
        return UnitPart(unit=unit, weight=0.0, jsd=None, tv=1.0, note=NO_MEANS)
    if p is None:
        return UnitPart(unit=unit, weight=part.weight, jsd=None, tv=None, note=SILENT)
    tv = total_variation(p, q).value
    return UnitPart(unit=unit, weight=part.weight, jsd=part.jsd, tv=tv)


def _measure(value: float, n: int) -> Measure:
    return without_interval(value, n=n, method=METHOD, why=WHY)
