"""What do tests that look at a report share: one Chromium, and the report itself."""

from __future__ import annotations

import base64
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, sync_playwright

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESK = 1280
COLOURS = """async (address) => {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const pen = canvas.getContext("2d");
  pen.drawImage(picture, 0, 0);
  const dots = new Uint32Array(pen.getImageData(0, 0, picture.width, picture.height).data.buffer);
  const counts = new Map();
  for (const dot of dots) counts.set(dot, (counts.get(dot) ?? 0) + 1);
  const ground = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most));
  return {
    width: picture.width, height: picture.height, colours: counts.size,
    drawn: 1 - ground[1] / dots.length, ground: ground[0] & 0xffffff,
  };
}"""


@dataclass
class Look:
    """A report in a window, with everything it asked for and complained about."""

    page: Page
    asked: list[str] = field(default_factory=list)
    complained: list[str] = field(default_factory=list)

    def sideways(self) -> int:
        """By how many pixels the page is wider than its window."""
        width: int = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return width

    def open_all(self) -> None:
        self.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")


@dataclass(frozen=True)
class Shot:
    """What a PNG shows: its size, its colours, and how much of it is not the ground."""

    width: int
    height: int
    colours: int
    drawn: float
    ground: int


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """One window for all tests, with a profile that is thrown away."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    if not Path(program).exists():
        pytest.skip("there is no Chromium here: install it, or name it in CHROMIUM")
    with sync_playwright() as started:
        context = started.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"),
            executable_path=program,
            headless=True,
            args=QUIET,
        )
        yield context
        context.close()


@pytest.fixture(scope="session")
def report(audited, examples, tmp_path_factory) -> Path:
    """The report of the bundled example, as the command line writes it."""
    out = tmp_path_factory.mktemp("access_board")
    return audited(examples / "access_board", out).out / "report.html"


@pytest.fixture
def looked_at(browser: BrowserContext, report: Path) -> Iterator[Callable[..., Look]]:
    """`looked_at(width=390, scheme="dark")` opens the report; `file` another page."""
    opened: list[Page] = []

    def look(*, width: int = DESK, scheme: str = "light", file: Path = report) -> Look:
        page = browser.new_page()
        opened.append(page)
        found = Look(page)
        page.on("request", lambda one: _note_request(found, one))
        page.on("console", lambda one: _note_message(found, one))
        page.on("pageerror", lambda one: found.complained.append(str(one)))
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto(file.as_uri())
        page.evaluate("document.fonts.ready")
        return found

    yield look
    for page in opened:
        page.close()


def _note_request(look: Look, request: Request) -> None:
    if not request.url.startswith("data:"):
        look.asked.append(request.url)


def _note_message(look: Look, message: ConsoleMessage) -> None:
    if message.type in ("error", "warning"):
        look.complained.append(message.text)


@pytest.fixture
def seen(browser: BrowserContext) -> Iterator[Callable[[bytes], Shot]]:
    """`seen(png)` says what a picture shows; the browser itself reads it."""
    page = browser.new_page()

    def see(png: bytes) -> Shot:
        address = f"data:image/png;base64,{base64.b64encode(png).decode('ascii')}"
        return Shot(**page.evaluate(COLOURS, address))

    yield see
    page.close()
