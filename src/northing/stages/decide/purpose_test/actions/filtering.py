"""How does a filter come, change, go on and off, and hold for longer?

What it would have done to past decisions is worked out whenever it is switched on and written
into the trail: no filter begins untried.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from northing.foundations.people import refusals as people
from northing.foundations.people.access import Action
from northing.foundations.people.models import Member
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Detail, Event
from northing.stages.decide.purpose_test.actions.holding import check_may, hold
from northing.stages.decide.purpose_test.models import FilterSigner, FilterVersion, StoredFilter
from northing.stages.decide.purpose_test.rules.refusals import (
    AMOUNT_BELOW_NOTHING,
    FILTER_EXISTS,
    FILTER_HAS_ENDED,
    FILTER_SIGNERS_ARE_FEW,
    ODD_RULES,
    SIGNER_UNKNOWN,
)
from northing.stages.decide.purpose_test.store import filters, rows
from northing.stages.decide.purpose_test.store.testing import tried


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """A filter as people write it; what is left empty holds for everything."""

    name: str
    kinds: tuple[str, ...] = ()
    least: Decimal | None = None
    regions: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    signers: Sequence[Member] = ()
    quorum: int = 1
    agreement: float = 1.0
    days: int = 14
    asks_forecast: bool = False
    until: date | None = None


def save_filter(
    written: Rules,
    *,
    by: Member,
    at: datetime,
    row: StoredFilter | None = None,
    seen: int = 0,
    ticket: UUID | None = None,
) -> StoredFilter:
    """A new filter, which is off; or another wording of one, which stays on or off as it is.

    `seen` is the revision somebody looked at, 0 for a new one. The same ticket twice makes one.
    """
    check_may(by, row.organisation_id if row else by.organisation_id, Action.FILTERS)
    with transaction.atomic():
        hold(by.organisation_id)
        there = filters.filter_of(by.organisation, ticket) if ticket and row is None else None
        if there:
            return there
        found = _held(row, seen) if row else _new(by, at, ticket)
        _check(written, found, by, at.date())
        for name, value in _columns(written).items():
            setattr(found, name, value)
        found.version += 1 if row else 0
        found.revision += 1 if row else 0
        found.save()
        _ask(found, written.signers)
        _keep_version(found, by, at)
        verb = "filter changed" if row else "filter written"
        _tell(verb, found, by, at, version=found.version)
    return found


def switch_on(row: StoredFilter, *, by: Member, at: datetime, seen: int) -> StoredFilter:
    """It makes tests due from now on. What it would have done so far is put in the trail."""
    check_may(by, row.organisation_id, Action.FILTERS)
    with transaction.atomic():
        found = _held(row, seen)
        if found.until and found.until < at.date():
            raise Refused(FILTER_HAS_ENDED, field="until")
        result = tried(found, on=at.date())
        _set(found, is_on=True)
        _tell("filter switched on", found, by, at, version=found.version,
              due=len(result.due), blocked=len(result.blocked),
              false_blocks=len(result.false_blocks), misses=len(result.misses))  # fmt: skip
    return found


def switch_off(row: StoredFilter, *, by: Member, at: datetime, seen: int) -> StoredFilter:
    """It makes no test due any more; what it caught keeps its way."""
    check_may(by, row.organisation_id, Action.FILTERS)
    with transaction.atomic():
        found = _held(row, seen)
        _set(found, is_on=False)
        _tell("filter switched off", found, by, at, version=found.version)
    return found


def renew_filter(
    row: StoredFilter, until: date, *, by: Member, at: datetime, seen: int
) -> StoredFilter:
    """It holds until another day; unless somebody renews it, a rule ends."""
    check_may(by, row.organisation_id, Action.FILTERS)
    if until <= at.date():
        raise Refused(people.END_IS_PAST, field="until")
    with transaction.atomic():
        found = _held(row, seen)
        _set(found, until=until)
        _tell("filter renewed", found, by, at, version=found.version, until=str(until))
    return found


def _held(row: StoredFilter, seen: int) -> StoredFilter:
    found = StoredFilter.objects.select_for_update().get(id=row.id)
    if found.revision != seen:
        raise Refused(people.CHANGED_MEANWHILE)
    return found


def _new(by: Member, at: datetime, ticket: UUID | None) -> StoredFilter:
    if ticket and StoredFilter.objects.filter(id=ticket).exists():
        raise NotAllowed
    return StoredFilter(id=ticket or uuid4(), organisation=by.organisation, made_by=by, made_at=at)


def _check(written: Rules, row: StoredFilter, by: Member, on: date) -> None:
    namesake = filters.filter_named(by.organisation, written.name)
    if namesake and namesake.id != row.id:
        raise Refused(FILTER_EXISTS, field="name")
    if written.until and written.until != row.until and written.until < on:
        raise Refused(people.END_IS_PAST, field="until")
    if written.least is not None and written.least < 0:
        raise Refused(AMOUNT_BELOW_NOTHING, field="least")
    if written.quorum < 1 or written.days < 1 or not 0 < written.agreement <= 1:
        raise Refused(ODD_RULES, field="quorum")
    if not set(written.signers) <= set(rows.may_sign(by.organisation, on=on)):
        raise Refused(SIGNER_UNKNOWN, field="signers")
    if written.signers and len(set(written.signers)) < written.quorum:
        raise Refused(FILTER_SIGNERS_ARE_FEW, field="signers")


def _columns(written: Rules) -> dict[str, Any]:
    return {
        "name": written.name,
        "kinds": list(written.kinds),
        "least": written.least,
        "regions": list(written.regions),
        "units": list(written.units),
        "questions": list(written.questions),
        "quorum": written.quorum,
        "agreement": written.agreement,
        "days": written.days,
        "asks_forecast": written.asks_forecast,
        "until": written.until,
    }


def _ask(row: StoredFilter, signers: Sequence[Member]) -> None:
    row.signers.all().delete()
    FilterSigner.objects.bulk_create(
        FilterSigner(filter=row, member=one) for one in dict.fromkeys(signers)
    )


def _keep_version(row: StoredFilter, by: Member, at: datetime) -> None:
    content = {
        "name": row.name,
        "kinds": row.kinds,
        "least": None if row.least is None else str(row.least),
        "regions": row.regions,
        "units": row.units,
        "questions": row.questions,
        "signers": [str(one.member_id) for one in row.signers.order_by("id")],
        "quorum": row.quorum,
        "agreement": str(row.agreement),
        "days": row.days,
        "asks_forecast": row.asks_forecast,
    }
    FilterVersion.objects.create(
        filter=row, number=row.version, content=content, made_at=at, made_by=by
    )


def _set(row: StoredFilter, **columns: Any) -> None:
    for name, value in columns.items():
        setattr(row, name, value)
    row.revision += 1
    row.save()


def _tell(verb: str, row: StoredFilter, by: Member, at: datetime, **details: Detail) -> None:
    append(Event(row.organisation_id, verb, at, by.person_id, row.id, details=details))
