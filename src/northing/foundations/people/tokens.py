"""How does a member let a program act for them, how far, and how is that taken back?

A token is a key for the API. What opens with it is what its member may do at that moment and what
its scopes name, whichever is less: it is never a way around the table of access.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from typing_extensions import override

from northing.foundations.people import refusals, store
from northing.foundations.people.access import Action, Role, Wish, allows, opens
from northing.foundations.people.models import Member, Token
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Event

BEGINS = "northing_"
"""Whoever finds such a word where it does not belong knows what it is."""
LONGEST = timedelta(days=366)
MOST = 50


@dataclass(frozen=True, slots=True, order=True)
class Scope:
    """One thing a program may see, or see and change. Who may change may look."""

    action: Action
    wish: Wish

    @override
    def __str__(self) -> str:
        return f"{self.action.name.lower()}:{self.wish}"

    def covers(self, action: Action, wish: Wish) -> bool:
        return self.action is action and (self.wish is Wish.CHANGE or wish is Wish.SEE)


SCOPES = {str(one): one for one in (Scope(action, wish) for action in Action for wish in Wish)}
"""Every scope there is, by the word it is kept under."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What somebody asks a token to be: its name, what it opens, and its last day."""

    name: str
    scopes: frozenset[Scope]
    until: date


def make(grant: Grant, *, by: Member, at: datetime) -> tuple[Token, str]:
    """A token and its secret, which is said this once: what is kept of it is a digest."""
    if not all(opens(Role(by.role), one.action, one.wish) for one in grant.scopes):
        raise NotAllowed
    _check(grant, by, at.date())
    secret = BEGINS + secrets.token_urlsafe(32)
    with transaction.atomic():
        made = Token.objects.create(
            member=by,
            name=grant.name,
            scopes=words_of(grant.scopes),
            until=grant.until,
            token_sha256=store.digest_of(secret),
            made_at=at,
        )
        told = {"scopes": ", ".join(made.scopes), "until": made.until.isoformat()}
        append(
            Event(by.organisation_id, "token made", at, by.person_id, made.id, details=dict(told))
        )
    return made, secret


def revoke(token: Token, *, by: Member, at: datetime) -> None:
    """It opens nothing from now on. One's own, or anybody's for who runs the organisation."""
    if not can_revoke(token, by=by):
        raise NotAllowed
    with transaction.atomic():
        if Token.objects.filter(id=token.id, revoked_at=None).update(revoked_at=at):
            append(Event(by.organisation_id, "token revoked", at, by.person_id, token.id))


def can_revoke(token: Token, *, by: Member) -> bool:
    is_here = token.member.organisation_id == by.organisation_id
    return is_here and (token.member_id == by.id or sees_all(by))


def sees_all(member: Member) -> bool:
    """Whether the tokens of all members are this member's concern."""
    return allows(Role(member.role), Action.ORGANISATION, Wish.CHANGE)


def seen_by(member: Member) -> list[Token]:
    """Those not revoked, the newest first: one's own, or all of the organisation."""
    rows = Token.objects.filter(member__organisation=member.organisation, revoked_at=None)
    if not sees_all(member):
        rows = rows.filter(member=member)
    return list(rows.select_related("member__person").order_by("-made_at", "id"))


def opened_by(secret: str, *, on: date) -> Token | None:
    """The token this secret belongs to, while it and its membership hold. None says no more."""
    if not secret.startswith(BEGINS):
        return None
    rows = Token.objects.filter(
        token_sha256=store.digest_of(secret),
        revoked_at=None,
        until__gte=on,
        member__in=store.in_force(on),
    )
    return rows.select_related("member__organisation", "member__person", "member__unit").first()


def used(token: Token, *, on: date) -> None:
    """It was used on that day; the hour is nobody's business, and not worth a write each time."""
    if token.last_used_on != on:
        Token.objects.filter(id=token.id).update(last_used_on=on)


def may(token: Token, action: Action, wish: Wish) -> bool:
    """What the token names and its member may do now, both."""
    is_named = any(scope.covers(action, wish) for scope in scopes_in(token.scopes))
    return is_named and opens(Role(token.member.role), action, wish)


def scopes_in(words: Iterable[str]) -> frozenset[Scope]:
    """What the kept words mean; a word of a later version of Northing opens nothing."""
    return frozenset(SCOPES[one] for one in words if one in SCOPES)


def words_of(scopes: Collection[Scope]) -> list[str]:
    """In the order of the table."""
    return [word for word, scope in SCOPES.items() if scope in scopes]


def open_to(role: Role) -> list[Scope]:
    """What somebody in this role can let a program do."""
    return [one for one in SCOPES.values() if opens(role, one.action, one.wish)]


def _check(grant: Grant, by: Member, on: date) -> None:
    if grant.until < on:
        raise Refused(refusals.END_IS_PAST, field="until")
    if grant.until - on > LONGEST:
        raise Refused(refusals.END_IS_FAR, field="until")
    if Token.objects.filter(member=by, revoked_at=None, until__gte=on).count() >= MOST:
        raise Refused(refusals.TOKENS_ARE_MANY)
