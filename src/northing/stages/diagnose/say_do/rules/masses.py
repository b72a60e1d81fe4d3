"""How much of each account bears on which commitment, in which period and unit?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.linking.facts import CERTAIN, Link
from northing.stages.diagnose.linking.rules.splitting import split
from northing.stages.diagnose.say_do.facts import Mass
from northing.stages.records.ledger.facts import Record, Stance
from northing.stages.records.ledger.rules.mass import account_of, is_counted, mass_of

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Key:
    """One cell of the table of masses."""

    account: str
    period: str | None
    unit: str | None
    commitment: str


Masses = Mapping[Key, Mass]


def masses_of(
    records: Iterable[Record],
    links: Mapping[str, Sequence[Link]],
    *,
    home_currency: str | None,
    open_to_any: Collection[str] = (),
) -> dict[Key, Mass]:
    """Every counted record, split over its commitments and *none*; parts add up to the whole.

    Of the records in `open_to_any` nothing known now bounds which commitments they bear on.
    """
    table: dict[Key, Mass] = defaultdict(Mass)
    for record in records:
        if is_counted(record):
            account = account_of(record, home_currency)
            of = links.get(record.id, ())
            is_open = record.id in open_to_any
            found = _open_parts(record, of) if is_open else parts_of(record, of)
            for commitment, mass in found.items():
                key = Key(account, record.period, record.unit, commitment)
                table[key] = table[key] + mass
    return dict(table)


def parts_of(record: Record, links: Sequence[Link]) -> dict[str, Mass]:
    """One record's mass by commitment, *none* included.

    A record people tagged is certain. Any other might, at worst, belong wholly to one of its
    plausible commitments or to none at all; that is what `least` and `most` keep. Where a person
    answered for one commitment and the others are open, it shares the record with them at worst.
    What stands against a promise is in its ledger, and cannot serve another as well.
    """
    whole = mass_of(record)
    linked = [link for link in links if link.is_linked]
    *parts, rest = split(whole, [link.share for link in linked])
    is_certain = all(link.origin in CERTAIN for link in links) and bool(links)
    against = [part for link, part in zip(linked, parts, strict=True) if _is_against(link)]
    left = whole - sum(against, _ZERO)
    found: dict[str, Mass] = defaultdict(Mass)
    for link, part in zip(linked, parts, strict=True):
        if _is_against(link):
            found[link.commitment] += Mass(
                against=part, against_records=1, against_most=whole / len(against)
            )
        else:
            found[link.commitment] += _part(
                link, part, left, is_certain=is_certain, open_to=len(links)
            )
    for link in links:
        if not link.is_linked:
            found[link.commitment] += _bounds(left)
    found[NONE] += _residual(rest, left, is_open=_is_open(links), is_whole=not linked)
    is_against = bool(linked) and not rest and all(map(_is_against, linked))
    found[NONE] += Mass(shared=int(not is_against))
    return dict(found)


def _open_parts(record: Record, links: Sequence[Link]) -> dict[str, Mass]:
    """The same shares as ever; for the bounds the whole record stands apart, for any commitment.

    Also where a person answered for one of them: the machine may share it with others, and with a
    record gone whose words it has, the answer may have been about that one.
    """
    whole = mass_of(record)
    found = {
        name: replace(mass, least=_ZERO, most=_ZERO)
        for name, mass in parts_of(record, links).items()
    }
    found[NONE] += Mass(open_least=min(_ZERO, whole), open_most=max(_ZERO, whole))
    return found


def _is_against(link: Link) -> bool:
    return link.stance is Stance.CONTRADICTS


def _is_open(links: Sequence[Link]) -> bool:
    """Only a machine spoke: the record may as well serve no commitment at all."""
    return bool(links) and not any(link.origin in CERTAIN for link in links)


def _part(link: Link, part: Decimal, whole: Decimal, *, is_certain: bool, open_to: int) -> Mass:
    if is_certain:
        return Mass(certain=part, linked=part, least=part, most=part, records=1)
    if link.origin in CERTAIN and whole > 0:
        return Mass(linked=part, least=min(part, whole / open_to), most=whole, records=1)
    return Mass(linked=part, records=1) + _bounds(whole)


def _bounds(whole: Decimal) -> Mass:
    """All of it or nothing of it; a credit works the other way round."""
    return Mass(least=min(_ZERO, whole), most=max(_ZERO, whole))


def _residual(rest: Decimal, whole: Decimal, *, is_open: bool, is_whole: bool) -> Mass:
    """What serves no commitment; where only a machine spoke, it may be all or nothing."""
    bounds = _bounds(whole) if is_open else Mass(least=rest, most=rest)
    return Mass(linked=rest, records=int(is_whole)) + bounds


def add_up(
    masses: Masses, *, account: str, by: tuple[str, ...] = ()
) -> dict[tuple[str | None, ...], Mass]:
    """Sum the table of one account over all but `by` (of period, unit) and the commitment."""
    found: dict[tuple[str | None, ...], Mass] = defaultdict(Mass)
    for key, mass in masses.items():
        if key.account == account:
            group = (*(getattr(key, name) for name in by), key.commitment)
            found[group] += mass
    return dict(found)
