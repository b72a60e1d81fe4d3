"""Is the German report a page like the English one, beside it, and does it leave that as it was?"""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.browser.test_report_for_everyone import AXE, RULES, RUN
from tests.conftest import run_northing

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FORMS = ("html", "pdf", "xlsx", "pptx")
BOTH = ("--report-language", "en", "--report-language", "de")


@pytest.fixture(scope="module")
def out(audited, examples, tmp_path_factory) -> Path:
    return audited(examples / "access_board", tmp_path_factory.mktemp("both"), *BOTH).out


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_it_fits_its_window_and_axe_finds_no_violation(looked_at, out, width, scheme):
    look = looked_at(width=width, scheme=scheme, file=out / "report.de.html")
    assert look.page.locator("html").get_attribute("lang") == "de"
    assert look.page.locator("h1").inner_text() == "Wo gehen Worte und Taten auseinander?"
    assert look.sideways() <= 0
    look.open_all()
    assert look.sideways() <= 0
    look.page.evaluate(AXE.read_text("utf-8"))
    assert look.page.evaluate(RUN, RULES)["faults"] == []
    assert look.complained == []


def test_what_is_written_without_it_stays_byte_for_byte(out, report):
    for name in ("report.html", "audit.json", "gaps.csv"):
        assert (out / name).read_bytes() == (report.parent / name).read_bytes()
    assert {f"report.de.{form}" for form in FORMS} <= {one.name for one in out.iterdir()}


def test_the_page_for_paper_speaks_german_too(out):
    read = PdfReader(out / "report.de.pdf")
    assert read.trailer["/Root"]["/Lang"] == "de"
    assert "Die Antwort" in "".join(page.extract_text() for page in read.pages[:3])


def test_a_language_nobody_tells_is_refused_with_those_there_are(examples, tmp_path):
    found = run_northing(
        *("audit", examples / "access_board", "--out", tmp_path, "--report-language", "fr"),
        out=tmp_path,
    )
    assert found.code == 2
    assert "there are en and de" in found.complained
