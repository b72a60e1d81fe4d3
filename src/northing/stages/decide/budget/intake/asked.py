"""Is everything in a file of a budget understood?

One TOML file with what has to hold, and lines in it or in a table beside it. Whatever is not
understood is refused with its place; the rest is still looked at, so that all complaints come at
once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from northing.stages.decide.budget.facts import Floor, Limits, Line, SaidShares
from northing.stages.decide.budget.intake.shape import BudgetFile
from northing.stages.decide.priorities.facts import Range
from northing.stages.decide.priorities.intake.shape import told
from northing.stages.decide.priorities.intake.written import (
    YES,
    Complaints,
    UnreadableFile,
    figure_of,
    id_of,
    rows_of,
)

ONE = 1e-6
ROUNDED = 1e-9
SEPARATOR = re.compile(r"[;,]\s*")
COSTS_NOTHING = (
    "a line costs more than nothing; write what all of it costs here, and write what it brings in "
    "under return."
)
LEAST_OUTSIDE = (
    "its least lies above 0 and not above its cost; leave it empty where it gets all or nothing."
)
GETS_LESS_THAN_NOTHING = "a line gets nothing or more today; write 0 where it gets nothing."
MORE_THAN_ALL = (
    "the parts of its money come to more than the whole; write parts that add up to 1 or less."
)


@dataclass(frozen=True, slots=True)
class AskedBudget:
    """What a file asks for; `names` calls commitments as people do."""

    title: str
    currency: str
    lines: tuple[Line, ...]
    limits: Limits
    names: Mapping[str, str]


class UnreadableBudget(UnreadableFile):
    """No budget can be made from this file."""


def asked_in(
    content: Mapping[str, Any], rows: Sequence[Mapping[str, str]], place: str
) -> AskedBudget:
    """What a parsed file and the rows of its table ask for.

    Parameters
    ----------
    content : mapping
        The TOML document.
    rows : sequence of mappings
        Rows of the table it names, by lower-case header; empty where it names none.
    place : str
        How the file is called in complaints.

    Raises
    ------
    UnreadableBudget
        With every complaint there is.

    """
    try:
        read = BudgetFile.model_validate(content)
    except ValidationError as error:
        raise UnreadableBudget(list(told(error, place))) from None
    complaints = Complaints()
    given = rows_of("line", read.line, rows, place=place, named=read.budget.table)
    if not given:
        complaints.add(place, "there is no [[line]], and no table with a row; add at least one.")
    keys = [one.id for one in read.commitment]
    lines = [line for where, row in given if (line := _line(where, row, keys, complaints))]
    _complain_of_ids(lines, complaints, place)
    limits = _limits(read, lines, complaints, place)
    if complaints.said:
        raise UnreadableBudget(complaints.said)
    names = {one.id: one.name or one.id for one in read.commitment}
    return AskedBudget(read.budget.title, read.budget.currency, tuple(lines), limits, names)


def _line(
    where: str, row: Mapping[str, Any], keys: Sequence[str], complaints: Complaints
) -> Line | None:
    name = str(row.get("name", "")).strip()
    if not name:
        complaints.add(where, "it has no name; give it one.")
        return None
    said = len(complaints.said)
    cost, now = (_cents(where, row, one, complaints) for one in ("cost", "now"))
    least = _cents(where, row, "least", complaints)
    impact = _impact(where, row, complaints)
    serves = {key: part for key in keys if (part := _share(where, row, key, complaints))}
    if cost is None:
        complaints.add(where, "its cost is not known; write what all of it costs.")
    else:
        _complain_of_money(where, row, complaints, cost=cost, least=least, now=now)
    if sum(serves.values()) > 1 + ROUNDED:
        complaints.add(f"{where}, {name}", MORE_THAN_ALL)
    if cost is None or impact is None or len(complaints.said) > said:
        return None
    return Line(
        id=id_of(row, name, without="line"),
        name=name,
        cost=cost,
        least=cost if least is None else least,
        now=cost if now is None else now,
        impact=impact,
        serves=serves,
        reach=_reach(where, row, complaints),
        returned=_cents(where, row, "return", complaints) or 0,
        requires=tuple(one for one in SEPARATOR.split(_text(row, "requires")) if one),
        instead_of=_text(row, "instead_of"),
        must_stay=_text(row, "must_stay").casefold() in YES,
        no_go=_text(row, "no_go"),
    )


def _complain_of_money(
    where: str,
    row: Mapping[str, Any],
    complaints: Complaints,
    *,
    cost: int,
    least: int | None,
    now: int | None,
) -> None:
    """What a line costs, may get at least and gets today has to fit together."""
    if cost <= 0:
        complaints.add(f"{where}, cost, {_text(row, 'cost')}", COSTS_NOTHING)
    elif least is not None and not 0 < least <= cost:
        complaints.add(f"{where}, least, {_text(row, 'least')}", LEAST_OUTSIDE)
    if now is not None and now < 0:
        complaints.add(f"{where}, now, {_text(row, 'now')}", GETS_LESS_THAN_NOTHING)


def _cents(where: str, row: Mapping[str, Any], key: str, complaints: Complaints) -> int | None:
    """An amount in the currency's hundredths; None where it is not given."""
    figure = _figure(where, row, key, complaints)
    if figure is None:
        return None
    if figure.low != figure.high:
        complaints.add(f"{where}, {key}", "an amount is one number; write the likeliest.")
        return None
    exact = Decimal(str(figure.likely)) * 100
    if exact != exact.to_integral_value():
        complaints.add(f"{where}, {key}", "an amount has two decimals at most; round it.")
        return None
    return int(exact)


