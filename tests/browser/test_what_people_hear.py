"""Does somebody choose what they hear, with keys alone, and end it by the link of a letter?"""

from __future__ import annotations

import pytest

from tests.browser.walking import ROOT, Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]
EXAMPLE = str(ROOT / "examples" / "harbour_health")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("home"), "--example", EXAMPLE) as found:
        yield found


def test_what_is_heard_is_chosen_and_a_calendar_reads_along(browser, site):
    walk = Walk(browser)
    walk.enters(site, "owner@harbour.example", site.password)
    walk.page.get_by_role("link", name="Organisation", exact=True).click()
    walk.page.get_by_role("link", name="What do you want to hear of?").click()
    walk.sees("What do you want to hear of?", "notices")
    walk.page.get_by_label("An audit failed, by e-mail").select_option("never")
    walk.page.get_by_label("Quiet from").fill("22:00")
    walk.page.get_by_role("button", name="Save").click()
    walk.sees("What do you want to hear of?", "notices-refused")
    assert "Give both hours, or neither." in walk.page.locator("main").inner_text()
    walk.page.locator("[name=quiet_until]").fill("06:30")
    walk.page.get_by_label("Time zone").select_option("Europe/Berlin")
    walk.press("Save")
    assert "you hear of 16 by e-mail" in walk.page.locator("main").inner_text()
    walk.press("Make an address")
    walk.sees("Where does your calendar find your days?", "notices-calendar")
    token = walk.page.locator("#secret").inner_text().partition("/calendars/")[2]
    walk.press("Back")
    found = walk.page.request.get(f"{site.address}/calendars/{token}")
    assert found.text().startswith("BEGIN:VCALENDAR")
    walk.press("Revoke the address")
    assert walk.page.request.get(f"{site.address}/calendars/{token}").status == 404
    walk.page.close()
