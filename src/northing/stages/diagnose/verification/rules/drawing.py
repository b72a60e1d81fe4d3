"""Which pairs are people asked about, so that anybody can draw the same ones again?"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np

from northing.stages.diagnose.verification.facts import Standing
from northing.stages.diagnose.verification.rules.allocating import Share, allocated, floors
from northing.stages.diagnose.verification.rules.even_steps import even_steps
from northing.stages.diagnose.verification.rules.population import Frame, Listed, Population

_ZERO = Decimal(0)
_FOR_FLOORS = 0.8
_MOST_QUOTED = 0.4
_SPOKEN = ("words", "communications", "voice")
_SPOKEN_RISK = 0.5

Key = tuple[str, str, Standing, bool]
"""Account, commitment (empty: all together), standing, taken whole."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How much is asked and what much rests on.

    `quoted` are pairs that findings rest on, the gravest first: as many as fit are taken whole.
    `risks` raise the part of the labels that a cell of account and commitment gets.
    """

    size: int
    seed: int
    quoted: Sequence[tuple[str, str]] = ()
    risks: Mapping[tuple[str, str], float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One pair drawn; `key` is that of its stratum."""

    key: Key
    one: Listed
    probability: float


@dataclass(slots=True)
class _Part:
    """A stratum in the making: listed pairs, or the pairs without link of one account."""

    key: Key
    size: int
    mass: Decimal
    listed: list[Listed] = field(default_factory=list)
    risk: float = 1.0


def drawn_from(
    population: Population, wishes: Wishes
) -> tuple[tuple[tuple[Key, int, Decimal], ...], tuple[Drawn, ...]]:
    """Every stratum with its size and mass, and the pairs drawn, stratum by stratum."""
    quoted = _quoted(population, wishes)
    parts = _parts(population, quoted, wishes)
    left = wishes.size - sum(map(len, quoted.values()))
    parts = _pooled(parts, population, left)
    shares = [_share(one, population) for one in parts if not one.key[3]]
    numbers = iter(allocated(shares, left))
    found: list[Drawn] = []
    for one in parts:
        if one.key[3]:
            found += [Drawn(one.key, each, 1.0) for each in one.listed]
        else:
            found += _draw(one, population, next(numbers), wishes.seed, quoted)
    return tuple((one.key, one.size, one.mass) for one in parts), tuple(found)


def _quoted(population: Population, wishes: Wishes) -> dict[str, dict[tuple[str, str], Listed]]:
    """Quoted pairs by account; those without link weigh what they would get."""
    most = int(wishes.size * _MOST_QUOTED)
    places = {
        record.id: (frame, position)
        for frame in population.frames.values()
        for position, record in enumerate(frame.records)
    }
    listed = {
        (frame.records[one.position].id, one.commitment): one
        for frame in population.frames.values()
        for one in frame.listed
    }
    known = {one.id for one in population.commitments}
    found: dict[str, dict[tuple[str, str], Listed]] = defaultdict(dict)
    for pair in list(dict.fromkeys(wishes.quoted)):
        record, commitment = pair
        if record not in places or commitment not in known or most <= 0:
            continue
        frame, position = places[record]
        bare = Listed(position, commitment, Standing.NO_LINK, frame.bare[position])
        found[frame.account][pair] = listed.get(pair, bare)
        most -= 1
    return found


def _parts(
    population: Population,
    quoted: Mapping[str, Mapping[tuple[str, str], Listed]],
    wishes: Wishes,
) -> list[_Part]:
    """What is quoted, then listed pairs by cell, then all pairs without link of an account."""
    found: list[_Part] = []
    for account, frame in population.frames.items():
        whole = quoted.get(account, {})
        cells: dict[Key, list[Listed]] = defaultdict(list)
        for one in whole.values():
            cells[(account, one.commitment, one.standing, True)].append(one)
        taken = {(one.position, one.commitment) for one in whole.values()}
        for one in frame.listed:
            if (one.position, one.commitment) not in taken:
                cells[(account, one.commitment, one.standing, False)].append(one)
        for key, of in sorted(cells.items()):
            mass = sum((one.mass for one in of), _ZERO)
            risk = wishes.risks.get((account, key[1]), 1.0)
            found.append(_Part(key, len(of), mass, of, risk))
        size, mass = _unlinked(frame, population, whole.values())
        if size:
            found.append(_Part((account, "", Standing.NO_LINK, False), size, mass))
    return found


def _unlinked(
    frame: Frame, population: Population, quoted: Iterable[Listed]
) -> tuple[int, Decimal]:
    """How many pairs of one account have no link, and what they would weigh."""
    every = len(population.commitments)
    size = every * len(frame.records) - len(frame.listed)
    mass = every * sum(frame.bare, _ZERO)
    mass -= sum((frame.bare[one.position] for one in frame.listed), _ZERO)
    apart = [one for one in quoted if one.standing is Standing.NO_LINK]
    return size - len(apart), mass - sum((one.mass for one in apart), _ZERO)


def _pooled(parts: list[_Part], population: Population, left: int) -> list[_Part]:
    """Where the floors of all cells cost too much, the least risky cells are drawn together."""
    cells = [one for one in parts if one.key[1] and not one.key[3]]
    cells.sort(key=lambda one: (one.risk, _share(one, population).pull, one.key), reverse=True)
    apart = len(cells)
    while apart and floors([_share(one, population) for one in _with(parts, cells, apart)]) > (
        left * _FOR_FLOORS
    ):
        apart -= 1
    return _with(parts, cells, apart)


def _with(parts: Sequence[_Part], cells: Sequence[_Part], apart: int) -> list[_Part]:
    together = {one.key for one in cells[apart:]}
    pooled: dict[Key, _Part] = {}
    found: list[_Part] = []
    for one in parts:
        if one.key not in together:
            found.append(one)
            continue
        key = (one.key[0], "", one.key[2], False)
        into = pooled.setdefault(key, _Part(key, 0, _ZERO))
        into.size, into.mass = into.size + one.size, into.mass + one.mass
        into.listed = [*into.listed, *one.listed]
    return sorted([*found, *pooled.values()], key=lambda one: (one.key[0], one.key))


def _share(one: _Part, population: Population) -> Share:
    whole = population.frames[one.key[0]].whole
    part = float(one.mass / whole) if whole else 0.0
    risk = one.risk * (_SPOKEN_RISK if one.key[0] in _SPOKEN else 1.0)
    return Share(one.size, part, one.key[2], risk)


def _draw(
    part: _Part,
    population: Population,
    wanted: int,
    seed: int,
    quoted: Mapping[str, Mapping[tuple[str, str], Listed]],
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
