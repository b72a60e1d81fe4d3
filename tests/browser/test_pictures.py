"""Is the picture in the README what the program draws today?

`NORTHING_PICTURES=docs/pictures python3 dev.py test browser -k picture` takes it again.
"""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
NAME = "report.webp"
WIDTH, MARGIN, SCALE = 800, 32, 1.6
TALLEST = 1000


def test_the_picture_of_the_readme_can_be_taken(looked_at, seen, tmp_path):
    page = looked_at(width=WIDTH).page
    picture = taken(page)
    folder = Path(os.environ.get("NORTHING_PICTURES") or tmp_path)
    (folder / NAME).write_bytes(picture)
    shot = seen(picture)
    assert shot.width == WIDTH * SCALE
    assert 500 < shot.height <= TALLEST
    assert shot.colours > 100
    assert 0.05 < shot.drawn < 0.6
    assert len(picture) < 150_000


def taken(page) -> bytes:
    """The first figure with its sentence and its source, without the table below it."""
    figure = page.locator("figure.chart").first
    figure.locator(".as-table").evaluate("one => { one.style.display = 'none' }")
    box = figure.bounding_box()
    clip = {
        "x": 0,
        "y": box["y"] - MARGIN / 2,
        "width": WIDTH,
        "height": round(box["height"] + MARGIN),
        "scale": SCALE,
    }
    screen = page.context.new_cdp_session(page)
    wanted = {"format": "webp", "quality": 80, "clip": clip, "captureBeyondViewport": True}
    return base64.b64decode(screen.send("Page.captureScreenshot", wanted)["data"])
