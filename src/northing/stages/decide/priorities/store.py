"""Which priorities are there, and what did each person say what counts?"""

from __future__ import annotations

from django.db.models import QuerySet

from northing.foundations.people.models import Member, Organisation, Person
from northing.stages.decide.priorities.models import OwnWeights, StoredPriorities
from northing.stages.decide.studies import store as studies


def priorities(organisation: Organisation) -> QuerySet[StoredPriorities]:
    return studies.all_of(StoredPriorities, organisation)


def weights_of(study: StoredPriorities) -> list[dict[str, float]]:
    """What each person gave, without who did: in no order that tells."""
    rows = OwnWeights.objects.filter(study=study).values_list("swings", flat=True)
    return sorted(rows, key=lambda one: sorted(one.items()))


def own_weights(study: StoredPriorities, member: Member) -> dict[str, float]:
    """What this person gave; nothing where they gave none."""
    found = OwnWeights.objects.filter(study=study, member=member).first()
    return dict(found.swings) if found else {}


def given_by(person: Person) -> QuerySet[OwnWeights]:
    """All the weights a person gave, in any organisation."""
    rows = OwnWeights.objects.filter(member__person=person).select_related("study")
    return rows.order_by("given_at", "id")
