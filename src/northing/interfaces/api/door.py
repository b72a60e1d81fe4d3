"""Who asks, with which token, in which organisation, and may they?

An organisation the token's member does not belong to is not there: 404, as for one that never
was. Within it, what the token does not name and what the member's role may not are 403, and say
which of the two it is. Cookies open nothing here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer
from typing_extensions import override

from northing.foundations.people import tokens
from northing.foundations.people.access import Action, Role, Wish, opens
from northing.foundations.people.models import Member, Organisation, Token
from northing.interfaces.api import errors
from northing.interfaces.api.errors import Problem

WINDOW_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Call:
    """One request of one program that acts for a member."""

    token: Token
    at: datetime

    @property
    def member(self) -> Member:
        return self.token.member

    @property
    def organisation(self) -> Organisation:
        return self.token.member.organisation

    def may(self, action: Action, wish: Wish = Wish.SEE) -> bool:
        return tokens.may(self.token, action, wish)


class Bearer(HttpBearer):
    """The door of one address: what it takes to come in. Without an action, any token will do."""

    def __init__(self, action: Action | None = None, wish: Wish = Wish.SEE) -> None:
        super().__init__()
        self.action, self.wish = action, wish

    @property
    def said(self) -> str:
        """The scope it asks for, as the document tells it."""
        return "nothing" if self.action is None else word_of(self.action, self.wish)

    @override
    def authenticate(self, request: HttpRequest, token: str) -> Call:
        call = _call(token, timezone.now())
        _count(call)
        organisation = _organisation_in(request)
        if organisation is not None and organisation != call.organisation.id:
            raise errors.nowhere()
        if call.organisation.asks_second_factor and not is_mfa_enabled(call.member.person):
            raise Problem(403, "second_factor_missing", errors.SECOND_FACTOR)
        if self.action is not None:
            check(call, self.action, self.wish)
        return call


def sees(action: Action) -> Bearer:
    return Bearer(action, Wish.SEE)


def changes(action: Action) -> Bearer:
    return Bearer(action, Wish.CHANGE)


def check(call: Call, action: Action, wish: Wish) -> None:
    """Raises where the role may not, or the token does not name it."""
    if not opens(Role(call.member.role), action, wish):
        raise Problem(403, "not_allowed", errors.NOT_ALLOWED)
    if not call.may(action, wish):
        raise Problem(403, "scope_missing", errors.NOT_NAMED, field=word_of(action, wish))


def word_of(action: Action, wish: Wish) -> str:
    return str(tokens.Scope(action, wish))


def call_of(request: HttpRequest, organisation: UUID | None = None) -> Call:
    """Who the door let in. What is done there is done in the organisation of the address."""
    found: Call = request.auth  # type: ignore[attr-defined] # put there by the door
    if organisation not in (None, found.organisation.id):
        raise errors.nowhere()
    return found


def _call(secret: str, at: datetime) -> Call:
    token = tokens.opened_by(secret, on=at.date())
    if token is None:
        raise Problem(401, "no_token", errors.NO_TOKEN)
    tokens.used(token, on=at.date())
    return Call(token, at)


def _organisation_in(request: HttpRequest) -> UUID | None:
    match = request.resolver_match
    named = match.kwargs.get("organisation") if match else None
    return UUID(str(named)) if named else None


def _count(call: Call) -> None:
    """So often in a minute, counted for all worker programs together."""
    minute = int(call.at.timestamp()) // WINDOW_SECONDS
    key = f"api-{call.token.id}-{minute}"
    times = 1
    if not cache.add(key, 1, timeout=2 * WINDOW_SECONDS):
        times = _raised(lambda: cache.incr(key))
    if times > settings.API_CALLS_A_MINUTE:
        problem = Problem(429, "too_often", errors.TOO_OFTEN)
        left = WINDOW_SECONDS - int(call.at.timestamp()) % WINDOW_SECONDS
        problem.headers["Retry-After"] = str(left)
        raise problem


def _raised(incr: Callable[[], Any]) -> int:
    try:
        return int(incr())
    except ValueError:  # it ran out between the two
        return 1
