"""Can people found an organisation, invite, accept, sign in with two factors and end a session?

In a real browser against the real server, with the keyboard alone.
"""

from __future__ import annotations

import pytest

from tests.browser.walking import PASSWORD, Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The address of the real server, and the link that founds an organisation."""
    with serving(tmp_path_factory.mktemp("home")) as site:
        yield site.address, site.founding


def test_from_the_first_owner_to_a_session_that_ends(browser, served):
    address, link = served
    walk = Walk(browser)
    founds(walk, link)
    invitation = invites(walk)
    walk.press("Trail")
    walk.press("Verify the chain")
    walk.sees("Who did what", "trail")
    assert "All 4 entries are as they were written" in walk.page.inner_text("main")
    walk.press("Sign out")
    accepts(walk, invitation)
    secret = takes_a_second_factor(walk)
    first = walk.page.context.cookies()
    browser.clear_cookies()
    signs_in(walk, address, secret)
    walk.press("End this session")
    assert "That session has ended." in walk.page.inner_text("main")
    browser.clear_cookies()
    browser.add_cookies(first)
    walk.page.goto(f"{address}/account/")
    walk.sees("Sign in")
    walk.page.goto(invitation)
    assert "This link opens nothing" in walk.page.inner_text("main")
    walk.page.close()
    browser.clear_cookies()


def founds(walk, link):
    walk.page.goto(link)
    walk.sees("Set up your organisation", "set-up")
    walk.type("Name of the organisation", "Dune Trust")
    walk.type("Your name", "Amina")
    walk.type("Your e-mail address", "amina@example.org")
    walk.type("Password", "short")
    walk.press("Set up")
    walk.sees("Set up your organisation", "set-up-refused")
    assert walk.page.get_by_label("Name of the organisation").input_value() == "Dune Trust"
    walk.type("Password", PASSWORD)
    walk.press("Set up")
    walk.sees("What is Dune Trust for", "start")
    walk.press("Organisation")
    walk.sees("Dune Trust", "organisation")


def invites(walk):
    walk.press("Units")
    walk.sees("Which units", "units-none")
    walk.type("Name", "North clinic")
    walk.press("Add")
    walk.sees("Which units", "units")
    walk.press("Members")
    walk.press("Invite somebody")
    walk.sees("Whom do you invite", "invite")
    walk.type("E-mail address", "bruno@example.org")
    walk.type("Role", "manager")
    walk.press("Invite")
    walk.sees("bruno@example.org is invited", "invited")
    link = walk.page.locator("#link").inner_text()
    walk.press("Back to the members")
    walk.sees("Who belongs here", "members")
    return link


def accepts(walk, invitation):
    walk.page.goto(invitation)
    walk.sees("You are invited to Dune Trust", "invitation")
    walk.type("Your name", "Bruno")
    walk.type("Password", PASSWORD)
    walk.press("Accept")
    walk.sees("Dune Trust")
    assert walk.page.get_by_role("link", name="Trail").count() == 0


def takes_a_second_factor(walk):
    walk.press("Bruno")
    walk.sees("What is kept of you", "account")
    walk.press("Second factor")
    walk.sees("What guards your account", "factors")
    walk.press("Set up an authenticator")
    if "reauthenticate" in walk.page.url:
        walk.type("Password", PASSWORD)
        walk.press("Go on")
    walk.sees("Which code does your authenticator show?", "totp")
    secret = walk.page.locator("#authenticator_secret").input_value()
    walk.type("Authenticator code", walk.code(secret))
    walk.press("Activate")
    walk.sees("without your second factor", "recovery-codes")
    return secret


def signs_in(walk, address, secret):
    walk.page.goto(f"{address}/account/")
    walk.sees("Sign in", "sign-in")
    walk.type("E-mail address", "bruno@example.org")
    walk.type("Password", PASSWORD)
    walk.press("Sign in")
    walk.sees("Is it you?", "second-factor")
    walk.type("Code", walk.code(secret, later=1))
    walk.press("Sign in")
    walk.sees("What is kept of you", "account-two-sessions")
