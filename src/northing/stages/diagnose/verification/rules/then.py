"""What was there when a sample was drawn, so that labels go on speaking of that?

Whoever deletes a record afterwards deletes nothing from this. It is written down with the sample,
in as many lines as there are parts, so that no later reading of the files can change it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from northing.stages.diagnose.verification.facts import (
    AccountThen,
    Earlier,
    Labelled,
    PartThen,
    Standing,
)
from northing.stages.diagnose.verification.rules.judging import Records
from northing.stages.diagnose.verification.rules.population import (
    Frame,
    Population,
    population_sha256,
)

_ZERO = Decimal(0)
Place = tuple[str, str]
"""A record and a commitment."""


def accounts_then(
    population: Population, quoted: Collection[Place], missing: Mapping[str, Decimal]
) -> tuple[AccountThen, ...]:
    """Every account as it is now, for the time when now is then."""
    return tuple(
        AccountThen(
            account=account,
            whole=frame.whole,
            missing=missing.get(account, _ZERO),
            paid_back=tuple((name, *of) for name, of in sorted(frame.paid_back.items())),
            parts=(*_listed(frame, quoted), *_unlinked(frame, population, quoted)),
        )
        for account, frame in population.frames.items()
    )


def _listed(frame: Frame, quoted: Collection[Place]) -> Iterator[PartThen]:
    masses: dict[tuple[str, Standing, bool], list[Decimal]] = defaultdict(list)
    for one in frame.listed:
        place = (frame.records[one.position].id, one.commitment)
        masses[(one.commitment, one.standing, place in quoted)].append(one.mass)
    for (name, standing, is_quoted), of in sorted(masses.items()):
        yield _part(name, standing, of, is_quoted=is_quoted)


def _unlinked(
    frame: Frame, population: Population, quoted: Collection[Place]
) -> Iterator[PartThen]:
    """Commitment by commitment, then all of them together; never all pairs at once."""
    taken = frame.taken()
    everybody: list[PartThen] = []
    for promise in population.commitments:
        listed = taken.get(promise.id, set())
        masses: dict[bool, list[Decimal]] = {False: [], True: []}
        for at, record in enumerate(frame.records):
            if at not in listed:
                masses[(record.id, promise.id) in quoted].append(frame.bare[at])
        everybody += [
            _part(promise.id, Standing.NO_LINK, of, is_quoted=is_quoted)
            for is_quoted, of in masses.items()
            if of
        ]
    yield from everybody
    if everybody:
        yield PartThen(
            commitment="",
            standing=Standing.NO_LINK,
            is_quoted=False,
            size=sum(one.size for one in everybody),
            mass=sum((one.mass for one in everybody), _ZERO),
            lightest=min(one.lightest for one in everybody),
            heaviest=max(one.heaviest for one in everybody),
        )


def _part(
    commitment: str, standing: Standing, masses: Sequence[Decimal], *, is_quoted: bool
) -> PartThen:
    return PartThen(
        commitment=commitment,
        standing=standing,
        is_quoted=is_quoted,
        size=len(masses),
        mass=sum(masses, _ZERO),
        lightest=min(masses),
        heaviest=max(masses),
    )


def earlier_pairs(
    population: Population, samples: Iterable[Labelled], records: Records
) -> tuple[Earlier, ...]:
    """Pairs of earlier samples that are still there, as the case has them now.

    Samples of this very population are left out: their pairs are as they were drawn.
    """
    digest = population_sha256(population)
    told = [one.sample for one in samples if one.sample.population_sha256 != digest]
    asked = {
        (sample.id, pair.number): (record, pair.commitment)
        for sample in told
        for pair in sample.pairs
        if (record := records.find(pair)) is not None
    }
    standing = _standing(population, set(asked.values()))
    return tuple(
        Earlier(
            sample=sample,
            pair=number,
            record=place[0],
            standing=standing[place][0],
            mass=standing[place][1],
        )
        for (sample, number), place in asked.items()
        if place in standing
    )


def _standing(
    population: Population, places: Collection[Place]
) -> dict[Place, tuple[Standing, Decimal]]:
    """How these pairs stand now; those without link weigh what they would get."""
    names = {one.id for one in population.commitments} & {name for _, name in places}
    wanted = {record for record, _ in places}
    found: dict[Place, tuple[Standing, Decimal]] = {}
    for frame in population.frames.values():
        for record, bare in zip(frame.records, frame.bare, strict=True):
            if record.id in wanted:
                found |= {(record.id, name): (Standing.NO_LINK, bare) for name in names}
        for one in frame.listed:
            place = (frame.records[one.position].id, one.commitment)
            if place in places:
                found[place] = (one.standing, one.mass)
    return {place: found[place] for place in places if place in found}
