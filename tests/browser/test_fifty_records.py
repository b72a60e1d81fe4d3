"""Can one person check fifty records with four keys, take answers back, and lose none?

In a real browser against the real server and its worker, by the keyboard alone, with a line that
goes down in between.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from time import monotonic, sleep

import pytest

from tests.browser.walking import ROOT, Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]
PEOPLE = """
import json, shutil, sys
import django
django.setup()
from northing.foundations.people.tests.make import make_member, make_organisation
from northing.foundations.people.access import Role
from northing.stages.diagnose.verification.tests.stored import make_audit
from django.conf import settings
amina = make_organisation()
make_member(amina, "Bruno", Role.CHAMPION)
audit = make_audit(amina)
case = settings.HOME / "organisations" / str(amina.organisation_id) / "audits" / str(audit.id)
shutil.copytree(sys.argv[1], case / "case")
print(json.dumps({"organisation": str(amina.organisation_id)}))
"""
STANDING = """
import json
import django
django.setup()
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.models import StoredLabel, StoredSample
sample = StoredSample.objects.get()
print(json.dumps({
    "labels": [[one.pair, one.answer, one.note] for one in store.answers(sample)],
    "rows": StoredLabel.objects.count(), "unsealed": store.unsealed(sample).count(),
    "altered": store.altered(sample),
}))
"""
ANSWERS = {"1": "advances", "2": "contradicts", "3": "neither", "4": "cannot tell"}
READING = 0.3
AWAY = "ERR_INTERNET_DISCONNECTED"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("home")) as found:
        yield found


def asks(site, script, *arguments):
    """What a program says that looks into the very database of the server."""
    around = dict(
        os.environ,
        NORTHING_HOME=str(site.home),
        DJANGO_SETTINGS_MODULE="northing.interfaces.web.settings",
        PYTHONPATH=str(ROOT),
    )
    around.pop("DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], env=around, check=True, cwd=ROOT,
        capture_output=True, text=True,
    )  # fmt: skip
    return json.loads(done.stdout)


class Coder(Walk):
    """Somebody who checks, and remembers what they pressed."""

    def __init__(self, browser):
        super().__init__(browser)
        self.pressed = {}

    def comes_back(self, browser):
        """The window is closed, and another opened on the same page."""
        address = self.page.url.partition("?")[0]
        self.page.close()
        later = Coder(browser)
        self.page, later.complained = later.page, self.complained
        self.page.goto(address)

    def pair(self):
        return int(self.page.locator("article.pair").get_attribute("data-pair"))

    def answers(self, key):
        """Read for a moment and press the key; the next pair is there before the hand is back."""
        before = self.pair()
        sleep(READING)
        self.page.keyboard.press(key)
        self.pressed[before] = ANSWERS[key]
        return before

    def says(self, text):
        self.page.wait_for_function(
            "(text) => document.querySelector('main').innerText.includes(text)", arg=text
        )

    def until(self, heading):
        end = monotonic() + 120
        while heading not in self.page.locator("h1").inner_text():
            assert monotonic() < end, self.page.locator("main").inner_text()
            sleep(0.2)


def test_fifty_records_are_checked_by_the_keyboard_alone(browser, site, examples):
    where = asks(site, PEOPLE, str(examples / "harbour_health"))
    coder = Coder(browser)
    coder.enters(site, "amina@example.org")
    draws(coder, f"{site.address}/organisations/{where['organisation']}/verification/")
    first(coder)
    takes_back(coder)
    clicks_twice(coder)
    loses_the_line(coder)
    loses_the_window(coder, browser)
    finishes(coder)
    found = asks(site, STANDING)
    assert {pair: answer for pair, answer, _ in found["labels"]} == coder.pressed
    assert [note for _, _, note in found["labels"] if note] == ["only a title"]
    assert len(coder.pressed) == 50
    assert found["rows"] == 52
    assert (found["unsealed"], found["altered"]) == (0, 0)
    coder.page.close()
    browser.clear_cookies()


def draws(coder, address):
    coder.page.goto(address)
    coder.sees("Which figures have people checked", "verify-none")
    coder.press("Draw a sample")
    coder.until("How many pairs shall")
    coder.sees("How many pairs shall", "verify-planned")
    coder.reach("How many pairs")
    coder.page.keyboard.press("Control+A")
    coder.page.keyboard.type("50")
    coder.reach("Who answers")
    coder.page.keyboard.press("ArrowDown")
    coder.press("Draw the pairs")
    coder.until("How far are the people")
    coder.sees("How far are the people", "verify-open")
    coder.press("Answer as coder A")
    coder.sees("What does this record do", "verify-queue")


def first(coder):
    """A note goes with its answer, the help opens, a pair is skipped and comes again."""
    coder.page.keyboard.press("?")
    assert coder.page.locator("#queue-keys dl").is_visible()
    coder.page.keyboard.press("?")
    coder.page.keyboard.press("n")
    coder.page.keyboard.type("only a title")
    asked = coder.pair()
    coder.page.keyboard.press("Enter")
    assert coder.pair() == asked
    coder.answers("3")
    skipped = coder.pair()
    coder.page.keyboard.press("s")
    assert coder.pair() != skipped
    for number in range(9):
        coder.answers("1234"[number % 4])
    coder.says("10 of 50 answered")


def takes_back(coder):
    last = coder.answers("1")
    coder.page.keyboard.press("u")
    assert coder.pair() == last
    coder.says("10 of 50 answered")
    coder.answers("2")


def clicks_twice(coder):
    """The second half of a double click answers nothing that nobody has read."""
    before, button = coder.pair(), coder.page.locator(".choice").nth(2)
    sleep(READING)
    button.dblclick()
    coder.pressed[before] = "neither"
    coder.says("12 of 50 answered")
    coder.page.locator("article.pair").focus()


def loses_the_line(coder):
    """What is pressed while the line is down is kept here and sent when it is back."""
    coder.says("Kept.")
    coder.page.context.set_offline(True)
    for key in "312":
        coder.answers(key)
    coder.says("3 answers wait to be sent")
    coder.says("15 of 50 answered")
    assert [one for one in coder.complained if AWAY not in one] == []
    coder.page.context.set_offline(False)
    coder.says("Kept.")
    coder.complained.clear()


def loses_the_window(coder, browser):
    """What could not be sent before the window was closed is sent when it is open again."""
    coder.page.route("**/queue/answers/", lambda route: route.abort())
    coder.answers("2")
    coder.answers("1")
    coder.says("2 answers wait to be sent")
    assert [one for one in coder.complained if "ERR_FAILED" not in one] == []
    coder.complained.clear()
    coder.comes_back(browser)
    coder.says("17 of 50 answered")
    assert coder.pair() not in coder.pressed


def finishes(coder):
    while len(coder.pressed) < 50:
        coder.page.wait_for_selector("article.pair")
        coder.answers("13"[len(coder.pressed) % 2])
    coder.until("What does this record do")
    coder.says("Every pair you were asked about is answered")
    coder.press("See what follows")
    coder.until("How far are the people")
    end = monotonic() + 60
    while "From 50 answers" not in coder.page.locator("main").inner_text():
        assert monotonic() < end
        sleep(0.5)
        coder.page.reload()
    coder.sees("How far are the people", "verify-answered")
