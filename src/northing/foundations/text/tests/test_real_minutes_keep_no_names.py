"""Does a name from the attendance lists survive in 74 real minutes?"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from northing.foundations.text.attendance import people_in
from northing.foundations.text.redaction import Redactor

REAL = os.environ.get("NORTHING_REAL_DATA")
MINUTES = "rust_project/leadership_council/minutes/sync-meeting"


def rows_of(path: Path) -> list[tuple[tuple[str, ...], str]]:
    heading: list[str] = []
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if found := re.match(r"(#+)\s+(.*)", line):
            heading = [*heading[: len(found[1]) - 1], found[2]]
        elif line.strip():
            rows.append((tuple(heading), line))
    return rows


@pytest.mark.real
@pytest.mark.skipif(not REAL, reason="NORTHING_REAL_DATA is not set")
def test_no_attendance_name_survives_in_any_line():
    paths = sorted((Path(REAL) / MINUTES).glob("*.md"))
    rows = [row for path in paths for row in rows_of(path)]
    names = people_in(rows)
    assert len(names) >= 60
    assert {"TC", "Rémy Rakic", "eholk", "Nadrieril"} <= names
    assert not {"Status", "Attendance", "None"} & names
    redactor = Redactor(names)
    redacted = [redactor.redact(text) for _, text in rows]
    shown = [re.sub(r"\[(?:person|e-mail|phone|account)\]", "", line) for line in redacted]
    wanted = {form for name in names for form in (name, *name.split()) if len(form) > 1}
    survivor = re.compile(
        rf"(?<![^\W_])(?:{'|'.join(map(re.escape, sorted(wanted)))})(?![^\W_])", re.IGNORECASE
    )
    assert [line for line in shown if survivor.search(line)] == []
    assert [redactor.redact(line) for line in redacted] == redacted
