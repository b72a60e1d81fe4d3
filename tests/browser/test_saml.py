"""Can somebody who was invited come in through the SAML provider of their organisation?

In a real browser, with the keyboard alone, between two real servers: a provider on `localhost`
whose form brings the answer back, and the application on `127.0.0.1`. So the way back is one from
another site, as it is in life.
"""

from __future__ import annotations

from urllib.request import urlopen

import pytest

from tests import saml_provider as peer
from tests.browser.test_single_sign_on import BUTTON, founds_and_invites
from tests.browser.walking import Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]
SET = """[[provider]]
kind = "saml"
id = "dune"
name = "Dune Trust"
issuer = "{issuer}"
sign_in = "{address}"
certificate_file = "{folder}/certificate.pem"
domains = ["dune.example"]
gives_addresses = true
"""


@pytest.fixture
def site(tmp_path):
    """The application, set to believe the provider."""
    file = tmp_path / "sso.toml"
    with peer.running(tmp_path) as address:
        told = SET.format(issuer=peer.ISSUER, address=address, folder=tmp_path)
        file.write_text(told, "utf-8")
        with serving(tmp_path / "home", NORTHING_SSO_FILE=str(file)) as one:
            urlopen(f"{one.address}/sign-in/login/", timeout=180).close()  # noqa: S310 - our own; its first page is slow
            yield one


def test_whoever_was_invited_comes_in_and_nobody_else(browser, site):
    walk = Walk(browser)
    founds_and_invites(walk, site)
    browser.clear_cookies()
    comes_in(walk, site, "daan")
    assert "Nobody has invited your e-mail address yet" in walk.page.inner_text("main")
    walk.complained = [one for one in walk.complained if "status of 403" not in one]
    walk.sees("You are not signed in", "saml-stays-out")
    browser.clear_cookies()
    comes_in(walk, site, "bruno")
    walk.is_inside("Dune Trust", "saml-in")
    assert walk.complained == []
    walk.page.close()
    browser.clear_cookies()


def comes_in(walk, site, name):
    """Our page, the provider's two pages, and back."""
    walk.page.goto(f"{site.address}/sign-in/login/")
    walk.press(BUTTON)
    assert "://localhost:" in walk.page.url
    walk.type("Email", f"{name}@dune.example")
    walk.type("Password", peer.PASSWORD)
    walk.press("Sign In")
    walk.press("Continue")
    assert walk.page.url.startswith(site.address)