def _impact(where: str, row: Mapping[str, Any], complaints: Complaints) -> Range | None:
    if not str(row.get("impact", "")).strip() or str(row.get("impact")).strip() == "?":
        complaints.add(
            f"{where}, impact",
            "its points are not known; write a range, as wide as your doubt: 1..5..9.",
        )
        return None
    return _figure(where, row, "impact", complaints)


def _share(where: str, row: Mapping[str, Any], key: str, complaints: Complaints) -> float | None:
    figure = _figure(where, row, key, complaints)
    if figure is not None and not 0 <= figure.low <= figure.high <= 1:
        complaints.add(f"{where}, {key}", "the part that serves it lies between 0 and 1.")
        return None
    return None if figure is None else figure.middle


def _reach(where: str, row: Mapping[str, Any], complaints: Complaints) -> float:
    figure = _figure(where, row, "reach", complaints)
    return 0.0 if figure is None else figure.middle


def _figure(where: str, row: Mapping[str, Any], key: str, complaints: Complaints) -> Range | None:
    given = row.get(key, row.get(key.casefold(), row.get(key.replace("_", " "))))
    low, high = row.get(f"{key} low"), row.get(f"{key} high")
    try:
        return figure_of(given, low, high)
    except ValueError as error:
        complaints.add(f"{where}, {key}, {given!r}", f"{error}.")
        return None


def _text(row: Mapping[str, Any], key: str) -> str:
    given = row.get(key, row.get(key.replace("_", " "), ""))
    if isinstance(given, (list, tuple)):
        return ", ".join(map(str, given))
    return str(given if given is not None else "").strip()


def _complain_of_ids(lines: Sequence[Line], complaints: Complaints, place: str) -> None:
    ids = [line.id for line in lines]
    for one in sorted({one for one in ids if ids.count(one) > 1}):
        complaints.add(place, f"the line {one!r} is there twice; give each an id of its own.")
    for line in lines:
        for needed in line.requires:
            if needed not in ids:
                complaints.add(place, f"{line.name} requires {needed!r}, which is no line.")


def _limits(read: BudgetFile, lines: Sequence[Line], complaints: Complaints, place: str) -> Limits:
    today = sum(line.now for line in lines)
    total = today if read.budget.total is None else round(read.budget.total * 100)
    said = {one.id: one.words for one in read.commitment if one.words is not None}
    if read.budget.apart_from_words is not None and abs(sum(said.values()) - 1) > ONE:
        complaints.add(place, "the shares of words of all commitments have to add up to 1.")
    floors = tuple(
        Floor(one.id, round((one.floor or 0) * 100) or round((one.floor_share or 0) * total))
        for one in read.commitment
        if one.floor or one.floor_share
    )
    shares = None
    if said and abs(sum(said.values()) - 1) <= ONE:
        most = read.budget.apart_from_words
        shares = SaidShares(said, 1.0 if most is None else most)
    return Limits(total, floors, shares, read.budget.reach)
