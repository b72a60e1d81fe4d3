"""How does an invented organisation become a case folder: its files and its northing.toml?"""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import docx
import openpyxl

from organisations.facts import Line, Organisation, Promise, Source

COLUMNS = ("level", "target", "outcome", "stake", "commitment", "stance", "audience", "id", "side")
_SPANS = {
    "year": lambda day: f"{day.year}",
    "quarter": lambda day: f"{day.year}q{(day.month + 2) // 3}",
    "month": lambda day: f"{day.year}-{day.month:02}",
}
_ENDINGS = {"csv;": "csv"}


def write_case(organisation: Organisation, folder: Path) -> dict[str, dict[str, Line]]:
    """Writes every file; gives back which line stands as which text in which file."""
    folder.mkdir(parents=True, exist_ok=True)
    known: dict[str, dict[str, Line]] = {}
    for source in organisation.sources:
        lines = organisation.lines.get(source.key, ())
        for name, part in _files(source, lines).items():
            _WRITERS[source.kind](folder / name, source, part)
            known[name] = {_text_read(source, line): line for line in part}
    (folder / "northing.toml").write_text(_case_file(organisation), "utf-8")
    return known


def fold(text: str) -> str:
    return " ".join(text.split()).casefold()


def _files(source: Source, lines: Sequence[Line]) -> dict[str, list[Line]]:
    ending = _ENDINGS.get(source.kind, source.kind)
    if not source.is_document:
        return {f"{source.stem}.{ending}": list(lines)} if lines else {}
    spans: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        spans[_SPANS[source.per](line.on)].append(line)
    return {f"{source.stem}-{span}.{ending}": part for span, part in spans.items()}


def _text_read(source: Source, line: Line) -> str:
    """A posting is read as its payee and the leaves of its account."""
    if source.kind != "journal":
        return fold(line.text)
    return fold(f"{line.text} · {_account(line).split(':', 1)[-1].replace(':', ' ')}")


def _account(line: Line) -> str:
    return line.cells.get("account", "expenses:general")


def _headers(source: Source, lines: Sequence[Line]) -> dict[str, str]:
    """Column → its title, for what at least one line has."""
    found = {"date": source.headers["date"]}
    if any(line.unit for line in lines):
        found["unit"] = source.headers["unit"]
    found["text"] = source.headers["text"]
    if any(line.amount is not None for line in lines):
        found["amount"] = source.headers["amount"]
    for line in lines:
        found |= {name: name.capitalize() for name in line.cells if name != "account"}
    return found


def _cell(line: Line, name: str, day: str = "%Y-%m-%d") -> str:
    if name == "date":
        return line.on.strftime(day)
    if name == "amount":
        return "" if line.amount is None else str(line.amount)
    return str(getattr(line, name, None) or line.cells.get(name, ""))


def _write_csv(path: Path, source: Source, lines: Sequence[Line]) -> None:
    """Half of them as accounts on the continent write: semicolons, days first, decimal commas."""
    german = source.kind == "csv;"
    headers, text = _headers(source, lines), io.StringIO()
    rows = csv.writer(text, delimiter=";" if german else ",", lineterminator="\n")
    rows.writerow(headers.values())
    for line in lines:
        cells = [_cell(line, name, "%d.%m.%Y" if german else "%Y-%m-%d") for name in headers]
        at = list(headers).index("amount") if "amount" in headers else None
        if german and at is not None and cells[at]:
            cells[at] = f"{cells[at]},00"
        rows.writerow(cells)
    path.write_text(text.getvalue(), "utf-8")


