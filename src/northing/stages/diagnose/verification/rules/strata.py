"""Into which parts is the population of pairs split before anything is drawn from it?

What findings rest on stands apart and is asked about for certain. Then come cells of account and
commitment, by standing, as many as can be checked well enough to carry a figure of their own; the
other commitments of an account are drawn together, so that every pair has a chance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from northing.stages.diagnose.verification.facts import Standing
from northing.stages.diagnose.verification.rules.allocating import Share
from northing.stages.diagnose.verification.rules.population import Frame, Listed, Population

_ZERO = Decimal(0)
_MOST_QUOTED = 0.4
_RISKS = {"money": 1.5, "words": 0.5, "communications": 0.5, "voice": 0.5}
"""Money is asked about before other deeds, deeds before what is said or heard."""
_WELL, _WELL_UNLINKED = 6, 10
"""Labels for a part that shall carry a figure: more than the fewest, for some answer nothing."""

Key = tuple[str, str, Standing, bool]
"""Account, commitment (empty: all together), standing, quoted."""
Quoted = Mapping[str, Mapping[tuple[str, str], Listed]]
"""By account the pairs that findings rest on."""


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


@dataclass(slots=True)
class Part:
    """One stratum: listed pairs, or (with none listed) the pairs without link of one account."""

    key: Key
    size: int
    mass: Decimal
    listed: list[Listed] = field(default_factory=list)
    fewest: int = 1
    risk: float = 1.0

    def add(self, other: Part) -> None:
        self.size, self.mass = self.size + other.size, self.mass + other.mass
        self.listed = [*self.listed, *other.listed]


def quoted_in(population: Population, wishes: Wishes) -> Quoted:
    """As many as fit; those without link weigh what they would get."""
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
    for pair in dict.fromkeys(wishes.quoted):
        record, commitment = pair
        if record not in places or commitment not in known or most <= 0:
            continue
        frame, position = places[record]
        bare = Listed(position, commitment, Standing.NO_LINK, frame.bare[position])
        found[frame.account][pair] = listed.get(pair, bare)
        most -= 1
    return found


def strata_of(population: Population, quoted: Quoted, wishes: Wishes) -> list[Part]:
    """Every pair stands in exactly one part; parts in the order of their keys."""
    left = wishes.size - sum(map(len, quoted.values()))
    whole, cells, unlinked = _split(population, quoted)
    apart = _apart(population, cells, unlinked, wishes, left)
    found: dict[Key, Part] = {one.key: one for one in (*whole, *unlinked.values())}
    for (account, commitment), of in cells.items():
        for one in of:
            if (account, commitment) in apart:
                one.fewest = min(one.size, _WELL)
                one.risk = wishes.risks.get((account, commitment), 1.0)
                unlinked[account].fewest = _WELL_UNLINKED
                found[one.key] = one
            else:
                key = (account, "", one.key[2], False)
                found.setdefault(key, Part(key, 0, _ZERO)).add(one)
    for one in found.values():
        one.fewest = min(one.fewest, one.size)
    return [found[key] for key in sorted(found) if found[key].size]


def share_of(one: Part, population: Population) -> Share:
    """The part as the plan sees it; pairs without link as those of one commitment."""
    frame = population.frames[one.key[0]]
    mass = one.mass / (len(population.commitments) if one.key[2] is Standing.NO_LINK else 1)
    part = float(mass / frame.whole) if frame.whole > 0 else 0.0
    risk = one.risk * _RISKS.get(one.key[0], 1.0)
    return Share(one.size, part, one.key[2], one.fewest, risk)


Cells = Mapping[tuple[str, str], Sequence[Part]]


def _split(
    population: Population, quoted: Quoted
) -> tuple[list[Part], dict[tuple[str, str], list[Part]], dict[str, Part]]:
    """What is quoted, what is listed by cell, what has no link by account."""
    whole: list[Part] = []
    cells: dict[tuple[str, str], list[Part]] = defaultdict(list)
    unlinked: dict[str, Part] = {}
    for account, frame in population.frames.items():
        mine = quoted.get(account, {}).values()
        taken = {(one.position, one.commitment) for one in mine}
        open_now = [one for one in frame.listed if (one.position, one.commitment) not in taken]
        whole += _by_key(account, mine, is_quoted=True)
        for one in _by_key(account, open_now, is_quoted=False):
            cells[(account, one.key[1])].append(one)
        size, mass = _unlinked(frame, population, mine)
        unlinked[account] = Part((account, "", Standing.NO_LINK, False), size, mass)
    return whole, dict(cells), unlinked


def _by_key(account: str, pairs: Iterable[Listed], *, is_quoted: bool) -> list[Part]:
    found: dict[Key, Part] = {}
    for one in pairs:
        key = (account, one.commitment, one.standing, is_quoted)
        found.setdefault(key, Part(key, 0, _ZERO)).add(Part(key, 1, one.mass, [one]))
    return [found[key] for key in sorted(found)]


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


def _apart(
    population: Population,
    cells: Cells,
    unlinked: Mapping[str, Part],
    wishes: Wishes,
    left: int,
) -> set[tuple[str, str]]:
    """The cells that can be checked well, the riskiest and heaviest first."""
    together = {(of[0].key[0], one.key[2]) for of in cells.values() for one in of}
    spent = len(together) + sum(one.size > 0 for one in unlinked.values())
    opened: set[str] = set()
    found: set[tuple[str, str]] = set()
    for cell in sorted(cells, key=lambda one: _rank(one, population, cells[one], wishes)):
        cost = sum(min(one.size, _WELL) for one in cells[cell])
        if cell[0] not in opened:
            cost += min(unlinked[cell[0]].size, _WELL_UNLINKED)
        if spent + cost <= left:
            found.add(cell)
            opened.add(cell[0])
            spent += cost
    return found


def _rank(
    cell: tuple[str, str], population: Population, of: Sequence[Part], wishes: Wishes
) -> tuple[float, float, tuple[str, str]]:
    whole = population.frames[cell[0]].whole
    mass = sum((one.mass for one in of), _ZERO)
    risk = wishes.risks.get(cell, 1.0) * _RISKS.get(cell[0], 1.0)
    return -risk, -float(mass / whole) if whole > 0 else 0.0, cell
