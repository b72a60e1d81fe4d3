"""Which missions did the organisation have, which holds, and which values does it name?"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from northing.foundations.people.models import Organisation
from northing.stages.clarify.mission.models import MissionVersion, Value


def versions(organisation: Organisation) -> list[MissionVersion]:
    """All of them, the newest first; a draft stands before what was approved."""
    return list(MissionVersion.objects.filter(organisation=organisation).order_by("-number"))


def current(organisation: Organisation, *, on: date) -> MissionVersion | None:
    """The approved version that holds on that day; of two from one day, the later number."""
    return (
        MissionVersion.objects.filter(
            organisation=organisation, approved_at__isnull=False, effective_from__lte=on
        )
        .order_by("-effective_from", "-number")
        .first()
    )


def last_approved(organisation: Organisation) -> MissionVersion | None:
    """The newest approved version, even where it holds from a day to come."""
    rows = MissionVersion.objects.filter(organisation=organisation, approved_at__isnull=False)
    return rows.order_by("-number").first()


def draft(organisation: Organisation) -> MissionVersion | None:
    """The version nobody has approved yet; there is at most one."""
    return MissionVersion.objects.filter(organisation=organisation, approved_at=None).first()


def version(organisation: Organisation, wanted: UUID) -> MissionVersion | None:
    return MissionVersion.objects.filter(organisation=organisation, id=wanted).first()


def next_number(organisation: Organisation) -> int:
    last = MissionVersion.objects.filter(organisation=organisation).order_by("-number").first()
    return last.number + 1 if last else 1


def values(organisation: Organisation) -> list[Value]:
    rows = Value.objects.filter(organisation=organisation, ended_at=None)
    return list(rows.order_by("made_at", "id"))


def value(organisation: Organisation, wanted: UUID) -> Value | None:
    return Value.objects.filter(organisation=organisation, id=wanted).first()
