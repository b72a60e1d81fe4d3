"""How is a sample drawn, and what do its labels say of the figures? Composes this room's rules."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

import numpy as np

from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.linking.facts import Link, Verdict
from northing.stages.diagnose.verification.facts import (
    CODERS,
    Answer,
    Labelled,
    Pair,
    Sample,
    Stratum,
    Verification,
)
from northing.stages.diagnose.verification.rules.cells import cells_of
from northing.stages.diagnose.verification.rules.channels import accounts_of
from northing.stages.diagnose.verification.rules.drawing import Drawn, drawn_from
from northing.stages.diagnose.verification.rules.judging import Records
from northing.stages.diagnose.verification.rules.population import (
    Population,
    fingerprint,
    population_of,
    population_sha256,
)
from northing.stages.diagnose.verification.rules.strata import Key, Wishes
from northing.stages.diagnose.verification.rules.then import accounts_then, earlier_pairs
from northing.stages.diagnose.verification.rules.using import met
from northing.stages.records.ledger.facts import Record, Stance
from northing.stages.records.ledger.rules.mass import mass_of

TWICE = 0.2
"""The part of a sample that two coders label independently."""
_ID_SIGNS = 8
_STANCES = {
    Answer.ADVANCES: Stance.ADVANCES,
    Answer.CONTRADICTS: Stance.CONTRADICTS,
    Answer.NEITHER: Stance.NEUTRAL,
}


def verification_of(
    samples: Sequence[Labelled],
    records: Sequence[Record],
    links: Mapping[str, Sequence[Link]],
    commitments: Sequence[Commitment],
    *,
    home_currency: str | None,
    seed: int,
) -> Verification:
    """What all samples say of the case as it stands; `links` are those from before any label."""
    if not samples:
        return Verification()
    population = population_of(records, links, commitments, home_currency=home_currency)
    found = met(population, samples, Records(records), seed=seed)
    return Verification(
        samples=found.samples,
        judged=found.judged,
        cells=tuple(cells_of(found.checked, (one.id for one in commitments))),
        accounts=tuple(accounts_of(population, found.checked, home_currency=home_currency)),
        gone=found.gone,
        moved=found.moved,
        since=found.since,
    )


def verdicts_of(found: Verification) -> tuple[Verdict, ...]:
    """What people were clear about, as linking hears it."""
    return tuple(
        Verdict(record=one.record, commitment=one.pair.commitment, stance=_STANCES[one.answer])
        for one in found.judged
        if one.answer is not None
    )


@dataclass(frozen=True, slots=True)
class Before:
    """What was known before a sample is drawn.

    Earlier samples, met in these records, and by account what is known to be missing.
    """

    samples: Sequence[Labelled] = ()
    records: Sequence[Record] = ()
    missing: Mapping[str, Decimal] = field(default_factory=dict)


NOTHING = Before()


def sample_of(
    population: Population, wishes: Wishes, *, on: date, coders: int = 1, before: Before = NOTHING
) -> Sample:
    """Strata and pairs, shuffled; the same population, size and seed give the same sample."""
    strata, drawn = drawn_from(population, wishes)
    places = {key: place for place, (key, _, _) in enumerate(strata)}
    counts = [sum(one.key == key for one in drawn) for key, _, _ in strata]
    digest = population_sha256(population)
    pairs = tuple(
        _pair(number, one, population, places[one.key], _asked(number, len(drawn), coders))
        for number, one in enumerate(_shuffled(drawn, population, wishes.seed), start=1)
    )
    quoted = {(_record_id(one, population), one.one.commitment) for one in drawn if one.key[3]}
    sample = Sample(
        id="",
        on=on,
        seed=wishes.seed,
        size=wishes.size,
        population=population.size,
        population_sha256=digest,
        strata=tuple(
            Stratum(account=key[0], commitment=key[1], standing=key[2], is_quoted=key[3],
                    size=size, mass=mass, drawn=count)
            for (key, size, mass), count in zip(strata, counts, strict=True)
        ),
        pairs=pairs,
        outside=tuple(
            _named(key) for (key, _, _), count in zip(strata, counts, strict=True) if not count
        ),
        accounts=accounts_then(population, quoted, before.missing),
        earlier=earlier_pairs(population, before.samples, Records(before.records)),
    )  # fmt: skip
    return replace(sample, id=_id_of(sample, coders))


def _named(key: Key) -> str:
    return ", ".join(part for part in (key[0], key[1], str(key[2])) if part)


def _shuffled(drawn: Sequence[Drawn], population: Population, seed: int) -> list[Drawn]:
    """Nobody who reads from the top can tell what the machine thought of a pair."""
    ordered = sorted(drawn, key=lambda one: (_record_id(one, population), one.one.commitment))
    order = np.random.Generator(np.random.PCG64([seed, 1])).permutation(len(ordered))
    return [ordered[at] for at in order]


def _record_id(one: Drawn, population: Population) -> str:
    return population.frames[one.key[0]].records[one.one.position].id


def _asked(number: int, of: int, coders: int) -> tuple[str, ...]:
    """The first fifth is for both coders; the rest goes to them in turn."""
    if coders == 1:
        return CODERS[:1]
    if number <= math.ceil(of * TWICE):
        return CODERS
    return (CODERS[number % len(CODERS)],)


def _pair(
    number: int, one: Drawn, population: Population, stratum: int, coders: tuple[str, ...]
) -> Pair:
    record = population.frames[one.key[0]].records[one.one.position]
    promise = next(each for each in population.commitments if each.id == one.one.commitment)
    return Pair(
        number=number,
        record=record.id,
        commitment=promise.id,
        stratum=stratum,
        probability=round(one.probability, 9),
        mass=one.one.mass,
        weight=mass_of(record),
        account=one.key[0],
        standing=one.one.standing,
        unit=record.unit,
        band=one.one.band,
        words=fingerprint(record.text),
        promise=fingerprint(promise.text),
        coders=coders,
    )


def _id_of(sample: Sample, coders: int) -> str:
    """Short enough to say aloud, different wherever anything else is."""
    pairs = "\x1e".join(f"{one.record}\x1f{one.commitment}" for one in sample.pairs)
    told = (
        f"{sample.population_sha256}\x1f{sample.on}\x1f{sample.seed}\x1f{sample.size}\x1f{coders}"
    )
    return hashlib.sha256(f"{told}\x1f{pairs}".encode()).hexdigest()[:_ID_SIGNS]
