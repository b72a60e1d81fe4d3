"""Can a mission be written, approved, narrowed and compared, and the rest kept, by keyboard alone?

A real browser against the real server; every page on the way is held against axe-core.
"""

from __future__ import annotations

import pytest

from tests.browser.walking import PASSWORD, Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]
DUNES = "No house in the village is flooded."


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("home")) as found:
        yield found


def test_from_a_draft_to_two_versions_and_what_reaches_a_why(browser, site):
    walk = Walk(browser)
    founds(walk, site)
    promises(walk)
    approves(walk)
    narrows(walk)
    compares(walk)
    orders(walk)
    carries(walk)
    traces(walk)
    walk.page.close()
    browser.clear_cookies()


def fills(walk, name, text):
    """Tab to the field of that name; what stands in it is selected and typed over."""
    for _ in range(60):
        walk.page.keyboard.press("Tab")
        if walk.page.evaluate("document.activeElement.name") == name:
            break
    else:
        pytest.fail(f"the keyboard does not reach {name!r}")
    walk.page.keyboard.press("Control+A")
    walk.page.keyboard.type(text)


def founds(walk, site):
    walk.page.goto(site.founding)
    walk.type("Name of the organisation", "Dune Trust")
    walk.type("Your name", "Amina")
    walk.type("Your e-mail address", "amina@example.org")
    walk.type("Password", PASSWORD)
    walk.press("Set up")


def promises(walk):
    walk.press("Mission")
    walk.sees("What is Dune Trust for?", "mission-none")
    walk.press("Commitments")
    walk.sees("What does Dune Trust promise?", "commitments-none")
    for text in (DUNES, "We plant more marram grass than the sea takes."):
        walk.press("Commitments")
        walk.press("Add a commitment")
        walk.type("The commitment", text)
        walk.type("Where it is lived", "strategic")
        walk.press("Add")
    walk.sees("We plant more marram grass", "commitment")
    assert "As long as none is written down" in walk.page.inner_text("main")


def approves(walk):
    walk.press("The mission")
    walk.press("Write the mission down")
    fills(walk, "text", "We keep the dunes alive.")
    walk.press("Keep the draft")
    walk.sees("What is Dune Trust for?", "mission-draft")
    walk.press("Record the approval")
    walk.sees("Who approved version 1", "approval")
    walk.press("Record the approval")
    assert "This cannot stay empty." in walk.page.inner_text("main")
    walk.type("Approved by", "The founding meeting")
    walk.press("Record the approval")
    walk.sees("What is Dune Trust for?", "mission")
    assert "Commitments: 2 new." in walk.page.inner_text("main")


def narrows(walk):
    walk.press("Draft a new version")
    fills(walk, "text", "We keep the dunes alive and the village dry.")
    walk.press("Keep the draft")
    walk.press("Record the approval")
    walk.type("Approved by", "The board")
    walk.type("What it does to it", "narrowed")
    walk.press("Record the approval")
    walk.sees("Who approved version 2", "approval-refused")
    assert "Say why: its words or its reach" in walk.page.inner_text("main")
    walk.type("Reason", "Holiday homes are not ours to keep dry.")
    walk.press("Record the approval")
    assert "1 kept, 1 narrowed" in walk.page.inner_text("main")


def compares(walk):
    walk.press("Compare")
    walk.sees("What is different between two versions?", "compare")
    assert walk.page.locator("ins").all_inner_texts()
    walk.press("The mission")
    walk.press("From")
    walk.sees("What did version 2 change?", "version")


def orders(walk):
    walk.press("Commitments")
    walk.press("↑")
    assert walk.page.evaluate("document.activeElement.innerText").startswith("↓")
    first = walk.page.locator(".promises li").first.inner_text()
    assert first.startswith("We plant more marram grass")
    walk.sees("What does Dune Trust promise?", "commitments")
    walk.press(DUNES)
    walk.press("End it today")
    walk.sees("What does Dune Trust promise?", "commitments-ended")
    walk.press("Undo")
    assert DUNES in walk.page.locator(".promises").inner_text()


def carries(walk):
    walk.press("Purpose to performance")
    walk.sees("What carries each commitment", "performance-none")
    walk.press("Add")
    assert walk.page.evaluate("document.activeElement.name") == "text"
    walk.page.keyboard.type("Nobody walks on the dunes")
    walk.press("Add")
    walk.sees("What carries each commitment", "performance")
    assert "5 of 6 places are holes" in walk.page.inner_text("main")
    walk.press("Values and guardrails")
    fills(walk, "name", "Candour")
    walk.press("Add")
    walk.sees("Which values are named", "values")


def traces(walk):
    walk.press("Why, how, what")
    walk.sees("Does everything that is done", "why-none")
    for link, text in (
        ("Add a why", "The village stays"),
        ("Add a how", "We hold the sand"),
        ("Add a what", "Marram planted by hand"),
    ):
        walk.press(link)
        walk.type("In one sentence", text)
        walk.press("Add")
    walk.press("Add a what")
    walk.sees("Does everything that is done", "why-adding")
    walk.type("In one sentence", "A calendar")
    walk.press("Add")
    walk.sees("Does everything that is done", "why")
    assert "2 of 2 things that are done reach a reason why." in walk.page.inner_text("main")
