"""How does a file that was handed in become records, outside of the request?

Rows come in small transactions, so that nobody else waits for a large file; none of them counts
before the last one says that the import is done. A job begun again takes away first what the one
before it left, so the effect is there once, whichever worker dies where.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from time import monotonic
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from northing.foundations.people.models import Member
from northing.interfaces.worker.queue import Beat, Unable, job
from northing.interfaces.worker.taking import Unreadable, looked_at, taken_from
from northing.stages.clarify.commitments import store as commitments
from northing.stages.records.imports import actions, loading, store
from northing.stages.records.imports.actions import HandedIn
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger.rules.stored import Cell

A_CHUNK = 5_000
TOLD_SECONDS = 1.0
OF_ONE_FILE = ("path", "date", "received", "expected")
NO_RECORDS = gettext_noop(
    "No row of the file became a record. Look at what was refused and left out, and say again how "
    "the file is to be read."
)


def hand_in(file: HandedIn, *, by: Member, at: datetime) -> Import:
    """The file, and the job that looks at it, in one transaction."""
    with transaction.atomic():
        one = actions.hand_in(file, by=by, at=at)
        if one.made_at == at and one.state == Import.State.LOOKING:
            look_at.enqueue(str(one.id))
    return one


def say_how(one: Import, plan: Mapping[str, Any], *, by: Member, at: datetime, seen: int) -> None:
    with transaction.atomic():
        actions.say_how(one, plan, by=by, at=at, seen=seen)
        read_import.enqueue(str(one.id))


def undo(one: Import, *, by: Member, at: datetime, seen: int) -> None:
    with transaction.atomic():
        actions.undo(one, by=by, at=at, seen=seen)
        clear_import.enqueue(str(one.id))


def redo(one: Import, *, by: Member, at: datetime, seen: int) -> None:
    with transaction.atomic():
        actions.redo(one, by=by, at=at, seen=seen)
        read_import.enqueue(str(one.id))


def read_again(*, by: Member, at: datetime) -> int:
    """A job for each file that was read otherwise; how many there are."""
    with transaction.atomic():
        found = actions.read_again(by=by, at=at)
        for one in found:
            read_import.enqueue(str(one.id))
    return len(found)


def known_to(one: Import) -> frozenset[str]:
    """The promises that a column of tags may name."""
    return frozenset(row.key for row in commitments.commitments(one.organisation))


def give_up(file: str, sentence: str) -> None:
    """Whoever waits is told why; what was read so far is taken away."""
    one = _import(file)
    if one:
        actions.refuse(one, sentence, at=timezone.now())
        clear_import.enqueue(file)


@job(failed=give_up)
def look_at(beat: Beat, file: str) -> None:
    """Find out what is in the file, so that a person can say how it is to be read."""
    one = _import(file)
    if one is None or one.state != Import.State.LOOKING:
        return
    try:
        account, plan = looked_at(one, one.plan, known_to(one)), dict(one.plan)
        if not plan:
            account, plan = _as_last_time(one, account)
    except Unreadable as error:
        raise Unable(str(error)) from error
    with transaction.atomic():
        beat.guard()
        actions.looked(one, account, plan | {"path": one.path})
        beat.finish()


@job(failed=give_up)
def read_import(beat: Beat, file: str) -> None:
    """Make the rows of the file records, as a person said how."""
    one = _import(file)
    if one is None or one.state != Import.State.READING:
        return
    _clear(beat, one)
    said = {"received": one.received_on.isoformat(), **one.plan}
    try:
        with loading.many_at_once():
            account = taken_from(one, said, known_to(one), put=_Store(beat, one), beat=beat)
    except Unreadable as error:
        raise Unable(str(error)) from error
    _done(beat, one, account)


@job
def clear_import(beat: Beat, file: str) -> None:
    """Remove the rows of an import that does not count."""
    one = _import(file)
    if one:
        _clear(beat, one, but=Import.State.READING)


def _as_last_time(one: Import, account: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A file of the same shape is looked at as the last of them was read, where that still fits.

    What was said of that one file alone - its day, what was expected of it - is not said of this.
    """
    last = store.last_mapping(one.organisation, str(account["shape"]))
    if last is None:
        return account, {}
    plan = {key: value for key, value in last.plan.items() if key not in OF_ONE_FILE}
    try:
        return looked_at(one, plan, known_to(one)) | {"as_last_time": last.name}, plan
    except Unreadable:
        return account, {}


def _done(beat: Beat, one: Import, account: Mapping[str, Any]) -> None:
    if not account["records"]:
        raise Unable(NO_RECORDS)
    loading.count_anew()
    with transaction.atomic():
        beat.guard()
        actions.done(one, account, at=timezone.now())
        beat.finish()


def _clear(beat: Beat, one: Import, *, but: str = Import.State.DONE) -> None:
    """Piece by piece, and only while it does not count: it may be read again meanwhile."""
    kept = (Import.State.DONE, but)
    left = A_CHUNK
    while left:
        beat()
        with transaction.atomic():
            beat.guard()
            held = Import.objects.select_for_update().get(id=one.id)
            left = 0 if held.state in kept else loading.clear(held, most=A_CHUNK)


class _Store:
    """Puts records in while the reader reads on, and tells people how far that is, since when."""

    def __init__(self, beat: Beat, one: Import) -> None:
        self.beat, self.one, self.began, self.told_at = beat, one, timezone.now(), 0.0

    def __call__(self, some: list[list[Cell]], told: Mapping[str, Any]) -> None:
        self.beat()
        if not some and monotonic() - self.told_at < TOLD_SECONDS:
            return
        self.told_at = monotonic()
        far = {"step": "reading", "done": told.get("rows", 0), "of": told.get("of", 0)}
        with transaction.atomic():
            self.beat.guard()
            loading.put_in(self.one, some)
            actions.far(self.one, far | {"began": self.began.isoformat()})


def _import(file: str) -> Import | None:
    return Import.objects.filter(id=UUID(file)).select_related("organisation").first()
