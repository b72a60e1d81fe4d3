"""What do the labels say of each commitment in each channel?

Of the records as they were when the sample was drawn. What the sample was drawn from is kept with
it, and nothing else of the records enters here but which of the judged ones are gone: those count
as they were judged, and at their worst in the bounds. So no record that is taken away afterwards
can raise a low end or lower a high one: each answer that turns from what people gave to its worst
only moves both ends outwards (the ends of MOVER never fall when a hit is added).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from northing.stages.diagnose.verification.facts import (
    AccountThen,
    Answer,
    CellChecked,
    Judged,
    Pair,
    PartThen,
    Standing,
)
from northing.stages.diagnose.verification.rules.allocating import FEWEST
from northing.stages.diagnose.verification.rules.estimating import LIKE, Domain, share_of
from northing.stages.diagnose.verification.rules.then import Place

_ZERO = Decimal(0)
_OWN = 10
_CERTAIN = 1.0
ADVANCING = frozenset({Answer.ADVANCES})
CONTRADICTING = frozenset({Answer.CONTRADICTS})
BEARING = ADVANCING | CONTRADICTING


@dataclass(frozen=True, slots=True)
class Checked:
    """What the newest sample was drawn from, and what was drawn and judged of it.

    `judged` are all pairs with an answer, `missed` those drawn for certain that nobody reached;
    `quoted` those drawn because findings rest on them.
    """

    accounts: tuple[AccountThen, ...] = ()
    judged: Mapping[Place, Judged] | None = None
    missed: tuple[Pair, ...] = ()
    quoted: frozenset[Place] = frozenset()

    def said(self, account: str) -> tuple[Judged, ...]:
        """What was judged in one account."""
        of = (self.judged or {}).values()
        return tuple(one for one in of if one.pair.account == account)


def cells_of(checked: Checked, commitments: Iterable[str]) -> Iterator[CellChecked]:
    """One for each commitment and channel of which any pair was judged, or could be by pooling."""
    names = tuple(commitments)
    for then in checked.accounts:
        said = checked.said(then.account)
        for name in names if said else ():
            yield _cell(then, name, said, checked)


def _cell(
    then: AccountThen, commitment: str, said: Sequence[Judged], checked: Checked
) -> CellChecked:
    domains = [
        domain_of(then, {standing}, checked, is_quoted=is_quoted, commitment=commitment)
        for standing in Standing
        if standing is not Standing.NO_LINK
        for is_quoted in (False, True)
    ]
    own, is_pooled = _unlinked(then, commitment, checked)
    domains += own
    mine = [one for one in said if one.pair.commitment == commitment]
    if is_pooled and sum(one.answer is not None for one in mine) < FEWEST:
        # Nobody looked at this promise here: what others' pairs show says nothing of it alone.
        domains = [replace(one, judged=()) if one.is_by_lot else one for one in domains]
    counts = {one: sum(each.answer is one for each in mine) for one in Answer}
    back = {name: (linked, most) for name, linked, most in then.paid_back}
    return CellChecked(
        account=then.account,
        commitment=commitment,
        checked=sum(one.answer is not None for one in mine),
        advances=counts[Answer.ADVANCES],
        contradicts=counts[Answer.CONTRADICTS],
        neither=counts[Answer.NEITHER],
        unclear=sum(one.answer is None for one in mine),
        advancing=share_of(
            domains,
            ADVANCING,
            whole=then.whole,
            paid_back=back.get(commitment, (_ZERO, _ZERO)),
        ),
        contradicting=share_of(domains, CONTRADICTING, whole=then.whole),
        is_pooled=is_pooled,
    )


def domain_of(
    then: AccountThen,
    standings: Collection[Standing],
    checked: Checked,
    *,
    is_quoted: bool = False,
    commitment: str | None = None,
) -> Domain:
    """The pairs of some standing, of one commitment or all; what was missed is open, or by lot."""

    def is_of(pair: Pair, place: Place) -> bool:
        is_mine = commitment in (None, pair.commitment) and pair.account == then.account
        return is_mine and pair.standing in standings and (place in checked.quoted) is is_quoted

    judged = tuple(one for place, one in (checked.judged or {}).items() if is_of(one.pair, place))
    missed = [one for one in checked.missed if is_of(one, (one.record, one.commitment))]
    parts = [
        one for one in then.parts
        if one.standing in standings and one.is_quoted is is_quoted
        and (one.commitment if commitment is None else one.commitment == commitment)
    ]  # fmt: skip
    standing = min(standings, default=Standing.TAGGED)
    return _domain(standing, parts, judged, missed, is_quoted=is_quoted)


def _domain(
    standing: Standing,
    parts: Sequence[PartThen],
    judged: tuple[Judged, ...],
    missed: Sequence[Pair],
    *,
    is_quoted: bool,
) -> Domain:
    mass = sum((one.mass for one in parts), _ZERO)
    is_even = is_even_of(parts)
    by_lot = bool(missed) and is_even and not is_quoted
    left = _ZERO if by_lot else sum((one.mass for one in missed), _ZERO)
    size = sum(one.size for one in parts)
    return Domain(standing, size, mass, judged, is_even, min(mass, left), is_quoted, by_lot)


def is_even_of(parts: Sequence[PartThen]) -> bool:
    """Whether all masses are much alike, so that they were drawn with nearly equal chances."""
    if not parts:
        return True
    return max(one.heaviest for one in parts) <= LIKE * min(one.lightest for one in parts)


def everybody_of(then: AccountThen, checked: Checked) -> Domain:
    """All pairs without link of one account, whatever their commitment."""
    parts = [one for one in then.parts if not one.commitment]
    judged = tuple(
        one
        for place, one in (checked.judged or {}).items()
        if one.pair.account == then.account
        and one.pair.standing is Standing.NO_LINK
        and place not in checked.quoted
    )
    return _domain(Standing.NO_LINK, parts, judged, (), is_quoted=False)


def _unlinked(then: AccountThen, commitment: str, checked: Checked) -> tuple[list[Domain], bool]:
    """The pairs without link of one commitment: what is quoted for itself, then the rest.

    Judged by their own labels where there are enough; else by those of all commitments of the
    channel together, which is an approximation.
    """
    bare = {Standing.NO_LINK}
    apart = domain_of(then, bare, checked, is_quoted=True, commitment=commitment)
    own = domain_of(then, bare, checked, commitment=commitment)
    clear = sum(one.answer is not None for one in own.judged)
    if clear >= min(own.size, _OWN):
        return [apart, own], False
    judged = everybody_of(then, checked).judged
    pooled = replace(own, judged=judged, is_even=False, is_by_lot=True, open=_ZERO)
    return [apart, pooled], True
