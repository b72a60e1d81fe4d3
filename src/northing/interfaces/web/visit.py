"""Who stands before this page, in which organisation, and what may they do there?

An organisation somebody does not belong to is not there for them: 404, as for one that never
was. Within one's own organisation a door the table of access keeps shut says so: 403. An
organisation that asks for a second factor shows nothing of itself to who has none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from northing.foundations.people import store
from northing.foundations.people.access import Action, Role, Wish, opens
from northing.foundations.people.models import Member, Organisation, Person
from northing.foundations.people.refusals import NotAllowed
from northing.interfaces.web.changing import looking_at

Rest = ParamSpec("Rest")
SAFE = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class Visit:
    """One request of one member."""

    member: Member
    at: datetime

    @property
    def organisation(self) -> Organisation:
        return self.member.organisation

    def may(self, action: Action, wish: Wish) -> bool:
        return opens(Role(self.member.role), action, wish)


View = Callable[Concatenate[HttpRequest, Visit, Rest], HttpResponseBase]


def within(
    action: Action, *, get: Wish = Wish.SEE, post: Wish = Wish.CHANGE
) -> Callable[[View[Rest]], Callable[..., HttpResponseBase]]:
    """The page belongs to an organisation; the table decides with `action` and the method's wish.

    The answer to the outer door only: what concerns single rows, the actions check again.
    """

    def door(view: View[Rest]) -> Callable[..., HttpResponseBase]:
        @login_required
        @wraps(view)
        def guarded(
            request: HttpRequest, organisation: UUID, *passed: Rest.args, **rest: Rest.kwargs
        ) -> HttpResponseBase:
            at = timezone.now()
            member = store.member_of(person_of(request), organisation, on=at.date())
            if member is None:
                raise Http404
            visit = Visit(member, at)
            if visit.organisation.asks_second_factor and not is_mfa_enabled(member.person):
                return render(request, "web/second_factor_first.html", {"visit": visit}, status=403)
            if not visit.may(action, get if request.method in SAFE else post):
                raise PermissionDenied
            try:
                with looking_at(member, rest):
                    return view(request, visit, *passed, **rest)
            except NotAllowed as error:
                raise PermissionDenied from error

        guarded.access = (action, get, post)  # type: ignore[attr-defined] # what the tests go by
        return guarded

    return door


def person_of(request: HttpRequest) -> Person:
    """Who is signed in; asked for behind `login_required` alone."""
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user


def show(
    request: HttpRequest, visit: Visit, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page of the organisation, with the doors this member finds open."""
    doors = {action.name: visit.may(action, Wish.SEE) for action in Action}
    changes = {action.name: visit.may(action, Wish.CHANGE) for action in Action}
    company = {
        "visit": visit,
        "sees": doors,
        "changes": changes,
        "organisation": visit.organisation,
    }
    return render(request, template, company | context, status=status)
