"""How does a program hand in a file, say how it is read, and learn what became of it?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

from django.http import FileResponse, HttpRequest
from ninja import Router, Status, UploadedFile
from ninja.params.functions import File, Query
from pydantic import BaseModel, ValidationError

from northing.case_file import OrganisationPart, SourcePart, UnreadableCase, plan_of
from northing.foundations.people.access import Action
from northing.foundations.people.refusals import Refused
from northing.foundations.sources.locating import LARGEST_FILE
from northing.foundations.sources.opened import UnreadableSource
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS, Problem
from northing.interfaces.api.parts import IdempotencyKey, Seen, Table, documented, ticket_of
from northing.interfaces.worker.jobs import imports as jobs
from northing.interfaces.worker.taking import shelf
from northing.stages.records.imports import actions, store
from northing.stages.records.imports.actions import HandedIn
from northing.stages.records.imports.models import Import as Row

router = Router(tags=["imports"])
HERE = "/organisations/{uuid:organisation}/imports"
Shape = TypeVar("Shape", bound=BaseModel)
NOBODY = OrganisationPart(name="-")
BYTES = documented("application/octet-stream")


class Import(BaseModel):
    """One file, and what became of it. `path` is what evidence calls it."""

    id: UUID
    name: str
    path: str
    channel: str
    state: str
    reason: str
    sha256: str
    bytes: int
    received_on: date
    made_at: datetime
    done_at: datetime | None
    revision: int


class Account(Import):
    """The same with how it is read, what that gave or would give, and how far a job is."""

    plan: dict[str, Any]
    account: dict[str, Any]
    progress: dict[str, Any]


class How(Seen):
    """How the file is to be read: a `[[source]]` of a case, without its path."""

    plan: Table


@router.get(HERE, response={200: list[Import], **ERRORS}, auth=sees(Action.RECORDS))
def imports(
    request: HttpRequest, organisation: UUID, size: int = Query(200, ge=1, le=500)
) -> list[Import]:
    """The newest first."""
    rows = store.imports(call_of(request, organisation).organisation, most=size)
    return [_shown(one, Import) for one in rows]


@router.post(HERE, response={201: Account, **ERRORS}, auth=changes(Action.RECORDS))
def hand_in(
    request: HttpRequest,
    organisation: UUID,
    idempotency_key: IdempotencyKey,
    file: UploadedFile = File(..., description="CSV, Excel, Word, PDF, Markdown, text, …"),
) -> Status[Account]:
    """The file is looked at next. The same key and file again are the same import; the same bytes
    without the key, 409."""
    call = call_of(request, organisation)
    ticket = ticket_of(request, call, idempotency_key)
    known = store.one_import(call.organisation, ticket) if ticket else None
    if known and known.sha256 != _digest(file):
        raise Problem(409, "key_used", errors.OTHER_BYTES, field="Idempotency-Key")
    return Status(201, _shown(known or _handed_in(call, file, ticket or uuid4()), Account))


@router.get(HERE + "/{uuid:file}", response={200: Account, **ERRORS}, auth=sees(Action.RECORDS))
def one_import(request: HttpRequest, organisation: UUID, file: UUID) -> Account:
    """One file with its account."""
    return _shown(_row(call_of(request, organisation), file), Account)


@router.post(
    HERE + "/{uuid:file}/plan", response={200: Account, **ERRORS}, auth=changes(Action.RECORDS)
)
def say_how(request: HttpRequest, organisation: UUID, file: UUID, sent: How) -> Account:
    """Its rows become records, read as the plan says. It has to be `ready`, else 409."""
    call = call_of(request, organisation)
    one = _row(call, file)
    plan = _plan(one, sent.plan)
    jobs.say_how(one, plan, by=call.member, at=call.at, seen=sent.revision)
    return _shown(_row(call, file), Account)


@router.post(
    HERE + "/{uuid:file}/undo", response={200: Account, **ERRORS}, auth=changes(Action.RECORDS)
)
def undo_import(request: HttpRequest, organisation: UUID, file: UUID, sent: Seen) -> Account:
    """None of its records count any longer. It has to be `done`, else 409."""
    return _turned(call_of(request, organisation), file, sent, jobs.undo)


@router.post(
    HERE + "/{uuid:file}/redo", response={200: Account, **ERRORS}, auth=changes(Action.RECORDS)
)
def redo_import(request: HttpRequest, organisation: UUID, file: UUID, sent: Seen) -> Account:
    """What was undone is read again, by the same plan. It has to be `undone`, else 409."""
    return _turned(call_of(request, organisation), file, sent, jobs.redo)


@router.post(
    HERE + "/{uuid:file}/reopen", response={200: Account, **ERRORS}, auth=changes(Action.RECORDS)
)
def reopen_import(request: HttpRequest, organisation: UUID, file: UUID, sent: Seen) -> Account:
    """What was undone or refused goes back to the question how to read it: `plan` answers it."""
    return _turned(call_of(request, organisation), file, sent, actions.say_anew)


@router.get(
    HERE + "/{uuid:file}/bytes",
    response=ERRORS,
    auth=sees(Action.RECORDS),
    openapi_extra=BYTES,
)
def import_bytes(request: HttpRequest, organisation: UUID, file: UUID) -> FileResponse:
    """The very bytes that were handed in."""
    call = call_of(request, organisation)
    one = _row(call, file)
    place = shelf().place(call.organisation.id, one.id)
    if not place.is_file():
        raise errors.nowhere()
    kind = "application/octet-stream"
    return FileResponse(place.open("rb"), as_attachment=True, filename=one.name, content_type=kind)


def _handed_in(call: Call, file: UploadedFile, key: UUID) -> Row:
    organisation = call.organisation.id
    try:
        kept = shelf().keep(organisation, key, _pieces(file), largest=LARGEST_FILE)
    except UnreadableSource as error:
        raise Problem(413, "too_large", (error.reason, error.remedy), field="file") from error
    handed = HandedIn(id=key, name=file.name or "", kept=kept)
    try:
        return jobs.hand_in(handed, by=call.member, at=call.at)
    except Refused:
        shelf().remove(organisation, key)
        raise


def _pieces(file: UploadedFile) -> Iterator[bytes]:
    """All of it; a file of nothing is a slip."""
    if not file.size:
        raise errors.wrong("file", "The file is empty.", "Check that it is the right one.")
    file.seek(0)
    yield from file.chunks()


def _digest(file: UploadedFile) -> str:
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    return digest.hexdigest()


def _turned(call: Call, file: UUID, sent: Seen, turn: Callable[..., None]) -> Account:
    turn(_row(call, file), by=call.member, at=call.at, seen=sent.revision)
    return _shown(_row(call, file), Account)


def _row(call: Call, wanted: UUID) -> Row:
    found = store.one_import(call.organisation, wanted)
    if found is None:
        raise errors.nowhere()
    return found


def _plan(one: Row, said: dict[str, Any]) -> dict[str, Any]:
    """A `[[source]]` that a case would take. Its path is the file's own, whatever was sent."""
    whole = said | {"path": one.path}
    try:
        part = SourcePart.model_validate(whole)
        plan_of(0, part, NOBODY)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(["plan", *(str(name) for name in first["loc"])])
        raise errors.wrong(place, str(first["msg"]).removeprefix("Value error, ")) from error
    except UnreadableCase as error:
        raise errors.wrong("plan.date", str(error)) from error
    return {**whole, "channel": str(part.channel)}


def _shown(row: Row, shape: type[Shape]) -> Shape:
    return shape(**{name: getattr(row, name) for name in shape.model_fields})
