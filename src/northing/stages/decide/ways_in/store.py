"""Which ways did people of an organisation take, and how far have they come?"""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from northing.foundations.people.models import Organisation, Person
from northing.stages.decide.ways_in.facts import STEPS, Step, Way
from northing.stages.decide.ways_in.models import WayIn


def walks(organisation: Organisation) -> QuerySet[WayIn]:
    """All of them, the newest first."""
    return WayIn.objects.filter(organisation=organisation).order_by("-made_at", "-id")


def walk(organisation: Organisation, wanted: UUID) -> WayIn | None:
    return walks(organisation).filter(id=wanted).first()


def open_walk(organisation: Organisation, way: Way) -> WayIn | None:
    return walks(organisation).filter(way=way, finished_at=None).first()


def last_walk(organisation: Organisation, way: Way) -> WayIn | None:
    """The newest one that came to its end."""
    return walks(organisation).filter(way=way, finished_at__isnull=False).first()


def next_step(row: WayIn) -> Step:
    """The first that has no answer yet; the last where all have."""
    steps = STEPS[Way(row.way)]
    return next((one for one in steps if one not in row.answers), steps[-1])


def begun_by(person: Person) -> QuerySet[WayIn]:
    """What this person began, the first first."""
    return WayIn.objects.filter(made_by__person=person).order_by("made_at", "id")
