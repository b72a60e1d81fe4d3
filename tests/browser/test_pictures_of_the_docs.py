"""Do the pictures of the documentation show what the program shows, and does the tutorial hold?

The application runs on a day that stands still, with the example and an organisation that is made
as the tutorial says, from the tables of its very page. `NORTHING_PICTURES=docs/pictures python3
dev.py test slow -k pictures_of_the_docs` takes the pictures again.
"""

from __future__ import annotations

import base64
import os
import re
import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from tests.browser.walking import PASSWORD, ROOT, Walk, serving
from tests.journeys.test_the_tutorial_holds import blocks_of, run

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.slow]
TUTORIAL = ROOT / "docs/tutorials/first-thirty-minutes.md"
DAY = datetime(2026, 5, 4, 9, tzinfo=UTC)
STILL = Path(__file__).parent / "still"
WIDTH, HEIGHT, MARGIN, SCALE, QUALITY = 1040, 780, 16, 1.5, 72
LARGEST = 150_000
A_WHILE = 180_000
PAGES = {
    "today": "today/",
    "commitments": "commitments/",
    "purpose-to-performance": "performance/",
    "records": "records/",
    "audit": "audits/{audit}/",
    "cell": "audits/{audit}/cells/young-minds/money/",
    "findings": "audits/findings/",
    "finding": "audits/findings/{finding}/",
    "trail": "trail/",
    "decision": "decisions/{decision}/",
}
ASKED = {
    "organisation": "SELECT id FROM people_organisation WHERE is_example",
    "audit": "SELECT id FROM diagnose_storedaudit WHERE state = 'done'",
    "finding": "SELECT id FROM diagnose_storedfinding ORDER BY position",
    "decision": "SELECT id FROM decide_storeddecision WHERE number = 1",
}
FOLDED = "Further commitments, up to five"
BUTTON = re.compile(r"^Press \*\*(.+)\*\*\.$", re.MULTILINE)
ROW = re.compile(r"^\| (.+) \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The example and a founding link, as on that day."""
    shift = (DAY - datetime.now(UTC)).total_seconds()  # noqa: TID251 - the machine's own clock
    around = {"NORTHING_CLOCK_SHIFT": str(shift), "PYTHONPATH": f"{STILL}{os.pathsep}{ROOT}"}
    home = tmp_path_factory.mktemp("pictures")
    with serving(home, "--example", str(ROOT / "examples/harbour_health"), **around) as found:
        yield found


@pytest.fixture
def walk(browser):
    found = Walk(browser)
    found.page.set_default_timeout(A_WHILE)
    found.page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    found.page.emulate_media(color_scheme="light")
    yield found
    found.page.close()
    browser.clear_cookies()


def test_the_first_thirty_minutes_go_as_their_page_says(walk, site):
    steps = re.split(r"^## ", TUTORIAL.read_text("utf-8"), flags=re.MULTILINE)
    promises, decisions, judgements = (tables(part) for part in steps[1:4])
    founds(walk.page, site)
    fills(walk.page, promises)
    presses(walk.page, steps[1])
    keeps(walk.page, "start-promises", ".slot >> nth=1")
    walk.page.get_by_role("link", name="Three decisions").click()
    fills(walk.page, decisions)
    presses(walk.page, steps[2])
    judges(walk.page, judgements)
    keeps(walk.page, "start-evidence", ".slot >> nth=0")
    presses(walk.page, steps[3])
    assert "3 decisions say something of 2 of 3 commitments" in walk.page.inner_text("main")
    assert walk.page.locator("td.hole").count() == 1
    keeps(walk.page, "start-result", "main")
    assert walk.complained == []


def test_the_pages_of_the_example_can_be_taken(walk, site):
    rows = {name: waits_for(site.home, sql) for name, sql in ASKED.items()}
    walk.enters(site, "owner@harbour.example", site.password)
    for name, address in PAGES.items():
        there = address.format(**rows)
        walk.page.goto(f"{site.address}/organisations/{rows['organisation']}/{there}")
        keeps(walk.page, name)
        if name == "audit":
            keeps(walk.page, "audit-chart", "figure.chart >> nth=0")
    assert walk.complained == []


def test_the_report_of_the_tutorial_can_be_taken(walk, tmp_path):
    page = (ROOT / "docs/tutorials/audit-your-own-budget.md").read_text("utf-8")
    for script, _ in blocks_of(page.partition("## 5.")[0]):
        run(script, tmp_path)
    walk.page.goto((tmp_path / "report" / "report.html").as_uri())
    figure = walk.page.locator("figure.chart").first
    figure.locator(".as-table").evaluate("one => { one.style.display = 'none' }")
    keeps(walk.page, "village-hall", "figure.chart >> nth=0")


def waits_for(home, sql):
    """The id of the row, as soon as there is one: the example's audit takes a while."""
    for _ in range(300):
        with sqlite3.connect(f"file:{home}/northing.sqlite3?mode=ro", uri=True) as database:
            row = database.execute(sql).fetchone()
        if row:
            return str(UUID(row[0]))
        time.sleep(1)
    return pytest.fail(f"never there: {sql}")


def tables(part):
    """The rows of the step's table, without its head."""
    rows = [row.split(" | ") for row in ROW.findall(part)]
    return [row for row in rows[1:] if not row[0].startswith("---")]


def founds(page, site):
    page.goto(site.founding)
    page.get_by_label("Name of the organisation").fill("Dune Trust")
    page.get_by_label("Your name").fill("Amina")
    page.get_by_label("Your e-mail address").fill("amina@dunes.example")
    page.get_by_label("Password").first.fill(PASSWORD)
    page.get_by_role("button", name="Set up").click()
    page.wait_for_url("**/start/")


def fills(page, rows):
    """Each field by its label; of several with one label, the next."""
    asked = {}
    for label, value in rows:
        place = asked[label] = asked.get(label, -1) + 1
        field = page.get_by_label(label).nth(place)
        if not field.is_visible():
            page.get_by_text(FOLDED).click()
        field.fill(value)


def judges(page, rows):
    for place, (decision, commitment, did) in enumerate(rows):
        sheet = page.locator(".slot").nth(place)
        assert decision in sheet.inner_text()
        sheet.get_by_label(commitment).check()
        sheet.get_by_label(did).check()


def presses(page, step):
    with page.expect_navigation():
        page.get_by_role("button", name=BUTTON.findall(step)[0]).click()


def keeps(page, name, seen=""):
    """What stands on the screen, or from a part of the page on, as WebP drawn by Chromium."""
    page.evaluate("document.fonts.ready")
    full = page.evaluate("document.documentElement.scrollHeight")
    clip = {"x": 0, "y": 0, "width": WIDTH, "height": min(HEIGHT, full), "scale": SCALE}
    if seen:
        box = page.locator(seen).bounding_box()
        clip["x"] = max(0, box["x"] - MARGIN)
        clip["y"] = max(0, box["y"] + page.evaluate("scrollY") - MARGIN)
        clip["width"] = min(WIDTH - clip["x"], box["width"] + 2 * MARGIN)
        clip["height"] = min(HEIGHT, box["height"] + 2 * MARGIN)
    wanted = {"format": "webp", "quality": QUALITY, "clip": clip, "captureBeyondViewport": True}
    screen = page.context.new_cdp_session(page)
    drawn = base64.b64decode(screen.send("Page.captureScreenshot", wanted)["data"])
    assert 5_000 < len(drawn) <= LARGEST, f"{name}: {len(drawn)}"
    folder = os.environ.get("NORTHING_PICTURES")
    if folder:
        (Path(folder) / f"{name}.webp").write_bytes(drawn)
