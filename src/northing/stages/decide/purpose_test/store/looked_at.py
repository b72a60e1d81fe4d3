"""What do pages show beside decisions: blocks that are appealed against, what was gone round?"""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from northing.foundations.people.models import Organisation, Person
from northing.stages.decide.purpose_test.models import (
    PastDecision,
    StoredAppeal,
    StoredCondition,
    StoredDecision,
    StoredFilter,
)

MOST_KINDS = 50


def overridden(organisation: Organisation) -> QuerySet[StoredDecision]:
    """All that were ever taken against the test or the signers, the newest first."""
    rows = StoredDecision.objects.filter(organisation=organisation, is_overridden=True)
    return rows.select_related("made_by__person").order_by("-number")


def appealed_by(person: Person) -> QuerySet[StoredAppeal]:
    """Every appeal a person ever made, in any organisation, the first first."""
    rows = StoredAppeal.objects.filter(made_by__person=person)
    return rows.select_related("decision").order_by("made_at", "id")


def open_appeals(organisation: Organisation) -> QuerySet[StoredAppeal]:
    """Those nobody has judged yet, the oldest first."""
    return _appeals(organisation).filter(upheld=None).order_by("made_at", "id")


def appeal(organisation: Organisation, wanted: UUID) -> StoredAppeal | None:
    return _appeals(organisation).filter(id=wanted).first()


def condition(organisation: Organisation, wanted: UUID) -> StoredCondition | None:
    rows = StoredCondition.objects.filter(decision__organisation=organisation, id=wanted)
    return rows.select_related("decision__organisation", "owner__person").first()


def kinds(organisation: Organisation) -> list[str]:
    """What decisions and filters have called their kind so far, for whoever writes the next."""
    found = {
        kind
        for model in (StoredDecision, PastDecision)
        for kind in model.objects.filter(organisation=organisation).values_list("kind", flat=True)
    }
    asked = StoredFilter.objects.filter(organisation=organisation).values_list("kinds", flat=True)
    return sorted({*found, *(kind for some in asked for kind in some)} - {""})[:MOST_KINDS]


def _appeals(organisation: Organisation) -> QuerySet[StoredAppeal]:
    rows = StoredAppeal.objects.filter(decision__organisation=organisation)
    return rows.select_related("decision__made_by__person", "made_by__person")
