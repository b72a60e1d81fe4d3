"""Can somebody who has no mouse sign in, hand a budget in, have it audited and read its line?

Nothing but Tab, Enter, Space, arrows and letters is pressed. Wherever Tab stops, the ring of the
focus is drawn and what it is around can be seen. The dialogue that picks a file belongs to the
browser: a key opens it, and it is answered.
"""

from __future__ import annotations

import pytest

from tests.browser.filling import asks
from tests.browser.test_from_headline_to_line import A_MINUTE, BUDGET, LAST, PROMISED
from tests.browser.walking import FOCUSED, PASSWORD, Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.slow]
STOP = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
  const within = (least, most, end) => (Math.max(least, 1) + Math.min(most, end - 1)) / 2;
  const top = document.elementFromPoint(
    within(box.left, box.right, innerWidth), within(box.top, box.bottom, innerHeight));
  return {
    what: one.outerHTML.slice(0, 160),
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0
      && box.left < innerWidth && top !== null && (one.contains(top) || top.contains(one)),
  };
}"""
MOST_STOPS = 90
FILE = "Files."


class Keyboard(Walk):
    """One person who has no mouse."""

    def __init__(self, browser):
        super().__init__(browser)
        self.page.set_default_timeout(A_MINUTE)
        # Whoever listens from the start misses no dialogue that a key opens at once.
        self.page.on("filechooser", lambda _: None)

    def reach(self, name):
        """Tab on until what is called so has the focus; every stop on the way can be seen.

        A name that ends with a full stop is the whole of it.
        """
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            stop = self.page.evaluate(STOP)
            assert stop["ringed"], f"no ring around {stop['what']}"
            assert stop["seen"], f"out of sight: {stop['what']}"
            if f"{self.page.evaluate(FOCUSED).strip()}.".startswith(name):
                return
        pytest.fail(f"the keyboard does not reach {name!r} on {self.page.url}")

    def waits_for(self, role, name):
        self.page.get_by_role(role, name=name).wait_for(timeout=A_MINUTE)

    def heads(self, words):
        """The page of this heading is open, and nothing has complained."""
        assert words in self.page.locator("h1").inner_text()
        assert self.complained == []


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("home")) as found:
        yield found


@pytest.fixture
def walk(browser):
    one = Keyboard(browser)
    yield one
    one.page.close()
    browser.clear_cookies()


def test_from_signing_in_to_the_line_by_keyboard_alone(walk, site, tmp_path):
    asks(site, "-c", PROMISED)
    (tmp_path / "budget.csv").write_text(BUDGET, "utf-8")
    walk.enters(site, "amina@example.org", PASSWORD)
    hands_it_in(walk, tmp_path / "budget.csv")
    finds_it_again(walk)
    has_it_audited(walk)
    goes_from_the_figure_to_the_line(walk)
    goes_from_the_finding_to_the_line(walk)


def hands_it_in(walk, file):
    walk.press("Records")
    walk.press("Files handed in")
    walk.press("Hand in files")
    walk.reach(FILE)
    with walk.page.expect_file_chooser() as asked:
        walk.page.keyboard.press("Enter")
    asked.value.set_files(file)
    walk.press("Hand in")
    walk.waits_for("button", "Read it so")
    walk.press("Read it so")
    walk.waits_for("heading", "What did budget.csv give?")
    walk.heads("What did budget.csv give?")


def finds_it_again(walk):
    """The list of records: a fold opened by its key, a choice made by arrows, a word typed."""
    walk.press("Records")
    walk.reach("More conditions")
    walk.page.keyboard.press("Enter")
    walk.reach("Side")
    walk.page.keyboard.press("ArrowDown")
    walk.page.keyboard.press("Shift+Tab")
    walk.page.keyboard.type("North")
    with walk.page.expect_navigation():
        walk.page.keyboard.press("Enter")
    walk.heads("What was said, and what was done?")
    assert "6 records fit." in walk.page.locator(".lead").inner_text()
    walk.press("Screening days in the north")
    stands_at_its_line(walk, "Screening days in the north")


def has_it_audited(walk):
    walk.press("Audits")
    walk.press("Ask for an audit")
    walk.heads("What shall be audited?")
    walk.press("Ask for the audit")
    walk.waits_for("heading", "Where do words and deeds part?")
    walk.heads("Where do words and deeds part?")


def goes_from_the_figure_to_the_line(walk):
    walk.press("How this figure was made")
    walk.heads("How large is the gap in money")
    walk.press("Home visits in the dunes")
    stands_at_its_line(walk, "Home visits in the dunes")


def goes_from_the_finding_to_the_line(walk):
    walk.press("Audits")
    walk.press("1")
    walk.heads("Where do words and deeds part?")
    walk.press("We visit at home")
    walk.heads("What was promised here, and what was done?")
    walk.press("The share of money for “We visit at home")
    walk.heads("what speaks for it, and what against?")
    walk.press("budget.csv:10")
    stands_at_its_line(walk, LAST)


def stands_at_its_line(walk, words):
    walk.heads("What does this record say, and for which promise?")
    assert words in walk.page.locator("tr[aria-current=true]").inner_text()
