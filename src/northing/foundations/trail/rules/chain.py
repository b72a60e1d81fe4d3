"""Is a history still the one that was written?

Each entry carries the SHA-256 of itself and of the digest before it, so that a change anywhere
shows from there on (Haber & Stornetta 1991, "How to time-stamp a digital document"). A tail that
was cut off leaves a whole chain behind; it shows against a head written down earlier.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from uuid import UUID

from northing.foundations.trail.facts import Break, Entry, Event, Head

BEGINNING = "0" * 64
NOTHING = Head(0, BEGINNING)
_FORM = b"northing-trail-1\n"
_SEAL = b"northing-seal-1\n"
SALT_BYTES = 32


def chained(event: Event, after: Head) -> Entry:
    """The event as the next entry after `after` (`NOTHING` where it is the first)."""
    sequence = after.sequence + 1
    return Entry(sequence, after.digest, event, _digest(event, sequence, after.digest))


def first_break(entries: Iterable[Entry], *, anchors: Sequence[Head] = ()) -> Break | None:
    """The first place where the chain does not hold, or None.

    `entries` come in the order of the chain, from its first; `anchors` are heads that were written
    down earlier. Without an anchor, entries missing at the end cannot be seen.
    """
    anchored = {head.sequence: head.digest for head in anchors}
    last, chain = NOTHING, None
    for entry in entries:
        chain = chain or entry.event.chain
        reason = _fault(entry, last, chain) or _differs(entry, anchored)
        if reason:
            return Break(last.sequence + 1, reason)
        last = head_of(entry)
    missing = [sequence for sequence in anchored if sequence > last.sequence]
    if missing:
        return Break(
            last.sequence + 1,
            f"the chain ends here, but was {max(missing)} entries long: its end was cut off",
        )
    return None


def head_of(entry: Entry) -> Head:
    return Head(entry.sequence, entry.digest)


def digest_of(text: str) -> str:
    """What the trail keeps of a text: enough to show that it was altered, nothing to read."""
    return hashlib.sha256(text.encode()).hexdigest()


def seal(value: str, *, salt: bytes) -> str:
    """A commitment to a personal value: once its salt is gone, the value cannot be guessed back.

    `salt` is `SALT_BYTES` of chance, kept apart from the chain and drawn anew for every value.
    """
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a salt has {SALT_BYTES} bytes, this one {len(salt)}")
    return hashlib.sha256(_SEAL + salt + value.encode()).hexdigest()


def canonical(event: Event) -> dict[str, object]:
    """The event as plain values with one way to write each: what is hashed and exported."""
    return {
        "chain": str(event.chain),
        "verb": event.verb,
        "at": moment(event.at),
        "actor": _written(event.actor),
        "subject": _written(event.subject),
        "grounds": event.grounds,
        "details": dict(event.details),
        "sealed": dict(event.sealed),
    }


def moment(at: datetime) -> str:
    if at.tzinfo is None:
        raise ValueError("a moment of the trail names its time zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def as_text(value: object) -> str:
    """JSON with one form: sorted keys, no spaces, ASCII, no fraction that machines round apart."""
    _refuse_fractions(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _written(identity: UUID | None) -> str | None:
    return None if identity is None else str(identity)


def _digest(event: Event, sequence: int, previous: str) -> str:
    whole = canonical(event) | {"sequence": sequence, "previous": previous}
    return hashlib.sha256(_FORM + as_text(whole).encode()).hexdigest()


def _fault(entry: Entry, last: Head, chain: UUID) -> str:
    """The first thing that is wrong with this entry in this place, or nothing."""
    faults = {
        f"entry {last.sequence + 1} is missing; entry {entry.sequence} follows": (
            entry.sequence != last.sequence + 1
        ),
        "this entry belongs to another chain": entry.event.chain != chain,
        "this entry does not follow the one before it": entry.previous != last.digest,
        "this entry is not what was written": (
            entry.digest != _digest(entry.event, entry.sequence, entry.previous)
        ),
    }
    return next((reason for reason, is_so in faults.items() if is_so), "")


def _differs(entry: Entry, anchored: dict[int, str]) -> str:
    if anchored.get(entry.sequence, entry.digest) == entry.digest:
        return ""
    return "this entry is not the one whose digest was written down: the chain was written anew"


def _refuse_fractions(value: object) -> None:
    if isinstance(value, float):
        raise TypeError("a fraction has no one form; write it as text")
    if isinstance(value, dict):
        for part in value.values():
            _refuse_fractions(part)
    elif isinstance(value, list | tuple):
        for part in value:
            _refuse_fractions(part)
