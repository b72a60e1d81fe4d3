"""How does a workbook read as the file the command line reads, and the file as a workbook?

Each part of the file is a sheet: settings in two columns, criteria, commitments, and the options
or lines that people write most of. A file goes out and comes in as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from northing.foundations.documents.formula_safe import formula_safe
from northing.stages.decide.studies.facts import Content

Rows = Sequence[Mapping[str, Any]]
SETTING = ("key", "value")
YES, NO = ("true", "yes", "ja"), ("false", "no", "nein")


@dataclass(frozen=True, slots=True)
class Shape:
    """Which sheets a workbook has: one of settings for each single part, one for each list."""

    single: Mapping[str, str]
    listed: Mapping[str, str]
    first: Mapping[str, tuple[str, ...]]

    @property
    def names(self) -> tuple[str, ...]:
        return (*self.single, *self.listed)


PRIORITIES = Shape(
    single={"settings": "priorities", "matrix": "matrix"},
    listed={"criteria": "criterion", "commitments": "commitment", "options": "option"},
    first={
        "criteria": ("id", "name", "worst", "best", "swing", "veto"),
        "commitments": ("id", "name", "weight"),
        "options": ("id", "name", "return", "reaches_daily"),
    },
)
BUDGET = Shape(
    single={"settings": "budget"},
    listed={"commitments": "commitment", "lines": "line"},
    first={
        "commitments": ("id", "name", "floor", "floor_share", "words"),
        "lines": (
            "id", "name", "cost", "least", "now", "impact", "reach", "return", "requires",
            "instead_of", "must_stay", "no_go",
        ),
    },
)  # fmt: skip


def content_of(sheets: Mapping[str, Rows], shape: Shape) -> dict[str, Any]:
    """The file a workbook stands for; a sheet nobody knows is read as nothing."""
    found: dict[str, Any] = {}
    known = {name.strip().casefold(): rows for name, rows in sheets.items()}
    for name, part in shape.single.items():
        settings = {
            str(row["key"]).strip(): _setting(row.get("value"))
            for row in known.get(name, ())
            if row.get("key") and _plain(row.get("value")) is not None
        }
        if settings:
            found[part] = settings
    for name, part in shape.listed.items():
        rows = [_filled(row) for row in known.get(name, ())]
        if any(rows):
            found[part] = [row for row in rows if row]
    return found


def sheets_of(content: Content, shape: Shape) -> dict[str, tuple[tuple[str, ...], list[list[Any]]]]:
    """Each sheet with its columns and rows."""
    found: dict[str, tuple[tuple[str, ...], list[list[Any]]]] = {}
    for name, part in shape.single.items():
        said = content.get(part) or {}
        found[name] = (SETTING, [[key, _cell(value)] for key, value in said.items()])
    for name, part in shape.listed.items():
        rows = content.get(part) or ()
        met = dict.fromkeys(key for row in rows for key in row)
        columns = tuple(dict.fromkeys((*shape.first[name], *met)))
        found[name] = (columns, [[_cell(row.get(key)) for key in columns] for row in rows])
    return found


def _filled(row: Mapping[str, Any]) -> dict[str, Any]:
    said = {key.strip(): _plain(value) for key, value in row.items()}
    return {key: value for key, value in said.items() if key and value is not None}


def _setting(value: Any) -> Any:
    said = _plain(value)
    low = said.casefold() if isinstance(said, str) else ""
    return True if low in YES else False if low in NO else said


def _plain(value: Any) -> Any:
    """A cell as TOML has it: a figure or a text; None where it is empty."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        text = value.strip()
        # A spreadsheet was kept from reckoning with it by one apostrophe; see formula_safe.
        return (
            text[1:] if text[:1] == "'" and formula_safe(text[1:]) != text[1:] else text
        ) or None
    try:
        number = float(value)
    except (TypeError, ValueError):
        return str(value)
    return int(number) if number.is_integer() else number


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return "..".join(map(str, value)) if value and not isinstance(value[0], str) else (
            ", ".join(map(str, value))
        )  # fmt: skip
    return value
