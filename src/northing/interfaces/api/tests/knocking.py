"""Who asks the API in tests, and with what?"""

from __future__ import annotations

from datetime import date

from django.test import Client

from northing.foundations.people import tokens
from northing.foundations.people.access import Role
from northing.foundations.people.models import Token
from northing.foundations.people.tests.make import NOON
from northing.foundations.people.tokens import SCOPES, Grant

ALWAYS = date(2100, 1, 1)


def token_of(member, *words, until=None):
    """A secret with these scopes, or with all this member may have; it outlasts any test."""
    held = [SCOPES[one] for one in words] if words else tokens.open_to(Role(member.role))
    made, secret = tokens.make(
        Grant("ledger", frozenset(held), until or NOON.date()), by=member, at=NOON
    )
    Token.objects.filter(id=made.id).update(until=until or ALWAYS)
    return secret


class Knock:
    """A program with a token; it keeps no cookie."""

    def __init__(self, secret, organisation):
        self.client = Client()
        self.headers = {"Authorization": f"Bearer {secret}"} if secret else {}
        self.base = f"/api/organisations/{organisation}"

    def get(self, path="", **asked):
        return self.client.get(self.base + path, asked, headers=self.headers)

    def send(self, method, path, sent=None, key=None):
        headers = self.headers | ({"Idempotency-Key": key} if key else {})
        how = {"data": sent, "content_type": "application/json", "headers": headers}
        return getattr(self.client, method)(self.base + path, **how)

    def post(self, path, sent=None, key=None):
        return self.send("post", path, sent or {}, key)

    def hand_in(self, file, key=None):
        headers = self.headers | ({"Idempotency-Key": key} if key else {})
        return self.client.post(f"{self.base}/imports", {"file": file}, headers=headers)


def knock(member, *words):
    return Knock(token_of(member, *words), member.organisation_id)
