"""Does nobody make this machine knock at its own doors, or at those of its network?"""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from northing.foundations.people.access import Role
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.interfaces.webhooks import actions
from northing.interfaces.webhooks.actions import Hook
from northing.interfaces.webhooks.facts import (
    HAS_PASSWORD,
    LOCAL,
    NO_ADDRESS,
    NOT_SAFE,
    UNKNOWN_HOST,
)
from northing.interfaces.webhooks.models import Webhook
from northing.interfaces.webhooks.reaching import Unreachable, is_open, target_of
from northing.interfaces.webhooks.sending import send
from northing.interfaces.webhooks.tests.receiving import listening

INWARD = [
    "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254",
    "0.0.0.0", "100.64.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1",  # noqa: S104 - looked at, never bound
    "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "2001:db8::1",
]  # fmt: skip


@pytest.mark.parametrize("place", INWARD)
def test_no_place_within_is_open(place):
    assert not is_open(ip_address(place))


@pytest.mark.parametrize("place", ["93.184.216.34", "8.8.8.8", "2606:4700::1111"])
def test_a_place_of_the_internet_is(place):
    assert is_open(ip_address(place))


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("https://127.0.0.1/x", LOCAL),
        ("https://localhost/x", LOCAL),
        ("https://[::1]:8443/", LOCAL),
        ("https://[::ffff:127.0.0.1]/", LOCAL),
        ("https://2130706433/", LOCAL),
        ("https://0x7f.1/", LOCAL),
        ("http://example.org/", NOT_SAFE),
        ("ftp://example.org/", NOT_SAFE),
        ("file:///etc/passwd", NOT_SAFE),
        ("gopher://127.0.0.1:25/", NOT_SAFE),
        ("", NOT_SAFE),
        ("https://", NO_ADDRESS),
        ("https://user:word@example.org/", HAS_PASSWORD),
        ("https://example.org:99999/", NO_ADDRESS),
        ("https://example.org/a b", NO_ADDRESS),
        ("https://example.org/\r\nX: y", NO_ADDRESS),
        ("https://exämple.org/", NO_ADDRESS),
        ("https://[::1/", NO_ADDRESS),
        ("https://no-such-host.invalid/", UNKNOWN_HOST),
    ],
)
def test_an_address_that_will_not_do_says_why(address, why):
    with pytest.raises(Unreachable) as refused:
        target_of(address)
    # Control characters vanish from an address when it is read: what is left is looked up.
    assert refused.value.why in (why, UNKNOWN_HOST if "\r" in address else why)


def test_what_the_operator_opened_may_be_reached_and_nothing_of_the_internet_without_tls():
    assert target_of("http://127.0.0.1:8080/x", is_local_open=True).places == ("127.0.0.1",)
    with pytest.raises(Unreachable) as refused:
        target_of("http://93.184.216.34/", is_local_open=True)
    assert refused.value.why == NOT_SAFE


def test_a_name_that_leads_inward_by_the_time_of_sending_is_not_followed():
    with listening() as receiver:
        found = send(receiver.address, b"{}", {})
        assert found.failure == NOT_SAFE
        assert send(receiver.address.replace("http", "https"), b"{}", {}).failure == LOCAL
        assert receiver.heard == []


def test_what_does_not_speak_tls_is_said_to():
    with listening() as receiver:
        address = receiver.address.replace("http", "https")
        assert send(address, b"{}", {}, is_local_open=True).failure == "no http"


@pytest.mark.database
@pytest.mark.django_db
def test_a_webhook_inward_is_refused_when_it_is_made_and_only_an_owner_makes_one():
    amina = make_organisation()
    with pytest.raises(Refused) as refused:
        actions.make(Hook("x", "https://127.0.0.1/", ()), by=amina, at=NOON)
    assert (refused.value.code, refused.value.field) == (LOCAL, "address")
    for role in set(Role) - {Role.OWNER}:
        bruno = make_member(amina, f"Bruno {role}", role)
        with pytest.raises(NotAllowed):
            actions.make(Hook("x", "https://example.org/", ()), by=bruno, at=NOON)
    assert Webhook.objects.count() == 0
