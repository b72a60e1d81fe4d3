"""Which pairs of all samples that count stand for the figures, and how did they stand then?

All of them as the newest sample found them: a pair of an earlier one counts where the newest met
it again, whether it is still there today or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from northing.stages.diagnose.verification.facts import (
    AccountThen,
    Judged,
    Labelled,
    Pair,
    PartThen,
    Sample,
    Since,
)
from northing.stages.diagnose.verification.rules.cells import Checked
from northing.stages.diagnose.verification.rules.judging import Heard
from northing.stages.diagnose.verification.rules.population import Population
from northing.stages.diagnose.verification.rules.then import Place, accounts_then

_ZERO = Decimal(0)
_CERTAIN = 1.0


def checked_of(population: Population, counting: Sequence[tuple[Labelled, Heard]]) -> Checked:
    """Of a pair in several samples the newest counts."""
    if not counting:
        return Checked()
    newest = counting[0][0].sample
    judged: dict[Place, Judged] = {}
    drawn: dict[Place, Pair] = {}
    quoted: dict[Place, Pair] = {}
    for one, found in counting:
        based = based_on(newest, one.sample)
        for pair in one.sample.pairs:
            if now := based(pair):
                drawn.setdefault(_place(now), now)
                if one.sample.strata[pair.stratum].is_quoted:
                    quoted.setdefault(_place(now), now)
        for each in (*found.judged, *found.gone):
            if now := based(each.pair):
                judged.setdefault(_place(now), replace(each, pair=now))
    missed = (one for place, one in drawn.items() if place not in judged)
    return Checked(
        accounts=_apart(_accounts(population, newest), newest, quoted),
        judged=judged,
        missed=tuple(one for one in missed if one.probability >= _CERTAIN),
        quoted=frozenset(quoted),
    )


def _place(pair: Pair) -> Place:
    return pair.record, pair.commitment


def based_on(newest: Sample, sample: Sample) -> Callable[[Pair], Pair | None]:
    """Tells how a pair stood when the newest sample was drawn; `None` where it was not there."""
    if newest.population_sha256 == sample.population_sha256:
        return lambda pair: pair
    then = {one.pair: one for one in newest.earlier if one.sample == sample.id}

    def based(pair: Pair) -> Pair | None:
        one = then.get(pair.number)
        if one is None:
            return None
        return replace(pair, record=one.record, standing=one.standing, mass=one.mass)

    return based


def _accounts(population: Population, newest: Sample) -> tuple[AccountThen, ...]:
    """As they were written down; else the records of now have to stand for those of then."""
    quoted = {_place(one) for one in newest.pairs if newest.strata[one.stratum].is_quoted}
    return newest.accounts or accounts_then(population, quoted, {})


def _apart(
    accounts: Sequence[AccountThen], newest: Sample, quoted: Mapping[Place, Pair]
) -> tuple[AccountThen, ...]:
    """What only earlier findings rested on stands for itself as well, and not for the others."""
    mine = {_place(one) for one in newest.pairs if newest.strata[one.stratum].is_quoted}
    extra = [one for place, one in quoted.items() if place not in mine]
    return tuple(
        replace(
            then, parts=_moved(then.parts, [one for one in extra if one.account == then.account])
        )
        for then in accounts
    )


def _moved(parts: Sequence[PartThen], extra: Sequence[Pair]) -> tuple[PartThen, ...]:
    found = {(one.commitment, one.standing, one.is_quoted): one for one in parts}
    for pair in extra:
        key = (pair.commitment, pair.standing)
        if (open_now := found.get((*key, False))) is None:
            continue
        found[(*key, False)] = replace(
            open_now, size=open_now.size - 1, mass=max(_ZERO, open_now.mass - pair.mass)
        )
        one = PartThen(commitment=pair.commitment, standing=pair.standing, is_quoted=True, size=1,
                       mass=pair.mass, lightest=pair.mass, heaviest=pair.mass)  # fmt: skip
        found[(*key, True)] = _joined(found.get((*key, True)), one)
    return tuple(found.values())


def _joined(first: PartThen | None, second: PartThen) -> PartThen:
    if first is None:
        return second
    return replace(
        first,
        size=first.size + second.size,
        mass=first.mass + second.mass,
        lightest=min(first.lightest, second.lightest),
        heaviest=max(first.heaviest, second.heaviest),
    )


def since_of(population: Population, sample: Sample | None) -> Iterator[Since]:
    """What the accounts weighed when a sample was drawn, and weigh now; answered or not."""
    if sample is None:
        return
    for then in _accounts(population, sample):
        frame = population.frames.get(then.account)
        yield Since(
            account=then.account,
            sample=sample.id,
            whole=then.whole,
            missing=then.missing,
            now=_ZERO if frame is None else frame.whole,
        )
