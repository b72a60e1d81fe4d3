"""Which pairs of a record and a commitment are there to be asked about, and what do they weigh?"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.linking.facts import CERTAIN, Link
from northing.stages.diagnose.verification.facts import Standing
from northing.stages.records.ledger.facts import Kind, Record
from northing.stages.records.ledger.rules.mass import account_of, is_counted, mass_of

_ZERO = Decimal(0)
_FINGERPRINT = 16


@dataclass(frozen=True, slots=True)
class Listed:
    """A pair that a tag, a rule or the machine brought together; `position` is its record's."""

    position: int
    commitment: str
    standing: Standing
    mass: Decimal
    band: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The pairs of one account. `bare` is what each record would weigh for one commitment more.

    `whole` is the mass of the account, with what cannot be asked about: differences inside totals,
    and amounts below zero. `paid_back` has for each commitment what is linked to it below zero, and
    what may be, both without their sign.
    """

    account: str
    records: tuple[Record, ...]
    bare: tuple[Decimal, ...]
    listed: tuple[Listed, ...]
    whole: Decimal
    paid_back: Mapping[str, tuple[Decimal, Decimal]]

    def taken(self) -> dict[str, set[int]]:
        """For each commitment the positions of the records that are listed with it."""
        found: dict[str, set[int]] = defaultdict(set)
        for one in self.listed:
            found[one.commitment].add(one.position)
        return found


@dataclass(frozen=True, slots=True)
class Population:
    """Every pair of a case, by account: listed pairs stand here, all others have no link."""

    commitments: tuple[Commitment, ...]
    frames: Mapping[str, Frame]

    @property
    def size(self) -> int:
        return len(self.commitments) * sum(len(one.records) for one in self.frames.values())


def population_of(
    records: Iterable[Record],
    links: Mapping[str, Sequence[Link]],
    commitments: Sequence[Commitment],
    *,
    home_currency: str | None,
) -> Population:
    """Lines with a mass above zero; `links` are those from before anybody gave a label."""
    by_account: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if is_counted(record):
            by_account[account_of(record, home_currency)].append(record)
    frames = {name: _frame(name, of, links) for name, of in sorted(by_account.items())}
    return Population(tuple(commitments), frames)


def _frame(account: str, records: Sequence[Record], links: Mapping[str, Sequence[Link]]) -> Frame:
    masses = [(one, mass_of(one)) for one in records]
    asked = [(one, mass) for one, mass in masses if one.kind is Kind.LINE and mass > 0]
    asked.sort(key=lambda pair: pair[0].id)
    listed: list[Listed] = []
    bare: list[Decimal] = []
    for position, (record, mass) in enumerate(asked):
        of = links.get(record.id, ())
        bare.append(mass / (1 + sum(link.is_linked for link in of)))
        listed += _listed(position, of, mass, bare[-1])
    return Frame(
        account=account,
        records=tuple(one for one, _ in asked),
        bare=tuple(bare),
        listed=tuple(listed),
        whole=sum((mass for _, mass in masses), _ZERO),
        paid_back=_paid_back(masses, links),
    )


def _paid_back(
    masses: Iterable[tuple[Record, Decimal]], links: Mapping[str, Sequence[Link]]
) -> dict[str, tuple[Decimal, Decimal]]:
    """Lines below zero are not drawn: they count as they are linked, and at worst in the bounds."""
    found: dict[str, tuple[Decimal, Decimal]] = {}
    for record, mass in masses:
        if mass < 0 and record.kind is Kind.LINE:
            for link in links.get(record.id, ()):
                linked, most = found.get(link.commitment, (_ZERO, _ZERO))
                part = -mass * link.share if link.is_linked else _ZERO
                found[link.commitment] = (linked + part, most - mass)
    return found


def _listed(position: int, links: Sequence[Link], mass: Decimal, bare: Decimal) -> Iterator[Listed]:
    """A counted link weighs its share; one that is only plausible what it would get beside them."""
    for link in sorted(links, key=lambda one: one.commitment):
        weighs = mass * link.share if link.is_linked else bare
        if weighs > 0:
            yield Listed(position, link.commitment, _standing(link), weighs, _band(link))


def _standing(link: Link) -> Standing:
    if not link.is_linked:
        return Standing.PLAUSIBLE
    return Standing.TAGGED if link.origin in CERTAIN else Standing.LINKED


def _band(link: Link) -> str:
    """The tenth its match_score lies in; empty where people made the link."""
    return "" if link.match_score is None else f"{int(link.match_score * 10 + 1e-9) / 10:.1f}"


def population_sha256(population: Population) -> str:
    """A fingerprint of every pair, its standing and its mass; pairs without link follow from it."""
    lines = [f"promise\x1f{one.id}\x1f{fingerprint(one.text)}" for one in population.commitments]
    for account, frame in population.frames.items():
        for record in frame.records:
            mass, unit = mass_of(record).normalize(), record.unit or ""
            lines.append(
                f"record\x1f{account}\x1f{record.id}\x1f{mass}\x1f{unit}\x1f"
                f"{fingerprint(record.text)}"
            )
        for one in frame.listed:
            lines.append(
                f"pair\x1f{account}\x1f{frame.records[one.position].id}\x1f{one.commitment}\x1f"
                f"{one.standing}\x1f{one.band}\x1f{one.mass.normalize()}"
            )
    return hashlib.sha256("\x1e".join(sorted(lines)).encode()).hexdigest()


def fingerprint(text: str) -> str:
    """What two texts share that differ only in case and blanks."""
    folded = " ".join(text.split()).casefold()
    return hashlib.sha256(folded.encode()).hexdigest()[:_FINGERPRINT]
