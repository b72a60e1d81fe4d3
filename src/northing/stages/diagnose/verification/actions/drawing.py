"""How does a sample come to be, and how does it end?

A person asks, a job plans; a person says how many, a job draws; people answer, somebody closes.
The seed is nobody's choice: it counts the samples asked of one audit, so that nobody can draw
until the pairs please.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from northing.foundations.people import refusals as people
from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Member, Organisation
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Detail, Event
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.actions.sealing import seal
from northing.stages.diagnose.verification.facts import CODERS
from northing.stages.diagnose.verification.models import StoredQuestion, StoredSample
from northing.stages.diagnose.verification.rules.refusals import NO_SUCH_SIZE, SAMPLE_NOT_OPEN

MOST = 2_000
_State = StoredSample.State
_WAITING = (_State.PLANNING, _State.PLANNED, _State.DRAWING)


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many pairs, for so many coders."""

    size: int
    coders: int


def may_answer(member: Member, organisation: UUID) -> bool:
    """Whether the table lets this member draw, answer and close here."""
    is_own = member.organisation_id == organisation
    return is_own and allows(Role(member.role), Action.LABELS, Wish.CHANGE)


def check_may_answer(member: Member, organisation: UUID) -> None:
    if not may_answer(member, organisation):
        raise NotAllowed


def plan(audit: UUID, *, by: Member, at: datetime) -> tuple[StoredSample, bool]:
    """A sample of this audit that is being planned, and whether it is new: asked twice, it is one.

    The caller has looked the audit up among those of the organisation, and seen that it is done.
    """
    check_may_answer(by, by.organisation_id)
    with transaction.atomic():
        Organisation.objects.select_for_update().get(id=by.organisation_id)
        there = store.under_way(audit)
        if there:
            return there, False
        made = StoredSample.objects.create(
            organisation_id=by.organisation_id,
            audit_id=audit,
            seed=store.drawings_before(audit),
            asked_at=at,
            asked_by=by,
        )
        _leave_trail(made, "sample asked for", at, by, {"audit": str(audit), "seed": made.seed})
    return made, True


def keep_plan(sample: UUID, told: Mapping[str, Any]) -> None:
    """How precise which size would be; of no consequence once it is past planning."""
    rows = StoredSample.objects.filter(id=sample, state=_State.PLANNING)
    rows.update(plan=dict(told), state=_State.PLANNED, progress={})


def draw(sample: StoredSample, wanted: Wanted, *, by: Member, at: datetime) -> bool:
    """It is to be drawn in that size. False where it is being drawn so already."""
    check_may_answer(by, sample.organisation_id)
    if not (1 <= wanted.size <= MOST and 1 <= wanted.coders <= len(CODERS)):
        raise Refused(NO_SUCH_SIZE, field="size")
    with transaction.atomic():
        row = store.held(sample.id)
        if row.state == _State.DRAWING and (row.size, row.coders) == (wanted.size, wanted.coders):
            return False
        if row.state != _State.PLANNED:
            raise Refused(people.CHANGED_MEANWHILE)
        row.size, row.coders, row.state = wanted.size, wanted.coders, _State.DRAWING
        row.save(update_fields=["size", "coders", "state"])
        details = {"size": row.size, "coders": row.coders, "seed": row.seed}
        _leave_trail(row, "sample size chosen", at, by, details)
    return True


def keep_drawing(
    sample: UUID,
    content: Mapping[str, Any],
    questions: Sequence[Mapping[str, Any]],
    *,
    at: datetime,
) -> None:
    """The pairs are drawn and wait for people."""
    with transaction.atomic():
        row = store.held(sample)
        if row.state != _State.DRAWING:
            return
        drawn = content["sample"]
        row.name, row.content, row.drawn_at, row.state = drawn["id"], content, at, _State.OPEN
        row.progress = {}
        row.save(update_fields=["name", "content", "drawn_at", "state", "progress"])
        StoredQuestion.objects.bulk_create(StoredQuestion(sample=row, **one) for one in questions)
        details: dict[str, Detail] = {
            "sample": row.name,
            "pairs": len(drawn["pairs"]),
            "of": drawn["population"],
            "population": drawn["population_sha256"],
        }
        _leave_trail(row, "sample drawn", at, None, details)


def tell(sample: UUID, told: Mapping[str, Any]) -> None:
    """How far the planning or the drawing is."""
    rows = StoredSample.objects.filter(id=sample, state__in=(_State.PLANNING, _State.DRAWING))
    rows.update(progress=dict(told))


def fail(sample: UUID, reason: str, *, at: datetime) -> None:
    """It came to nothing; `reason` is the sentence that people read."""
    with transaction.atomic():
        row = store.held(sample)
        if row.state in _WAITING:
            row.state, row.reason, row.closed_at = _State.FAILED, reason, at
            row.save(update_fields=["state", "reason", "closed_at"])
            _leave_trail(row, "sample failed", at, None, {})


def keep_progress(sample: UUID, told: Mapping[str, Any]) -> None:
    """What the answers so far say of the figures."""
    StoredSample.objects.filter(id=sample).update(progress=dict(told))


def close(sample: StoredSample, *, by: Member, at: datetime) -> bool:
    """The answers stand as they are from now on. False where it is closed already."""
    check_may_answer(by, sample.organisation_id)
    with transaction.atomic():
        row = store.held(sample.id)
        if row.state == _State.CLOSED:
            return False
        if row.state != _State.OPEN:
            raise Refused(SAMPLE_NOT_OPEN)
        seal(row, by=by, at=at)
        row.state, row.closed_at = _State.CLOSED, at
        row.save(update_fields=["state", "closed_at"])
        details: dict[str, Detail] = {"sample": row.name, "answers": len(store.answers(row))}
        _leave_trail(row, "sample closed", at, by, details)
    return True


def _leave_trail(
    sample: StoredSample, verb: str, at: datetime, by: Member | None, details: Mapping[str, Detail]
) -> None:
    actor = by.person_id if by else None
    append(Event(sample.organisation_id, verb, at, actor, sample.id, details=details))
