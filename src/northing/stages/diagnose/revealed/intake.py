"""Which choices does a table tell of, and what was said to matter?

One row an option: *choice* names the choice it belonged to, *option* the option, *taken* says
which one was taken, and every other column is something options differed in. The row whose
*choice* is `stated` holds what each of these is said to weigh.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from northing.stages.diagnose.revealed.facts import Dimension, PastChoice

STATED = "stated"
OURS = ("choice", "option", "taken")
YES = {"yes", "ja", "x", "1", "true"}
NO = {"no", "nein", "", "0", "false"}
NOT_KNOWN = {"", "?", "unknown", "unbekannt"}
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
MOST_DIMENSIONS, MOST_OPTIONS, MOST_COMPLAINTS = 20, 50_000, 20
Rows = Sequence[tuple[int, Mapping[str, str]]]
"""Each row with its line; the keys are headers in lower case."""


class UnreadableChoices(Exception):  # noqa: N818 - named for what it tells
    """The table cannot be understood: `complaints` are sentences with the place and the remedy."""

    def __init__(self, complaints: Sequence[str]) -> None:
        super().__init__("\n".join(complaints))
        self.complaints = list(complaints)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the table holds."""

    choices: tuple[PastChoice, ...]
    dimensions: tuple[Dimension, ...]


@dataclass(frozen=True, slots=True)
class _Option:
    line: int
    is_taken: bool
    figures: Mapping[str, float]


def asked_in(rows: Rows, columns: Sequence[str], place: str) -> Asked:
    """The choices of the table, in the order in which it names them.

    Raises
    ------
    UnreadableChoices
        With every complaint there is, up to twenty.

    """
    names = [one for one in columns if one not in OURS]
    _stop(list(_missing(columns, names, rows, place)))
    said: list[str] = []
    stated, options = {}, dict[str, list[_Option]]()
    for line, row in rows:
        where = f"{place}, line {line}"
        figures = _figures(row, names, where, said)
        if row.get("choice", "").strip().casefold() == STATED:
            stated = figures
        else:
            taken = _taken(row, where, said)
            options.setdefault(row.get("choice", "").strip(), []).append(
                _Option(line, taken, figures)
            )
    said += _wrong_weights(stated, place)
    said += _wrong_choices(options, place)
    _stop(said)
    dimensions = tuple(Dimension(one, one, stated.get(one, 0.0)) for one in names)
    return Asked(tuple(_choice(name, some) for name, some in options.items()), dimensions)


def _stop(said: list[str]) -> None:
    if len(said) > MOST_COMPLAINTS:
        rest = len(said) - MOST_COMPLAINTS
        said = [*said[:MOST_COMPLAINTS], f"… and {rest} more like these."]
    if said:
        raise UnreadableChoices(said)


def _missing(columns: Sequence[str], names: Sequence[str], rows: Rows, place: str) -> list[str]:
    said = [f"{place}: there is no column *{one}*; add it." for one in OURS if one not in columns]
    if not names:
        said.append(f"{place}: nothing that options differ in; add a column of figures for each.")
    if len(names) > MOST_DIMENSIONS:
        said.append(f"{place}: {len(names)} columns of figures; at most {MOST_DIMENSIONS}.")
    if len(rows) > MOST_OPTIONS:
        said.append(f"{place}: {len(rows):,} rows; at most {MOST_OPTIONS:,}.")
    return said


def _figures(
    row: Mapping[str, str], names: Sequence[str], where: str, said: list[str]
) -> dict[str, float]:
    """What is not known is left out."""
    found = {}
    for name in names:
        written = row.get(name, "").strip().replace("\u2212", "-")
        if written.casefold() in NOT_KNOWN:
            continue
        value = float(written) if NUMBER.fullmatch(written) else math.nan
        if math.isfinite(value):
            found[name] = value
        else:
            said.append(f"{where}, column *{name}*, '{written[:40]}': no number; write 3 or 2.5.")
    return found


def _taken(row: Mapping[str, str], where: str, said: list[str]) -> bool:
    written = row.get("taken", "").strip().casefold()
    if written not in YES | NO:
        said.append(f"{where}, column *taken*, '{written[:40]}': write yes or no.")
    return written in YES


def _wrong_weights(stated: Mapping[str, float], place: str) -> list[str]:
    if not stated:
        return [f"{place}: no row says what matters; add one whose *choice* is {STATED}."]
    if min(stated.values()) < 0 or max(stated.values()) <= 0:
        return [f"{place}, row {STATED}: weights are 0 or more, and one of them is more than 0."]
    return []


def _wrong_choices(options: Mapping[str, Sequence[_Option]], place: str) -> list[str]:
    said = []
    for name, some in options.items():
        taken = sum(one.is_taken for one in some)
        if not name:
            said.append(f"{place}, line {some[0].line}: name the choice it belonged to.")
        elif len(some) == 1:
            said.append(f"{place}, line {some[0].line}: {name} has one option; a choice has two.")
        elif taken != 1:
            said.append(f"{place}, {name}: {taken} options are taken; mark the one that was.")
    return said


def _choice(name: str, some: Sequence[_Option]) -> PastChoice:
    taken = next(at for at, one in enumerate(some) if one.is_taken)
    return PastChoice(name, tuple(one.figures for one in some), taken)
