"""Does any output of the audit name somebody from the attendance lists of the 74 minutes?"""

from __future__ import annotations

import io
import re

import pyarrow.parquet as pq
import pypdf
import pytest

pytestmark = pytest.mark.real

_LABEL = re.compile(
    r"^\s*(?:[-*]\s*)?(?:Attendance|Attendees|Council(?: members)?|Observers|Guests|Apologies|"
    r"Regrets|Unavailable|Missing(?: attendees)?|Facilitator|Minutes|Project staff|"
    r"Foundation staff|"
    r"(?:Foundation )?Project directors|Foundation Staff)\s*:\s*(?P<names>.+)$"
)
# Words of the lists that name nobody: "Facilitator: … tentatively volunteering" (2024-01-19).
_NO_NAMES = {
    "all",
    "none",
    "second",
    "half",
    "first",
    "after",
    "agenda",
    "approval",
    "sub",
    "for",
    "2nd",
    "the",
    "tentatively",
    "volunteering",
}


@pytest.fixture(scope="module")
def attendees(real_data) -> set[str]:
    """Read here on its own, without the program: every name and every part of one."""
    folder = real_data / "rust_project/leadership_council/minutes/sync-meeting"
    names: set[str] = set()
    for path in folder.glob("*.md"):
        for line in path.read_text("utf-8").splitlines():
            found = _LABEL.match(line)
            if found and "http" not in line and len(line) < 220:
                names |= set(_names(found["names"]))
    return {name for name in names if name.casefold() not in _NO_NAMES}


def _names(listed: str) -> list[str]:
    entries = re.split(r"[,;.]| and ", re.sub(r"\(.*?\)", "", listed))
    found = []
    for entry in (one.strip() for one in entries):
        if entry and len(entry.split()) <= 3:
            found += [entry, *entry.split()]
    return [one for one in found if len(one) > 1 and one[0].isalpha()]


@pytest.fixture(scope="module")
def outputs(rust_project) -> dict[str, str]:
    """All five files as the text a reader, or a program, gets to see."""
    pdf = pypdf.PdfReader(io.BytesIO((rust_project.out / "report.pdf").read_bytes()))
    links = pq.read_table(rust_project.out / "links.parquet").to_pylist()
    html = (rust_project.out / "report.html").read_text("utf-8")
    html = re.sub(r"url\(data:[^)]*\)", "", html)
    return {
        "report.html": html,
        "report.pdf": "\n".join(page.extract_text() for page in pdf.pages),
        "audit.json": (rust_project.out / "audit.json").read_text("utf-8"),
        "gaps.csv": (rust_project.out / "gaps.csv").read_text("utf-8"),
        "links.parquet": "\n".join(str(link) for link in links),
        "terminal": rust_project.said,
    }


def test_the_lists_hold_the_people_we_know_of(attendees):
    assert len(attendees) > 60


def test_no_attendee_stands_in_any_output(outputs, attendees):
    pattern = re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(attendees)))})(?!\w)", re.IGNORECASE
    )
    named = {
        (file, match.group(), text[max(0, match.start() - 40) : match.end() + 40])
        for file, text in outputs.items()
        for match in pattern.finditer(text)
    }
    assert named == set()
