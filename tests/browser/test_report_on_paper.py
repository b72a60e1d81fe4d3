"""Does the page print whole: no part folded, nothing of the screen on the paper?"""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

pytestmark = pytest.mark.browser


def test_what_is_folded_on_screen_is_printed(looked_at):
    page = looked_at(scheme="dark").page
    folded = page.locator("details.more:not([open])")
    assert folded.count() >= 3
    pages = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    printed = "".join("".join(one.extract_text().split()) for one in pages)
    for at in range(folded.count()):
        inside = folded.nth(at).locator(":is(p, caption, li, td)").first.text_content()
        assert "".join(inside.split())[:40] in printed
    assert "Skiptothereport" not in printed
    assert 5 < len(pages) < 40
