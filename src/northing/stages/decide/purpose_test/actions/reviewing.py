"""What becomes of a decision that was taken: its conditions, its review, its successor?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from northing.foundations.people import refusals as people
from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Member, Organisation
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.rules.chain import digest_of
from northing.stages.decide.purpose_test.actions.holding import (
    check_may,
    is_author,
    keep,
    moved,
    tell,
)
from northing.stages.decide.purpose_test.facts import Act, Doing, State
from northing.stages.decide.purpose_test.models import StoredCondition, StoredDecision
from northing.stages.decide.purpose_test.rules.refusals import (
    CONDITION_IS_MET,
    DAY_IS_AHEAD,
    HAS_ANOTHER_PLACE,
    NOT_ACCEPTED,
    NOT_YOURS,
    REVIEW_TOO_EARLY,
    SUCCESSOR_NOT_TAKEN,
)
from northing.stages.decide.purpose_test.store import rows
from northing.stages.decide.purpose_test.store.standing import name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was found when a decision was looked at again, and when to look next.

    `happened` is whether what was expected came about; None where nobody can tell.
    """

    happened: bool | None
    learned: str = ""
    next_on: date | None = None


def review(
    row: StoredDecision, seen_now: Seen, *, by: Member, at: datetime, seen: int
) -> StoredDecision:
    """Look at it again, on its day or later. `seen` is the revision somebody looked at."""
    check_may(by, row.organisation_id, Action.DECIDE)
    on = at.date()
    if seen_now.next_on and seen_now.next_on <= on:
        raise Refused(people.END_IS_PAST, field="next_on")
    with transaction.atomic():
        found = _held_taken(row.id, by)
        if found.revision != seen:
            raise Refused(people.CHANGED_MEANWHILE)
        if found.review_on and on < found.review_on:
            raise Refused(REVIEW_TOO_EARLY)
        found.reviewed_on, found.reviewed_by = on, by
        found.happened, found.learned = seen_now.happened, seen_now.learned
        found.review_on = seen_now.next_on or found.review_on
        found.revision += 1
        found.save()
        told = {True: "yes", False: "no", None: "cannot tell"}[found.happened]
        tell("decision reviewed", found, by, at, happened=told, next=str(found.review_on),
             learned=digest_of(found.learned))  # fmt: skip
    return found


def meet_condition(
    condition: StoredCondition, told: str = "", *, by: Member, at: datetime, on: date | None = None
) -> StoredCondition:
    """What had to be done is done, says who answers for it or who wrote the decision."""
    check_may(by, condition.decision.organisation_id, Action.DECIDE)
    day = on or at.date()
    if day > at.date():
        raise Refused(DAY_IS_AHEAD, field="on")
    with transaction.atomic():
        row = rows.held(condition.decision_id)
        found = StoredCondition.objects.select_related("owner").get(id=condition.id)
        if row.state != State.ACCEPTED:
            raise Refused(NOT_ACCEPTED)
        if not (found.owner.person_id == by.person_id or is_author(row, by) or _keeps_rules(by)):
            raise Refused(NOT_YOURS)
        if found.met_on:
            raise Refused(CONDITION_IS_MET)
        found.met_on, found.met_by, found.told = day, by, told
        found.save()
        row.revision += 1
        row.save(update_fields=["revision"])
        tell("condition met", row, by, at, condition=found.position + 1, on=str(day))
    return found


def supersede(
    row: StoredDecision, successor: StoredDecision, *, by: Member, at: datetime
) -> StoredDecision:
    """A later decision that was taken stands in its place from now on. Twice is once."""
    check_may(by, row.organisation_id, Action.DECIDE)
    with transaction.atomic():
        later = rows.held(successor.id)
        if later.organisation_id != row.organisation_id or later.id == row.id:
            raise NotAllowed
        if later.state != State.ACCEPTED:
            raise Refused(SUCCESSOR_NOT_TAKEN, field="successor")
        found = _held_taken(row.id, by, later)
        if found.state == State.SUPERSEDED and later.supersedes_id == found.id:
            return found
        if later.supersedes_id not in (None, found.id):
            raise Refused(HAS_ANOTHER_PLACE, field="successor")
        keep(found, moved(found, Doing(Act.SUPERSEDE, name_of(by), at.date())))
        later.supersedes = found
        later.save(update_fields=["supersedes"])
        tell("decision superseded", found, by, at, successor=later.number)
    return found


def expire_due(organisation: Organisation, *, at: datetime) -> int:
    """What the calendar does: let those run out whose time is over; how many those were."""
    waiting = rows.past_their_time(organisation, on=at.date()).values_list("id", flat=True)
    return sum(_expire(one, at) for one in list(waiting))


def tell_overdue(organisation: Organisation, *, at: datetime) -> int:
    """Put down once, for each day of review, that it passed without one; how many are new."""
    late = rows.overdue_untold(organisation, on=at.date()).values_list("id", flat=True)
    return sum(_tell_overdue(one, at) for one in list(late))


def _expire(wanted: UUID, at: datetime) -> bool:
    with transaction.atomic():
        found = rows.held(wanted)
        waits = found.state in {State.SUBMITTED, State.CHANGES_ASKED}
        if not (waits and found.due_on and found.due_on < at.date()):
            return False
        keep(found, moved(found, Doing(Act.EXPIRE, "", at.date())))
        tell("decision ran out of time", found, None, at, round=found.rounds)
    return True


def _tell_overdue(wanted: UUID, at: datetime) -> bool:
    with transaction.atomic():
        found = rows.held(wanted)
        if found.overdue_told_on == found.review_on or found.state != State.ACCEPTED:
            return False
        found.overdue_told_on = found.review_on
        found.save(update_fields=["overdue_told_on"])
        tell("decision review overdue", found, None, at, due=str(found.review_on))
    return True


def _held_taken(wanted: UUID, by: Member, later: StoredDecision | None = None) -> StoredDecision:
    """A decision that was taken, held by who may look after it."""
    found = rows.held(wanted)
    if found.state not in rows.TAKEN or (found.state == State.SUPERSEDED and later is None):
        raise Refused(NOT_ACCEPTED)
    is_asked = found.signers.filter(member__person_id=by.person_id).exists()
    wrote = is_author(found, by) or (later is not None and is_author(later, by))
    if not (wrote or is_asked or _keeps_rules(by)):
        raise Refused(NOT_YOURS)
    return found


def _keeps_rules(by: Member) -> bool:
    return allows(Role(by.role), Action.FILTERS, Wish.CHANGE)
