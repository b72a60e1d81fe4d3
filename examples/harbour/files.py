"""How does a generated file come out the same, byte by byte, whenever it is made?"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import typst

MADE_AT = datetime(2026, 1, 15, 9, 0, 0, tzinfo=UTC)
MADE_AT_ISO = "2026-01-15T09:00:00Z"
ZIP_DATE = (2026, 1, 15, 9, 0, 0)


def write_text(path: Path, text: str, *, encoding: str = "utf-8") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))


def write_zipped(path: Path, document: object) -> None:
    """Save a workbook or a Word document without the clock: fixed member dates and properties."""
    path.parent.mkdir(parents=True, exist_ok=True)
    raw = io.BytesIO()
    document.save(raw)  # type: ignore[attr-defined]
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(path, "w") as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _without_clock(content)
            member = zipfile.ZipInfo(name, ZIP_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            new.writestr(member, content, compresslevel=9)


def _without_clock(core: bytes) -> bytes:
    text = core.decode("utf-8")
    for tag in ("dcterms:created", "dcterms:modified"):
        text = re.sub(rf"(<{tag}[^>]*>)[^<]*(</{tag}>)", rf"\g<1>{MADE_AT_ISO}\g<2>", text)
    return text.encode("utf-8")


def write_pdf(path: Path, source: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pdf = typst.compile(source.encode("utf-8"), format="pdf", ignore_system_fonts=True, timestamp=MADE_AT)
    path.write_bytes(pdf)


def unzipped(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
