"""Does every page hold with real records, with none and with too much, by day and by night?

The addresses are read from the program: a page that is added is looked at. Each is held against
axe-core, its console is empty, and it never scrolls sideways, on paper either.
`NORTHING_PICTURES=FOLDER` keeps what each looks like, `NORTHING_LANGUAGE=de` looks at all of them
in German. To fill an installation so takes minutes: `NORTHING_FILLED=FOLDER` keeps it for the next
time.

What htmx fetches is a part and no page: opened by itself it leads to the page it is of. Whatever
answers with HTML is therefore a whole page, and held to that.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.browser.crowds import CROWDED, EMPTY, EXAMPLE, OWNERS
from tests.browser.every_address import of_anybody, of_organisation
from tests.browser.walking import AXE, PASSWORD, ROOT, RULES, RUN, Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.slow]
WIDTHS = (1280, 390)
PAPER = 680
"""A4 between margins of 15 mm."""
PALETTE = ["color-contrast", "link-in-text-block"]
"""What the dark can change: colours and nothing else. The rest is asked in the light."""
ASK = "async (rules) => " + RUN.split("=>", 1)[1].replace(
    '{type: "tag", values: tags}', '{type: "rule", values: rules}'
)
TALLEST = 2700
PATIENCE = 120_000
TOO_WIDE = "document.documentElement.scrollWidth - window.innerWidth"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The example, an organisation with nothing and one with too much, each with its audits."""
    home = Path(os.environ.get("NORTHING_FILLED") or tmp_path_factory.mktemp("every-page"))
    kept = home / "said.txt"
    if kept.exists():
        with serving(home) as found:
            yield replace(found, said=kept.read_text("utf-8"))
        return
    with serving(home, "--example", str(ROOT / "examples" / "harbour_health")) as found:
        around = dict(os.environ, NORTHING_HOME=str(home))
        around.pop("DJANGO_SETTINGS_MODULE", None)
        around.pop("DATABASE_URL", None)
        command = [sys.executable, "-m", "tests.browser.crowds"]
        subprocess.run(command, cwd=ROOT, env=around, check=True)
        kept.write_text(found.said, "utf-8")
        yield found


@pytest.fixture
def walk(browser, site):
    """Somebody who reads the language that is asked for."""
    language = os.environ.get("NORTHING_LANGUAGE", "en")
    browser.add_cookies([{"name": "northing_language", "value": language, "url": site.address}])
    one = Walk(browser)
    one.page.set_default_timeout(PATIENCE)
    yield one
    one.page.close()
    browser.clear_cookies()


@pytest.mark.parametrize("name", [EXAMPLE, EMPTY, CROWDED])
def test_every_page_of_an_organisation_holds(walk, site, name):
    comes_in(walk, site, name)
    assert faults_of(walk, site, name.split()[-1].lower(), of_organisation(site.home, name)) == []


def test_every_page_of_a_person_holds(walk, site):
    comes_in(walk, site, EXAMPLE)
    assert faults_of(walk, site, "person", of_anybody(site.home)) == []


def test_every_page_for_anybody_holds(walk, site):
    assert faults_of(walk, site, "anybody", of_anybody(site.home)) == []


def comes_in(walk, site, name):
    """By the form, as the journeys do; here it only has to be open."""
    email = OWNERS.get(name, "owner@harbour.example")
    walk.page.goto(f"{site.address}/sign-in/login/")
    walk.page.fill("[name=login]", email)
    walk.page.fill("[name=password]", PASSWORD if name in OWNERS else site.password)
    walk.page.press("[name=password]", "Enter")
    walk.page.wait_for_selector(".mine")


def faults_of(walk, site, whose, addresses):
    return [
        f"{page} ({address}): {fault}"
        for page, address in addresses
        for fault in looked_at(walk, site.address + address, f"{whose}-{page}")
    ]


def looked_at(walk, address, picture):
    """What is wrong with the page; nothing for an address that shows none."""
    answer = walk.page.request.get(address, max_redirects=0, timeout=PATIENCE)
    if answer.status >= 500:
        yield f"answers {answer.status}"
    if not is_shown(answer):
        return
    if not answer.text().startswith("<!doctype html>"):
        yield "is a part of a page, and answers as if it were one"
        return
    walk.complained.clear()
    walk.page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    walk.page.goto(address)
    walk.page.evaluate(AXE.read_text("utf-8"))
    for width in WIDTHS:
        yield from seen_at(walk.page, width, picture)
    yield from on_paper(walk.page)
    yield from walk.complained


def is_shown(answer):
    """It is HTML to be read here: no refusal, no way on, no file to be taken along."""
    kind = answer.headers.get("content-type", "")
    is_file = "attachment" in answer.headers.get("content-disposition", "")
    return answer.status == 200 and kind.startswith("text/html") and not is_file


def seen_at(page, width, picture):
    """By day and by night."""
    page.set_viewport_size({"width": width, "height": 900})
    if (wider := page.evaluate(TOO_WIDE)) > 0:
        yield f"scrolls sideways at {width}, by {wider}"
    for scheme, ask, rules in (("light", RUN, RULES), ("dark", ASK, PALETTE)):
        page.emulate_media(color_scheme=scheme)
        kept(page, f"{picture}-{width}-{scheme}")
        for fault in page.evaluate(ask, rules):
            yield f"at {width} in the {scheme}: {fault}"


def on_paper(page):
    """Whoever prints it loses nothing at the edge of a sheet."""
    page.set_viewport_size({"width": PAPER, "height": 900})
    page.emulate_media(media="print", color_scheme="light")
    if (wider := page.evaluate(TOO_WIDE)) > 0:
        yield f"is cut on paper, by {wider}"
    page.emulate_media(media="screen")


def kept(page, name):
    """The page as it is seen, at most three screens of it: too much is longer than a picture."""
    folder = os.environ.get("NORTHING_PICTURES")
    if folder:
        height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
        clip = {"x": 0, "y": 0, "width": page.viewport_size["width"], "height": height}
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True, clip=clip)
