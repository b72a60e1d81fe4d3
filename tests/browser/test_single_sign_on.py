"""Can somebody who was invited come in through the provider of their organisation?

In a real browser, with the keyboard alone, between two real servers: a provider on `localhost`
and the application on `127.0.0.1`, so that their cookies do not meet.
"""

from __future__ import annotations

import pytest

from tests import openid_provider as peer
from tests.browser.walking import PASSWORD, Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]
SET = """[[provider]]
id = "dune"
name = "Dune Trust"
issuer = "{issuer}"
client_id = "{client}"
client_secret = "{secret}"
domains = ["dune.example"]
"""
BUTTON = "Sign in with Dune Trust"


@pytest.fixture
def site(tmp_path):
    """The application, set to believe the provider."""
    home, file = tmp_path / "home", tmp_path / "sso.toml"
    with peer.running(tmp_path) as (issuer, lead_back_to):
        told = SET.format(issuer=issuer, client=peer.CLIENT, secret=peer.SECRET)
        file.write_text(told, "utf-8")
        with serving(home, NORTHING_SSO_FILE=str(file)) as one:
            lead_back_to(f"{one.address}/sign-in/oidc/dune/login/callback/")
            yield one


def test_whoever_was_invited_comes_in_through_the_provider_and_two_factors(browser, site):
    walk = Walk(browser)
    founds_and_invites(walk, site)
    browser.clear_cookies()
    stays_out(walk, site, "Chiara", "has not verified your e-mail address")
    browser.clear_cookies()
    comes_in(walk, site, "Bruno")
    walk.is_inside("Dune Trust", "sso-in")
    secret = takes_a_second_factor(walk, site)
    browser.clear_cookies()
    comes_in(walk, site, "Bruno")
    walk.sees("Is it you?", "sso-second-factor")
    walk.type("Code", walk.code(secret, later=1))
    walk.press("Sign in")
    walk.is_inside("Dune Trust")
    assert walk.complained == []
    walk.page.close()
    browser.clear_cookies()


def founds_and_invites(walk, site):
    walk.page.goto(site.founding)
    walk.type("Name of the organisation", "Dune Trust")
    walk.type("Your name", "Amina")
    walk.type("Your e-mail address", "amina@dune.example")
    walk.type("Password", PASSWORD)
    walk.press("Set up")
    members = walk.page.url.split("/start/")[0] + "/invitations/"
    for name in ("bruno", "chiara"):
        walk.page.goto(members)
        walk.type("E-mail address", f"{name}@dune.example")
        walk.press("Invite")


def comes_in(walk, site, name):
    """Our page, the provider's two pages, and back."""
    walk.page.goto(f"{site.address}/sign-in/login/")
    walk.sees("Sign in", "sso-begin")
    walk.press(BUTTON)
    assert "://localhost:" in walk.page.url
    walk.type("Email", f"{name.lower()}@dune.example")
    walk.type("Password", peer.PASSWORD)
    walk.press("Sign In")
    walk.press("Authorize")
    assert walk.page.url.startswith(site.address)


def stays_out(walk, site, name, why):
    comes_in(walk, site, name)
    assert why in walk.page.inner_text("main")
    walk.complained = [one for one in walk.complained if "status of 403" not in one]
    walk.sees("You are not signed in", "sso-stays-out")


def takes_a_second_factor(walk, site):
    walk.page.goto(f"{site.address}/sign-in/2fa/totp/activate/")
    walk.sees("Which code does your authenticator show?")
    secret = walk.page.locator("#authenticator_secret").input_value()
    walk.type("Authenticator code", walk.code(secret))
    walk.press("Activate")
    walk.sees("Is it you?", "sso-confirm")  # recovery codes are shown for a code, not at once
    return secret
