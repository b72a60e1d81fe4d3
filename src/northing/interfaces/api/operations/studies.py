"""What do the operations of priorities and of budgets share?

What is asked has the shape of the file that the command line reads, with every row in it. It is
worked out beside the request: ask again until `state` is `done` or `failed`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

from northing.interfaces.api import errors
from northing.interfaces.api.door import Call
from northing.interfaces.api.parts import Revision, Seen, Sent, Table
from northing.interfaces.worker import planning
from northing.stages.decide.priorities.intake.written import UnreadableFile
from northing.stages.decide.studies import actions, store
from northing.stages.decide.studies.actions import Kind
from northing.stages.decide.studies.facts import Wanted
from northing.stages.decide.studies.models import Study

MOST = 200


class PlanRow(BaseModel):
    """One study in a list."""

    id: UUID
    name: str
    state: str
    digest: str
    seed: int
    made_at: datetime
    done_at: datetime | None
    set_aside_at: datetime | None
    revision: int


class Question(Sent):
    """A file as the command line reads it, as JSON; all rows stand in it."""

    content: Table
    seed: int = Field(default=0, ge=0, le=2**31 - 1)


class QuestionAgain(Question):
    """The same, of the state you looked at."""

    revision: Revision


class PutAside(Seen):
    """Set aside, or back in the list."""

    is_aside: bool


def turned(row: Study, kind: Kind, call: Call, sent: PutAside) -> None:
    turn = actions.set_aside if sent.is_aside else actions.bring_back
    turn(row, kind, by=call.member, at=call.at, seen=sent.revision)


def wanted_in(read: Callable[..., Any], sent: Question) -> Wanted:
    try:
        return planning.wanted_in(read, sent.content, "content", seed=sent.seed)
    except UnreadableFile as error:
        raise errors.wrong("content", error.complaints[0]) from None


def row_of(model: type[Any], call: Call, wanted: UUID) -> Any:
    found = store.one_of(model, call.organisation, wanted)
    if found is None:
        raise errors.nowhere()
    return found


def plain(row: Study) -> dict[str, Any]:
    return {name: getattr(row, name) for name in PlanRow.model_fields}


def whole(row: Study) -> dict[str, Any]:
    return {"asked": row.asked, "result": row.result, "reason": row.reason}
