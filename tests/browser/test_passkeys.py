"""Can somebody sign in with a passkey, or use a key as the second factor?

In a real browser with an authenticator of its own, under `localhost`, for keys know no numbers.
"""

from __future__ import annotations

import pytest

from tests.browser.walking import PASSWORD, Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]
TELEPHONE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def site(tmp_path):
    with serving(tmp_path) as one:
        yield one


def test_a_key_is_added_and_opens_with_and_without_a_password(browser, site):
    walk, named = Walk(browser), site.address.replace("127.0.0.1", "localhost")
    devices = browser.new_cdp_session(walk.page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": TELEPHONE})
    founds(walk, site.founding.replace("127.0.0.1", "localhost"))
    adds_a_key(walk, named)
    walk.press("Sign out")
    walk.sees("Sign in", "passkey-begin")
    walk.press("Sign in with a passkey")
    walk.is_inside("Dune Trust")
    walk.press("Sign out")
    walk.type("E-mail address", "amina@dune.example")
    walk.type("Password", PASSWORD)
    walk.press("Sign in")
    walk.sees("Is it you?", "passkey-second-factor")
    walk.press("Use a key")
    walk.is_inside("Dune Trust")
    walk.press("Organisation")
    asks_everybody_and_loses_the_key(walk, named)
    walk.press("Sign out")
    is_told_where_no_key_answers(walk, site)
    walk.page.close()
    browser.clear_cookies()


def founds(walk, link):
    walk.page.goto(link)
    walk.type("Name of the organisation", "Dune Trust")
    walk.type("Your name", "Amina")
    walk.type("Your e-mail address", "amina@dune.example")
    walk.type("Password", PASSWORD)
    walk.press("Set up")


def adds_a_key(walk, address):
    walk.page.goto(f"{address}/sign-in/2fa/")
    walk.press("Add a key")
    walk.type("Password", PASSWORD)
    walk.press("Go on")
    walk.sees("Add a passkey", "passkey-add")
    walk.type("Name", "Telephone")
    walk.reach("Passwordless")
    walk.page.keyboard.press("Space")
    walk.press("Add")
    walk.sees("without your second factor")
    walk.page.goto(f"{address}/sign-in/2fa/webauthn/")
    walk.sees("Which keys open your account", "passkey-list")
    assert "Telephone" in walk.page.inner_text("main")


def asks_everybody_and_loses_the_key(walk, address):
    organisation = walk.page.url
    walk.press("Ask everybody for it")
    walk.sees("Dune Trust", "factor-asked")
    walk.page.goto(f"{address}/sign-in/2fa/webauthn/")
    walk.press("Remove")
    walk.type("Password", PASSWORD)
    walk.press("Go on")
    walk.sees("Do you want to remove this key?")
    walk.press("Remove")
    walk.page.goto(organisation)
    walk.complained = [one for one in walk.complained if "status of 403" not in one]
    walk.sees("Dune Trust asks for a second factor", "factor-first")


def is_told_where_no_key_answers(walk, site):
    """Under a number there are no keys: the page says so, and the console stays empty."""
    walk.page.goto(f"{site.address}/sign-in/login/")
    walk.reach("Sign in with a passkey")
    walk.page.keyboard.press("Enter")
    walk.page.get_by_role("alert").wait_for()
    assert "No key answered." in walk.page.get_by_role("alert").inner_text()
    walk.sees("Sign in", "passkey-fails")
