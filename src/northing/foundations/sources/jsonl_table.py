"""What do the objects of a JSON Lines file, or of a JSON list, say?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

from northing.foundations.sources.cells import cell_of, text_of
from northing.foundations.sources.decoding import decoded, written
from northing.foundations.sources.opened import Opened, UnreadableSource, refusal_of
from northing.foundations.sources.rows import Cell, Place, Reading, Refusal, Row, Rows

_MEND = "Correct the line so that it holds one JSON object."


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


_DECODER = json.JSONDecoder(parse_float=Decimal, parse_int=Decimal, parse_constant=_no_constant)


def read_jsonl(opened: Opened) -> Reading:
    """One row per line that holds an object; the others are refused one by one."""
    source = written(opened.content, encoding=opened.options.encoding)

    def lines() -> Iterator[tuple[int, str]]:
        numbered = enumerate(source.lines(), start=1)
        return ((number, line.removesuffix("\n")) for number, line in numbered if line.strip())

    return _reading(opened, lines, source.notes)


def read_json(opened: Opened) -> Reading:
    """One row per object of a list, with the line it begins on."""
    source = decoded(opened.content, encoding=opened.options.encoding)
    text = source.text.strip()
    if not text.startswith("["):
        raise UnreadableSource(
            "The file is one JSON value, not a list of objects.",
            "Save the records as a list of objects, or as JSON Lines (.jsonl).",
        )
    before = source.text.count("\n", 0, source.text.index("["))
    return _reading(opened, lambda: _elements(text, before + 1), source.notes)


def _elements(text: str, line: int) -> Iterator[tuple[int, str]]:
    """The text of each element; ends at the first sign that no list would hold."""
    at, counted = 1, 0
    while True:
        at = _skip(text, at, " \t\n")
        line += text.count("\n", counted, at)
        counted = at
        if at >= len(text) or text[at] == "]":
            return
        try:
            _, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError, InvalidOperation):
            yield line, text[at : at + 200]
            return
        yield line, text[at:end]
        at = _skip(text, end, " \t\n,")


def _skip(text: str, at: int, signs: str) -> int:
    while at < len(text) and text[at] in signs:
        at += 1
    return at


def _reading(
    opened: Opened, lines: Callable[[], Iterator[tuple[int, str]]], notes: tuple[str, ...]
) -> Reading:
    refusals: list[Refusal] = []
    columns: dict[str, None] = {}
    count = 0
    for one in _rows(opened.path, lines()):
        if isinstance(one, Refusal):
            refusals.append(one)
            continue
        count += 1
        columns.update(dict.fromkeys(one.cells))
    if not count and not refusals:
        raise UnreadableSource("The file holds no object.", "Check that this is the right file.")
    rows = Rows(lambda: _only_rows(opened.path, lines()), count).kept()
    return Reading(
        opened.path, opened.sha256, "jsonl", tuple(columns), rows, tuple(refusals), notes
    )


def _only_rows(path: str, lines: Iterator[tuple[int, str]]) -> Iterator[Row]:
    return (one for one in _rows(path, lines) if isinstance(one, Row))


def _rows(path: str, lines: Iterator[tuple[int, str]]) -> Iterator[Row | Refusal]:
    for number, line in lines:
        try:
            yield Row(Place(path, line=number), _cells(line, number))
        except UnreadableSource as problem:
            yield refusal_of(path, problem)


def _cells(line: str, number: int) -> dict[str, Cell]:
    try:
        found = _DECODER.decode(line)
        if isinstance(found, dict):
            return _flat(found)
        reason = "The line holds no JSON object."
    except RecursionError:
        reason = "The line nests lists or objects too deeply."
    except (ValueError, InvalidOperation):
        reason = "The line is not valid JSON."
    raise UnreadableSource(reason, _MEND, value=line[:120], line=number)


def _flat(found: Mapping[str, Any]) -> dict[str, Cell]:
    """Objects inside become dotted names, one level deep; lists are joined."""
    cells: dict[str, Cell] = {}
    for name, value in found.items():
        if isinstance(value, dict):
            cells.update({f"{name}.{inner}": _cell(below) for inner, below in value.items()})
        else:
            cells[name] = _cell(value)
    return cells


def _cell(value: Any) -> Cell:
    if isinstance(value, list):
        return "; ".join(_text(element) for element in value) or None
    return _text(value) if isinstance(value, dict) else cell_of(value)


def _text(value: Any) -> str:
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return text_of(cell_of(value))
