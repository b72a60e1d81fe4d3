"""Which of the three ways in did people take, how far are they, and what stood at the end?

They ask one question after another, so they are walked on pages; programs read what came of them,
and ask for the same by priorities, budgets, readiness and approach.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import BaseModel

from northing.foundations.people.access import Action
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, sees
from northing.interfaces.api.errors import ERRORS
from northing.stages.decide.ways_in import store
from northing.stages.decide.ways_in.facts import Way
from northing.stages.decide.ways_in.models import WayIn as Row

router = Router(tags=["ways in"])
HERE = "/organisations/{uuid:organisation}/ways-in"
MOST = 200


class WayIn(BaseModel):
    """One walk along one way; finished, nothing of it is altered any more."""

    id: UUID
    way: Way
    made_at: datetime
    by: UUID | None
    finished_at: datetime | None
    revision: int


class WholeWay(WayIn):
    """The same with what was answered at each step and the page at the end, as it was made."""

    answers: dict[str, Any]
    result: dict[str, Any]


@router.get(HERE, response={200: list[WayIn], **ERRORS}, auth=sees(Action.BUDGETS))
def ways_in(request: HttpRequest, organisation: UUID) -> list[WayIn]:
    """The newest first, 200 at most."""
    rows = _open_to(call_of(request, organisation))
    return [WayIn(**_plain(one)) for one in rows[:MOST]]


@router.get(HERE + "/{uuid:walk}", response={200: WholeWay, **ERRORS}, auth=sees(Action.BUDGETS))
def way_in(request: HttpRequest, organisation: UUID, walk: UUID) -> WholeWay:
    """One of them, whole."""
    one = _open_to(call_of(request, organisation)).filter(id=walk).first()
    if one is None:
        raise errors.nowhere()
    return WholeWay(**_plain(one), answers=one.answers, result=one.result)


def _open_to(call: Call) -> Any:
    """A new chief's way tells of audits before they are issued: to whom those are open alone."""
    rows = store.walks(call.organisation)
    return rows if call.may(Action.AUDITS) else rows.exclude(way=Way.NEW_CHIEF)


def _plain(one: Row) -> dict[str, Any]:
    names = ("id", "way", "made_at", "finished_at", "revision")
    return {name: getattr(one, name) for name in names} | {"by": one.made_by_id}
