"""Whom does a directory let in that never says which addresses it verified, as Entra ID does?

The provider is real, leaves `email_verified` out, names its tenant, and of some people says in its
token whether the tenant owns the domain of their address.
"""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.cache import cache
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.people import refusals
from northing.foundations.people.models import Member, Person
from northing.foundations.people.tests.make import make_organisation
from northing.interfaces.web.single_sign_on import BadProvider, Provider, origin_of, providers_of
from northing.interfaces.web.tests.test_single_sign_on import (
    CALLBACK,
    comes_back,
    invite,
    is_refused,
)
from tests import openid_provider as peer

TENANT = "11f7ee5c-2a0b-4f1c-9f6e-5f8d6f0f3a10"
ENTRA = "https://login.microsoftonline.com"


def provider(issuer=f"{ENTRA}/{TENANT}/v2.0", **but):
    known = {
        "id": "dune", "name": "Dune Trust", "issuer": issuer, "client_id": peer.CLIENT,
        "client_secret": peer.SECRET, "domains": frozenset({"dune.example"}),
        "organisations": frozenset(), "origins": (origin_of(issuer),),
    }  # fmt: skip
    return Provider(**known | but)


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with peer.running(tmp_path_factory.mktemp("tenant"), TENANT) as (one, lead_back_to):
        lead_back_to(CALLBACK)
        yield one


@pytest.fixture
def amina(address, settings):
    """Her organisation; `trust(tenant=…)` is what whoever runs the installation sets."""
    cache.clear()

    def trust(**said):
        one = provider(address, **said)
        settings.SINGLE_SIGN_ON = {one.id: one}
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [one.as_app()]}}

    owner = make_organisation()
    owner.trust = trust
    return owner


@pytest.mark.database
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "said", "comes_in"),
    [
        ("Bruno", {}, False),
        ("Bruno", {"tenant": TENANT}, True),
        ("Bruno", {"tenant": str(uuid4()), "gives_addresses": True}, False),
        ("Chiara", {"tenant": TENANT, "gives_addresses": True}, False),
        ("Daan", {"tenant": TENANT}, False),
        ("Daan", {"tenant": TENANT, "gives_addresses": True}, True),
    ],
)
def test_nobody_comes_in_unless_the_setting_says_whose_word_counts(
    client, amina, name, said, comes_in
):
    amina.trust(**said)
    invite(amina, name)
    answer = comes_back(client, name)
    if comes_in:
        assert (answer.status_code, answer.url) == (302, "/")
        assert Member.objects.filter(person__email=f"{name.lower()}@dune.example").exists()
    else:
        assert is_refused(answer, refusals.NOT_VERIFIED)
        assert Person.objects.count() == 1


@pytest.mark.database
@pytest.mark.django_db
def test_a_guest_from_elsewhere_stays_out_all_the_same(client, amina):
    amina.trust(tenant=TENANT, gives_addresses=True)
    invite(amina, "Emre")
    assert is_refused(comes_back(client, "Emre"), refusals.OTHER_DOMAIN)


SAID = st.sampled_from([True, False, None, "true", "false", "1", "0", 1, 0, "", "yes"])


@given(verified=SAID, token=st.booleans(), owned=SAID, gives=st.booleans())
def test_whoever_denies_an_address_is_believed_before_anybody(verified, token, owned, gives):
    told = {"email": "bruno@dune.example", "email_verified": verified}
    signed = {"tid": TENANT, "email": "bruno@dune.example", "xms_edov": owned}
    signed |= {"email_verified": verified} if token else {}
    one = provider(tenant=TENANT, gives_addresses=gives)
    assert one.vouches(signed, told) is (verified is True)


@given(owned=SAID, other=st.booleans(), gives=st.booleans())
def test_the_owner_of_a_domain_is_believed_of_the_address_in_the_token_alone(owned, other, gives):
    signed = {"tid": TENANT, "email": "bruno@dune.example", "xms_edov": owned}
    told = {"email": "amina@dune.example" if other else "bruno@dune.example"}
    one = provider(tenant=TENANT, gives_addresses=gives)
    assert one.vouches(signed, told) is (owned in (True, "true", "1") and not other)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"tenant": "dune"}, "write the directory's id, a UUID"),
        ({"issuer": f"{ENTRA}/common/v2.0"}, f"write the address of the tenant {TENANT}"),
        ({"issuer": f"{ENTRA}/{uuid4()}/v2.0"}, f"write the address of the tenant {TENANT}"),
        ({"gives_addresses": "perhaps"}, "write true or false"),
        ({"tenant": ""}, "write the tenant whose word it is, too"),
    ],
)
def test_a_setting_that_would_trust_any_tenant_is_refused_at_the_start(change, said):
    table = {
        "issuer": f"{ENTRA}/{TENANT}/v2.0", "client_id": "northing", "client_secret": "between us",
        "domains": "dune.example", "tenant": TENANT, "gives_addresses": "true",
    }  # fmt: skip
    around = {f"NORTHING_SSO_{name.upper()}": text for name, text in (table | change).items()}
    with pytest.raises(BadProvider, match=said):
        providers_of(around)


def test_variables_set_a_tenant_too():
    table = {
        "issuer": f"{ENTRA}/{TENANT}/v2.0", "client_id": "northing", "domains": "dune.example",
        "tenant": TENANT.upper(), "gives_addresses": "true",
    }  # fmt: skip
    around = {f"NORTHING_SSO_{name.upper()}": text for name, text in table.items()}
    (one,) = providers_of(around).values()
    assert (one.tenant, one.gives_addresses) == (TENANT, True)
