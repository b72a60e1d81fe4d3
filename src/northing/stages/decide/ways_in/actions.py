"""How does somebody begin a way, answer its steps, and come to its end?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from northing.foundations.people import refusals
from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Member, Organisation
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Event
from northing.stages.decide.ways_in import store
from northing.stages.decide.ways_in.facts import Step, Way
from northing.stages.decide.ways_in.models import WayIn


def begin(way: Way, *, by: Member, at: datetime) -> WayIn:
    """The open walk of this way, or a new one with the answers of last time."""
    _check(by)
    with transaction.atomic():
        Organisation.objects.select_for_update().get(id=by.organisation_id)
        there = store.open_walk(by.organisation, way)
        if there:
            return there
        last = store.last_walk(by.organisation, way)
        made = WayIn.objects.create(
            organisation=by.organisation,
            way=way,
            answers=last.answers if last else {},
            made_at=at,
            made_by=by,
        )
        _leave_trail("way in begun", made, by, at)
    return made


def keep(row: WayIn, step: Step, answers: Any, *, by: Member, at: datetime, seen: int) -> None:
    """What was answered on one step; what other steps hold stays."""
    _check(by, row)
    with transaction.atomic():
        open_row = _open(row, seen)
        kept = {**open_row.answers, step.value: answers}
        WayIn.objects.filter(id=row.id).update(answers=kept, revision=seen + 1)
        _leave_trail("way in answered", row, by, at, step)
    row.answers, row.revision = kept, seen + 1


def finish(row: WayIn, result: Mapping[str, Any], *, by: Member, at: datetime, seen: int) -> None:
    """The page at the end; from now on this walk stays as it is."""
    _check(by, row)
    with transaction.atomic():
        _open(row, seen)
        WayIn.objects.filter(id=row.id).update(
            result=dict(result), finished_at=at, revision=seen + 1
        )
        _leave_trail("way in finished", row, by, at)


def _open(row: WayIn, seen: int) -> WayIn:
    """The row, held; refused where somebody changed or finished it meanwhile."""
    held = WayIn.objects.select_for_update().get(id=row.id)
    if held.revision != seen or held.finished_at:
        raise Refused(refusals.CHANGED_MEANWHILE)
    return held


def _check(by: Member, row: WayIn | None = None) -> None:
    mine = row is None or row.organisation_id == by.organisation_id
    if not mine or not allows(Role(by.role), Action.BUDGETS, Wish.CHANGE):
        raise NotAllowed


def _leave_trail(verb: str, row: WayIn, by: Member, at: datetime, step: Step | None = None) -> None:
    details = {"way": str(row.way)} | ({"step": step.value} if step else {})
    append(Event(by.organisation_id, verb, at, by.person_id, row.id, details=details))
