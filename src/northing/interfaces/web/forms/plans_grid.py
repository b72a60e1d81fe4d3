"""How are rows of a file of priorities or a budget typed into a page that has no script?

Each cell is a field `part-row-key`. A button adds an empty row and shows the page again with all
that was typed; rows nobody filled in are none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from northing.interfaces.web.sentences_plans import COLUMNS
from northing.stages.decide.studies.facts import Content
from northing.stages.decide.studies.rules.sheets import BUDGET, PRIORITIES, Shape, content_of

NAMED = re.compile(r"(criterion|commitment|option|line)-(\d{1,3})-(.{1,80})")
SETTING = re.compile(r"(priorities|matrix|budget)-(\w{1,40})")
TICKS = ("keep_order", "reaches_daily", "must_stay")
USUAL = {"criterion": {"worst": "0", "best": "10", "swing": "100"}, "commitment": {"weight": "1"}}
SETTINGS = {
    "priorities": ("title", "keep_order"),
    "matrix": ("currency", "return_cut", "advancement_cut"),
    "budget": ("title", "currency", "total", "apart_from_words", "reach"),
}
RARE = ("now", "reach", "return", "requires", "instead_of", "must_stay", "no_go")
MOST_ROWS, FEW_ROWS = 60, 12
MOST_SHARES = 4
WIDE = ("name", "title", "keep_order")


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a row."""

    name: str
    label: str
    value: str
    is_tick: bool = False
    is_rare: bool = False
    is_share: bool = False

    @property
    def is_wide(self) -> bool:
        """A name is read whole."""
        return self.name.endswith(WIDE)


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its hidden id, and its cells; the first says what it is called."""

    id_name: str
    id: str
    cells: list[Cell]

    @property
    def usual(self) -> list[Cell]:
        return [one for one in self.cells if not one.is_rare and not one.is_share]

    @property
    def rare(self) -> list[Cell]:
        """What few rows say; one click away where nothing stands in it."""
        return [one for one in self.cells if one.is_rare]

    @property
    def shares(self) -> list[Cell]:
        """Which commitments its money is for, where there are too many to stand among the rest."""
        return [one for one in self.cells if one.is_share]

    @property
    def has_shares(self) -> bool:
        return any(one.value for one in self.shares)


@dataclass(frozen=True, slots=True)
class Part:
    """All rows of one kind, and the button that adds another."""

    name: str
    rows: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Grid:
    """The page as it is shown."""

    settings: list[Cell]
    parts: list[Part]

    @property
    def is_short(self) -> bool:
        return sum(len(part.rows) for part in self.parts) <= FEW_ROWS

    @property
    def is_too_long(self) -> bool:
        return any(len(part.rows) > MOST_ROWS for part in self.parts)


def typed_content(sent: Mapping[str, str], shape: Shape) -> dict[str, Any]:
    """The file that was typed, in the shape everything else reads."""
    rows: dict[str, dict[int, dict[str, str]]] = {}
    settings: dict[str, dict[str, str]] = {}
    for name, value in sent.items():
        if match := NAMED.fullmatch(name):
            part, number, key = match.groups()
            rows.setdefault(part, {}).setdefault(int(number), {})[key] = value
        elif match := SETTING.fullmatch(name):
            settings.setdefault(match[1], {})[match[2]] = value
    sheets: dict[str, Any] = {
        sheet: [{"key": key, "value": value} for key, value in settings.get(part, {}).items()]
        for sheet, part in shape.single.items()
    }
    for sheet, part in shape.listed.items():
        given = rows.get(part, {})
        sheets[sheet] = [given[n] for n in sorted(given) if _is_said(part, given[n])]
    return content_of(sheets, shape)


def _is_said(part: str, row: Mapping[str, str]) -> bool:
    usual = USUAL.get(part, {})
    return any(
        value.strip() and value.strip() != usual.get(key)
        for key, value in row.items()
        if key != "id"
    )


def with_empty(content: Content, part: str, *, most: int = 1) -> dict[str, Any]:
    """The same with so many empty rows more, each with an id that is free."""
    rows = [dict(one) for one in content.get(part, ())]
    taken = {str(one.get("id")) for kind in ("criterion", "commitment", "option", "line")
             for one in content.get(kind, ())}  # fmt: skip
    number = 0
    for _row in range(most):
        while f"{part[0]}{number + 1}" in taken:
            number += 1
        number += 1
        rows.append({"id": f"{part[0]}{number}", **USUAL.get(part, {})})
    return {**content, part: rows}


def grid_of(content: Content, shape: Shape) -> Grid:
    """The page that shows this file: what it says, and a column for whatever may be said."""
    single = [part for part in shape.single.values() if part != "matrix" or "matrix" in content]
    settings = [
        _cell(f"{part}-{key}", key, (content.get(part) or {}).get(key))
        for part in single
        for key in SETTINGS[part]
    ]
    served = {str(one.get("id")) for one in content.get("commitment", ())}
    folded = served if shape is BUDGET and len(served) > MOST_SHARES else set()
    parts = [
        Part(
            part,
            [_row(part, n, row, columns, folded) for n, row in enumerate(content.get(part, ()))],
        )
        for part in shape.listed.values()
        if (columns := _columns(content, part, shape))
    ]
    return Grid(settings, parts)


def _columns(content: Content, part: str, shape: Shape) -> dict[str, str]:
    """The keys of a part's cells with what each is called."""
    if part == "commitment" and shape is PRIORITIES and "matrix" not in content:
        return {}
    sheet = next(name for name, one in shape.listed.items() if one == part)
    plain = {key: str(COLUMNS[key]) for key in shape.first[sheet] if key != "id"}
    if part == "option" and "matrix" not in content:
        plain.pop("return")
    if part == "line" and shape is BUDGET:
        return plain | _named(content, "commitment", _("Part of its money for: %(name)s"))
    if part != "option":
        return plain
    moves = _named(content, "commitment", _("How far it moves, −1 to 1: %(name)s"))
    return plain | _named(content, "criterion") | (moves if "matrix" in content else {})


def _named(content: Content, part: str, said: str = "%(name)s") -> dict[str, str]:
    """What the column of each of these is called."""
    return {
        str(one.get("id")): said % {"name": one.get("name") or one.get("id")}
        for one in content.get(part, ())
    }


def _row(
    part: str, number: int, row: Mapping[str, Any], columns: Mapping[str, str], folded: set[str]
) -> Line:
    cells = [
        Cell(
            f"{part}-{number}-{key}",
            label,
            _said(row.get(key)),
            key in TICKS,
            _is_rare(part, key, row),
            part == "line" and key in folded,
        )
        for key, label in columns.items()
    ]
    return Line(f"{part}-{number}-id", _said(row.get("id")), cells)


def _is_rare(part: str, key: str, row: Mapping[str, Any]) -> bool:
    return part == "line" and key in RARE and not _said(row.get(key))


def _cell(name: str, key: str, value: Any) -> Cell:
    label = COLUMNS.get(name.replace("-", "."), COLUMNS[key])
    return Cell(name, str(label), _said(value), key in TICKS)


def _said(value: Any) -> str:
    """A value as somebody would type it."""
    if isinstance(value, bool) or value is None:
        return "true" if value else ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list | tuple):
        between = ", " if any(isinstance(one, str) for one in value) else ".."
        return between.join(map(_said, value))
    return str(value)
