"""Can somebody say with the keyboard how all records are read, and whom no report names?"""

from __future__ import annotations

import pytest

from northing.interfaces.worker.tests.make_case import small_case
from tests.browser.walking import Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]
OWNER = "owner@harbour.example"
PAGE = "How are our records read?"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    case = small_case(tmp_path_factory.mktemp("small"))
    with serving(tmp_path_factory.mktemp("home"), "--example", str(case)) as site:
        yield site


@pytest.fixture
def walk(browser, site):
    walk = Walk(browser)
    walk.enters(site, OWNER, site.password)
    yield walk
    walk.page.close()
    browser.clear_cookies()


def said(walk):
    return " ".join(walk.page.inner_text("main").split())


def test_from_the_files_to_a_list_of_names(walk):
    walk.press("Records")
    walk.press("How they are read")
    walk.sees(PAGE, "reading")
    assert walk.page.get_by_label("Currency you reckon in").input_value() == "EUR"
    walk.page.get_by_label("Names that no report may say").fill("Greta Verhoeven\nWard 12")
    walk.press("Keep it so")
    walk.sees(PAGE, "reading-refused")
    assert "Line 2, “Ward 12”: a name holds no digits." in said(walk)
    walk.page.get_by_label("Names that no report may say").fill("Greta Verhoeven")
    walk.press("Keep it so")
    walk.sees(PAGE, "reading-kept")
    assert "1 name is left out of every report." in said(walk)
    walk.press("Audits")
    walk.press("Ask for an audit")
    walk.sees("What shall be audited?", "reading-ask")
    assert "1 name is left out of its reports." in said(walk)
