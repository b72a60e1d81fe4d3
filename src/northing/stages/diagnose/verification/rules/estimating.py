"""Which share of a channel advances a commitment, once people have checked a sample of it?

Stratified double sampling: the machine spoke of every pair, people of some; within each stratum
the share they found stands for all of it. Pairs that were drawn for certain stand for themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from northing.foundations.methods.double_sampling import Stratum, stratified_share
from northing.foundations.methods.estimate import Estimate, Measure, Unknown
from northing.stages.diagnose.verification.facts import Answer, Judged, Standing
from northing.stages.diagnose.verification.rules.allocating import FEWEST, FEWEST_UNLINKED

_ZERO = Decimal(0)
_CERTAIN = 1.0
LIKE = 2
"""Masses that differ by no more than this factor were drawn with nearly equal chances."""


class Reading(Enum):
    """What an answer nobody could give is taken for, and that of a record that is gone.

    As it was given, the answer of a record that is gone stands; else it is a miss or a hit.
    """

    LEFT_OUT = "left out"
    MISS = "miss"
    HIT = "hit"


@dataclass(frozen=True, slots=True)
class Domain:
    """The pairs of one standing that a figure speaks of, and which of them people judged.

    `is_even` tells that their masses are much alike: only then what was checked makes the rest
    smaller (the correction for a finite population). `open` is the mass of which nobody knows
    anything: drawn for certain and not reached.
    """

    standing: Standing
    size: int
    mass: Decimal
    judged: tuple[Judged, ...]
    is_even: bool = True
    open: Decimal = _ZERO
    is_quoted: bool = False
    is_by_lot: bool = False

    def is_sure(self, one: Judged) -> bool:
        """Drawn for certain: it stands for itself, and for no other."""
        return not self.is_by_lot and one.pair.probability >= _CERTAIN

    @property
    def is_enough(self) -> bool:
        """Checked whole, or often enough to say anything of the rest."""
        clear = sum(one.answer is not None for one in self.judged)
        fewest = FEWEST_UNLINKED if self.standing is Standing.NO_LINK else FEWEST
        is_whole = len(self.judged) >= self.size
        return self.is_quoted or self.mass <= 0 or is_whole or clear >= fewest


def share_of(
    domains: Sequence[Domain],
    wanted: frozenset[Answer],
    *,
    whole: Decimal,
    paid_back: tuple[Decimal, Decimal] = (_ZERO, _ZERO),
) -> Measure:
    """The share of `whole` that people would find to be `wanted`, with its interval.

    An answer nobody could give, or of a record that is gone since, counts as a miss in the low
    end and as a hit in the high one.
    `paid_back` are taken off as they are linked; in the bounds all that may be, or nothing.
    """
    reason = why_not(domains) if whole > 0 else "nothing was recorded here"
    if reason:
        return Unknown(reason)
    mass = sum((one.mass for one in domains), _ZERO)
    rest = max(_ZERO, whole - mass)
    runs = [_run(domains, wanted, rest, reading) for reading in Reading]
    middle = runs[0]
    if isinstance(middle, Unknown):
        return middle
    ends = [one for one in runs if isinstance(one, Estimate)]
    checked = sum(one.answer is not None for domain in domains for one in domain.judged)
    unclear = sum(one.answer is None for domain in domains for one in domain.judged)
    gone = sum(one.is_gone for domain in domains for one in domain.judged)
    found = replace(
        middle,
        low=min(one.low for one in ends if one.low is not None),
        high=max(one.high for one in ends if one.high is not None),
        n=checked,
        method=_method(middle.method, checked, unclear, gone),
    )
    return _less(found, paid_back, gross=mass + rest, net=whole)


def _less(
    found: Estimate, paid_back: tuple[Decimal, Decimal], *, gross: Decimal, net: Decimal
) -> Estimate:
    """The share of the net whole, with what was paid back taken off."""
    linked, most = paid_back
    if not most and gross == net:
        return found
    scale = float(gross / net)
    value = _clip(found.value * scale - float(linked / net))
    low, high = found.low or 0.0, 1.0 if found.high is None else found.high
    told = f"{found.method}; credits as they are linked, at worst in the bounds"
    return replace(
        found,
        value=value,
        low=min(value, _clip(low * scale - float(most / net))),
        high=max(value, _clip(high * scale)),
        method=told if most else found.method,
    )


def _clip(share: float) -> float:
    return min(1.0, max(0.0, share))


def _method(method: str, checked: int, unclear: int, gone: int) -> str:
    told = f"{method}, {checked} label{'' if checked == 1 else 's'}"
    told += f"; {unclear} nobody could tell, in the bounds" if unclear else ""
    return f"{told}; {gone} of records that are gone, at worst in the bounds" if gone else told


def why_not(domains: Iterable[Domain]) -> str:
    """Why no share can be told; empty where it can."""
    short = next((one for one in domains if not one.is_enough), None)
    if short is None:
        return ""
    clear = sum(one.answer is not None for one in short.judged)
    return f"too few labels: {clear} of {short.size} pairs that are {_TOLD[short.standing]}"


_TOLD = {
    Standing.TAGGED: "tagged",
    Standing.LINKED: "linked by the machine",
    Standing.PLAUSIBLE: "only plausible",
    Standing.NO_LINK: "without link",
}


def _run(
    domains: Sequence[Domain], wanted: frozenset[Answer], rest: Decimal, reading: Reading
) -> Measure:
    """One reading of what nobody could tell: left out, all misses, all hits."""
    strata = [part for one in domains for part in _strata(one, wanted, reading)]
    if rest > 0:
        strata.append(Stratum(1, 1, 0, float(rest)))
    return stratified_share(strata)


def _strata(domain: Domain, wanted: frozenset[Answer], reading: Reading) -> Iterator[Stratum]:
    """What was drawn for certain stands for itself, the rest for the rest of the domain."""
    kept = [
        one for one in domain.judged if reading is not Reading.LEFT_OUT or one.answer is not None
    ]
    sure = [one for one in kept if domain.is_sure(one)]
    for is_hit in (True, False):
        of = [one for one in sure if _is(one, wanted, reading) is is_hit]
        if of:
            yield Stratum(len(of), len(of), len(of) * is_hit, float(_mass(of)))
    unknown = min(domain.open, domain.mass - _mass(sure))
    if unknown > 0:
        yield Stratum(1, 0, 0, float(unknown))
    lots = [one for one in kept if not domain.is_sure(one)]
    size, mass = domain.size - len(sure), domain.mass - _mass(sure) - unknown
    if size <= 0 or mass <= 0:
        return
    hits = sum(_is(one, wanted, reading) for one in lots)
    there = max(size, len(lots)) * (1 if domain.is_even else _MANY)
    yield Stratum(there, len(lots), hits, float(mass))


def _mass(judged: Iterable[Judged]) -> Decimal:
    return sum((one.pair.mass for one in judged), _ZERO)


_MANY = 1_000_000
"""Makes the correction for a finite population vanish where chances were unequal."""


def _is(one: Judged, wanted: frozenset[Answer], reading: Reading) -> bool:
    is_open = one.answer is None or (one.is_gone and reading is not Reading.LEFT_OUT)
    return reading is Reading.HIT if is_open else one.answer in wanted
