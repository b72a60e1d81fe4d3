"""Which filters hold, and which past decisions can one be tried on?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from northing.foundations.people.models import Member, Organisation
from northing.stages.decide.purpose_test.facts import Decision, Filter, State
from northing.stages.decide.purpose_test.models import (
    FilterSigner,
    FilterVersion,
    PastDecision,
    StoredDecision,
    StoredFilter,
)
from northing.stages.decide.purpose_test.store import rows as decisions
from northing.stages.decide.purpose_test.store.standing import facts_of, facts_of_past, name_of

_ENDED = (*decisions.TAKEN, State.REJECTED.value, State.EXPIRED.value)


def filters(organisation: Organisation, *, on: date | None = None) -> list[StoredFilter]:
    """All of them by name; with a day those that are on and hold then."""
    rows = _all(organisation)
    if on:
        rows = rows.filter(Q(until=None) | Q(until__gte=on), is_on=True)
    return list(rows.order_by("name", "id"))


def filter_of(organisation: Organisation, wanted: UUID) -> StoredFilter | None:
    return _all(organisation).filter(id=wanted).first()


def filter_named(organisation: Organisation, name: str) -> StoredFilter | None:
    return _all(organisation).filter(name=name).first()


def facts_of_filter(row: StoredFilter) -> Filter:
    """The filter as the rules read it; its signers are accounts, as in `standing`."""
    return Filter(
        id=str(row.id),
        name=row.name,
        kinds=frozenset(row.kinds),
        least=row.least,
        regions=frozenset(row.regions),
        units=frozenset(row.units),
        questions=tuple(row.questions),
        signers=frozenset(name_of(one.member) for one in row.signers.all()),
        quorum=row.quorum,
        agreement=row.agreement,
        days=row.days,
        until=row.until,
        asks_forecast=row.asks_forecast,
    )


def signers_of(rows: Iterable[StoredFilter]) -> list[Member]:
    """All whom these filters ask, each once."""
    found = {one.member_id: one.member for row in rows for one in row.signers.all()}
    return sorted(found.values(), key=lambda one: (one.person.name, str(one.id)))


def versions(row: StoredFilter) -> list[FilterVersion]:
    """How it read, the newest wording first."""
    found = FilterVersion.objects.filter(filter=row).select_related("made_by__person")
    return list(found.order_by("-number"))


def past_decisions(organisation: Organisation) -> list[PastDecision]:
    """Those taken without a test, the newest first."""
    rows = PastDecision.objects.filter(organisation=organisation)
    return list(rows.select_related("made_by__person").order_by("-decided_on", "-made_at", "id"))


def past_decision(organisation: Organisation, wanted: UUID) -> PastDecision | None:
    rows = PastDecision.objects.filter(organisation=organisation, id=wanted)
    return rows.select_related("made_by__person").first()


def past(organisation: Organisation) -> list[Decision]:
    """All a filter can be tried on: what was decided, tested or not, in the order of the days."""
    tested = decisions.whole(ended(organisation))
    found = [facts_of(one) for one in tested]
    found += [facts_of_past(one) for one in past_decisions(organisation)]
    return sorted(found, key=lambda one: (one.decided_on or date.max, one.id))


def ended(organisation: Organisation) -> QuerySet[StoredDecision]:
    """Decisions whose way has ended, however it did."""
    rows = StoredDecision.objects.filter(organisation=organisation, state__in=_ENDED)
    return rows.select_related("made_by").order_by("number")


def _all(organisation: Organisation) -> QuerySet[StoredFilter]:
    signers = FilterSigner.objects.select_related("member__person").order_by("id")
    rows = StoredFilter.objects.filter(organisation=organisation)
    return rows.prefetch_related(Prefetch("signers", signers))
