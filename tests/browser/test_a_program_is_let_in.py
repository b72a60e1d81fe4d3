"""Does a person let a program in, does it find what they would, and is it out when they say so?"""

from __future__ import annotations

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.browser.walking import ROOT, Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]
EXAMPLE = str(ROOT / "examples" / "harbour_health")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("home"), "--example", EXAMPLE) as found:
        yield found


def answer(site, path, secret):
    headers = {"Authorization": f"Bearer {secret}"}
    try:
        with urlopen(Request(f"{site.address}/api{path}", headers=headers)) as found:  # noqa: S310
            return found.status, json.load(found)
    except HTTPError as error:
        with error:
            return error.code, json.load(error)


def test_a_token_is_made_used_and_revoked(browser, site):
    walk = Walk(browser)
    walk.enters(site, "owner@harbour.example", site.password)
    walk.page.get_by_role("link", name="Organisation", exact=True).click()
    walk.page.get_by_role("link", name="Tokens for programs").click()
    walk.sees("Which programs act here for somebody?", "tokens")
    walk.press("Make the token")
    walk.sees("Which programs act here for somebody?", "tokens-refused")
    walk.type("What is it for?", "Ledger")
    walk.page.get_by_label("the records and imports: see", exact=True).check()
    walk.press("Make the token")
    walk.sees("The token for Ledger", "token-made")
    secret = walk.page.locator("#secret").inner_text()

    status, me = answer(site, "/me", secret)
    assert (status, me["scopes"]) == (200, ["records:see"])
    here = f"/organisations/{me['organisation']['id']}"
    status, found = answer(site, f"{here}/records?size=2", secret)
    assert (status, set(found)) == (200, {"records", "next"})
    assert answer(site, f"{here}/commitments", secret)[1]["error"] == "scope_missing"

    walk.press("Back to the tokens")
    walk.sees("Which programs act here for somebody?", "tokens-one")
    walk.press("Revoke")
    assert "opens nothing any more" in walk.page.content()
    assert answer(site, "/me", secret)[0] == 401
    walk.page.close()
