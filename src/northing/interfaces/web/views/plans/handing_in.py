"""How is a file of priorities or a budget read that somebody hands in, and how is it given out?"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import tomli_w
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.utils.translation import gettext as _

from northing.foundations.documents.sheets_out import KIND, workbook
from northing.foundations.sources.reading import ReadOptions, read
from northing.foundations.sources.rows import Row
from northing.interfaces.web.reading_aloud import text_said
from northing.stages.decide.studies.facts import Content
from northing.stages.decide.studies.rules.sheets import Shape, content_of, sheets_of

SHEETS = (".xlsx", ".ods", ".xlsm", ".xls")
TOML = "application/toml"
NO_TABLE = "table"


class Unreadable(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """Nothing can be made of a file; `complaints` are sentences in the reader's language."""

    def __init__(self, *complaints: str) -> None:
        super().__init__("\n".join(complaints))
        self.complaints = list(complaints)


def content_handed_in(given: UploadedFile, shape: Shape) -> dict[str, Any]:
    """What the file says, in the shape everything else reads. Raises `Unreadable`."""
    name = Path(given.name or "").name
    if name.casefold().endswith(SHEETS):
        return _of_workbook(given, name, shape)
    try:
        content = tomllib.loads(given.read().decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        said = _("%(name)s: this is no TOML file and no workbook: %(why)s. Mend that line.")
        raise Unreadable(said % {"name": name, "why": error}) from None
    heads = [content.get(part) for part in shape.single.values()]
    if any(isinstance(one, Mapping) and one.get(NO_TABLE) for one in heads):
        said = _("%(name)s names a table beside it. Write its rows in the file, or use a workbook.")
        raise Unreadable(said % {"name": name})
    return content


def _of_workbook(given: UploadedFile, name: str, shape: Shape) -> dict[str, Any]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"handed-in{Path(name).suffix.casefold()}"
        path.write_bytes(b"".join(given.chunks()))
        found = read(Path(folder), Path(path.name), options=ReadOptions(header_row=1))
        rows = list(found.rows)
    if found.refusals and not rows:
        first = found.refusals[0]
        raise Unreadable(f"{name}: {text_said(first.reason)} {text_said(first.remedy)}")
    content = content_of(_by_sheet(rows), shape)
    if not content:
        said = _("%(name)s has none of the sheets %(sheets)s. Fill in the empty form.")
        raise Unreadable(said % {"name": name, "sheets": ", ".join(shape.names)})
    return content


def _by_sheet(rows: Iterable[Row]) -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault(row.place.sheet or "", []).append(dict(row.cells))
    return found


def handed_out(content: Content, shape: Shape, *, name: str, form: str) -> HttpResponse:
    """What is asked as a file to go on with: TOML for the command line, or a workbook."""
    if form == "toml":
        return _file(tomli_w.dumps(dict(_without_nothing(content))).encode(), f"{name}.toml", TOML)
    return _file(workbook(sheets_of(content, shape)), f"{name}.xlsx", KIND)


def _without_nothing(content: Content) -> Iterator[tuple[str, Any]]:
    """TOML has no word for what was never said."""
    for key, value in content.items():
        if isinstance(value, Mapping):
            yield key, dict(_without_nothing(value))
        elif isinstance(value, list | tuple) and value and isinstance(value[0], Mapping):
            yield key, [dict(_without_nothing(one)) for one in value]
        elif value is not None:
            yield key, value


def _file(content: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
