"""How does an archive become an organisation of this installation: all of it, or nothing?

Ids are kept where they are free here. Where one is taken, as when the organisation is here
already, every row gets a new one; the trail, whose digests bind the old ids, then stands beside
the new one as a file that verifies. Nobody can sign in by an archive: each membership waits until
the bearer of its address accepts an invitation.
"""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import Model

from northing.foundations.people.invitations import invite_owner
from northing.foundations.people.models import IMPORTED, Organisation, Person
from northing.foundations.trail import actions as trail
from northing.foundations.trail.facts import Event
from northing.foundations.trail.models import SealedValue
from northing.foundations.trail.rules.chain import seal
from northing.interfaces.web.carrying import facts, tables
from northing.interfaces.web.carrying.checking import Archive, damaged
from northing.interfaces.web.carrying.placing import Ids, ids_for, some_at_once, unpack
from northing.interfaces.web.keeping.facts import NOT_WRITTEN, Refusal, unwritable
from northing.stages.diagnose.models import StoredAudit, StoredSample
from northing.stages.records.models import Import

SPARE_BYTES = 64 << 20
BROKEN_OFF = "The organisation was taken along while this was under way. Ask for it again."
UNDER_WAY: dict[type[Model], tuple[frozenset[str], str]] = {
    Import: (frozenset({"looking", "reading"}), "refused"),
    StoredAudit: (frozenset({"waiting", "running"}), "failed"),
    StoredSample: (frozenset({"planning", "drawing"}), "failed"),
}
"""What no job here will end, and the state it comes in with instead."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of it. `token` is that of the link by which the owner comes in."""

    organisation: Organisation
    is_new: bool
    token: str
    people: int


def take_in(archive: Archive, *, owner: str, at: datetime) -> TakenIn:
    """The whole organisation, with an invitation for its owner. Raises Refusal; then none is."""
    ids = ids_for(archive)
    folder = Path(settings.HOME) / "organisations" / str(ids.organisation)
    _check_room(archive, folder)
    with _all_or_nothing(folder), transaction.atomic():
        _tell_installation(ids, at)
        _take_people(archive, ids, at)
        for model in tables.carried():
            _take_rows(archive, model, ids)
        _take_trail(archive, ids)
        _issue_again(archive, ids)
        organisation = Organisation.objects.get(id=ids.organisation)
        _say_so(archive, ids, at)
        token = invite_owner(organisation, owner, at=at)
        unpack(archive, ids, folder)
    return TakenIn(organisation, ids.is_new, token, len(archive.ids[Person]))


def _check_room(archive: Archive, folder: Path) -> None:
    needed = sum(one.bytes for one in archive.manifest.parts) * 2 + SPARE_BYTES
    free = shutil.disk_usage(settings.HOME).free
    if folder.exists():
        raise Refusal(f"{folder} is in the way. Move it aside; nothing was changed.", NOT_WRITTEN)
    if free < needed:
        raise Refusal(
            f"{settings.HOME} has {free >> 20:,} MB free, and {needed >> 20:,} MB are needed. Make "
            "room there; nothing was changed.",
            NOT_WRITTEN,
        )


@contextmanager
def _all_or_nothing(folder: Path) -> Iterator[None]:
    """What broke off leaves no file; its rows were never there."""
    try:
        yield
    except BaseException as error:
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, DatabaseError):
            raise damaged(f"the database refuses a row ({str(error).splitlines()[0]})") from error
        if isinstance(error, OSError):
            raise unwritable(error.filename or folder, error) from error
        raise


def _tell_installation(ids: Ids, at: datetime) -> None:
    trail.append(Event(trail.INSTALLATION, "organisation taken in", at, None, ids.organisation))


def _take_people(archive: Archive, ids: Ids, at: datetime) -> None:
    """Accounts that open nothing: they keep the names until who bears them comes."""
    told = (one for _number, one in archive.objects(facts.PEOPLE))
    for some in some_at_once(told):
        Person.objects.bulk_create([_person(one, ids, at) for one in some])


def _person(told: dict[str, Any], ids: Ids, at: datetime) -> Person:
    id_ = ids.people[UUID(told["id"])]
    name, email = str(told.get("name", ""))[:120], str(told.get("email", ""))[:254].lower()
    one = Person(
        id=id_,
        email=f"{id_}{IMPORTED}",
        name=name,
        awaits="" if email.endswith(".invalid") else email,
        is_active=False,
        made_at=at,
    )
    one.set_unusable_password()
    return one


def _take_rows(archive: Archive, model: type[Model], ids: Ids) -> None:
    for some in some_at_once(archive.rows(model)):
        rows = [model(**_at_rest(model, ids.row(model, row))) for row in some]
        tables.rows_of(model).bulk_create(rows)


def _at_rest(model: type[Model], row: dict[str, Any]) -> dict[str, Any]:
    """What was under way is not, over here; what is issued is so once its findings are there."""
    states, instead = UNDER_WAY.get(model, (frozenset(), ""))
    if row.get("state") in states:
        row |= {"state": instead, "reason": BROKEN_OFF, "progress": {}}
    return row | {"issued_at": None} if model is StoredAudit else row


def _issue_again(archive: Archive, ids: Ids) -> None:
    for row in archive.rows(StoredAudit):
        if row["issued_at"]:
            StoredAudit.objects.filter(id=ids.of(row["id"])).update(issued_at=row["issued_at"])


def _take_trail(archive: Archive, ids: Ids) -> None:
    if not ids.is_new:
        trail.take_over(archive.manifest.organisation, archive.entries())
    for some in some_at_once(archive.objects(facts.SEALED)):
        rows = [_sealed(number, told) for number, told in some]
        SealedValue.objects.bulk_create(rows, ignore_conflicts=True)


def _sealed(number: int, told: dict[str, Any]) -> SealedValue:
    try:
        salt, value = base64.b64decode(told["salt"], validate=True), str(told["value"])
        digest, person = seal(value, salt=salt), UUID(told["person"])
        is_so = digest == told["digest"]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(f"{facts.SEALED}, line {number} cannot be read") from error
    if not is_so:
        raise damaged(f"{facts.SEALED}, line {number} is not what was sealed")
    return SealedValue(digest=digest, person=person, salt=salt, value=value)


def _say_so(archive: Archive, ids: Ids, at: datetime) -> None:
    told = archive.manifest
    details: dict[str, str | int | bool | None] = {
        "of": str(told.organisation),
        "made at": told.made_at,
        "entries": told.sequence,
        "digest": told.digest,
    }
    event = Event(
        ids.organisation, "organisation taken in", at, None, ids.organisation, details=details
    )
    trail.append(event)
