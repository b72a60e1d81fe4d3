"""Where does an address lead, and may we go there?

Whoever names an address must not make this machine knock at its own doors or at those of the
network it stands in. So a name is looked up, every place it leads to has to be one of the open
internet, and what is then connected to is one of these very places: a name that leads elsewhere a
moment later changes nothing. Whoever runs the installation may open the network it stands in.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from northing.interfaces.webhooks.facts import (
    HAS_PASSWORD,
    LOCAL,
    NO_ADDRESS,
    NOT_SAFE,
    UNKNOWN_HOST,
)

Place = IPv4Address | IPv6Address
PORTS = {"https": 443, "http": 80}
CARRIES_ANOTHER = (
    ip_network("64:ff9b::/96"),
    ip_network("64:ff9b:1::/48"),
    ip_network("2002::/16"),
    ip_network("2001::/32"),
)
"""Networks of IPv6 in whose addresses one of IPv4 is hidden."""


class Unreachable(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """We do not go there; `why` is one of the words of `facts`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Target:
    """One address taken apart, and the places its name leads to."""

    host: str
    port: int
    path: str
    is_tls: bool
    places: tuple[str, ...] = ()

    @property
    def named(self) -> str:
        """As a header names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return (
            host
            if self.port == PORTS["https" if self.is_tls else "http"]
            else f"{host}:{self.port}"
        )


def target_of(address: str, *, is_local_open: bool = False) -> Target:
    """Where it leads now. Raises Unreachable."""
    found = _taken_apart(address, is_local_open=is_local_open)
    places = _places_of(found)
    if not is_local_open and not all(is_open(one) for one in places):
        raise Unreachable(LOCAL)
    if not found.is_tls and any(is_open(one) for one in places):
        raise Unreachable(NOT_SAFE)
    return Target(found.host, found.port, found.path, found.is_tls, tuple(map(str, places)))


def is_open(place: Place) -> bool:
    """Whether it is a place of the open internet, not of a machine, a network or a crowd."""
    if isinstance(place, IPv6Address):
        if place.ipv4_mapped:
            return is_open(place.ipv4_mapped)
        if any(place in network for network in CARRIES_ANOTHER):
            return False
    return place.is_global and not (place.is_multicast or place.is_reserved)


def _taken_apart(address: str, *, is_local_open: bool) -> Target:
    parts = _split(address)
    if parts.scheme not in (PORTS if is_local_open else ("https",)):
        raise Unreachable(NOT_SAFE)
    if parts.username is not None or parts.password is not None:
        raise Unreachable(HAS_PASSWORD)
    host = parts.hostname or ""
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not host or not _is_plain(host + path):
        raise Unreachable(NO_ADDRESS)
    return Target(host, parts.port or PORTS[parts.scheme], path, parts.scheme == "https")


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as error:
        raise Unreachable(NO_ADDRESS) from error
    return parts


def _is_plain(text: str) -> bool:
    """Nothing that could end a line of a request, or begin another."""
    return text.isascii() and text.isprintable() and " " not in text


def _places_of(target: Target) -> list[Place]:
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreachable(UNKNOWN_HOST) from error
    named = dict.fromkeys(str(one[4][0]).partition("%")[0] for one in found)
    return [ip_address(one) for one in named]
