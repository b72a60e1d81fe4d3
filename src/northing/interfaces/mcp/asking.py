"""How does the server ask the API, on this machine or elsewhere, for whoever asks it?

There is one place for the rules: the API. Each question of an assistant becomes a request to it
with the caller's own token, so it opens what that token opens at that moment and nothing else.
Without an address of an installation the application is asked in this very program, without a
network.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import httpx2

ENVIRONMENT = "DJANGO_SETTINGS_MODULE"
SETTINGS, APPLICATION = "northing.interfaces.web.settings", "northing.interfaces.web.wsgi"
"""Named, not imported: the doors do not know each other, and a far installation needs neither."""
HERE = "http://localhost"
SECONDS = 60
UNAUTHORISED, NOT_FOUND = 401, 404
FAR_NEEDS_TLS = "NORTHING_URL has to begin with https://, or name this machine."
NEAR = ("localhost", "127.0.0.1", "::1")


class Refused(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """The API's own sentence and remedy, and the status it came with."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.status = status


class Api:
    """The API of one installation. It keeps no token: each question brings its own."""

    def __init__(self, client: httpx2.Client) -> None:
        self.client = client

    def get(self, token: str, path: str, **asked: Any) -> Any:
        """What the API answers. Raises `Refused`."""
        headers = {"Authorization": f"Bearer {token}"}
        given = {name: value for name, value in asked.items() if value not in (None, "")}
        try:
            answer = self.client.get(f"/api{path}", params=given, headers=headers)
        except httpx2.HTTPError as error:
            raise Refused("The installation does not answer. Try again later.", 503) from error
        if answer.is_success:
            return answer.json()
        raise Refused(_said(answer), answer.status_code)

    def within(self, token: str, path: str, **asked: Any) -> Any:
        """The same, inside of the organisation the token belongs to."""
        return self.get(token, f"/organisations/{self.organisation(token)}{path}", **asked)

    def organisation(self, token: str) -> str:
        found: Mapping[str, Any] = self.get(token, "/me")["organisation"]
        return str(found["id"])


def api_at(address: str | None) -> Api:
    """The installation at this address, or the one of this machine."""
    if address:
        return Api(httpx2.Client(base_url=_checked(address), timeout=SECONDS))
    os.environ.setdefault(ENVIRONMENT, SETTINGS)
    transport = httpx2.WSGITransport(app=import_module(APPLICATION).application)
    # Nothing passes over a line here: the request counts as one that came over TLS.
    headers = {"X-Forwarded-Proto": "https"}
    return Api(httpx2.Client(base_url=HERE, transport=transport, headers=headers))


def _checked(address: str) -> str:
    """A token does not travel in clear; on this machine nobody reads along."""
    found = httpx2.URL(address)
    if found.scheme != "https" and not (found.scheme == "http" and found.host in NEAR):
        raise ValueError(FAR_NEEDS_TLS)
    return address.rstrip("/")


def _said(answer: httpx2.Response) -> str:
    try:
        told = answer.json()
        return f"{told['sentence']} {told['remedy']}"
    except (ValueError, KeyError, TypeError):
        return f"The installation answered with {answer.status_code}."
