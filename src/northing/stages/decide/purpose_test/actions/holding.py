"""How is a decision kept from others while somebody changes it, and what does the trail say?

Every step on a decision's way goes through `moved`, and so through the table of states.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from northing.foundations.people import refusals as people
from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Member, Organisation
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Detail, Event
from northing.stages.decide.purpose_test import facts
from northing.stages.decide.purpose_test.facts import Doing, Standing, State
from northing.stages.decide.purpose_test.models import StoredDecision
from northing.stages.decide.purpose_test.rules.refusals import NOT_A_DRAFT, NOT_YOURS
from northing.stages.decide.purpose_test.rules.signing import after
from northing.stages.decide.purpose_test.store import rows
from northing.stages.decide.purpose_test.store.standing import standing


def check_may(by: Member, organisation: UUID, action: Action) -> None:
    """Raises where the table of access says no, or the organisation is another."""
    is_own = by.organisation_id == organisation
    if not is_own or not allows(Role(by.role), action, Wish.CHANGE):
        raise NotAllowed


def hold(organisation: UUID) -> Organisation:
    """Of two who add at once, the second sees what the first has added."""
    return Organisation.objects.select_for_update().get(id=organisation)


def held_by_author(row: StoredDecision, by: Member, seen: int) -> StoredDecision:
    """The row as its author looked at it, kept from all others."""
    found = rows.held(row.id)
    if not is_author(found, by):
        raise Refused(NOT_YOURS)
    if found.revision != seen:
        raise Refused(people.CHANGED_MEANWHILE)
    return found


def held_draft(row: StoredDecision, by: Member, seen: int) -> StoredDecision:
    """The same, as long as it may be rewritten."""
    found = held_by_author(row, by, seen)
    if found.state != State.DRAFT:
        raise Refused(NOT_A_DRAFT)
    return found


def is_author(row: StoredDecision, member: Member) -> bool:
    return row.made_by is not None and row.made_by.person_id == member.person_id


def moved(row: StoredDecision, doing: Doing) -> Standing:
    """Where it stands once this is done. Raises Refused with the sentence of the rule."""
    found = after(standing(row), doing)
    if isinstance(found, facts.Refused):
        raise Refused(found.sentence)
    return found


def keep(row: StoredDecision, found: Standing) -> None:
    """Write down where it stands; the words themselves are rows of their own."""
    row.state, row.due_on, row.rounds = found.state.value, found.due_on, found.rounds
    row.is_overridden = row.is_overridden or found.overridden is not None
    row.revision += 1
    row.save()


def tell(
    verb: str, row: StoredDecision, by: Member | None, at: datetime, **details: Detail
) -> None:
    """One entry of the trail. No word that somebody wrote is in it."""
    told: dict[str, Detail] = {"number": row.number, "state": row.state, **details}
    actor = by.person_id if by else None
    append(Event(row.organisation_id, verb, at, actor, row.id, details=told))
