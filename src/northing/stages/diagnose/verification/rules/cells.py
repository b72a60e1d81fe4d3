"""What do the labels say of each commitment in each channel, and of each channel's links?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from northing.stages.diagnose.verification.facts import (
    Answer,
    CellChecked,
    Judged,
    Pair,
    Standing,
)
from northing.stages.diagnose.verification.rules.allocating import FEWEST
from northing.stages.diagnose.verification.rules.estimating import Domain, is_even, share_of
from northing.stages.diagnose.verification.rules.population import Frame, Population

_ZERO = Decimal(0)
_OWN = 10
_CERTAIN = 1.0
ADVANCING = frozenset({Answer.ADVANCES})
CONTRADICTING = frozenset({Answer.CONTRADICTS})
BEARING = ADVANCING | CONTRADICTING

Place = tuple[str, str]
"""A record and a commitment."""
Grown = Mapping[tuple[str, Standing], Decimal]
"""Of each account and standing the part of its mass that came after the sample."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was drawn and judged, met in the population of now.

    `drawn` are all pairs of the samples that count, `judged` those with an answer; `quoted` those
    drawn because findings rest on them.
    """

    drawn: Mapping[Place, Pair]
    judged: Mapping[Place, Judged]
    quoted: frozenset[Place]
    grown: Grown


@dataclass(frozen=True, slots=True)
class Member:
    """One listed pair of now, by the place under which a sample may have drawn it."""

    place: Place
    mass: Decimal


def cells_of(population: Population, checked: Checked) -> Iterator[CellChecked]:
    """One for each commitment and channel of which any pair was judged, or could be by pooling."""
    for account, frame in population.frames.items():
        if not any(one.pair.account == account for one in checked.judged.values()):
            continue
        members = members_of(frame, checked)
        everybody = unlinked_of(frame, population, checked)
        for promise in population.commitments:
            yield _cell(account, promise.id, frame, members, everybody, checked)


def _cell(
    account: str,
    commitment: str,
    frame: Frame,
    members: Mapping[tuple[str, Standing, bool], Sequence[Member]],
    everybody: Domain,
    checked: Checked,
) -> CellChecked:
    domains = [
        listed_domain(account, key[1], of, checked, is_quoted=key[2])
        for key, of in members.items()
        if key[0] == commitment
    ]
    own, is_pooled = _unlinked(frame, commitment, everybody, checked)
    domains += own
    said = [
        one for (_, name), one in checked.judged.items()
        if name == commitment and one.pair.account == account
    ]  # fmt: skip
    if is_pooled and sum(one.answer is not None for one in said) < FEWEST:
        # Nobody looked at this promise here: what others' pairs show says nothing of it alone.
        domains = [replace(one, judged=()) if one.is_by_lot else one for one in domains]
    counts = {one: sum(each.answer is one for each in said) for one in Answer}
    return CellChecked(
        account=account,
        commitment=commitment,
        checked=sum(one.answer is not None for one in said),
        advances=counts[Answer.ADVANCES],
        contradicts=counts[Answer.CONTRADICTS],
        neither=counts[Answer.NEITHER],
        unclear=sum(one.answer is None for one in said),
        advancing=share_of(
            domains,
            ADVANCING,
            whole=frame.whole,
            paid_back=frame.paid_back.get(commitment, (_ZERO, _ZERO)),
        ),
        contradicting=share_of(domains, CONTRADICTING, whole=frame.whole),
        is_pooled=is_pooled,
    )


def members_of(frame: Frame, checked: Checked) -> dict[tuple[str, Standing, bool], list[Member]]:
    """Listed pairs of one account by commitment, standing, and whether findings rest on them."""
    found: dict[tuple[str, Standing, bool], list[Member]] = defaultdict(list)
    for one in frame.listed:
        place = (frame.records[one.position].id, one.commitment)
        key = (one.commitment, one.standing, place in checked.quoted)
        found[key].append(Member(place, one.mass))
    return found


def listed_domain(
    account: str,
    standing: Standing,
    members: Sequence[Member],
    checked: Checked,
    *,
    is_quoted: bool = False,
) -> Domain:
    """The pairs of one standing; what was drawn for certain and not reached is open, or by lot."""
    judged = tuple(checked.judged[one.place] for one in members if one.place in checked.judged)
    missed = [
        one for one in members
        if one.place not in checked.judged
        and one.place in checked.drawn
        and checked.drawn[one.place].probability >= _CERTAIN
    ]  # fmt: skip
    mass = sum((one.mass for one in members), _ZERO)
    even = is_even(one.mass for one in members)
    by_lot = bool(missed) and even and not is_quoted
    grown = _ZERO if is_quoted else mass * checked.grown.get((account, standing), _ZERO)
    left = _ZERO if by_lot else sum((one.mass for one in missed), _ZERO)
    return Domain(
        standing, len(members), mass, judged, even, min(mass, left + grown), is_quoted, by_lot
    )


def unlinked_of(frame: Frame, population: Population, checked: Checked) -> Domain:
    """All pairs without link of one account, whatever their commitment."""
    every = len(population.commitments)
    mass = every * sum(frame.bare, _ZERO)
    mass -= sum((frame.bare[one.position] for one in frame.listed), _ZERO)
    listed = {(frame.records[one.position].id, one.commitment) for one in frame.listed}
    judged = tuple(
        one
        for place, one in checked.judged.items()
        if one.pair.account == frame.account and place not in listed and place not in checked.quoted
    )
    grown = mass * checked.grown.get((frame.account, Standing.NO_LINK), _ZERO)
    size = every * len(frame.records) - len(frame.listed)
    return Domain(Standing.NO_LINK, size, mass, judged, is_even(frame.bare), grown)


def _unlinked(
    frame: Frame, commitment: str, everybody: Domain, checked: Checked
) -> tuple[list[Domain], bool]:
    """The pairs without link of one commitment: what is quoted for itself, then the rest.

    Judged by their own labels where there are enough; else by those of all commitments of the
    channel together, which is an approximation.
    """
    taken = frame.taken().get(commitment, set())
    mine = [
        Member((record.id, commitment), frame.bare[at])
        for at, record in enumerate(frame.records)
        if at not in taken
    ]
    quoted = [one for one in mine if one.place in checked.quoted]
    others = [one for one in mine if one.place not in checked.quoted]
    apart = listed_domain(frame.account, Standing.NO_LINK, quoted, checked, is_quoted=True)
    own = listed_domain(frame.account, Standing.NO_LINK, others, checked)
    clear = sum(one.answer is not None for one in own.judged)
    if clear >= min(own.size, _OWN):
        return [apart, own], False
    grown = own.mass * checked.grown.get((frame.account, Standing.NO_LINK), _ZERO)
    pooled = replace(own, judged=everybody.judged, is_even=False, is_by_lot=True, open=grown)
    return [apart, pooled], True


def places_of(judged: Iterable[Judged]) -> dict[Place, Judged]:
    return {(one.record, one.pair.commitment): one for one in judged}
