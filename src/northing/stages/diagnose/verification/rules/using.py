"""Which of all labels count today, and what became of the others?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from northing.foundations.methods.agreement import verdict
from northing.stages.diagnose.verification.facts import (
    Gone,
    Judged,
    Labelled,
    Moved,
    SampleUsed,
    Since,
)
from northing.stages.diagnose.verification.rules.cells import Checked
from northing.stages.diagnose.verification.rules.counting import checked_of, since_of
from northing.stages.diagnose.verification.rules.judging import Heard, Records, heard
from northing.stages.diagnose.verification.rules.moving import moved
from northing.stages.diagnose.verification.rules.population import (
    Population,
    population_sha256,
)
from northing.stages.diagnose.verification.rules.then import Place


@dataclass(frozen=True, slots=True)
class Met:
    """All samples met in the population of now: the newest first."""

    samples: tuple[SampleUsed, ...]
    judged: tuple[Judged, ...]
    checked: Checked
    gone: tuple[Gone, ...]
    moved: Moved | None
    since: tuple[Since, ...]


def met(population: Population, samples: Sequence[Labelled], records: Records, *, seed: int) -> Met:
    """The newest answer to a pair stands; older samples help to estimate while the error stays."""
    newest = sorted(samples, key=_age, reverse=True)
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
    return Met(tuple(told), tuple(every.values()), checked_of(population, counting),
               tuple(gone[name] for name in sorted(gone)), shift,
               tuple(since_of(population, newest[0].sample if newest else None)))  # fmt: skip


def _age(one: Labelled) -> tuple[bool, date, int, str]:
    """A sheet that nobody has begun takes no place from those that people answered.

    Of one day the later is the one that met the other's pairs.
    """
    met_again = len({each.sample for each in one.sample.earlier})
    return bool(one.labels), one.sample.on, met_again, one.sample.id


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
