"""Which providers may vouch for people here, for which addresses and in which organisations?

Set by whoever runs the installation: in a TOML file that `NORTHING_SSO_FILE` names, or, for one
provider, in variables. Without either, nobody signs in that way.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from northing.interfaces.web.saml_provider import SamlProvider, certificates_in

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_NEEDED = ("id", "name", "issuer", "client_id", "domains")
_ALWAYS = {"kind", "id", "name", "domains", "organisations", "origins"}
_KNOWN = {*_NEEDED, *_ALWAYS, "client_secret", "client_secret_file", "tenant", "gives_addresses"}
_YES = (True, "true", "1")
_SAML_NEEDED = ("id", "name", "issuer", "sign_in", "certificate_file", "domains")
_SAML_KNOWN = {*_SAML_NEEDED, *_ALWAYS, "gives_addresses", "email_attribute", "name_attribute"}
KINDS = ("openid connect", "saml")
_PREFIX = "NORTHING_SSO_"


class BadProvider(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """What is set for a provider cannot be understood; the text says where and what to do."""


@dataclass(frozen=True, slots=True)
class Provider:
    """One OpenID Connect provider. It speaks for addresses of its domains and for no others.

    `organisations` are the ones it lets people into; empty for all of the installation. `tenant`
    is the one directory of a provider that keeps many (Entra ID); `gives_addresses` says that
    whoever runs that directory gives each address to its bearer.
    """

    id: str
    name: str
    issuer: str
    client_id: str
    client_secret: str
    domains: frozenset[str]
    organisations: frozenset[UUID]
    origins: tuple[str, ...]
    tenant: str = ""
    gives_addresses: bool = False

    def vouches(self, token: Mapping[str, Any], info: Mapping[str, Any]) -> bool:
        """Whether the address in `info` counts as shown to be theirs.

        By `email_verified`, whatever else is said. A provider that never says it (Entra ID) is
        believed where a tenant is set and the token comes from that one: if the token says that
        the tenant owns the address's domain (`xms_edov`, of the address in the token alone), or
        says nothing of it and whoever runs the installation said that the tenant gives addresses.
        """
        if "email_verified" in info or "email_verified" in token:
            return info.get("email_verified") is True
        if not self.tenant or token.get("tid") != self.tenant:
            return False
        if "xms_edov" in token:
            return token["xms_edov"] in _YES and token.get("email") == info.get("email")
        return self.gives_addresses

    def as_app(self) -> dict[str, Any]:
        """What allauth has to know of it."""
        return {
            "provider_id": self.id,
            "name": self.name,
            "client_id": self.client_id,
            "secret": self.client_secret,
            "settings": {"server_url": self.issuer, "oauth_pkce_enabled": True},
        }


Vouching = Provider | SamlProvider


def providers_of(environment: Mapping[str, str]) -> dict[str, Vouching]:
    """The providers by their ids. Raises BadProvider."""
    file = environment.get(f"{_PREFIX}FILE")
    if file:
        found = [
            _provider(table, f"{file}, provider {number}")
            for number, table in enumerate(_tables(Path(file)), start=1)
        ]
    elif environment.get(f"{_PREFIX}ISSUER"):
        found = [_provider(_from_variables(environment), f"{_PREFIX}…")]
    else:
        found = []
    by_id = {one.id: one for one in found}
    if len(by_id) < len(found):
        raise BadProvider(f"{file}: two providers have the same id. Give each its own.")
    return by_id


def _tables(path: Path) -> list[Any]:
    try:
        read = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadProvider(f"{path} cannot be read: {error}.") from error
    tables = read.get("provider")
    if set(read) != {"provider"} or not isinstance(tables, list) or not tables:
        raise BadProvider(f"{path}: write one [[provider]] for each provider, and nothing else.")
    return tables


def _from_variables(environment: Mapping[str, str]) -> dict[str, Any]:
    """The same table, from variables: lists have commas between their values.

    Only OpenID Connect: what SAML needs is more than fits in variables.
    """
    table: dict[str, Any] = {"id": "sso", "name": "Single sign-on"}
    for key in _KNOWN - {"kind"}:
        value = environment.get(_PREFIX + key.upper())
        if value:
            is_list = key in ("domains", "organisations", "origins")
            table[key] = [one.strip() for one in value.split(",")] if is_list else value
    if table.get("gives_addresses") in ("true", "false"):
        table["gives_addresses"] = table["gives_addresses"] == "true"
    return table


def _provider(table: Any, where: str) -> Vouching:
    if not isinstance(table, dict):
        raise BadProvider(f"{where}: write it as a table.")
    kind = table.get("kind", KINDS[0])
    if kind not in KINDS:
        raise BadProvider(f"{where}, kind {kind!r}: write one of {', '.join(KINDS)}.")
    return _saml(table, where) if kind == "saml" else _openid(table, where)


def _check_keys(
    table: dict[str, Any], where: str, needed: tuple[str, ...], known: set[str]
) -> None:
    missing = [key for key in needed if not table.get(key)]
    strange = sorted(set(table) - known)
    if missing or strange:
        said = f"{', '.join(missing)} missing" if missing else f"{strange[0]!r} is not known"
        raise BadProvider(f"{where}: {said}. Known are {', '.join(sorted(known))}.")


def _saml(table: dict[str, Any], where: str) -> SamlProvider:
    """The certificate is set here and read nowhere else: nobody can hand in another."""
    _check_keys(table, where, _SAML_NEEDED, _SAML_KNOWN)
    sign_in = _address(table["sign_in"], f"{where}, sign_in")
    return SamlProvider(
        id=_id(table, where),
        name=str(table["name"]),
        issuer=str(table["issuer"]),
        sign_in=sign_in,
        certificates=_certificates(table, where),
        domains=_domains(table, where),
        organisations=_organisations(table, where),
        origins=_origins(table, where, sign_in),
        gives_addresses=_gives_addresses(table, where),
        email_attribute=str(table.get("email_attribute", "")),
        name_attribute=str(table.get("name_attribute", "")),
    )


def _openid(table: dict[str, Any], where: str) -> Provider:
    _check_keys(table, where, _NEEDED, _KNOWN)
    issuer = _address(table["issuer"], f"{where}, issuer")
    tenant, gives = _tenant(table, issuer, where), _gives_addresses(table, where)
    if gives and not tenant:
        raise BadProvider(
            f"{where}, gives_addresses: write the tenant whose word it is, too. Without one the "
            "provider has to say email_verified."
        )
    return Provider(
        id=_id(table, where),
        name=str(table["name"]),
        issuer=issuer,
        client_id=str(table["client_id"]),
        client_secret=_secret(table, where),
        domains=_domains(table, where),
        organisations=_organisations(table, where),
        origins=_origins(table, where, issuer),
        tenant=tenant,
        gives_addresses=gives,
    )


def _tenant(table: dict[str, Any], issuer: str, where: str) -> str:
    """A tenant by its id, which the issuer names as well: one for all tenants vouches for none."""
    if "tenant" not in table:
        return ""
    tenant = str(_uuid(str(table["tenant"]), f"{where}, tenant", "the directory's id, a UUID"))
    if tenant not in urlsplit(issuer).path.split("/"):
        raise BadProvider(
            f"{where}, issuer {issuer!r}: write the address of the tenant {tenant}, with its id."
        )
    return tenant


def _gives_addresses(table: dict[str, Any], where: str) -> bool:
    gives = table.get("gives_addresses", False)
    if not isinstance(gives, bool):
        raise BadProvider(f"{where}, gives_addresses: write true or false.")
    return gives


def _id(table: dict[str, Any], where: str) -> str:
    return _matching(_ID, table["id"], f"{where}, id", "lower-case letters, digits and hyphens")


def _domains(table: dict[str, Any], where: str) -> frozenset[str]:
    return frozenset(
        _matching(_DOMAIN, one, f"{where}, domains", "the part after the @, as example.org")
        for one in _list(table, "domains", where)
    )


def _organisations(table: dict[str, Any], where: str) -> frozenset[UUID]:
    listed = _list(table, "organisations", where)
    return frozenset(_uuid(one, f"{where}, organisations") for one in listed)


def _origins(table: dict[str, Any], where: str, address: str) -> tuple[str, ...]:
    """Where the form that begins it may lead, and where that leads on to."""
    others = (origin_of(_address(one, where)) for one in _list(table, "origins", where))
    return (origin_of(address), *others)


def _certificates(table: dict[str, Any], where: str) -> tuple[str, ...]:
    file = Path(str(table["certificate_file"]))
    try:
        found = certificates_in(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadProvider(f"{where}, certificate_file {file}: {error}.") from error
    if not found:
        raise BadProvider(f"{where}, certificate_file {file}: no certificate (PEM) is in it.")
    return found


def origin_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _list(table: dict[str, Any], key: str, where: str) -> list[str]:
    found = table.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise BadProvider(f'{where}, {key}: write a list of texts, as ["…"].')
    return found


def _matching(pattern: re.Pattern[str], value: object, where: str, wanted: str) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise BadProvider(f"{where}, {value!r}: write {wanted}.")
    return value


def _address(value: object, where: str) -> str:
    """HTTPS; plain HTTP on this machine alone, where nobody can stand between."""
    parts = urlsplit(value) if isinstance(value, str) else urlsplit("")
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
    if not is_safe or not parts.hostname or parts.query or parts.fragment:
        raise BadProvider(f"{where}, {value!r}: write an address that begins with https://.")
    return str(value)


def _uuid(
    value: str, where: str, wanted: str = "the id from the address of the organisation's pages"
) -> UUID:
    try:
        return UUID(value)
    except ValueError as error:
        raise BadProvider(f"{where}, {value!r}: write {wanted}.") from error


def _secret(table: dict[str, Any], where: str) -> str:
    """From the table, or from a file that only the installation can read."""
    file = table.get("client_secret_file")
    if not file:
        return str(table.get("client_secret", ""))
    try:
        return Path(str(file)).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadProvider(f"{where}, client_secret_file {file!r}: {error}.") from error
