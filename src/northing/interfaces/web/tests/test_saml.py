"""What of a SAML provider's answer is believed, and whom does it let in?

Answers are signed by another implementation than the one that reads them.
"""

from __future__ import annotations

import base64
from datetime import timedelta

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.test import Client
from django.utils.html import escape
from lxml import etree

from northing.foundations.people import invitations, refusals
from northing.foundations.people.access import Role
from northing.foundations.people.invitations import Place
from northing.foundations.people.models import Member, Person
from northing.foundations.people.tests.make import PASSWORD, make_member, make_organisation
from northing.foundations.trail import store
from northing.foundations.trail.actions import INSTALLATION
from northing.interfaces.web.saml_provider import SamlProvider, certificates_in
from northing.interfaces.web.sentences import REFUSALS
from northing.interfaces.web.single_sign_on import BadProvider, providers_of
from tests import saml_provider as peer

pytestmark = [pytest.mark.database, pytest.mark.django_db]
BASE = "/sign-in/saml/dune"
ACS = f"http://testserver{BASE}/acs/"
ENTITY = f"http://testserver{BASE}/metadata/"
BRUNO = "bruno@dune.example"


@pytest.fixture(scope="module")
def identity():
    return peer.Identity()


@pytest.fixture
def trust(settings, identity):
    """`trust(**but)` is what whoever runs the installation sets."""

    def trusted(**but):
        told = {
            "id": "dune", "name": "Dune Trust", "issuer": peer.ISSUER, "gives_addresses": True,
            "sign_in": "https://id.dune.example/sso", "domains": frozenset({"dune.example"}),
            "certificates": certificates_in(identity.pem), "organisations": frozenset(),
            "origins": ("https://id.dune.example",),
        }  # fmt: skip
        one = SamlProvider(**(told | but))
        settings.SINGLE_SIGN_ON = {one.id: one}
        settings.SOCIALACCOUNT_PROVIDERS = {"saml": {"APPS": [one.as_app()]}}

    cache.clear()
    return trusted


@pytest.fixture
def amina(trust):
    trust()
    return make_organisation()


class Comer:
    """Somebody with a browser, who signs in at the provider and comes back."""

    def __init__(self, identity):
        self.client, self.identity = Client(), identity

    def asks(self):
        """Begin here; the id of the question that leads to the provider."""
        found = self.client.post(f"{BASE}/login/")
        assert found.status_code == 302
        assert found.url.startswith("https://id.dune.example/sso?SAMLRequest=")
        question, destination, issuer = peer.asked(found.url)
        assert (destination, issuer) == (ACS, ENTITY)
        return question

    def answers(self, question, email=BRUNO, **but):
        destination, audience = but.pop("destination", ACS), but.pop("for_whom", ENTITY)
        return peer.answer(self.identity, question, destination, audience, email=email, **but)

    def sends(self, value):
        """Come back with an answer, from another site; the page where that ends."""
        # A form of another site carries no cookie of ours that is not for other sites.
        found = Client().post(f"{BASE}/acs/", {"SAMLResponse": value})
        if found.status_code != 303:
            return found
        self.client.cookies.update(found.cookies)
        return self.client.get(found.url)

    def comes(self, email=BRUNO, **but):
        return self.sends(self.answers(self.asks(), email, **but))

    @property
    def is_in(self):
        return "_auth_user_id" in self.client.session


@pytest.fixture
def comer(identity):
    return Comer(identity)


def invite(amina, email=BRUNO):
    invitations.invite(email, Place(Role.LEADER), by=amina, at=_now())


def _now():
    from django.utils import timezone

    return timezone.now()


def test_whoever_was_invited_comes_in_and_comes_again(amina, comer, identity):
    invite(amina)
    assert comer.comes().url == "/"
    assert comer.is_in
    member = Member.objects.get(person__email=BRUNO)
    assert (member.role, member.person.name) == (Role.LEADER, "Bruno")
    assert not member.person.has_usable_password()
    account = SocialAccount.objects.get()
    assert (account.provider, account.uid, account.extra_data) == ("dune", f"person-{BRUNO}", {})
    again = Comer(identity)
    again.comes("b.new@dune.example", person=f"person-{BRUNO}")  # another address, the same person
    assert again.is_in
    assert Person.objects.filter(email__endswith="dune.example").count() == 1


