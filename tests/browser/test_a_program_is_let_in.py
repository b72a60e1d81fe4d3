"""Does a person let a program in, does it find what they would, and is it out when they say so?

And does another system hear what it was promised, from the button to the signed message?
"""

from __future__ import annotations

import json
from time import sleep
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from northing.interfaces.webhooks.tests.receiving import listening
from tests.browser.walking import ROOT, Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]
PATIENCE_SECONDS = 180
EXAMPLE = str(ROOT / "examples" / "harbour_health")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    with (
        serving(home, "--example", EXAMPLE, NORTHING_WEBHOOKS_LOCAL="1") as found,
        urlopen(f"{found.address}/health", timeout=PATIENCE_SECONDS),  # noqa: S310 - our own
    ):
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


def test_another_system_is_told(browser, site):
    walk = Walk(browser)
    with listening() as receiver:
        adds(walk, site, receiver)
        walk.press("Send a message to try it")
        waits_until_taken(walk)
        # That the example's audit is ready is told, too, where it became so meanwhile.
        assert {one["type"] for one in receiver.bodies} - {"audit.done"} == {"webhook.test"}
        assert receiver.heard[0][1]["webhook-signature"].startswith("v1,")
    walk.sees("Does Ledger hear what it asked for?", "webhook-heard")
    walk.press("Send nothing more")
    walk.sees("Does Ledger hear what it asked for?", "webhook-stopped")
    walk.page.get_by_role("link", name="Back to the webhooks").click()
    walk.sees("Which systems are told when something happens?", "webhooks-one")
    walk.page.close()


def adds(walk, site, receiver):
    """Every journey shares one browser: whoever came in before is in."""
    walk.page.goto(site.address)
    if walk.page.get_by_label("Password").count():
        walk.enters(site, "owner@harbour.example", site.password)
    walk.page.get_by_role("link", name="Organisation", exact=True).click()
    walk.page.get_by_role("link", name="Webhooks").click()
    walk.sees("Which systems are told when something happens?", "webhooks-none")
    walk.press("Add the webhook")
    walk.sees("Which systems are told when something happens?", "webhooks-refused")
    walk.type("What is it for?", "Ledger")
    walk.type("Address", receiver.address)
    walk.page.get_by_label("an audit is ready", exact=True).check()
    walk.press("Add the webhook")
    walk.sees("The secret for Ledger", "webhook-secret")
    walk.press("On to the webhook")


def waits_until_taken(walk):
    """The worker audits the example first."""
    for _ in range(PATIENCE_SECONDS):
        walk.page.reload()
        if "✓" in walk.page.locator("tbody").inner_text():
            return
        sleep(1)
    pytest.fail("the message is not taken")
