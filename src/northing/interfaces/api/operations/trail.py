"""Who did what here, and when?"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from ninja.params.functions import Query
from pydantic import BaseModel

from northing.foundations.people.access import Action
from northing.foundations.trail import store
from northing.foundations.trail.facts import Entry as Fact
from northing.interfaces.api.door import call_of, sees
from northing.interfaces.api.errors import ERRORS

router = Router(tags=["trail"])
LAST = 2**63 - 1


class Entry(BaseModel):
    """One event in its place. Ids are opaque; personal values are sealed and stay so here."""

    sequence: int
    at: datetime
    verb: str
    actor: UUID | None
    subject: UUID | None
    grounds: str
    details: dict[str, Any]
    sealed: dict[str, str]
    previous: str
    digest: str


class Trail(BaseModel):
    """Some entries, the newest first; `next` is the `before` of the following page."""

    entries: list[Entry]
    next: int | None


@router.get(
    "/organisations/{uuid:organisation}/trail",
    response={200: Trail, **ERRORS},
    auth=sees(Action.TRAIL),
)
def trail(
    request: HttpRequest,
    organisation: UUID,
    before: int | None = Query(None, ge=1, le=LAST, description="Entries before this place."),
    size: int = Query(50, ge=1, le=500),
) -> Trail:
    """The trail of the organisation, the newest entry first."""
    found = store.page(call_of(request, organisation).organisation.id, before=before, size=size + 1)
    shown = found[:size]
    older = shown[-1].sequence if len(found) > size else None
    return Trail(entries=[_entry(one) for one in shown], next=older)


def _entry(one: Fact) -> Entry:
    event = one.event
    return Entry(
        sequence=one.sequence,
        at=event.at,
        verb=event.verb,
        actor=event.actor,
        subject=event.subject,
        grounds=event.grounds,
        details=dict(event.details),
        sealed=dict(event.sealed),
        previous=one.previous,
        digest=one.digest,
    )
