"""What does each channel hold in all, by period, unit and commitment?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.linking.facts import Link
from northing.stages.diagnose.say_do.facts import Amounts, ChannelAccount, Mass
from northing.stages.diagnose.say_do.rules.masses import Masses
from northing.stages.records.ledger.facts import Record, Side
from northing.stages.records.ledger.rules.mass import account_of, measure_of

_ZERO = Decimal(0)


def accounts_of(
    records: Sequence[Record],
    masses: Masses,
    links: Mapping[str, Sequence[Link]],
    *,
    home_currency: str | None,
    missing: Mapping[str, Decimal],
) -> tuple[ChannelAccount, ...]:
    """One account for each channel met, and one more for each foreign currency."""
    by_account: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_account[account_of(record, home_currency)].append(record)
    return tuple(
        _account(
            name,
            of,
            masses,
            links,
            measure=measure_of(of[0], home_currency),
            missing=missing.get(name, _ZERO),
        )
        for name, of in by_account.items()
    )


def _account(
    name: str,
    records: Sequence[Record],
    masses: Masses,
    links: Mapping[str, Sequence[Link]],
    *,
    measure: str,
    missing: Decimal,
) -> ChannelAccount:
    counted = [record for record in records if record.side is Side.SPENDING]
    income = [record for record in records if record.side is Side.INCOME]
    mine = {key: mass for key, mass in masses.items() if key.account == name}
    return ChannelAccount(
        channel=name,
        measure=measure,
        whole=_amounts(None, mine.items(), len(counted)),
        periods=_grouped(mine, counted, lambda one: one.period),
        units=_grouped(mine, counted, lambda one: one.unit),
        commitments=_by_commitment(mine, counted, links),
        income=_income(income) if income else None,
        missing=missing,
    )


def _grouped(
    masses: Masses, records: Sequence[Record], of: Callable[..., str | None]
) -> tuple[Amounts, ...]:
    """Groups in the order of their labels, the nameless last."""
    count: dict[str | None, int] = defaultdict(int)
    for record in records:
        count[of(record)] += 1
    groups: dict[str | None, list[tuple[object, Mass]]] = defaultdict(list)
    for key, mass in masses.items():
        groups[of(key)].append((key, mass))
    labels = sorted(groups, key=lambda label: (label is None, label or ""))
    return tuple(_amounts(label, groups[label], count[label]) for label in labels)


def _amounts(label: str | None, masses: Iterable[tuple[object, Mass]], records: int) -> Amounts:
    linked = unlinked = against = _ZERO
    for key, mass in masses:
        if getattr(key, "commitment", None) == NONE:
            unlinked += mass.linked
        else:
            linked += mass.linked
        against += mass.against
    total = linked + unlinked + against
    return Amounts(
        label=label, total=total, linked=linked, unlinked=unlinked, against=against, records=records
    )


def _by_commitment(
    masses: Masses, records: Sequence[Record], links: Mapping[str, Sequence[Link]]
) -> tuple[Amounts, ...]:
    found: dict[str, list[tuple[object, Mass]]] = defaultdict(list)
    for key, mass in masses.items():
        found[key.commitment].append((key, mass))
    count: dict[str, int] = defaultdict(int)
    for record in records:
        names = [link.commitment for link in links.get(record.id, ()) if link.is_linked]
        for name in names or [NONE]:
            count[name] += 1
    labels = sorted(found, key=lambda name: (name == NONE, name))
    return tuple(_amounts(name, found[name], count[name]) for name in labels)


def _income(records: Sequence[Record]) -> Amounts:
    total = sum((record.amount or _ZERO for record in records), _ZERO)
    return Amounts(
        label="income",
        total=total,
        linked=_ZERO,
        unlinked=total,
        against=_ZERO,
        records=len(records),
    )
