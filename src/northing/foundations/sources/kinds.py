"""Of which kind is a file: as asked, by its name, or by what it holds?"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from northing.foundations.sources.decoding import decoded
from northing.foundations.sources.journal import looks_like_journal
from northing.foundations.sources.opened import Opened, UnreadableSource
from northing.foundations.sources.zip_guard import OLE_MARK, ZIP_MARK

UNKNOWN = "unknown"
_BY_SUFFIX = {
    ".csv": "csv",
    ".tsv": "csv",
    ".tab": "csv",
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xlsx",
    ".ods": "xlsx",
    ".docx": "docx",
    ".pdf": "pdf",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".journal": "journal",
    ".ledger": "journal",
    ".hledger": "journal",
    ".dat": "dat",
}
_KINDS = sorted({*_BY_SUFFIX.values()} - {"dat"})
_WRITTEN = frozenset(["csv", "text", "markdown", "jsonl", "json", "journal", "dat"])
_MARKS = (
    (ZIP_MARK, "a workbook or document (xlsx, docx, ods)"),
    (OLE_MARK, "a workbook or document of Office 97-2003, or one with a password"),
    (b"%PDF-", "a PDF"),
)
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_TABULAR = (".csv", ".tsv", ".tab", ".jsonl", ".ndjson", ".json")


def kind_of(source: Opened) -> str:
    """The kind; a `.txt` or `.dat` that holds dated entries with postings is a journal."""
    asked = source.options.kind
    if asked is not None:
        return _checked_kind(asked)
    suffix = PurePosixPath(source.path).suffix.lower()
    kind = _BY_SUFFIX.get(suffix)
    if kind is None:
        raise UnreadableSource(
            f"Files ending in '{suffix}' are not read." if suffix else "The name has no ending.",
            "Save it as csv, xlsx, docx, pdf, md, txt or jsonl, or name its kind.",
        )
    if kind in _WRITTEN:
        _check_is_text(source.content, suffix)
    return _kind_within(source, kind) if suffix in (".txt", ".dat") else kind


def _checked_kind(asked: str) -> str:
    if asked in _KINDS:
        return asked
    raise UnreadableSource(
        f"'{asked[:40]}' is no kind of file this program reads.",
        f"Name one of: {', '.join(_KINDS)}.",
    )


def _check_is_text(content: bytes, suffix: str) -> None:
    for mark, what in _MARKS:
        if content.startswith(mark):
            raise UnreadableSource(
                f"The name ends in '{suffix}', but the file is {what}.",
                "Give it the ending of the program it comes from.",
            )
    if suffix in _TABULAR and _PAGE.match(content):
        raise UnreadableSource(
            f"The name ends in '{suffix}', but the file is a web page.",
            "Export the table itself; a page behind a sign-in is often saved in its place.",
        )


def _kind_within(source: Opened, kind: str) -> str:
    if looks_like_journal(decoded(source.content, encoding=source.options.encoding).text):
        return "journal"
    if kind == "dat":
        raise UnreadableSource(
            "The file holds no dated entries with postings, so its kind cannot be told.",
            f"Name its kind: {', '.join(_KINDS)}.",
        )
    return kind
