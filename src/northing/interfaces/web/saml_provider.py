"""Which SAML providers may vouch for people here, and what of an answer of theirs is believed?

A provider is believed for what it signed with the certificate that was set, for this application,
in answer to a question it was asked, once. What the answer says besides is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from lxml.etree import LxmlError
from onelogin.saml2.auth import OneLogin_Saml2_Auth
from onelogin.saml2.constants import OneLogin_Saml2_Constants as Said
from onelogin.saml2.errors import OneLogin_Saml2_Error
from onelogin.saml2.settings import OneLogin_Saml2_Settings
from onelogin.saml2.xml_utils import OneLogin_Saml2_XML
from xmlsec import Error as XmlsecError

_CERTIFICATE = re.compile(r"-----BEGIN CERTIFICATE-----(.+?)-----END CERTIFICATE-----", re.DOTALL)
_EMAIL = (
    "email",
    "mail",
    "urn:oid:0.9.2342.19200300.100.1.3",
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
)
_NAME = (
    "name",
    "displayName",
    "urn:oid:2.16.840.1.113730.3.1.241",
    "http://schemas.microsoft.com/identity/claims/displayname",
)
_VERIFIED = ("email_verified", "http://schemas.auth0.com/email_verified")
_BROKEN = (
    *(OneLogin_Saml2_Error, LxmlError, XmlsecError),
    *(ValueError, TypeError, KeyError, AttributeError),
)


class NotBelieved(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """An answer that is not signed, not for us, not asked for, too old, or broken."""


@dataclass(frozen=True, slots=True)
class SamlProvider:
    """One SAML 2.0 provider. It speaks for addresses of its domains and for no others.

    `gives_addresses` says that addresses are given out by whoever runs it, so that each is its
    bearer's; without that word an answer has to say `email_verified`.
    """

    id: str
    name: str
    issuer: str
    sign_in: str
    certificates: tuple[str, ...]
    domains: frozenset[str]
    organisations: frozenset[UUID]
    origins: tuple[str, ...]
    gives_addresses: bool = False
    email_attribute: str = ""
    name_attribute: str = ""

    def as_app(self) -> dict[str, Any]:
        """What allauth has to know of it."""
        return {"provider_id": self.id, "name": self.name, "client_id": self.id, "settings": {}}


@dataclass(frozen=True, slots=True)
class Here:
    """The addresses of this application that a provider is told."""

    entity: str
    comes_back: str


@dataclass(frozen=True, slots=True)
class Asserted:
    """What one answer says of one person. `question` is the one it answers, `id` its own."""

    id: str
    question: str
    person: str
    email: str
    is_verified: bool
    name: str


def certificates_in(pem: str) -> tuple[str, ...]:
    """Every certificate of a file, for a provider that is about to change its own."""
    return tuple("".join(one.split()) for one in _CERTIFICATE.findall(pem))


def question(provider: SamlProvider, here: Here, asked: Mapping[str, Any]) -> tuple[str, str]:
    """The address that asks the provider who it is, and the id of that question."""
    auth = OneLogin_Saml2_Auth(dict(asked), _settings(provider, here))
    return str(auth.login(return_to="")), str(auth.get_last_request_id())


def description(provider: SamlProvider, here: Here) -> bytes:
    """What a provider reads to know this application."""
    found = OneLogin_Saml2_Settings(_settings(provider, here), sp_validation_only=True)
    told = found.get_sp_metadata()
    return told if isinstance(told, bytes) else str(told).encode()


def asserted(provider: SamlProvider, here: Here, asked: Mapping[str, Any]) -> Asserted:
    """What is believed of the answer. Raises NotBelieved, with a reason for the log alone."""
    auth = OneLogin_Saml2_Auth(dict(asked), _settings(provider, here))
    try:
        auth.process_response()
        if auth.get_errors() or not auth.is_authenticated():
            raise NotBelieved(str(auth.get_last_error_reason() or "not authenticated"))
        _check(auth, here)
        return _read(provider, auth)
    except _BROKEN as error:
        raise NotBelieved(type(error).__name__) from error


def _check(auth: OneLogin_Saml2_Auth, here: Here) -> None:
    """What python3-saml lets pass where an answer leaves it out: for whom, and to what question."""
    tree = OneLogin_Saml2_XML.to_etree(auth.get_last_response_xml())
    asked = str(auth.get_last_response_in_response_to() or "")
    answered = [one.get("InResponseTo") for one in _all(tree, "SubjectConfirmationData")]
    for_whom = [(one.text or "").strip() for one in _all(tree, "Audience")]
    if not asked or not answered or set(answered) != {asked}:
        raise NotBelieved("it does not say which question it answers")
    if here.entity not in for_whom:
        raise NotBelieved("it does not say that it is for this application")
    if auth.get_nameid_format() == Said.NAMEID_TRANSIENT or not auth.get_nameid():
        raise NotBelieved("it names nobody who would be the same person tomorrow")


def _all(tree: Any, name: str) -> list[Any]:
    return list(tree.iter(f"{{{Said.NS_SAML}}}{name}"))


def _read(provider: SamlProvider, auth: OneLogin_Saml2_Auth) -> Asserted:
    said: dict[str, list[Any]] = auth.get_attributes()
    email = _first(said, (provider.email_attribute,) if provider.email_attribute else _EMAIL)
    if not email and auth.get_nameid_format() == Said.NAMEID_EMAIL_ADDRESS:
        email = str(auth.get_nameid())
    return Asserted(
        id=str(auth.get_last_assertion_id()),
        question=str(auth.get_last_response_in_response_to()),
        person=str(auth.get_nameid())[:190],
        email=email,
        is_verified=provider.gives_addresses or _first(said, _VERIFIED).lower() == "true",
        name=_first(said, (provider.name_attribute,) if provider.name_attribute else _NAME)[:120],
    )


def _first(said: Mapping[str, list[Any]], names: tuple[str, ...]) -> str:
    """The value of the first of these attributes that has one; two values are none."""
    found = [said[name] for name in names if said.get(name)]
    return str(found[0][0]).strip() if found and len(found[0]) == 1 else ""


def _settings(provider: SamlProvider, here: Here) -> dict[str, Any]:
    first, *others = provider.certificates
    certificates: dict[str, Any] = {"x509cert": first}
    if others:
        certificates = {"x509certMulti": {"signing": [first, *others]}}
    return {
        "strict": True,
        "sp": {
            "entityId": here.entity,
            "assertionConsumerService": {"url": here.comes_back, "binding": Said.BINDING_HTTP_POST},
            "NameIDFormat": Said.NAMEID_UNSPECIFIED,
        },
        "idp": {
            "entityId": provider.issuer,
            "singleSignOnService": {
                "url": provider.sign_in,
                "binding": Said.BINDING_HTTP_REDIRECT,
            },
            **certificates,
        },
        "security": {
            "wantAssertionsSigned": True,
            "wantNameId": True,
            "wantAttributeStatement": False,
            "rejectDeprecatedAlgorithm": True,
            "requestedAuthnContext": False,
            "allowRepeatAttributeName": True,
            "allowSingleLabelDomains": True,
        },
    }
