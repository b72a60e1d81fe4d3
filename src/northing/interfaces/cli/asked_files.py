"""What does a TOML file say, and the table it names beside it?"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from northing.foundations.sources.reading import read
from northing.interfaces.cli.endings import BAD_CASE, end

Rows = list[dict[str, str]]


def asked_file(path: Path, part: str) -> tuple[dict[str, Any], Rows]:
    """The file's content and the rows of the table that its `part` names, by lower-case header.

    Ends with a sentence where either cannot be read.
    """
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        end(BAD_CASE, [f"{path}: it cannot be read ({error.strerror}); check the name."])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        end(BAD_CASE, [f"{path}: this is no TOML file: {error}. Mend that line."])
    return content, _rows(path, content.get(part))


def _rows(path: Path, settings: object) -> Rows:
    name = settings.get("table") if isinstance(settings, Mapping) else None
    if not isinstance(name, str):
        return []
    found = read(path.parent, Path(name))
    if found.refusals:
        end(
            BAD_CASE,
            [f"{one.place.path}: {one.reason} {one.remedy}" for one in found.refusals],
        )
    return [
        {key.strip().casefold(): _said(value) for key, value in row.cells.items()}
        for row in found.rows
    ]


def _said(value: object) -> str:
    return "" if value is None else str(value)
