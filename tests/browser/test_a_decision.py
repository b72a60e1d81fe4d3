"""Does a decision go its whole way in a browser: tested, signed, overridden, looked at again?

A real browser against the real server; every page on the way is held against axe-core.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from tests.browser.filling import asks
from tests.browser.walking import Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]
SOON = date.today() + timedelta(days=90)  # noqa: DTZ011, TID251 - the server's own day


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("home")) as found:
        yield found


@pytest.fixture(scope="module")
def made(site):
    return asks(site, "-m", "tests.browser.deciding")


@pytest.fixture
def visits(browser, site, made):
    """`visits("amina")` is Amina at the pages of her organisation."""
    walk = Walk(browser)

    def visit(who, address="decisions/"):
        browser.clear_cookies()
        walk.enters(site, f"{who}@example.org")
        goes(walk, site, made, address)
        return walk

    yield visit
    walk.page.close()
    browser.clear_cookies()


def goes(walk, site, made, address):
    walk.page.goto(f"{site.address}/organisations/{made['organisation']}/{address}")


def clicks(walk, name):
    with walk.page.expect_navigation():
        walk.page.locator("main").get_by_role("button", name=name, exact=True).click()


def follows(walk, name):
    with walk.page.expect_navigation():
        walk.page.locator("main").get_by_role("link", name=name).first.click()


def test_from_a_draft_to_sign_off_to_an_overdue_review(visits, site, made):
    walk = visits("amina")
    follows(walk, "Write a decision")
    writes(walk)
    answers(walk)
    submits(walk)
    assert "waits for signatures" in walk.page.inner_text("main")
    one = walk.page.url.rstrip("/").rpartition("/")[2]
    walk = visits("bruno", "today/")
    assert "Give your word: Do we open on Saturdays?" in walk.page.inner_text("main")
    follows(walk, "Do this")
    walk.page.get_by_label("I agree").check()
    walk.sees("What do you say to this decision?", "decision-sign")
    clicks(walk, "Give this word")
    walk.sees("Do we open on Saturdays?", "decision-accepted")
    assert "✓ accepted" in walk.page.inner_text("main")
    asks(site, "-m", "tests.browser.deciding", "later", one)
    walk = visits("amina", "decisions/reviews/")
    assert "1 review is overdue" in walk.page.inner_text("main")
    walk.sees("Which decisions are to be looked at again?", "decision-reviews")
    follows(walk, "Do we open on Saturdays?")
    assert "badge lost: the review is overdue" in walk.page.inner_text("main")
    looks_again(walk)


def writes(walk):
    page = walk.page
    page.get_by_label("What is to be decided?").fill("Do we open on Saturdays?")
    page.get_by_label("Which ways are there?").fill("open\nstay closed")
    page.get_by_label("Which of them is proposed?").fill("open")
    page.get_by_label("By what will one see").fill("fewer people wait on Mondays")
    page.get_by_label("How sure are you").fill("70")
    page.get_by_label("On which day is it looked at").fill(SOON.isoformat())
    walk.sees("What is to be decided", "decision-new")
    clicks(walk, "Keep and go to the test")


def answers(walk):
    """The result stands beside the questions and follows them, before anything is kept."""
    page = walk.page
    care = page.locator(".slot").nth(0)
    care.get_by_role("group", name="Does it advance it?").get_by_label("yes").check()
    care.get_by_role("group", name="Does it compromise it?").get_by_label("yes").check()
    care.get_by_label("Why?").fill("one more day for long visits")
    page.wait_for_selector("#so-far:has-text('It fails')")
    care.get_by_role("group", name="Does it compromise it?").get_by_label("no", exact=True).check()
    access = page.locator(".slot").nth(1)
    access.get_by_role("group", name="Does it advance it?").get_by_label("yes").check()
    access.get_by_role("group", name="Does it compromise it?").get_by_label(
        "no", exact=True
    ).check()
    access.get_by_label("Why?").fill("whoever works all week can come")
    page.wait_for_selector("#so-far:has-text('It passes')")
    walk.sees("What does it do to each promise?", "decision-test")
    clicks(walk, "Keep and go on")


def submits(walk):
    walk.page.get_by_label("Bruno").check()
    walk.sees("Who signs it", "decision-submission")
    clicks(walk, "Submit it for signing")


def looks_again(walk):
    follows(walk, "Hold the review")
    walk.page.get_by_label("yes", exact=True).check()
    walk.page.get_by_label("What was learned").fill("Mornings are fullest.")
    walk.sees("What was expected, and what came of it?", "decision-review")
    clicks(walk, "Keep the review")
    assert "it came about" in walk.page.inner_text("main")
    assert "✓ accepted" in walk.page.inner_text("main")


def test_an_override_is_public_and_counted(visits, site, made):
    walk = visits("chiara", f"decisions/{made['stopped']}/")
    assert "It crosses the guardrail “Care is unhurried”" in walk.page.inner_text("main")
    follows(walk, "Take it against the test or the signers")
    walk.page.get_by_label("Why is it taken all the same?").fill("Half the staff is ill.")
    walk.page.get_by_label("I know that this stays visible").check()
    walk.sees("Is it taken against the test", "decision-override")
    clicks(walk, "Take it all the same")
    walk.sees("Do we halve every visit?", "decision-overridden")
    walk = visits("bruno", "decisions/filters/")
    text = walk.page.inner_text("main")
    assert "Do we halve every visit?" in text
    assert "of those stopped, taken all the same" in text
    assert re.search(r"100\s% \(between", text)


def test_a_trial_shows_three_good_decisions_it_would_have_stopped(visits, made):
    walk = visits("amina", f"decisions/filters/{made['filter']}/")
    text = walk.page.inner_text("main")
    assert "Of those stopped, 3 turned out well." in text
    assert "3 false blocks" in text
    for what in ("rooms in the east", "a van", "an X-ray machine"):
        assert f"Do we lease {what}?" in text
    assert "How stiff has the test become?" in text
    walk.sees("What would “All leases” have stopped?", "decision-trial")