def _write_xlsx(path: Path, source: Source, lines: Sequence[Line]) -> None:
    """One sheet for each year, numbers as numbers, days as days."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    headers = _headers(source, lines)
    for year in sorted({line.on.year for line in lines}):
        sheet = book.create_sheet(str(year))
        sheet.append(list(headers.values()))
        for line in (one for one in lines if one.on.year == year):
            sheet.append([_typed(line, name) for name in headers])
    book.save(path)


def _typed(line: Line, name: str) -> date | float | str | None:
    if name == "date":
        return line.on
    if name == "amount":
        return None if line.amount is None else float(line.amount)
    return _cell(line, name) or None


def _write_jsonl(path: Path, source: Source, lines: Sequence[Line]) -> None:
    headers = _headers(source, lines)
    rows = [
        {title.lower(): _cell(line, name) for name, title in headers.items() if _cell(line, name)}
        for line in lines
    ]
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), "utf-8")


def _write_journal(path: Path, _source: Source, lines: Sequence[Line]) -> None:
    entries = [
        f"{line.on} * {line.text}\n    {_account(line)}    {line.amount}.00 EUR\n"
        f"    assets:bank    {-(line.amount or 0)}.00 EUR\n"
        for line in lines
    ]
    path.write_text("\n".join(entries), "utf-8")


def _write_md(path: Path, source: Source, lines: Sequence[Line]) -> None:
    title = f"# {source.stem.replace('-', ' ').capitalize()}\n"
    blocks = [
        f"- {line.text}" if number % 7 == 6 else line.text for number, line in enumerate(lines)
    ]
    path.write_text(title + "\n" + "\n\n".join(blocks) + "\n", "utf-8")


def _write_txt(path: Path, _source: Source, lines: Sequence[Line]) -> None:
    path.write_text("\n\n".join(line.text for line in lines) + "\n", "utf-8")


def _write_docx(path: Path, source: Source, lines: Sequence[Line]) -> None:
    document = docx.Document()
    document.add_heading(source.stem.replace("-", " ").capitalize(), 1)
    for line in lines:
        document.add_paragraph(line.text)
    document.save(str(path))


_WRITERS = {
    "csv": _write_csv,
    "csv;": _write_csv,
    "xlsx": _write_xlsx,
    "jsonl": _write_jsonl,
    "journal": _write_journal,
    "md": _write_md,
    "txt": _write_txt,
    "docx": _write_docx,
}


def _case_file(organisation: Organisation) -> str:
    parts = [
        "[organisation]",
        *_keys(
            {
                "name": organisation.name,
                "currency": organisation.currency,
                "language": organisation.language,
            }
        ),
        "",
        "[linking]",
        "meaning = true",
        "",
    ]
    for promise in organisation.promises:
        parts += ["[[commitment]]", *_keys(_promised(promise)), ""]
    for source in organisation.sources:
        parts += _source_part(source, organisation.lines.get(source.key, ()))
    return "\n".join(parts)


def _promised(one: Promise) -> dict[str, object]:
    found: dict[str, object] = {"id": one.id, "text": one.text, "weight": one.weight}
    found |= {"layer": one.layer} if one.layer else {}
    found |= {"guardrail": True} if one.is_guardrail else {}
    return found | {"living_it": list(one.living), "breaking_it": list(one.breaking)}


def _source_part(source: Source, lines: Sequence[Line]) -> list[str]:
    ending = _ENDINGS.get(source.kind, source.kind)
    path = f"{source.stem}-*.{ending}" if source.is_document else f"{source.stem}.{ending}"
    parts = ["[[source]]", *_keys({"path": path, "channel": source.channel, **source.options})]
    if not source.is_document and source.kind != "journal":
        titles = _headers(source, lines)
        lower = source.kind == "jsonl"
        named = {
            name: title.lower() if lower else title
            for name, title in titles.items()
            if name in (*COLUMNS, "date", "unit", "text", "amount")
        }
        parts += ["[source.columns]", *_keys(named)]
    if source.expected:
        parts += ["[source.expected]", *_keys(source.expected)]
    for rule in source.rules:
        parts += ["[[source.rule]]", *_keys(rule)]
    return [*parts, ""]


def _keys(of: Mapping[str, object]) -> list[str]:
    return [f"{name} = {_toml(value)}" for name, value in of.items()]


def _toml(value: object) -> str:
    if isinstance(value, (bool, int)):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "{ " + ", ".join(_keys(value)) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(str(value), ensure_ascii=False)
