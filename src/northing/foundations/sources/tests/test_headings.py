"""Are headings told with their place, though they are no rows?"""

from __future__ import annotations

from pathlib import Path

import docx

from northing.foundations.sources.reading import read


def test_a_heading_under_which_nothing_stands_is_still_told(tmp_path: Path) -> None:
    text = "# Report\n\n## Travel FY2025: $40,000\n\n## Staff\n\nSeven posts are vacant.\n"
    (tmp_path / "a.md").write_text(text)
    reading = read(tmp_path, tmp_path / "a.md")
    assert [row.cells["text"] for row in reading.rows] == ["Seven posts are vacant."]
    told = [(row.place.line, row.cells["text"], row.heading) for row in reading.headings]
    assert told == [
        (1, "Report", ()),
        (3, "Travel FY2025: $40,000", ("Report",)),
        (5, "Staff", ("Report",)),
    ]


def test_word_headings_are_told_too(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Travel", level=1)
    document.add_paragraph("It was less.")
    document.save(str(tmp_path / "a.docx"))
    reading = read(tmp_path, tmp_path / "a.docx")
    assert [row.cells["text"] for row in reading.headings] == ["Travel"]
