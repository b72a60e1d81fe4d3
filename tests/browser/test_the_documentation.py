"""Does the documentation stand on every screen, from a folder, and for everybody?"""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.browser.walking import AXE, ROOT, RULES, RUN

pytestmark = pytest.mark.browser
PAGES = (
    "index.html",
    "tutorials/audit-your-own-budget.html",
    "how-to/single-sign-on.html",
    "reference/tables.html",
    "explanation/how-figures-are-checked.html",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(out)]
    subprocess.run(command, cwd=ROOT, check=True)
    return out


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_documentation_holds(looked_at, site, name):
    look = looked_at(file=site / name)
    assert look.complained == []
    assert all(one.startswith("file:") for one in look.asked)
    look.page.evaluate(AXE.read_text("utf-8"))
    for width in (1280, 390):
        look.page.set_viewport_size({"width": width, "height": 900})
        assert look.sideways() <= 0
        for scheme in ("light", "dark"):
            look.page.emulate_media(color_scheme=scheme)
            assert look.page.evaluate(RUN, RULES) == []


def test_a_word_is_found_from_a_folder_and_by_keyboard(looked_at, site):
    page = looked_at(file=site / "how-to" / "spark.html").page
    page.get_by_role("searchbox").focus()
    page.keyboard.type("krippendorff alpha")
    hits = page.get_by_role("region", name="Search results")
    hits.get_by_role("link").first.wait_for()
    assert "places" in hits.get_by_role("status").inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/*.html*")
    assert "alpha" in page.inner_text("main").lower()


def test_without_a_script_every_page_is_reached(browser, site):
    page = browser.new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto((site / "index.html").as_uri())
    assert not page.get_by_role("searchbox").is_visible()
    page.get_by_role("navigation", name="All pages").get_by_role("link", name="Settings").click()
    assert page.locator("h1").inner_text() == "Settings"
    page.close()
