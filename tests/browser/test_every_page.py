"""Does every page hold with real records, with none and with too much, by day and by night?

The addresses are read from the program: a page that is added is looked at. Each is held against
axe-core, its console is empty, it never scrolls sideways, and `NORTHING_PICTURES=FOLDER` keeps it.
"""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from northing.interfaces.web import urls
from tests.browser.crowds import CROWDED, EMPTY, OWNERS
from tests.browser.walking import AXE, PASSWORD, ROOT, RULES, RUN, Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.slow]
EXAMPLE = "Harbour Health"
OWNED = "SELECT id FROM {table} WHERE organisation_id = ? ORDER BY {order} LIMIT 1"
OF_COMMITMENT = (
    "SELECT p.id FROM {table} p JOIN clarify_commitment c ON p.commitment_id = c.id"
    " WHERE c.organisation_id = ? LIMIT 1"
)
OF_AUDIT = (
    "SELECT f.id FROM {table} f JOIN diagnose_storedaudit a ON f.audit_id = a.id"
    " WHERE a.organisation_id = ? ORDER BY a.number, f.position LIMIT 1"
)
DONE = (
    "SELECT count(*) FROM diagnose_storedaudit a JOIN people_organisation o"
    " ON o.id = a.organisation_id WHERE a.state = 'done' AND o.name = ?"
)
ROWS = {
    "member": OWNED.format(table="people_member", order="joined_at"),
    "unit": OWNED.format(table="people_unit", order="name"),
    "version": OWNED.format(table="clarify_missionversion", order="number DESC"),
    "commitment": OWNED.format(table="clarify_commitment", order="position"),
    "value": OWNED.format(table="clarify_value", order="name"),
    "line": OWNED.format(table="clarify_purposeline", order="text"),
    "practice": OF_COMMITMENT.format(table="clarify_practice"),
    "promise": "SELECT key FROM clarify_commitment WHERE organisation_id = ? ORDER BY position",
    "channel": "SELECT 'money' FROM people_organisation WHERE id = ?",
    "handed_in": OWNED.format(table="records_import", order="bytes DESC"),
    "record": "SELECT name FROM records_storedrecord WHERE organisation_id = ? ORDER BY id",
    "typed": OWNED.format(table="records_typedrecord", order="number"),
    "correction": OWNED.format(table="diagnose_storedcorrection", order="made_at"),
    "audit": OWNED.format(table="diagnose_storedaudit", order="state, number"),
    "finding": OF_AUDIT.format(table="diagnose_storedfinding"),
    "sample": OWNED.format(table="diagnose_storedsample", order="drawn_at"),
}
WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The example, an organisation with nothing and one with too much, each with an audit done."""
    home = tmp_path_factory.mktemp("every-page")
    with serving(home, "--example", str(ROOT / "examples" / "harbour_health")) as found:
        around = dict(os.environ, NORTHING_HOME=str(home))
        around.pop("DJANGO_SETTINGS_MODULE", None)
        subprocess.run(
            [sys.executable, "-m", "tests.browser.crowds"], cwd=ROOT, env=around, check=True
        )
        waits_for_the_example(home)
        yield found


def waits_for_the_example(home):
    for _ in range(300):
        if asked(home, DONE, EXAMPLE):
            return
        time.sleep(1)
    pytest.fail("the example's audit does not end")


def asked(home, sql, *given):
    with sqlite3.connect(f"file:{home}/northing.sqlite3?mode=ro", uri=True) as database:
        row = database.execute(sql, given).fetchone()
    return row[0] if row else None


def dashed(one):
    text = str(one)
    return (
        f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
        if len(text) == 32
        else text
    )


def addresses(home, name):
    """Every address that shows a page of the organisation, with its name."""
    organisation = asked(home, "SELECT id FROM people_organisation WHERE name = ?", name)
    for one in urls.organisation_pages:
        route, missing = str(one.pattern), False
        for kind, key in re.findall(r"<(?:(\w+):)?(\w+)>", route):
            row = asked(home, ROWS[key], organisation) if key in ROWS else None
            missing = missing or row is None
            route = route.replace(f"<{kind}:{key}>", dashed(row))
        if not missing:
            yield one.name, f"/organisations/{dashed(organisation)}/{route}"


@pytest.mark.parametrize("name", [EXAMPLE, EMPTY, CROWDED])
def test_every_page_holds(browser, site, name):
    walk = Walk(browser)
    email = OWNERS.get(name, "owner@harbour.example")
    walk.enters(site, email, PASSWORD if name in OWNERS else site.password)
    faults = [
        f"{page}: {fault}"
        for page, address in addresses(site.home, name)
        for fault in looked_at(walk, site.address + address, f"{name.split()[-1].lower()}-{page}")
    ]
    walk.page.close()
    browser.clear_cookies()
    assert not faults


def looked_at(walk, address, picture):
    """What is wrong with the page; nothing for an address that shows none."""
    walk.complained.clear()
    kind = walk.page.request.head(address, max_redirects=0)
    if kind.status != 200 or not kind.headers.get("content-type", "").startswith("text/html"):
        if kind.status >= 500:
            yield f"answers {kind.status}"
        return
    walk.page.goto(address)
    walk.page.evaluate(AXE.read_text("utf-8"))
    for width in WIDTHS:
        walk.page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            walk.page.emulate_media(color_scheme=scheme)
            kept(walk.page, f"{picture}-{width}-{scheme}")
            if wide := walk.page.evaluate("document.documentElement.scrollWidth") - width > 0:
                yield f"scrolls sideways at {width}: {wide}"
            yield from walk.page.evaluate(RUN, RULES)
    yield from walk.complained


def kept(page, name):
    """The page as it is seen, at most three screens of it: too much is longer than a picture."""
    folder = os.environ.get("NORTHING_PICTURES")
    if folder:
        height = min(2700, page.evaluate("document.documentElement.scrollHeight"))
        width = page.viewport_size["width"]
        clip = {"x": 0, "y": 0, "width": width, "height": height}
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True, clip=clip)
