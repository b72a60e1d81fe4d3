"""How is something asked to be worked out, changed, and answered?

The worker does what lies between; an answer is only kept where nobody changed the question
meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

from django.db import transaction

from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Member
from northing.foundations.people.refusals import CHANGED_MEANWHILE, NotAllowed, Refused
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Event
from northing.stages.decide.studies import store
from northing.stages.decide.studies.facts import Wanted
from northing.stages.decide.studies.models import Study
from northing.stages.decide.studies.rules.digest import digest_of, result_digest
from northing.stages.decide.studies.rules.refusals import SET_ASIDE

Kept = TypeVar("Kept", bound=Study)
_State = Study.State
_OPEN = (_State.WAITING, _State.RUNNING)


@dataclass(frozen=True, slots=True)
class Kind:
    """What is worked out: its door in the table of access, and its name in the trail."""

    action: Action
    name: str


def check(kind: Kind, by: Member) -> None:
    if not allows(Role(by.role), kind.action, Wish.CHANGE):
        raise NotAllowed


def make(
    model: type[Kept], kind: Kind, wanted: Wanted, *, by: Member, at: datetime,
    key: UUID | None = None,
) -> tuple[Kept, bool]:  # fmt: skip
    """A study that waits, and whether it is new: what is sent twice under one key is one."""
    check(kind, by)
    with transaction.atomic():
        type(by.organisation).objects.select_for_update().get(id=by.organisation_id)
        known = store.one_of(model, by.organisation, key) if key else None
        if known:
            return known, False
        taken = key is None or store.rows_of(model).filter(id=key).exists()
        row = model(
            id=uuid4() if taken else key, organisation_id=by.organisation_id, name=wanted.name,
            asked=dict(wanted.asked), seed=wanted.seed, digest=digest_of(wanted), made_at=at,
            made_by=by,
        )  # fmt: skip
        row.save(force_insert=True)
        tell_trail(kind, "asked for", row, by=by, at=at, digest=row.digest)
    return row, True


def amend(row: Study, kind: Kind, wanted: Wanted, *, by: Member, at: datetime, seen: int) -> None:
    """It is asked otherwise; the answer it had is gone, for it belonged to another question."""
    with transaction.atomic():
        held = hold(row, kind, by=by, seen=seen)
        held.name, held.asked = wanted.name, dict(wanted.asked)
        held.digest, held.seed, held.result = digest_of(wanted), wanted.seed, {}
        wait_again(held, "name", "asked", "digest", "seed", "result")
        tell_trail(kind, "changed", held, by=by, at=at, digest=held.digest)


def set_aside(row: Study, kind: Kind, *, by: Member, at: datetime, seen: int) -> None:
    """It stands at the end of the list; nothing of it is lost."""
    with transaction.atomic():
        held = hold(row, kind, by=by, seen=seen)
        held.set_aside_at, held.revision = at, held.revision + 1
        held.save(update_fields=["set_aside_at", "revision"])
        tell_trail(kind, "set aside", held, by=by, at=at)


def bring_back(row: Study, kind: Kind, *, by: Member, at: datetime, seen: int) -> None:
    with transaction.atomic():
        held = hold(row, kind, by=by, seen=seen, is_aside=True)
        held.set_aside_at, held.revision = None, held.revision + 1
        held.save(update_fields=["set_aside_at", "revision"])
        tell_trail(kind, "brought back", held, by=by, at=at)


def hold(row: Kept, kind: Kind, *, by: Member, seen: int, is_aside: bool = False) -> Kept:
    """The row for a change by somebody who may, and who has seen it as it stands."""
    check(kind, by)
    if row.organisation_id != by.organisation_id:
        raise NotAllowed
    held = store.held(type(row), row.id)
    if held.revision != seen:
        raise Refused(CHANGED_MEANWHILE)
    if (held.set_aside_at is not None) is not is_aside:
        raise Refused(CHANGED_MEANWHILE if is_aside else SET_ASIDE)
    return held


def wait_again(held: Study, *changed: str) -> None:
    """It is to be worked out anew, by whoever takes it up."""
    held.state, held.progress, held.reason, held.done_at = _State.WAITING, {}, "", None
    held.revision += 1
    held.save(update_fields=[*changed, "state", "progress", "reason", "done_at", "revision"])


def begin(row: Study) -> bool:
    """It runs; False where there is nothing to do any more."""
    rows = store.rows_of(type(row)).filter(id=row.id, revision=row.revision, state__in=_OPEN)
    return bool(rows.update(state=_State.RUNNING))


def tell(row: Study, progress: Mapping[str, Any]) -> None:
    """How far it is; of no consequence once it is over."""
    rows = store.rows_of(type(row)).filter(id=row.id, state=_State.RUNNING)
    rows.update(progress=dict(progress))


def finish(row: Study, kind: Kind, result: Mapping[str, Any], *, at: datetime) -> bool:
    """The answer, unless somebody asks otherwise meanwhile; whether it was kept."""
    with transaction.atomic():
        held = store.held(type(row), row.id)
        if held.revision != row.revision or held.state not in _OPEN:
            return False
        held.state, held.progress, held.done_at = _State.DONE, {}, at
        held.result, held.reason = dict(result), ""
        held.save(update_fields=["state", "progress", "done_at", "result", "reason"])
        tell_trail(kind, "worked out", held, at=at, digest=result_digest(held.result))
    return True


def fail(row: Study, kind: Kind, reason: str, *, at: datetime) -> None:
    """It came to nothing; `reason` is the sentence that people read."""
    with transaction.atomic():
        rows = store.rows_of(type(row)).filter(id=row.id, state__in=_OPEN)
        if rows.update(state=_State.FAILED, reason=reason, progress={}, done_at=at):
            tell_trail(kind, "not worked out", row, at=at)


def tell_trail(
    kind: Kind, verb: str, row: Study, *, at: datetime, by: Member | None = None, **details: str
) -> None:
    actor = by.person_id if by else None
    append(Event(row.organisation_id, f"{kind.name} {verb}", at, actor, row.id, details=details))
