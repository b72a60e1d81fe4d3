"""How does a ranking or a budget become a document, and a file for programs?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from northing.foundations.documents.blocks import Block, Document, Facts
from northing.foundations.documents.html import to_html
from northing.foundations.documents.pdf import to_pdf
from northing.foundations.documents.xlsx import to_xlsx
from northing.interfaces.reports.plain_json import as_json


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
