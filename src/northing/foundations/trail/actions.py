"""How is an event added, so that of many at once none is lost and none takes another's place?"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.db import connection, transaction

from northing.foundations.trail import store
from northing.foundations.trail.facts import Entry, Event
from northing.foundations.trail.models import SealedValue
from northing.foundations.trail.rules.chain import NOTHING, SALT_BYTES, chained, seal

INSTALLATION = UUID(int=0)
"""The chain of what concerns no organisation: accounts, sessions, second factors.

An action that writes to two chains writes to this one first, so that two of them never wait for
each other.
"""


@dataclass(frozen=True, slots=True)
class Personal:
    """Values of one person that an event speaks of; they are sealed, and erased with the person."""

    person: UUID
    values: Mapping[str, str] = field(default_factory=dict)


def append(event: Event, *, personal: Personal | None = None) -> Entry:
    """Add the event to its chain, in the transaction that is open or in one of its own.

    The writer holds its chain until that transaction ends: on PostgreSQL by an advisory lock, on
    SQLite because every transaction begins IMMEDIATE (`trail.E001` is raised where it does not).
    """
    with transaction.atomic():
        _hold(event.chain)
        if personal:
            event = replace(event, sealed=_sealed(personal))
        entry = chained(event, store.head(event.chain))
        store.insert(entry)
    return entry


def erase(person: UUID) -> int:
    """Forget every value of the person and its salt; the chain holds. How many were forgotten."""
    return SealedValue.objects.filter(person=person).delete()[0]


def reassign(person: UUID, *, to: UUID) -> None:
    """Two ids were one person: what was sealed of the one is erased with the other."""
    SealedValue.objects.filter(person=person).update(person=to)


def take_over(chain: UUID, entries: Iterable[Entry]) -> None:
    """A chain that was written elsewhere goes on here, as it is. Raises where one stands here.

    Whoever calls it has seen that it holds.
    """
    with transaction.atomic():
        _hold(chain)
        if store.head(chain) != NOTHING:
            raise ValueError(f"the chain {chain} is here already")
        store.insert_all(entries)


def _hold(chain: UUID) -> None:
    if connection.vendor != "postgresql":
        return
    number = int.from_bytes(chain.bytes[:8], signed=True) ^ int.from_bytes(
        chain.bytes[8:], signed=True
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def _sealed(personal: Personal) -> dict[str, str]:
    seals = {}
    for name, value in personal.values.items():
        salt = secrets.token_bytes(SALT_BYTES)
        seals[name] = seal(value, salt=salt)
        SealedValue.objects.create(
            digest=seals[name], person=personal.person, salt=salt, value=value
        )
    return seals
