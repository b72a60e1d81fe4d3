"""How is something ended at once, with a way back on the next page?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from northing.foundations.people.models import Organisation
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.refusing import refusal_said
from northing.interfaces.web.visit import Visit

Row = TypeVar("Row")


class HasId(Protocol):
    id: UUID


def found_or_404(row: Row | None) -> Row:
    """What another organisation has is not there."""
    if row is None:
        raise Http404
    return row


def wanted(
    request: HttpRequest,
    find: Callable[[Organisation, UUID], Row | None],
    visit: Visit,
    name: str,
) -> Row | None:
    """The row that the address names after the question mark, where it is one of ours."""
    try:
        one = UUID(request.GET.get(name, ""))
    except ValueError:
        return None
    return find(visit.organisation, one)


def ended(request: HttpRequest, visit: Visit, page: str, row: HasId) -> HttpResponse:
    """Back to the page as it was asked for, which offers to undo it."""
    asked = request.GET.copy()
    asked["ended"] = str(row.id)
    return redirect(f"{reverse(page, args=[visit.organisation.id])}?{asked.urlencode()}")


def came_back(
    request: HttpRequest, visit: Visit, page: str, bring: Callable[[], None], said: str
) -> HttpResponse:
    """What was ended is there again, or the reason why it cannot be."""
    try:
        bring()
        messages.success(request, said)
    except Refused as error:
        messages.error(request, refusal_said(error))
    return redirect(page, visit.organisation.id)
