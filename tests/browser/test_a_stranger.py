"""What does somebody of another organisation reach who tries everything?

Chiara owns Dune Trust and knows every id of Harbour Health. She asks for every address there is,
with her organisation's id and with theirs, and sends every form. She finds nothing, and nothing
in the database changes.
"""

from __future__ import annotations

import re

import pytest

from tests.browser.filling import asks
from tests.browser.walking import Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]
HOUSE = """
import json, django; django.setup()
from northing.interfaces.web.tests.test_every_door import PAGES, WITH_ROWS, House
from northing.foundations.people.access import Action, Role, Wish, opens
house = House()
here, there = house.elsewhere.organisation_id, house.owner.organisation_id
def shut(name):
    action, get, post = PAGES[name].callback.access
    return [not opens(Role.OWNER, action, wish) for wish in (get, post)]
print(json.dumps({
    "theirs": {name: house.address(name) for name in PAGES},
    "mixed": {name: house.address(name, organisation=here, rows=there) for name in WITH_ROWS},
    "shut": {name: shut(name) for name in WITH_ROWS},
    "audit": str(house.rows[there]["audit"].id),
    "name": house.owner.organisation.name,
}))
"""
STATE = """
import json, hashlib, django; django.setup()
from django.apps import apps
found = {}
for label in ("people", "trail", "clarify", "records", "diagnose"):
    for model in apps.get_app_config(label).get_models():
        rows = [str(row) for row in model.objects.order_by("pk").values_list()]
        found[model.__name__] = [len(rows), hashlib.sha256("\\n".join(rows).encode()).hexdigest()]
print(json.dumps(found))
"""
FORM = {
    "text": "Mine now.", "name": "Mine now", "reason": "Mine.", "revision": "1", "sure": "on",
    "readers": "public", "days": "0", "kind": "clean", "state": "open", "role": "member",
    "email": "chiara@example.org", "answer": "1", "ticket": "9f4b2c1e-0000-4000-8000-000000000001",
    "approved_by": "Chiara", "layer": "cultural", "weight": "1", "level": "why", "channel": "money",
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("home")) as found:
        yield found


def test_a_stranger_who_knows_every_id_finds_nothing_and_changes_nothing(browser, site):
    house = asks(site, "-c", HOUSE)
    walk = Walk(browser)
    walk.enters(site, "chiara@example.org")
    walk.page.goto(f"{site.address}/account/")
    before = asks(site, "-c", STATE)
    looks(walk, site, house)
    sends(walk, site, house)
    assert asks(site, "-c", STATE) == before
    is_no_stranger_to_herself(walk, site, house)
    walk.page.close()
    browser.clear_cookies()


def looks(walk, site, house):
    """A page that is not there says so in the same words, whether or not it is elsewhere."""
    walk.page.goto(f"{site.address}/organisations/{house['audit']}/")
    assert "There is nothing here" in walk.page.locator("main").inner_text()
    asks_for = walk.page.context.request.get
    nothing = asks_for(f"{site.address}/organisations/{house['audit']}/").text()
    for name, address in house["theirs"].items():
        found = asks_for(site.address + address, max_redirects=0)
        assert found.status in (404, 405), name
        if found.status == 404:
            assert bare(found.text()) == bare(nothing), name
    for name, address in house["mixed"].items():
        wanted = (403, 405) if house["shut"][name][0] else (404, 405)
        found = asks_for(site.address + address, max_redirects=0)
        assert found.status in wanted, name
        assert house["name"] not in found.text(), name
    for address in (f"/public/{house['audit']}/", f"/public/{house['audit']}/audit.json"):
        assert asks_for(site.address + address).status == 404


def bare(page):
    """Without what differs from one request to the next: the token of forms, and the address."""
    return re.sub(r'value="[^"]{20,}"', "", page)


def sends(walk, site, house):
    """Every form, as a program would send it past the pages, with a token that is good."""
    cookies = {one["name"]: one["value"] for one in walk.page.context.cookies()}
    headers = {"X-CSRFToken": cookies["northing_form"]}
    for kind in ("theirs", "mixed"):
        for name, address in house[kind].items():
            found = walk.page.context.request.post(
                site.address + address, form=FORM, headers=headers, max_redirects=0
            )
            is_shut = kind == "mixed" and house["shut"][name][1]
            assert found.status in ((403, 405) if is_shut else (404, 405)), (kind, name)


def is_no_stranger_to_herself(walk, site, house):
    """The same person, the same browser: her own organisation is there."""
    walk.page.goto(site.address)
    text = walk.page.locator("body").inner_text()
    assert "Dune Trust" in text
    assert house["name"] not in text
