"""How are all records read, and whom does no report name?"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import BaseModel, Field, StringConstraints

from northing.foundations.people.access import Action, Wish
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.parts import NOT_BLANK, Currency, Revision, Sent
from northing.interfaces.worker.jobs import imports as jobs
from northing.stages.records.imports import actions, store
from northing.stages.records.imports.facts import Usage
from northing.stages.records.imports.rules.names import why_no_name

router = Router(tags=["records"])
HERE = "/organisations/{uuid:organisation}/reading"
Name = Annotated[str, StringConstraints(max_length=120, pattern=NOT_BLANK)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Za-z]{2,4})?$")]


class Reading(BaseModel):
    """What holds for all files unless it is said of one. `names` is null for who may only look:
    how many there are is told, and none of them. Revision 0: nobody said anything yet."""

    currency: str
    fiscal_year_starts: int | None
    language: str
    hides_members: bool
    count: int
    names: list[str] | None
    otherwise: int = Field(description="How many files were read when something else was said.")
    revision: int


class Said(Sent):
    """What is to hold, of the state you looked at."""

    currency: Currency = ""
    fiscal_year_starts: int | None = Field(default=None, ge=1, le=12, description="A month.")
    language: Language = "en"
    hides_members: bool = False
    names: list[Name] = Field(default=[], max_length=2_000)
    revision: Revision


class Begun(BaseModel):
    """How many files are read again."""

    files: int


@router.get(HERE, response={200: Reading, **ERRORS}, auth=sees(Action.RECORDS))
def reading(request: HttpRequest, organisation: UUID) -> Reading:
    """Currency, year, language, and the names that no report may say."""
    return _shown(call_of(request, organisation))


@router.put(HERE, response={200: Reading, **ERRORS}, auth=changes(Action.RECORDS))
def say_reading(request: HttpRequest, organisation: UUID, sent: Said) -> Reading:
    """The next audit goes by it; files are read again where that is asked for."""
    call = call_of(request, organisation)
    for place, name in enumerate(sent.names):
        if why_no_name(name.strip(), language=sent.language):
            raise errors.wrong(f"names.{place}", "This is no name of a person.", "Take it out.")
    usage = Usage(
        names=tuple(dict.fromkeys(name.strip() for name in sent.names)),
        hides_members=sent.hides_members,
        fiscal_year_starts=sent.fiscal_year_starts,
        currency=sent.currency,
        language=sent.language,
    )
    actions.say_usage(usage, by=call.member, at=call.at, seen=sent.revision)
    return _shown(call)


@router.post(HERE + "/again", response={202: Begun, **ERRORS}, auth=changes(Action.RECORDS))
def read_again(request: HttpRequest, organisation: UUID) -> Status[Begun]:
    """The files that were read when something else was said are read by what is said now."""
    call = call_of(request, organisation)
    return Status(202, Begun(files=jobs.read_again(by=call.member, at=call.at)))


def _shown(call: Call) -> Reading:
    usage, revision = store.usage(call.organisation)
    may_read = call.may(Action.RECORDS, Wish.CHANGE)
    return Reading(
        currency=usage.currency,
        fiscal_year_starts=usage.fiscal_year_starts,
        language=usage.language,
        hides_members=usage.hides_members,
        count=len(usage.names),
        names=list(usage.names) if may_read else None,
        otherwise=len(store.read_otherwise(call.organisation)),
        revision=revision,
    )
