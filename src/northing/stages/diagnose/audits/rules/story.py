"""What does an audit tell of one promise: over time, in each kind of deed, and of what is unknown?

Reads `audit.json` as it was written; computes nothing anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from northing.foundations.methods.estimate import Measure
from northing.stages.diagnose.audits.rules.cells import (
    NONE,
    Cell,
    Content,
    cells_in,
    channels_in,
    measure_in,
    size_of,
    whole_cells,
)

NO_SOURCE = "the case has no source of "
"""How the reason begins where a kind of record has no file."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment as the audit read it."""

    key: str
    text: str
    layer: str
    weight: float
    is_guardrail: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One promise across all kinds of deeds, in the order of the channels asked for."""

    promise: Promise
    cells: tuple[Cell | None, ...]

    @property
    def widest(self) -> float:
        return max((abs(size_of(one)) for one in self.cells if one and one.is_known), default=-1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blind:
    """A kind of record that says nothing of a promise, and why."""

    channel: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """How many records of one kind bear on one promise, and how fresh the newest is.

    `records` is None where there is no source of this kind: silence says nothing there.
    """

    commitment: str
    channel: str
    records: int | None
    newest_on: date | None
    days_old: int | None
    reason: str


def promises_in(content: Content) -> dict[str, Promise]:
    """Every promise by its key, in the order of the case."""
    return {
        one["id"]: Promise(
            one["id"], one["text"], one["layer"] or "", float(one["weight"]), one["guardrail"]
        )
        for one in content.get("commitments", ())
    }


def said_of(content: Content, commitment: str) -> Measure:
    """The share of what is said that speaks of this promise."""
    found = (one["say"] for one in content.get("say", ()) if one["commitment"] == commitment)
    return measure_in(next(found, None))


def gap_map(content: Content) -> tuple[list[str], list[Line]]:
    """The kinds of deeds, and a line for each promise, the widest gap first."""
    channels = channels_in(content)
    known = {(one.commitment, one.channel): one for one in whole_cells(content)}
    lines = [
        Line(promise, tuple(known.get((key, channel)) for channel in channels))
        for key, promise in promises_in(content).items()
    ]
    return channels, sorted(lines, key=lambda one: -one.widest)


def over_time(content: Content, commitment: str, channel: str) -> list[Cell]:
    """The cell in each period, in the order of time as the audit has it."""
    return [
        one
        for one in cells_in(content)
        if (one.commitment, one.channel, one.unit) == (commitment, channel, None)
        and one.period is not None
    ]


def by_unit(content: Content, commitment: str, channel: str) -> list[Cell]:
    """The cell in each unit over all periods."""
    return [
        one
        for one in cells_in(content)
        if (one.commitment, one.channel, one.period) == (commitment, channel, None)
        and one.unit is not None
    ]


def coverage(content: Content) -> list[Covered]:
    """How much there is to go by, for every promise and kind of record."""
    return [
        Covered(
            commitment=one["commitment"],
            channel=one["channel"],
            records=one["records"] if one["sources"] else None,
            newest_on=_day(one["freshness"]["newest_on"]),
            days_old=one["freshness"]["days_old"],
            reason=one.get("reason_unknown", ""),
        )
        for one in content.get("coverage", ())
        if one["commitment"] != NONE
    ]


def blind_spots(content: Content, commitment: str) -> list[Blind]:
    """What nobody knows of this promise, each with the reason."""
    cells = [one for one in whole_cells(content) if one.commitment == commitment]
    found = {one.channel: getattr(one.gap, "reason", "") for one in cells if not one.is_known}
    for one in coverage(content):
        if one.commitment == commitment and one.reason:
            found.setdefault(one.channel, one.reason)
    return [Blind(channel=channel, reason=reason) for channel, reason in found.items()]


def unread_in(content: Content) -> frozenset[str]:
    """The kinds of record of which no file was read, for any promise."""
    return frozenset(one.channel for one in coverage(content) if one.reason.startswith(NO_SOURCE))


def refused_in(content: Content) -> list[tuple[str, int]]:
    """Files with lines that could not be read, and how many of them."""
    counts = [(one["path"], len(one["rows_refused"])) for one in content.get("sources", ())]
    return [(path, count) for path, count in counts if count]


def freshest(rows: Iterable[Covered]) -> list[Covered]:
    """For each kind of record the one promise with the newest record; none where there is none."""
    newest: dict[str, Covered] = {}
    for one in rows:
        known = newest.get(one.channel)
        if one.newest_on and (known is None or _is_newer(one, known)):
            newest[one.channel] = one
    return list(newest.values())


def _is_newer(one: Covered, other: Covered) -> bool:
    return (one.newest_on or date.min) > (other.newest_on or date.min)


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def test_of(content: Content, commitment: str, channel: str) -> Sequence[Mapping[str, Any]]:
    """The tests of chance that were made for this cell."""
    return [
        one
        for one in content.get("tests", {}).get("each", ())
        if (one["commitment"], one["channel"]) == (commitment, channel)
    ]


def checked_of(content: Content, commitment: str, channel: str) -> Sequence[Mapping[str, Any]]:
    """What people who checked records of this cell found."""
    cells = (content.get("verification") or {}).get("cells") or ()
    return [
        one
        for one in cells
        if one["commitment"] == commitment and one["channel"].partition(" in ")[0] == channel
    ]
