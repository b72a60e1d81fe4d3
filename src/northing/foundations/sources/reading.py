"""What does this file say, whatever kind of file it is?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from northing.foundations.sources.csv_table import read_csv
from northing.foundations.sources.guards import refusing_damage
from northing.foundations.sources.journal import read_journal
from northing.foundations.sources.jsonl_table import read_json, read_jsonl
from northing.foundations.sources.kinds import UNKNOWN, kind_of
from northing.foundations.sources.locating import opened, relative_name
from northing.foundations.sources.markdown_text import read_markdown
from northing.foundations.sources.opened import Opened, ReadOptions, UnreadableSource, refused
from northing.foundations.sources.plain_text import read_text
from northing.foundations.sources.rows import Reading
from northing.foundations.sources.xlsx_table import read_xlsx

__all__ = ["ReadOptions", "read"]


def _when_met(module: str, name: str) -> Callable[[Opened], Reading]:
    """A reader whose library takes long to load, and few files need it."""

    def read_it(source: Opened) -> Reading:
        reader: Callable[[Opened], Reading] = getattr(import_module(module), name)
        return reader(source)

    return read_it


_READERS: dict[str, Callable[[Opened], Reading]] = {
    "csv": read_csv,
    "xlsx": read_xlsx,
    "docx": _when_met("northing.foundations.sources.docx_text", "read_docx"),
    "pdf": _when_met("northing.foundations.sources.pdf_text", "read_pdf"),
    "markdown": read_markdown,
    "text": read_text,
    "jsonl": read_jsonl,
    "json": read_json,
    "journal": read_journal,
}
_NOTHING_ASKED = ReadOptions()


def read(
    root: Path, path: Path, *, kind: str | None = None, options: ReadOptions = _NOTHING_ASKED
) -> Reading:
    """The file below `root`, read by its kind: as asked, else by its name, else by its content.

    Never raises for what a file holds or where it stands: whatever cannot be read is a `Refusal`
    in the reading. The bytes that are hashed are the bytes that are parsed. Limit: 500 MB.
    """
    asked = replace(options, kind=kind or options.kind)
    try:
        source = opened(root, path, options=asked)
    except UnreadableSource as problem:
        return refused(relative_name(root, path), problem, kind=asked.kind or UNKNOWN)
    return _read(source)


def _read(source: Opened) -> Reading:
    kind = UNKNOWN
    try:
        kind = kind_of(source)
        with refusing_damage("file", "Save it again in the program it comes from."):
            return _READERS[kind](source)
    except UnreadableSource as problem:
        return refused(source.path, problem, kind=kind, sha256=source.sha256)
