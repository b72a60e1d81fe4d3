"""Which plants were found, which twins were accused, and how far off are the dates?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from organisations.facts import Plant, Twins
from organisations.running import Run, Seen, Told

SPOKEN = ("words", "communications")
NOTE, LOW, MEDIUM, HIGH = 1, 2, 3, 4
_WEIGHTS = {"note": NOTE, "low": LOW, "medium": MEDIUM, "high": HIGH}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One plant in one mode: by which codes it was found and by which its twin carries it.

    `found_as` and `alarmed_as` are the gravest severity of each, as a number (0 none, 1 note,
    2 low, 3 medium, 4 high). `days` is how far the date of a drift was off, `is_inside` whether
    the interval held it.
    """

    family: str
    plant: Plant
    found_by: frozenset[str]
    alarmed_by: frozenset[str]
    found_as: int = 0
    alarmed_as: int = 0
    days: int | None = None
    is_inside: bool | None = None

    @property
    def is_found(self) -> bool:
        """A question counts; a note only where no more than a note was planted."""
        return self.found_as >= self._least

    @property
    def is_found_accusing(self) -> bool:
        return self.found_as >= (MEDIUM if self.plant.is_accusing else NOTE)

    @property
    def is_alarm(self) -> bool:
        return self.alarmed_as >= (MEDIUM if self.plant.is_accusing else NOTE)

    @property
    def is_alarm_of_any_weight(self) -> bool:
        return self.alarmed_as >= self._least

    @property
    def is_told_apart(self) -> bool:
        """Found, and graver than anything of the kind in the twin."""
        return self.is_found and self.found_as > self.alarmed_as

    @property
    def _least(self) -> int:
        return LOW if self.plant.is_accusing else NOTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Accusation:
    """One accusing finding of either twin, and whether something is there to accuse."""

    family: str
    is_twin: bool
    is_right: bool
    told: Told


def verdicts(run: Run, mode: str) -> Iterator[Verdict]:
    for plant in run.twins.plants:
        hits = list(_saying(plant, run.guilty[mode]))
        alarms = list(_saying(plant, run.honest[mode]))
        dated = [one for one in hits if one.turned_on] if plant.turned_on else []
        nearest = min(dated, key=lambda one: _days(plant, one), default=None)
        between = nearest.turned_between if nearest else None
        yield Verdict(
            family=run.twins.family,
            plant=plant,
            found_by=frozenset(one.code for one in hits),
            alarmed_by=frozenset(one.code for one in alarms),
            found_as=max((_WEIGHTS[one.severity] for one in hits), default=0),
            alarmed_as=max((_WEIGHTS[one.severity] for one in alarms), default=0),
            days=_days(plant, nearest) if nearest else None,
            is_inside=_is_inside(plant, between) if between else None,
        )


def accusations(run: Run, mode: str) -> Iterator[Accusation]:
    """Right is what was planted, what follows from it, and what can be counted in the records."""
    twins = run.twins
    for seen, is_twin in ((run.guilty[mode], False), (run.honest[mode], True)):
        for told in (one for one in seen.told if one.is_accusing):
            right = (
                told.code in twins.may_say
                or seen.known.is_fact(told.code, told.commitment, told.channel)
                or (not is_twin and _is_planted(told, twins))
            )
            yield Accusation(family=twins.family, is_twin=is_twin, is_right=right, told=told)


def of_commitments(seen: Seen, commitments: Iterable[str]) -> list[Told]:
    """What accuses these commitments."""
    names = set(commitments)
    return [one for one in seen.told if one.is_accusing and one.commitment in names]


def _saying(plant: Plant, seen: Seen) -> Iterator[Told]:
    for one in seen.told:
        if one.code in plant.codes and _is_of(plant, one):
            yield one


def _is_planted(told: Told, twins: Twins) -> bool:
    return any(
        told.code in plant.codes | plant.follows and _is_of(plant, told) for plant in twins.plants
    )


def _is_of(plant: Plant, told: Told) -> bool:
    """The same commitment, where both name one; a drift of money is none of words."""
    names_one = plant.commitment is not None and told.commitment is not None
    if names_one and plant.commitment != told.commitment:
        return False
    if plant.turned_on is None or told.channel is None:
        return True
    return told.channel == plant.channel or {told.channel, plant.channel} <= set(SPOKEN)


def _days(plant: Plant, told: Told) -> int:
    if plant.turned_on is None or told.turned_on is None:
        raise ValueError("a date was asked of what carries none")
    return abs((told.turned_on - plant.turned_on).days)


def _is_inside(plant: Plant, between: tuple[object, object]) -> bool:
    return between[0] <= plant.turned_on <= between[1]  # type: ignore[operator]
