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


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a row."""

    name: str
    label: str
    value: str
    is_tick: bool = False
    is_rare: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its hidden id, and its cells; the first says what it is called."""

    id_name: str
    id: str
    cells: list[Cell]

    @property
    def usual(self) -> list[Cell]:
        return [one for one in self.cells if not one.is_rare]

    @property
    def rare(self) -> list[Cell]:
        """What few rows say; one click away where nothing stands in it."""
        return [one for one in self.cells if one.is_rare]


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
    parts = [
        Part(part, [_row(part, n, row, columns) for n, row in enumerate(content.get(part, ()))])
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
    asked = []
    if part == "option":
        asked = [*content.get("criterion", ()), *(content.get("commitment", ()))]
    if part == "line" and shape is BUDGET:
        asked = list(content.get("commitment", ()))
    named = {str(one.get("id")): str(one.get("name") or one.get("id")) for one in asked}
    if part == "line":
        named = {key: _("Part of its money for: %(name)s") % {"name": name}
                 for key, name in named.items()}  # fmt: skip
    return plain | named


def _row(part: str, number: int, row: Mapping[str, Any], columns: Mapping[str, str]) -> Line:
    cells = [
        Cell(
            f"{part}-{number}-{key}",
            label,
            _said(row.get(key)),
            key in TICKS,
            _is_rare(part, key, row),
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