@pytest.mark.parametrize(
    ("email", "said", "why"),
    [
        ("bruno@dune.example", {}, refusals.NOT_ASKED_IN),
        ("emre@elsewhere.example", {}, refusals.OTHER_DOMAIN),
        ("bruno@dune.example@x", {}, refusals.NOT_VERIFIED),
    ],
)
def test_whoever_was_not_invited_or_is_of_elsewhere_stays_out(amina, comer, email, said, why):
    found = comer.comes(email, **said)
    assert found.status_code == 403
    assert escape(str(REFUSALS[why])) in found.content.decode()
    assert not comer.is_in
    assert SocialAccount.objects.count() == 0


def test_an_address_nobody_vouches_for_is_none(trust, comer):
    trust(gives_addresses=False)
    invite(make_organisation())
    assert comer.comes().status_code == 403
    assert not comer.is_in
    assert comer.comes(attributes={"email_verified": "true"}).status_code == 302
    assert comer.is_in


def test_a_member_who_had_a_password_loses_it(amina, comer):
    bruno = make_member(amina, "Bruno").person
    Person.objects.filter(id=bruno.id).update(email=BRUNO)
    comer.comes()
    assert comer.is_in
    assert not Client().login(email=BRUNO, password=PASSWORD)


def altered(whole):
    return whole.replace(BRUNO, "amina@dune.example")


def wrapped(whole):
    """A forged assertion in front of the one that was signed."""
    tree = etree.fromstring(whole)
    name = "{urn:oasis:names:tc:SAML:2.0:assertion}Assertion"
    real = tree.find(name)
    forged = etree.fromstring(etree.tostring(real).replace(BRUNO.encode(), b"amina@dune.example"))
    forged.set("ID", "_forged")
    for one in forged.findall("{http://www.w3.org/2000/09/xmldsig#}Signature"):
        forged.remove(one)
    tree.insert(list(tree).index(real), forged)
    return etree.tostring(tree).decode()


def commented(whole):
    """A comment that cuts a text in two for some who read it."""
    return whole.replace(BRUNO, "bruno@dune.example<!-- -->.evil.example", 1)


NOT_BELIEVED = {
    "not signed": {"is_signed": False},
    "altered after it was signed": {"change": altered},
    "with a forged assertion beside it": {"change": wrapped},
    "with a comment in a name": {"change": commented},
    "for another application": {"for_whom": "https://other.example/metadata/"},
    "for nobody in particular": {"restriction": ""},
    "for another address of ours": {"recipient": "http://testserver/elsewhere/"},
    "sent to another address": {"destination": "https://other.example/acs/"},
    "answering no question": {"answers": ""},
    "answering another question": {"answers": ' InResponseTo="_another"'},
    "by another issuer": {"issuer": "https://evil.example/"},
    "too old": {"later": -timedelta(hours=1)},
    "of a time to come": {"later": timedelta(hours=1)},
    "saying that it failed": {"status": "Requester"},
    "naming somebody for this once": {
        "format": "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
    },
}


@pytest.mark.parametrize("how", NOT_BELIEVED)
def test_an_answer_is_not_believed(amina, comer, how):
    invite(amina)
    invite(amina, "amina@dune.example")
    found = comer.comes(**NOT_BELIEVED[how])
    assert found.status_code == 403
    assert str(REFUSALS[refusals.NOT_VOUCHED]) in found.content.decode()
    assert not comer.is_in
    assert SocialAccount.objects.count() == 0


def test_what_another_key_signed_is_not_believed(amina, comer):
    invite(amina)
    comer.identity = peer.Identity()
    assert comer.comes().status_code == 403
    assert not comer.is_in


def test_an_answer_counts_once(amina, comer, identity):
    invite(amina)
    question = comer.asks()
    value = comer.answers(question)
    comer.sends(value)
    assert comer.is_in
    for client in (comer.client, Client()):
        comer.client = client
        client.logout()
        assert comer.sends(value).status_code == 403
        assert not comer.is_in


