"""Can somebody hand in a budget, see how it would be read, find its records and correct a link?

In a real browser against the real server and its worker, with the keyboard; only the file is put
into its field by the machine, for choosing one is the browser's own window. Without script the
same pages are sent and answered.
"""

from __future__ import annotations

import re

import pytest

from northing.interfaces.worker.tests.make_case import small_case
from tests.browser.walking import ROOT, Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]
OWNER = "owner@harbour.example"
BUDGET = ROOT / "examples" / "access_board" / "budget.csv"
PATIENCE = 60_000


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


def waits_for(walk, heading):
    walk.page.wait_for_function(
        "words => document.querySelector('h1')?.innerText.includes(words)",
        arg=heading,
        timeout=PATIENCE,
    )


def said(walk):
    return " ".join(walk.page.inner_text("main").split())


def test_from_a_budget_to_a_corrected_link(walk):
    walk.press("Records")
    walk.sees("What was said, and what was done?", "records")
    walk.press("Hand in files")
    walk.sees("Which files show", "hand-in")
    looks_at_the_budget(walk)
    says_how_it_is_read(walk)
    finds_a_record(walk)
    corrects_a_link(walk)
    undoes_the_import(walk)


def looks_at_the_budget(walk):
    walk.press("Hand in")
    assert "Choose a file." in said(walk)
    walk.page.locator("input[type=file]").set_input_files(BUDGET)
    assert "Chosen: budget.csv" in said(walk)
    walk.press("Hand in")
    waits_for(walk, "How is budget-2.csv to be read?")
    walk.sees("How is budget-2.csv to be read?", "how")


def says_how_it_is_read(walk):
    """Each change is looked at again; what cannot be is said beside its field."""
    assert "Read so, it gives" in said(walk)
    assert "No currency is written in it" in said(walk)
    walk.type("Currency, where no column says", "dollars")
    walk.page.keyboard.press("Tab")
    walk.page.wait_for_selector(".wrong #id_currency", timeout=PATIENCE)
    assert walk.page.get_by_label("Currency, where").input_value() == "dollars"
    walk.page.get_by_label("Currency, where").fill("USD")
    walk.page.keyboard.press("Tab")
    walk.page.wait_for_selector("td:has-text('USD')", timeout=PATIENCE)
    assert "No currency is written" not in said(walk)
    walk.sees("How is budget-2.csv to be read?", "how-again")
    walk.press("Read it so")
    waits_for(walk, "What did budget-2.csv give?")
    walk.sees("What did budget-2.csv give?", "import")
    assert "Nothing was refused." in said(walk)


def finds_a_record(walk):
    walk.press("See its records")
    walk.sees("What was said, and what was done?", "records-of-a-file")
    walk.type("Words", "salary BOARD")
    walk.press("Show")
    assert "records fit." in said(walk)
    walk.press("Salary (Board)")
    walk.sees("What does this record say", "record")
    assert re.search(r"budget-2\.csv, line 6", said(walk))
    assert "USD 200,200" in said(walk) or "USD 237,200" in said(walk)


def corrects_a_link(walk):
    walk.type("It bears on", "We visit")
    walk.press("Say so")
    walk.sees("What does this record say", "record-corrected")
    assert "Noted." in said(walk)
    assert "Amina Owner" in said(walk)
    walk.press("Take it back")
    assert "It bears on none, as far as anybody knows." in said(walk)


def undoes_the_import(walk):
    walk.press("the file")
    walk.press("Undo the import")
    walk.sees("Why does budget-2.csv not count?", "import-undone")
    walk.press("Read it again as before")
    waits_for(walk, "What did budget-2.csv give?")


def test_somebody_types_in_a_record(walk, site):
    walk.press("Records")
    walk.press("Type in a record")
    walk.sees("What was said or done?", "type-in")
    walk.type("What was said or done?", "The rest fund was withdrawn.")
    walk.press("Keep the record")
    walk.sees("What was said or done?", "type-in-refused")
    walk.page.get_by_label("When did it take effect?").fill("2026-03-01")
    walk.type("On what evidence?", "Minutes of the board, item 4")
    walk.press("Keep the record")
    walk.sees("What does this record say", "record-typed")
    assert "Minutes of the board, item 4" in said(walk)


def test_without_script_the_same_pages_lead_there(browser, site):
    """The page asks again by itself, and every change is one button away."""
    window = browser.browser.new_context(java_script_enabled=False) if browser.browser else None
    if window is None:
        pytest.skip("this browser has one window only")
    page = window.new_page()
    page.goto(f"{site.address}/sign-in/login/")
    page.fill("input[name=login]", OWNER)
    page.fill("input[name=password]", site.password)
    page.click("main button")
    page.click("text=Records")
    page.click("text=Hand in files")
    plain = {"name": "rent.csv", "mimeType": "text/csv", "buffer": b"Line,Amount\nRent,9\nHeat,7\n"}
    page.set_input_files("input[type=file]", files=[plain])
    page.click("button:has-text('Hand in')")
    page.wait_for_selector("text=Read it so", timeout=PATIENCE)
    page.fill("input[name=currency]", "EUR")
    page.click("button:has-text('Look again')")
    assert "EUR 9" in page.inner_text("main")
    page.click("button:has-text('Read it so')")
    page.wait_for_selector("text=See its records", timeout=PATIENCE)
    window.close()
