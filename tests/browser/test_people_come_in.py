"""Can people found an organisation, invite, accept, sign in with two factors and end a session?

In a real browser against the real server, with the keyboard alone. Every page on the way is held
against axe-core, its console is empty, and `NORTHING_PICTURES=FOLDER` keeps what it looks like at
two widths, in the light and the dark.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest
from allauth.mfa.totp.internal.auth import hotp_value
from django.utils import timezone

pytestmark = [pytest.mark.browser, pytest.mark.database]
ROOT = Path(__file__).parents[2]
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => (await axe.run(document, {runOnly: {type: "tag", values: tags}}))
  .violations.map(one => one.id + ": " + one.nodes.map(node => node.html).join(" | "))"""
FOCUSED = """() => { const one = document.activeElement;
  return one.labels?.length ? one.labels[0].innerText : (one.innerText || one.value || ""); }"""
PASSWORD = "a harbour in the morning"
PERIOD = 30


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The address of the real server, and the link that founds an organisation."""
    home = tmp_path_factory.mktemp("home")
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        bind = f"127.0.0.1:{one.getsockname()[1]}"
    environment = dict(os.environ, NORTHING_HOME=str(home))
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "northing.interfaces.web", "serve", "--bind", bind]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as server:
        said = ""
        for line in server.stdout:
            said += line
            if "is served at" in line:
                break
        waits(bind)
        yield f"http://{bind}", re.search(r"http://\S+/arrival/\S+", said)[0]
        server.terminate()


def waits(bind):
    host, port = bind.split(":")
    for _ in range(100):
        with socket.socket() as one:
            one.settimeout(1)
            if one.connect_ex((host, int(port))) == 0:
                return
        sleep(0.1)
    pytest.fail("the server does not answer")


class Walk:
    """One person at one keyboard."""

    def __init__(self, browser):
        self.page = browser.new_page()
        self.complained = []
        self.page.on("console", self.hear)
        self.page.on("pageerror", lambda one: self.complained.append(str(one)))

    def hear(self, message):
        # A form that is refused answers 422 with the form; the browser notes the status itself.
        if message.type in ("error", "warning") and "status of 422" not in message.text:
            self.complained.append(message.text)

    def reach(self, name):
        """Press Tab until what is called so has the focus."""
        for _ in range(60):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(FOCUSED).strip().startswith(name):
                return
        pytest.fail(f"the keyboard does not reach {name!r} on {self.page.url}")

    def type(self, name, text):
        self.reach(name)
        self.page.keyboard.type(text)

    def press(self, name):
        self.reach(name)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def sees(self, heading, picture=""):
        """The page has this heading, no fault that axe knows, and nothing in its console."""
        assert heading in self.page.locator("h1").inner_text()
        self.page.evaluate(AXE.read_text("utf-8"))
        assert self.page.evaluate(RUN, RULES) == []
        assert self.complained == []
        for width in (390, 1280):
            self.page.set_viewport_size({"width": width, "height": 900})
            assert self.page.evaluate("document.documentElement.scrollWidth") <= width
            for scheme in ("light", "dark"):
                self.page.emulate_media(color_scheme=scheme)
                self.keep(f"{picture}-{width}-{scheme}", picture)
        self.page.emulate_media(color_scheme="dark")
        assert self.page.evaluate("getComputedStyle(document.body).backgroundColor") == (
            "rgb(20, 23, 26)"
        )
        assert self.page.evaluate(RUN, RULES) == []
        self.page.emulate_media(color_scheme="light")

    def keep(self, name, picture):
        folder = os.environ.get("NORTHING_PICTURES")
        if folder and picture:
            self.page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)

    def code(self, secret, later=0):
        """What an authenticator shows; a code opens once, so the next one is of the next period."""
        counter = int(timezone.now().timestamp()) // PERIOD + later
        return f"{hotp_value(secret, counter):06}"


def test_from_the_first_owner_to_a_session_that_ends(browser, served):
    address, link = served
    walk = Walk(browser)
    founds(walk, link)
    invitation = invites(walk)
    walk.press("Trail")
    walk.press("Verify the chain")
    walk.sees("Who did what", "trail")
    assert "All 4 entries are as they were written" in walk.page.inner_text("main")
    walk.press("Sign out")
    accepts(walk, invitation)
    secret = takes_a_second_factor(walk)
    first = walk.page.context.cookies()
    browser.clear_cookies()
    signs_in(walk, address, secret)
    walk.press("End this session")
    assert "That session has ended." in walk.page.inner_text("main")
    browser.clear_cookies()
    browser.add_cookies(first)
    walk.page.goto(f"{address}/account/")
    walk.sees("Sign in")
    walk.page.goto(invitation)
    assert "This link opens nothing" in walk.page.inner_text("main")
    walk.page.close()
    browser.clear_cookies()


def founds(walk, link):
    walk.page.goto(link)
    walk.sees("Set up your organisation", "set-up")
    walk.type("Name of the organisation", "Dune Trust")
    walk.type("Your name", "Amina")
    walk.type("Your e-mail address", "amina@example.org")
    walk.type("Password", "short")
    walk.press("Set up")
    walk.sees("Set up your organisation", "set-up-refused")
    assert walk.page.get_by_label("Name of the organisation").input_value() == "Dune Trust"
    walk.type("Password", PASSWORD)
    walk.press("Set up")
    walk.sees("Dune Trust", "organisation")


def invites(walk):
    walk.press("Units")
    walk.sees("Which units", "units-none")
    walk.type("Name", "North clinic")
    walk.press("Add")
    walk.sees("Which units", "units")
    walk.press("Members")
    walk.press("Invite somebody")
    walk.sees("Whom do you invite", "invite")
    walk.type("E-mail address", "bruno@example.org")
    walk.type("Role", "manager")
    walk.press("Invite")
    walk.sees("bruno@example.org is invited", "invited")
    link = walk.page.locator("#link").inner_text()
    walk.press("Back to the members")
    walk.sees("Who belongs here", "members")
    return link


def accepts(walk, invitation):
    walk.page.goto(invitation)
    walk.sees("You are invited to Dune Trust", "invitation")
    walk.type("Your name", "Bruno")
    walk.type("Password", PASSWORD)
    walk.press("Accept")
    walk.sees("Dune Trust")
    assert walk.page.get_by_role("link", name="Trail").count() == 0


def takes_a_second_factor(walk):
    walk.press("Bruno")
    walk.sees("Your account", "account")
    walk.press("Second factor")
    walk.sees("Two-Factor", "factors")
    walk.press("Activate")
    if "reauthenticate" in walk.page.url:
        walk.type("Password", PASSWORD)
        walk.press("Confirm")
    walk.sees("Activate Authenticator App", "totp")
    secret = walk.page.locator("#authenticator_secret").input_value()
    walk.type("Authenticator code", walk.code(secret))
    walk.press("Activate")
    walk.sees("Recovery Codes", "recovery-codes")
    return secret


def signs_in(walk, address, secret):
    walk.page.goto(f"{address}/account/")
    walk.sees("Sign in", "sign-in")
    walk.type("Email", "bruno@example.org")
    walk.type("Password", PASSWORD)
    walk.press("Sign in")
    walk.sees("Two-Factor", "second-factor")
    walk.type("Code", walk.code(secret, later=1))
    walk.press("Sign In")
    walk.sees("Your account", "account-two-sessions")