def test_an_answer_to_somebody_elses_question_opens_nothing(amina, comer, identity):
    """Else a link could sign a victim in as the one who sent it."""
    invite(amina)
    victim = Comer(identity)
    assert victim.sends(comer.answers(comer.asks())).status_code == 403
    assert not victim.is_in
    assert victim.sends(comer.answers("_nobody-asked")).status_code == 403


def test_any_bytes_are_answered_with_a_sentence(amina, comer):
    bomb = "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><a>&c;</a>"
    for value in ("", "%%%", "AAAA", base64.b64encode(b"<a/>").decode(), "A" * 500_000,
                  base64.b64encode(bomb.encode()).decode()):  # fmt: skip
        assert comer.sends(value).status_code == 403
    assert comer.client.get(f"{BASE}/acs/").status_code == 405
    assert comer.client.get(f"{BASE}/acs/finish/").status_code == 403
    assert comer.client.get(f"{BASE}/login/").url == "/sign-in/login/"


def test_a_second_certificate_is_believed_while_the_provider_changes_its_own(trust, comer):
    new = peer.Identity()
    trust(certificates=certificates_in(comer.identity.pem + new.pem))
    invite(make_organisation())
    comer.identity = new
    comer.comes()
    assert comer.is_in


def test_the_provider_reads_who_we_are(amina, client):
    found = client.get(f"{BASE}/metadata/")
    tree = etree.fromstring(found.content)
    assert tree.get("entityID") == ENTITY
    (service,) = tree.iter("{urn:oasis:names:tc:SAML:2.0:metadata}AssertionConsumerService")
    assert service.get("Location") == ACS
    assert tree[0].get("WantAssertionsSigned") == "true"


def test_the_page_offers_it_and_a_failure_leaves_an_entry_that_names_nobody(amina, comer):
    page = comer.client.get("/sign-in/login/").content.decode()
    assert "Sign in with Dune Trust" in page
    assert f'action="{BASE}/login/' in page
    comer.comes()
    last = store.page(INSTALLATION, size=1)[0].event
    assert (last.verb, last.details) == ("account: provider refused",
                                         {"why": refusals.NOT_ASKED_IN})  # fmt: skip


def test_without_a_word_there_is_no_such_provider(client):
    for end in ("login/", "acs/", "acs/finish/", "metadata/"):
        assert client.post(f"/sign-in/saml/none/{end}").status_code in (404, 405)
        assert client.get(f"/sign-in/saml/none/{end}").status_code in (404, 405)


SET = """[[provider]]
kind = "saml"
id = "dune"
name = "Dune Trust"
issuer = "https://id.dune.example/saml"
sign_in = "https://id.dune.example/sso"
certificate_file = "{file}"
domains = ["dune.example"]
"""


def test_it_is_set_in_the_file_of_providers(tmp_path, identity):
    file, told = tmp_path / "idp.pem", tmp_path / "sso.toml"
    file.write_text(identity.pem * 2)
    told.write_text(SET.format(file=file) + "gives_addresses = true\n")
    one = providers_of({"NORTHING_SSO_FILE": str(told)})["dune"]
    assert len(one.certificates) == 2
    assert (one.gives_addresses, one.origins) == (True, ("https://id.dune.example",))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('client_id = "x"', "'client_id' is not known"),
        ('gives_addresses = "yes"', "write true or false"),
        ('kind = "kerberos"', "kind 'kerberos'"),
        ('sign_in = "http://id.dune.example/sso"', "begins with https://"),
        ('certificate_file = "/nowhere.pem"', "/nowhere.pem"),
    ],
)
def test_what_is_set_wrongly_is_said(tmp_path, identity, wrong, said):
    file, told = tmp_path / "idp.pem", tmp_path / "sso.toml"
    file.write_text(identity.pem)
    key = wrong.partition(" =")[0]
    lines = [one for one in SET.format(file=file).splitlines() if not one.startswith(f"{key} =")]
    told.write_text("\n".join([*lines, wrong]))
    with pytest.raises(BadProvider, match=said.replace("/", ".")):
        providers_of({"NORTHING_SSO_FILE": str(told)})
