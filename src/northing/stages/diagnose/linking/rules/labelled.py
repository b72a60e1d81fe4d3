"""What becomes of a record's links once a person was asked about one record and one commitment?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from northing.stages.diagnose.linking.facts import CERTAIN, Link, Origin, Verdict
from northing.stages.records.ledger.facts import Stance

_ZERO = Decimal(0)


def with_verdicts(
    links: Sequence[Link], verdicts: Iterable[Verdict], order: Sequence[str]
) -> tuple[Link, ...]:
    """The links in the order of the records, with what people said in place of what it replaces.

    A person speaks of one record and one commitment, and of no other: what tags or the machine
    say of the same record and other commitments stays, and shares it with what the person added.
    """
    said: dict[str, dict[str, Stance]] = {}
    for one in verdicts:
        said.setdefault(one.record, {})[one.commitment] = one.stance
    if not said:
        return tuple(links)
    found: dict[str, list[Link]] = {}
    for link in links:
        found.setdefault(link.record_id, []).append(link)
    for record, of in said.items():
        found[record] = list(_heard(record, found.get(record, []), of))
    return tuple(link for record in order for link in found.get(record, ()))


def _heard(record: str, links: Sequence[Link], said: Mapping[str, Stance]) -> Iterator[Link]:
    before = {one.commitment: one for one in links}
    named = [name for name, stance in said.items() if stance is not Stance.NEUTRAL]
    kept = [one for one in links if one.commitment not in said]
    counting = [one.commitment for one in kept if one.is_linked]
    shares = _shares([*named, *counting], before)
    for name in named:
        yield Link(
            record_id=record,
            commitment=name,
            origin=Origin.PERSON,
            share=shares[name],
            stance=said[name],
        )
    for one in kept:
        yield replace(one, share=shares[one.commitment]) if one.is_linked else one


def _shares(names: Sequence[str], before: Mapping[str, Link]) -> dict[str, Decimal]:
    """Shares that tags or rules declared stand while nothing is added; else all share equally."""
    known = [before.get(name) for name in names]
    if all(one is not None and one.is_linked and one.origin in CERTAIN for one in known):
        return {one.commitment: one.share for one in known if one is not None}
    return dict.fromkeys(names, Decimal(1) / len(names) if names else _ZERO)
