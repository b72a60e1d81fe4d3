"""How does a verb leave its report, in all the forms there are?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from northing.foundations.documents.blocks import Block
from northing.interfaces.cli.leaving import leave
from northing.interfaces.reports.decisions import files_of


def leave_report(
    folder: Path,
    name: str,
    title: str,
    blocks: Sequence[Block],
    content: Any,
    *,
    on: date,
    beside: Mapping[str, bytes] | None = None,
) -> None:
    """Write a page, a PDF, a workbook and JSON, and what else stands `beside` them."""
    files = files_of(name, title, blocks, content, version=version("northing"), on=on)
    leave(folder, files | dict(beside or {}))
