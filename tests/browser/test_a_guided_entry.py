"""Does a director who has lost a quarter of the funding come to one page, and can it be left?

A real browser, the real server, by keyboard; what is chosen from lists, by mouse.
"""

from __future__ import annotations

import pytest

from tests.browser.walking import PASSWORD, Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]
EMAIL = "amina@example.org"
LINES = "Care at home; 600000\nOffice; 300000\nSummer gala; 100000"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("home")) as found:
        yield found


def test_a_director_reads_what_stays_with_a_quarter_less(browser, site):
    walk = Walk(browser)
    founds(walk, site)
    begins(walk)
    tells_the_money(walk)
    leaves_and_comes_back(walk)
    protects(walk)
    looks_line_by_line(walk)
    reads(walk)
    walk.page.close()
    browser.clear_cookies()


def founds(walk, site):
    walk.page.goto(site.founding)
    walk.type("Name of the organisation", "Harbour Health")
    walk.type("Your name", "Amina")
    walk.type("Your e-mail address", EMAIL)
    walk.type("Password", PASSWORD)
    walk.press("Set up")
    walk.type("What is the organisation for?", "We keep people well.")
    walk.type("Commitment 1", "Whoever cannot come to us is visited at home.")
    walk.press("Keep and see")


def begins(walk):
    """The first page for new owners asks what brings them."""
    walk.reach("What brings you here?")
    walk.page.keyboard.press("Enter")
    walk.press("See the three ways")
    walk.sees("What brings you here?", "guided")
    walk.press("Begin")


def tells_the_money(walk):
    walk.sees("What is lost, and what is left?", "guided-money")
    walk.type("The reserve, at least", "200000")
    walk.type("The reserve, at most", "240000")
    walk.type("Spending in a month, at least", "80000")
    walk.type("Or type its lines", "Care at home 600000")
    walk.type("Currency", "EUR")
    walk.press("Keep and go on")
    walk.sees("What is lost, and what is left?", "guided-money-refused")
    assert "write a name, a semicolon and an amount" in walk.page.inner_text("main")
    walk.page.get_by_label("Or type its lines").fill(LINES)
    walk.press("Keep and go on")


def leaves_and_comes_back(walk):
    walk.sees("Which promises have to be kept, whatever goes?", "guided-protect")
    walk.page.get_by_role("link", name="Today").click()
    walk.page.get_by_role("link", name="See the three ways").click()
    walk.press("Go on where you were")
    walk.sees("Which promises have to be kept, whatever goes?")


def protects(walk):
    walk.press("Keep and go on")
    walk.sees("What does each line do, and how small can it become?", "guided-lines")


def looks_line_by_line(walk):
    said = (("much", "with half"), ("as much as most", "with half"), ("little", "it cannot"))
    for at, (does, least) in enumerate(said, 1):
        walk.page.locator(f"select[name=does-line-{at}]").select_option(label=does)
        sizes = walk.page.locator(f"select[name=least-line-{at}] option")
        wanted = next(one for one in sizes.all_inner_texts() if one.startswith(least))
        walk.page.locator(f"select[name=least-line-{at}]").select_option(label=wanted)
    walk.press("Keep and see what follows")


def reads(walk):
    walk.sees("What stays with 25 % less?", "guided-what-stays")
    main = walk.page.inner_text("main")
    assert "With EUR\u00a0750,000" in main
    assert "11.0 (10.0 to 12.0)" in main
    assert "goes" in walk.page.get_by_role("row", name="Summer gala").inner_text()
    assert "stable core" in walk.page.get_by_role("row", name="Care at home").inner_text()
    walk.page.emulate_media(media="print")
    assert not walk.page.locator("nav.doors").first.is_visible()
    assert walk.page.get_by_role("row", name="Care at home").is_visible()
    walk.page.emulate_media(media="screen")
