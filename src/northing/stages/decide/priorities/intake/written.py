"""Which figure did somebody write?"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from northing.stages.decide.priorities.facts import Range

THREE, TWO = 3, 2
NOT_KNOWN = {"", "?", "unknown", "unbekannt", "n/a"}
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
SUFFIXES = (" low", " high")
YES = {"true", "yes", "ja", "x", "1"}
Rows = Sequence[tuple[str, Mapping[str, Any]]]
"""Each row with the place it stands in."""


class UnreadableFile(Exception):  # noqa: N818 - named for what it tells
    """Nothing can be made of a file: `complaints` are sentences."""

    def __init__(self, complaints: Sequence[str]) -> None:
        super().__init__("\n".join(complaints))
        self.complaints = list(complaints)


@dataclass(slots=True)
class Complaints:
    """What was refused: a place, what stands there, and what to do."""

    said: list[str] = field(default_factory=list)

    def add(self, place: str, why: str) -> None:
        self.said.append(f"{place}: {why}")


def figure_of(given: object, low: object = None, high: object = None) -> Range | None:
    """A figure as people write it: 6, [3, 6, 8], "3..6..8", "3..8", or "?" for not known.

    Raises
    ------
    ValueError
        It is none of these, or does not rise from its lowest to its highest.

    """
    numbers = _numbers(given)
    if numbers is None:
        return None
    if low not in (None, "") and high not in (None, "") and len(numbers) == 1:
        numbers = [*_must(low), *numbers, *_must(high)]
    if len(numbers) == TWO:
        numbers = [numbers[0], sum(numbers) / 2, numbers[1]]
    if len(numbers) not in {1, THREE}:
        raise ValueError("write one number, or its lowest, likeliest and highest: 3..6..8")
    if numbers != sorted(numbers):
        raise ValueError("the lowest comes first and the highest last")
    return Range(numbers[0], numbers[len(numbers) // 2], numbers[-1])


def figures_of(
    where: str, row: Mapping[str, Any], keys: Sequence[str], complaints: Complaints
) -> dict[str, Range]:
    """The figures of a row under these keys; those not known are left out, others complained of."""
    found = {}
    for key in keys:
        given = row.get(key, row.get(key.casefold()))
        low, high = (row.get(f"{key}{suffix}".casefold()) for suffix in SUFFIXES)
        try:
            figure = figure_of(given, low, high)
        except ValueError as error:
            complaints.add(f"{where}, {key}, {given!r}", f"{error}.")
            continue
        if figure is not None:
            found[key] = figure
    return found


def _numbers(given: object) -> list[float] | None:
    if given is None or (isinstance(given, str) and given.strip().casefold() in NOT_KNOWN):
        return None
    if isinstance(given, (list, tuple)):
        return [number for one in given for number in _must(one)]
    if isinstance(given, str) and ".." in given:
        return [number for one in given.split("..") for number in _must(one)]
    return _must(given)


def _must(given: object) -> list[float]:
    written = str(given).strip().replace("\u2212", "-")
    if not NUMBER.fullmatch(written):
        raise ValueError("this is no number; write it like 6 or 3..6..8, or ? if it is not known")
    value = float(written)
    if not math.isfinite(value):
        raise ValueError("a figure is finite")
    return [value]


def rows_of(
    what: str,
    listed: Sequence[Mapping[str, Any]],
    table: Sequence[Mapping[str, str]],
    *,
    place: str,
    named: str | None,
) -> Rows:
    """The rows of the file itself, then those of the table it names, each with its place."""
    rows: list[tuple[str, Mapping[str, Any]]] = [
        (f"{place}, {what} {n}", one) for n, one in enumerate(listed, 1)
    ]
    return [*rows, *((f"{named or place}, row {n}", row) for n, row in enumerate(table, 2))]


def id_of(row: Mapping[str, Any], name: str, *, without: str) -> str:
    """The id a row gives itself, else one made of its name."""
    given = str(row.get("id") or "").strip()
    return given or re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or without
