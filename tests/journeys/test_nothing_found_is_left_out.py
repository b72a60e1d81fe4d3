"""Is every finding of `audit.json`, favourable or not, in each report that is handed on?"""

from __future__ import annotations

import html
import re

import openpyxl
import pytest
from pypdf import PdfReader


@pytest.fixture(scope="module")
def run(audited, examples, tmp_path_factory):
    return audited(examples / "harbour_health", tmp_path_factory.mktemp("harbour"))


def page_of(run):
    text = (run.out / "report.html").read_text("utf-8")
    text = re.sub(r"<(style|script).*?</\1>", "", text, flags=re.DOTALL)
    return squeezed(html.unescape(re.sub(r"<[^>]+>", "", text)))


def sheet_of(run):
    book = openpyxl.load_workbook(run.out / "report.xlsx")
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    return squeezed(" ".join(str(cell) for cell in cells if cell is not None))


def paper_of(run):
    pages = PdfReader(run.out / "report.pdf").pages
    return squeezed("".join(page.extract_text() for page in pages))


def squeezed(text):
    """Without blanks and hyphens: a line may end anywhere."""
    return re.sub(r"[\s\-\u00ad\u2010]+", "", text)


def test_every_finding_is_in_the_page_and_in_the_workbook(run):
    statements = [squeezed(one["statement"]) for one in run.audit["findings"]]
    assert len(statements) > 30
    for text in (page_of(run), sheet_of(run)):
        assert [one for one in statements if one not in text] == []


def test_every_finding_is_on_paper(run):
    """A page may end within a sentence: then what stands before and after it is there."""
    text = paper_of(run)
    for one in run.audit["findings"]:
        said = squeezed(one["statement"])
        parts = [said[:at] in text and said[at:] in text for at in range(1, len(said))]
        assert any(parts), one["statement"]
