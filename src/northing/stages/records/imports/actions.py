"""How is a file handed in, told how to be read, undone and read again?

What people do is checked against the table of access; what the jobs of the worker tell of a file
(`looked`, `done`, `refused`) is not, for nobody asks for it but they.
"""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Member, Organisation
from northing.foundations.people.refusals import CHANGED_MEANWHILE, NotAllowed, Refused
from northing.foundations.sources.shelf import Kept, free_path, safe_name
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Event
from northing.stages.records.imports import store
from northing.stages.records.imports.facts import Usage
from northing.stages.records.imports.models import Import, Mapping, StoredUsage

HERE_ALREADY = "file is here already"
RESERVED = ("northing.toml", "corrections.csv", "typed", "verification")
"""Names that a written case keeps for itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn:
    """A file on the shelf. `path` is its place in the case, where it is known; `is_again` says
    that these very bytes are to be read once more, for another channel."""

    id: UUID
    name: str
    kept: Kept
    path: str | None = None
    received_on: date | None = None
    is_again: bool = False
    plan: Table[str, Any] = field(default_factory=dict)


def hand_in(file: HandedIn, *, by: Member, at: datetime) -> Import:
    """The file is looked at next. Handed in twice under one id, it is one import."""
    _check_may(by)
    with transaction.atomic():
        organisation = Organisation.objects.select_for_update().get(id=by.organisation_id)
        known = store.one_import(organisation, file.id)
        if known:
            return known
        if not file.is_again and store.same_bytes(organisation, file.kept.sha256):
            raise Refused(HERE_ALREADY)
        return _made(organisation, file, by, at)


def _made(organisation: Organisation, file: HandedIn, by: Member, at: datetime) -> Import:
    taken = [*store.paths(organisation), *RESERVED]
    one = Import.objects.create(
        id=file.id,
        organisation=organisation,
        name=safe_name(file.name),
        path=free_path(file.path or safe_name(file.name), taken),
        sha256=file.kept.sha256,
        bytes=file.kept.bytes,
        plan=dict(file.plan),
        state=Import.State.LOOKING,
        received_on=file.received_on or at.date(),
        made_at=at,
        made_by=by,
    )
    _tell(one, "file handed in", by, at, sha256=one.sha256, bytes=one.bytes)
    return one


def say_how(one: Import, plan: Table[str, Any], *, by: Member, at: datetime, seen: int) -> None:
    """A person says how the file is to be read; a job makes its rows records.

    `plan` is a `[[source]]` of a case. Of two who say it at once, the second is told.
    """
    _check_may(by)
    channel = str(plan["channel"])
    with transaction.atomic():
        _move(one, Import.State.READY, Import.State.READING, seen, plan=dict(plan), channel=channel)
        _remember(one, at)
        _tell(one, "import begun", by, at, channel=channel)


def undo(one: Import, *, by: Member, at: datetime, seen: int) -> None:
    """None of its records count any longer; the file and its plan stay, and so does the trail.

    The rows themselves are removed by a job, piece by piece (`clear`).
    """
    _check_may(by)
    with transaction.atomic():
        _move(one, Import.State.DONE, Import.State.UNDONE, seen, progress={})
        _tell(one, "import undone", by, at, channel=one.channel)


def redo(one: Import, *, by: Member, at: datetime, seen: int) -> None:
    """What was undone is read again, by the same plan."""
    _check_may(by)
    with transaction.atomic():
        _move(one, Import.State.UNDONE, Import.State.READING, seen, progress={}, account={})
        _tell(one, "import begun", by, at, channel=one.channel)


def read_again(*, by: Member, at: datetime) -> list[Import]:
    """All files that were read when something else was said of them are read by what is said now.

    Their lines keep their names, and with these what people said of them. Asked twice, each file
    is read once: what is being read is no longer among them.
    """
    _check_may(by)
    with transaction.atomic():
        organisation = Organisation.objects.select_for_update().get(id=by.organisation_id)
        found = store.read_otherwise(organisation)
        for one in found:
            _move(one, Import.State.DONE, Import.State.READING, one.revision, progress={})
            _tell(one, "import begun", by, at, channel=one.channel)
    return found


def say_anew(one: Import, *, by: Member, at: datetime, seen: int) -> None:
    """What was undone or refused while it was read goes back to the question how to read it."""
    _check_may(by)
    if not one.account.get("rows"):
        raise Refused(CHANGED_MEANWHILE)
    with transaction.atomic():
        _move(one, one.state, Import.State.READY, seen, progress={}, reason="")
        _tell(one, "import reopened", by, at, channel=one.channel)


def say_usage(usage: Usage, *, by: Member, at: datetime, seen: int) -> None:
    """How the records of all files are read from now on, and whom no report names.

    What is said already is not said again. Of names the trail learns how many there are.
    """
    _check_may(by)
    with transaction.atomic():
        organisation = Organisation.objects.select_for_update().get(id=by.organisation_id)
        held, revision = store.usage(organisation)
        if revision and held == usage:
            return
        if revision != seen:
            raise Refused(CHANGED_MEANWHILE)
        said = asdict(usage)
        StoredUsage.objects.update_or_create(
            organisation=organisation, defaults=said | {"revision": seen + 1, "said_at": at}
        )
        details = said | {"names": len(usage.names)}
        append(Event(organisation.id, "usage said", at, by.person_id, details=details))


def looked(one: Import, account: Table[str, Any], plan: Table[str, Any]) -> None:
    """The look is over: a person can say how the file is to be read."""
    rows = Import.objects.filter(id=one.id, state=Import.State.LOOKING)
    rows.update(state=Import.State.READY, account=dict(account), plan=dict(plan), progress={})


def far(one: Import, progress: Table[str, Any]) -> None:
    """How far a job is; whoever waits reads it."""
    Import.objects.filter(id=one.id).update(progress=dict(progress))


def done(one: Import, account: Table[str, Any], *, at: datetime) -> None:
    """All records are there, and count from now on."""
    with transaction.atomic():
        rows = Import.objects.filter(id=one.id, state=Import.State.READING)
        after = {"state": Import.State.DONE, "account": dict(account), "progress": {}}
        if rows.update(**after, done_at=at, revision=F("revision") + 1):
            _tell(one, "import done", None, at, records=int(account["records"]))


def refuse(one: Import, reason: str, *, at: datetime) -> None:
    """It cannot be read; `reason` is the sentence people are shown."""
    waiting = (Import.State.LOOKING, Import.State.READING)
    with transaction.atomic():
        rows = Import.objects.filter(id=one.id, state__in=waiting)
        after = {"state": Import.State.REFUSED, "reason": reason, "progress": {}}
        if rows.update(**after, done_at=at, revision=F("revision") + 1):
            _tell(one, "import refused", None, at)


def _move(one: Import, before: str, after: str, seen: int, **but: object) -> None:
    rows = Import.objects.filter(id=one.id, state=before, revision=seen)
    if not rows.update(state=after, revision=seen + 1, **but):
        raise Refused(CHANGED_MEANWHILE)


def _remember(one: Import, at: datetime) -> None:
    """How files of this shape are read, for the next of them."""
    one.refresh_from_db()
    shape = str(one.account.get("shape") or "")
    if shape:
        Mapping.objects.update_or_create(
            organisation_id=one.organisation_id,
            shape=shape,
            defaults={
                "name": one.name,
                "channel": one.channel,
                "plan": one.plan,
                "used_at": at,
            },
        )


def _check_may(by: Member) -> None:
    if not allows(Role(by.role), Action.RECORDS, Wish.CHANGE):
        raise NotAllowed


def _tell(one: Import, verb: str, by: Member | None, at: datetime, **details: str | int) -> None:
    actor = by.person_id if by else None
    append(Event(one.organisation_id, verb, at, actor, one.id, details=dict(details)))
