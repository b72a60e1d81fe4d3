"""How does a ranking or a budget become a document, and a file for programs?"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from northing.foundations.documents.blocks import Block, Document, Facts
from northing.foundations.documents.html import to_html
from northing.foundations.documents.pdf import to_pdf
from northing.foundations.documents.xlsx import to_xlsx
from northing.foundations.methods.estimate import Unknown


def files_of(
    name: str, title: str, blocks: Sequence[Block], content: Any, *, version: str, on: date
) -> dict[str, bytes]:
    """The report as a page, on paper and as a workbook, and what it says as JSON."""
    document = Document(
        title=title,
        subtitle="",
        language="en",
        facts=Facts(()),
        blocks=tuple(blocks),
        footer=f"Northing {version}. The same file and seed give the same report.",
    )
    return {
        f"{name}.html": to_html(document).encode(),
        f"{name}.pdf": to_pdf(document, on=on),
        f"{name}.xlsx": to_xlsx(document, on=on),
        f"{name}.json": as_json(content).encode(),
    }


def as_json(content: Any) -> str:
    """Facts as JSON: an estimate with all its parts, an unknown with its reason."""
    return json.dumps(_plain(content), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, Unknown):
        return {"unknown": value.reason}
    if is_dataclass(value) and not isinstance(value, type):
        value = {one.name: getattr(value, one.name) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, (list, tuple)) else value
