"""Which pairs are people asked about, so that anybody can draw the same ones again?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from northing.stages.diagnose.verification.facts import Standing
from northing.stages.diagnose.verification.rules.allocating import allocated
from northing.stages.diagnose.verification.rules.even_steps import even_steps
from northing.stages.diagnose.verification.rules.population import Frame, Listed, Population
from northing.stages.diagnose.verification.rules.strata import (
    Key,
    Part,
    Quoted,
    Wishes,
    quoted_in,
    share_of,
    strata_of,
)

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One pair drawn; `key` is that of its stratum."""

    key: Key
    one: Listed
    probability: float


def drawn_from(
    population: Population, wishes: Wishes
) -> tuple[tuple[tuple[Key, int, Decimal], ...], tuple[Drawn, ...]]:
    """Every stratum with its size and mass, and the pairs drawn, stratum by stratum."""
    quoted = quoted_in(population, wishes)
    parts = strata_of(population, quoted, wishes)
    left = wishes.size - sum(map(len, quoted.values()))
    shares = [share_of(one, population) for one in parts if not one.key[3]]
    numbers = iter(allocated(shares, left))
    found: list[Drawn] = []
    for one in parts:
        if one.key[3]:
            found += [Drawn(one.key, each, 1.0) for each in one.listed]
        else:
            found += _draw(one, population, next(numbers), wishes.seed, quoted)
    return tuple((one.key, one.size, one.mass) for one in parts), tuple(found)


def _draw(
    part: Part,
    population: Population,
    wanted: int,
    seed: int,
    quoted: Quoted,
) -> Iterator[Drawn]:
    if not wanted:
        return
    frame = population.frames[part.key[0]]
    if part.key[2] is Standing.NO_LINK:
        rows = _unlinked_rows(frame, population, quoted.get(frame.account, {}))
        names = [one.id for one in population.commitments]
        order = _in_order(frame)
        for row, place, chance in even_steps(rows, wanted, part=_random(part.key, seed)):
            position = order[place]
            bare = Listed(position, names[row], Standing.NO_LINK, frame.bare[position])
            yield Drawn(part.key, bare, chance)
        return
    line = sorted(part.listed, key=lambda one: _by_unit(frame, one))
    masses = [one.mass for one in line]
    for _, place, chance in even_steps(
        lambda: iter([masses]), wanted, part=_random(part.key, seed)
    ):
        yield Drawn(part.key, line[place], chance)


def _unlinked_rows(
    frame: Frame, population: Population, quoted: Mapping[tuple[str, str], Listed]
) -> Callable[[], Iterator[list[Decimal]]]:
    """One row a commitment; what is listed with it, or quoted, has a mass of 0 in it."""
    taken = frame.taken()
    for one in quoted.values():
        taken[one.commitment].add(one.position)
    order = _in_order(frame)

    def rows() -> Iterator[list[Decimal]]:
        for one in population.commitments:
            apart = taken.get(one.id, set())
            yield [_ZERO if at in apart else frame.bare[at] for at in order]

    return rows


def _in_order(frame: Frame) -> list[int]:
    """By unit, then the heaviest first."""
    records = frame.records
    return sorted(
        range(len(records)),
        key=lambda at: (records[at].unit or "", -frame.bare[at], records[at].id),
    )


def _by_unit(frame: Frame, one: Listed) -> tuple[str, str, Decimal, str, str]:
    record = frame.records[one.position]
    return (record.unit or "", one.band, -one.mass, record.id, one.commitment)


def _random(key: Key, seed: int) -> float:
    """The random part of a step, its own for every stratum."""
    name = "\x1f".join(map(str, key))
    salt = int(hashlib.sha256(name.encode()).hexdigest()[:8], 16)
    return float(np.random.Generator(np.random.PCG64([seed, salt])).random())
