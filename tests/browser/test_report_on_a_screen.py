"""Does the report stand on every screen, ask nobody for anything, and work from the keyboard?"""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser
PHONE, DESK, SMALLEST = 390, 1280, 320
NEXT_SHUT = """() => {
  const shown = [...document.querySelectorAll("details:not([open]) > summary")];
  const next = shown.find((one) => one.checkVisibility());
  next?.focus();
  return next?.textContent.trim() ?? null;
}"""


@pytest.mark.parametrize("width", [SMALLEST, PHONE, 768, DESK])
def test_nothing_runs_out_of_the_window(looked_at, width):
    look = looked_at(width=width)
    assert look.sideways() <= 0
    look.open_all()
    assert look.sideways() <= 0


def test_it_asks_for_nothing_but_itself_and_complains_of_nothing(looked_at, report):
    look = looked_at()
    look.open_all()
    look.page.wait_for_load_state("networkidle")
    assert look.asked == [report.as_uri()]
    assert look.complained == []


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_first_tab_leads_past_the_contents(looked_at, width):
    page = looked_at(width=width).page
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to the report"
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "report"
    assert page.locator("#report").bounding_box()["y"] < 900


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_enter_opens_whatever_is_folded(looked_at, width):
    page = looked_at(width=width).page
    opened = []
    while name := page.evaluate(NEXT_SHUT):
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.parentElement.open"), name
        opened.append(name)
    assert "How fresh the records are" in opened
    assert ("Contents" in opened) is (width == PHONE)


def test_a_table_that_is_too_wide_scrolls_by_itself_and_keeps_its_names(looked_at):
    page = looked_at(width=PHONE).page
    table = page.locator(".has-numbers").first
    table.focus()
    name = table.locator("tbody th").first
    before = name.bounding_box()["x"]
    table.evaluate("one => one.scrollTo({left: 80, behavior: 'instant'})")
    assert table.evaluate("one => one.scrollLeft") > 0
    assert name.bounding_box()["x"] == pytest.approx(before, abs=1)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_no_name_in_a_table_is_squeezed(looked_at, width):
    look = looked_at(width=width)
    look.open_all()
    widths = look.page.locator(".has-numbers tbody th").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().width)"
    )
    assert min(widths) >= 120


def test_a_dark_room_gets_a_dark_page(looked_at, seen):
    light, dark = (seen(looked_at(scheme=scheme).page.screenshot()) for scheme in ("light", "dark"))
    assert light.ground == 0xF7FAFB  # paper #FBFAF7, bytes in the order of the machine
    assert dark.ground == 0x1A1714
    for shot in (light, dark):
        assert shot.colours > 50
        assert shot.drawn > 0.03


def test_the_pictures_are_drawn_in_both(looked_at, seen):
    for scheme in ("light", "dark"):
        figures = looked_at(scheme=scheme).page.locator("figure.chart .drawing-wide svg")
        assert figures.count() >= 3
        for at in range(figures.count()):
            shot = seen(figures.nth(at).screenshot())
            assert shot.drawn > 0.02
            assert shot.colours > 30
