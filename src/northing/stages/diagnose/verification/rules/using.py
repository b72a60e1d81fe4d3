"""Which of all labels count today, and what became of the others?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from northing.foundations.methods.agreement import verdict
from northing.stages.diagnose.verification.facts import (
    Gone,
    Judged,
    Labelled,
    Moved,
    Pair,
    SampleUsed,
    Standing,
)
from northing.stages.diagnose.verification.rules.cells import Checked, Place
from northing.stages.diagnose.verification.rules.judging import Heard, Records, heard
from northing.stages.diagnose.verification.rules.moving import moved
from northing.stages.diagnose.verification.rules.population import (
    Population,
    population_sha256,
)

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Met:
    """All samples met in the population of now: the newest first."""

    samples: tuple[SampleUsed, ...]
    judged: tuple[Judged, ...]
    checked: Checked
    gone: tuple[Gone, ...]
    moved: Moved | None


def met(population: Population, samples: Sequence[Labelled], records: Records, *, seed: int) -> Met:
    """The newest answer to a pair stands; older samples help to estimate while the error stays."""
    newest = sorted(samples, key=lambda one: (one.sample.on, one.sample.id), reverse=True)
    shift = moved(newest[0], newest[1:]) if newest else None
    digest = population_sha256(population)
    counting: list[tuple[Labelled, Heard]] = []
    told: list[SampleUsed] = []
    every: dict[Place, Judged] = {}
    gone: dict[str, Gone] = {}
    for turn, one in enumerate(newest):
        found = heard(one, records, population.commitments, seed=seed)
        is_used = bool(one.labels) and (turn == 0 or (shift is not None and not shift.has_moved))
        told.append(_told(one, found, is_used=is_used, is_changed=digest != _digest(one)))
        for judged in found.judged:
            every.setdefault((judged.record, judged.pair.commitment), judged)
        for pair in found.vanished:
            gone.setdefault(
                pair.record, Gone(account=pair.account, record=pair.record, mass=pair.weight)
            )
        if is_used:
            counting.append((one, found))
    return Met(tuple(told), tuple(every.values()), _checked(population, counting),
               tuple(gone[name] for name in sorted(gone)), shift)  # fmt: skip


def _digest(one: Labelled) -> str:
    return one.sample.population_sha256


def _told(one: Labelled, found: Heard, *, is_used: bool, is_changed: bool) -> SampleUsed:
    return SampleUsed(
        id=one.sample.id,
        on=one.sample.on,
        seed=one.sample.seed,
        population_sha256=one.sample.population_sha256,
        asked=len(one.sample.pairs),
        answered=found.answered,
        coders=tuple(sorted({label.coder for label in one.labels})),
        disputed=found.disputed,
        vanished=tuple(sorted({pair.record for pair in found.vanished})),
        reworded=found.reworded,
        is_changed=is_changed,
        is_used=is_used,
        alpha=found.alpha,
        rule=verdict(found.alpha),
    )


def _checked(population: Population, counting: Sequence[tuple[Labelled, Heard]]) -> Checked:
    """Of a pair in several samples the newest counts."""
    drawn: dict[Place, Pair] = {}
    judged: dict[Place, Judged] = {}
    quoted: set[Place] = set()
    for one, found in counting:
        for pair in one.sample.pairs:
            place = (pair.record, pair.commitment)
            drawn.setdefault(place, pair)
            if one.sample.strata[pair.stratum].is_quoted:
                quoted.add(place)
        for each in found.judged:
            judged.setdefault((each.record, each.pair.commitment), each)
    samples = [one for one, _ in counting]
    return Checked(drawn, judged, frozenset(quoted), _grown(population, samples))


def _grown(
    population: Population, counting: Sequence[Labelled]
) -> dict[tuple[str, Standing], Decimal]:
    """Of each account and standing the part of the mass that came after the newest sample."""
    if not counting or _digest(counting[0]) == population_sha256(population):
        return {}
    was: dict[tuple[str, Standing], Decimal] = {}
    for stratum in counting[0].sample.strata:
        key = (stratum.account, stratum.standing)
        was[key] = was.get(key, _ZERO) + stratum.mass
    found = {}
    for key, mass in _masses(population).items():
        if mass > was.get(key, _ZERO):
            found[key] = (mass - was.get(key, _ZERO)) / mass
    return found


def _masses(population: Population) -> dict[tuple[str, Standing], Decimal]:
    found: dict[tuple[str, Standing], Decimal] = {}
    for account, frame in population.frames.items():
        bare = len(population.commitments) * sum(frame.bare, _ZERO)
        for one in frame.listed:
            key = (account, one.standing)
            found[key] = found.get(key, _ZERO) + one.mass
            bare -= frame.bare[one.position]
        found[(account, Standing.NO_LINK)] = bare
    return found
