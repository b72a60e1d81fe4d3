"""Does a new owner get in one sitting from nothing to a first result, by keyboard or by mouse?

A real browser, the real server. First the keyboard alone, leaving after the first page and coming
back; then the mouse, with a mistake on the way.
"""

from __future__ import annotations

import pytest

from tests.browser.walking import PASSWORD, Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]
EMAIL = "amina@example.org"
FLOODED = "No house in the village is flooded in a storm that comes once in fifty years."


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("home")) as found:
        yield found


def test_from_nothing_to_a_first_result_by_keyboard_and_again_by_mouse(browser, site):
    walk = Walk(browser)
    founds(walk, site)
    walk.sees("What is Dune Trust for", "start-begins")
    promises(walk)
    walk.press("Sign out")
    walk.enters(site, EMAIL)
    walk.page.goto(walk.start)
    walk.press("Go on where you were")
    decides(walk)
    judges(walk)
    reads(walk)
    mends_by_mouse(walk)
    walk.page.close()
    browser.clear_cookies()


def founds(walk, site):
    """Whoever sets up an organisation is led to its first thirty minutes at once."""
    walk.page.goto(site.founding)
    walk.type("Name of the organisation", "Dune Trust")
    walk.type("Your name", "Amina")
    walk.type("Your e-mail address", EMAIL)
    walk.type("Password", PASSWORD)
    walk.press("Set up")
    walk.start = walk.page.url
    assert walk.start.endswith("/start/")


def promises(walk):
    walk.type("What is the organisation for?", "We keep the dunes alive and the village dry.")
    walk.type("Commitment 1", FLOODED)
    walk.type("What record would show", "a house flooded")
    walk.type("Commitment 2", "We strive for excellence.")
    walk.press("Keep and see")
    walk.sees("What is Dune Trust for", "start-checked")
    main = walk.page.inner_text("main")
    assert "Its words say 0 of 8 points" in main
    assert "For whom exactly?" in main


def decides(walk):
    walk.sees("Which three decisions", "start-decisions")
    for text, on, amount in (
        ("Sold the meadow behind the dyke", "02032026", "1250000"),
        ("Moved the office to the county town", "01152026", ""),
        ("Asked for a second opinion on the dyke", "03202026", ""),
    ):
        walk.type("What was decided?", text)
        walk.type("When?", on)
        walk.type("Over how much?", amount)
    walk.type("Currency", "eur")
    walk.press("Keep and go on")
    walk.sees("What did each decision do", "start-evidence")


def judges(walk):
    for number, (commitment, stance) in enumerate([(0, 1), (2, None), (0, 3)], 1):
        chooses(walk, f"commitment-{number}", commitment)
        if stance is not None:
            chooses(walk, f"stance-{number}", stance)
    walk.press("Keep and see what shows")


def chooses(walk, name, place):
    """Tab to a group of choices and take the one at that place with the arrow keys."""
    for _ in range(40):
        walk.page.keyboard.press("Tab")
        if walk.page.evaluate("document.activeElement.name") == name:
            break
    else:
        pytest.fail(f"the keyboard does not reach {name!r}")
    walk.page.keyboard.press("Space")
    for _ in range(place):
        walk.page.keyboard.press("ArrowDown")
    assert walk.page.locator(f"input[name={name}]").nth(place).is_checked()


def reads(walk):
    walk.sees("Do words and deeds meet", "start-result")
    main = walk.page.inner_text("main")
    assert "3 decisions say something of 1 of 2 commitments. 1 is unknown so far." in main
    assert "n = 3 decisions that came to mind." in main
    assert "no percentage and no interval is given" in main
    assert "None of the decisions you named bears on it." in main
    assert "Decided, and for none of these" in main
    assert "%" not in main
    assert walk.page.locator("td.hole").count() == 1
    assert walk.page.get_by_role("link", name="Import the budget").is_visible()


def mends_by_mouse(walk):
    """Back to the decisions: an amount without its day is refused beside its field, and kept."""
    walk.page.get_by_role("link", name="Three decisions").click()
    walk.page.get_by_label("When?").nth(2).fill("")
    walk.page.get_by_role("button", name="Keep and go on").click()
    walk.sees("Which three decisions", "start-decisions-refused")
    assert "Give the day; a near one is better than none." in walk.page.inner_text("main")
    third = walk.page.get_by_label("What was decided?").nth(2)
    assert third.input_value() == "Asked for a second opinion on the dyke"
    walk.page.get_by_label("When?").nth(2).fill("2026-03-21")
    walk.page.get_by_role("button", name="Keep and go on").click()
    walk.page.get_by_label("It served none of these").nth(2).check()
    walk.page.get_by_label("Nobody can tell yet").nth(2).check()
    walk.page.get_by_role("button", name="Keep and see what shows").click()
    walk.sees("Do words and deeds meet")
    decided = walk.page.locator("main").inner_text().split("for none of these")[1]
    assert "second opinion" in decided
    walk.page.get_by_role("link", name="its record").first.click()
    walk.page.wait_for_url("**/records/**")
    assert "Sold the meadow" in walk.page.inner_text("main")
