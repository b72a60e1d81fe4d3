"""How does a journey start the real server, and walk through its pages as a person would?

Every page on the way is held against axe-core, its console is empty, and
`NORTHING_PICTURES=FOLDER` keeps what it looks like at two widths, in the light and the dark.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep

import pytest
from allauth.mfa.totp.internal.auth import hotp_value
from django.utils import timezone

ROOT = Path(__file__).parents[2]
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => (await axe.run(document, {runOnly: {type: "tag", values: tags}}))
  .violations.map(one => one.id + ": " + one.nodes.map(node => node.html).join(" | "))"""
FOCUSED = """() => { const one = document.activeElement;
  return one.labels?.length ? one.labels[0].innerText : (one.innerText || one.value || ""); }"""
PASSWORD = "a harbour in the morning"
UP = "is served at"
PERIOD = 30


@dataclass(frozen=True)
class Site:
    """A server that runs: its address, where it keeps what it stores, and what it said at first."""

    address: str
    home: Path
    said: str

    @property
    def founding(self) -> str:
        """The link that founds an organisation, once."""
        return re.search(r"http://\S+/arrival/\S+", self.said)[0]

    @property
    def password(self) -> str:
        """That of the example's owner, where the server was asked for an example."""
        return re.search(r"with the password: (\S+)", self.said)[1]


@contextmanager
def serving(home: Path, *options: str, **environment: str) -> Iterator[Site]:
    """The real server with its worker, as `northing serve` starts it; ended with the block."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        bind = f"127.0.0.1:{one.getsockname()[1]}"
    around = dict(os.environ, NORTHING_HOME=str(home), **environment)
    around.pop("DJANGO_SETTINGS_MODULE", None)
    if "DATABASE_URL" not in environment:
        around.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "northing.interfaces.web", "serve", "--bind", bind, *options]
    with subprocess.Popen(
        command, cwd=ROOT, env=around, stdout=subprocess.PIPE, text=True
    ) as server:
        said = ""
        for line in server.stdout:
            said += line
            if UP in line:
                break
        try:
            waits(bind)
            yield Site(f"http://{bind}", home, said)
        finally:
            server.terminate()


def waits(bind):
    host, port = bind.split(":")
    for _ in range(600):
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

    def enters(self, site, email, password=PASSWORD):
        """Sign in with address and password."""
        self.page.goto(f"{site.address}/sign-in/login/")
        self.type("E-mail address", email)
        self.type("Password", password)
        self.press("Sign in")

    def is_inside(self, organisation, picture=""):
        """A page of the organisation is open, whichever it is, without a fault."""
        assert organisation in self.page.locator(".where").inner_text()
        self.sees("", picture)

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
