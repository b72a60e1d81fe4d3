"""What carries each commitment into the work, and which lines of Why, How and What are there?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from northing.foundations.people.models import Organisation
from northing.stages.clarify.commitments.models import Commitment
from northing.stages.clarify.theory_of_change.facts import Carries, Level, Line
from northing.stages.clarify.theory_of_change.models import Practice, PurposeLine

Cells = Mapping[tuple[UUID, Carries], list[Practice]]


def practices(organisation: Organisation) -> Cells:
    """By commitment and kind, those that have not ended; a cell that is not there is a hole."""
    found: dict[tuple[UUID, Carries], list[Practice]] = defaultdict(list)
    rows = Practice.objects.filter(commitment__organisation=organisation, ended_at=None)
    for row in rows.order_by("made_at", "id"):
        found[row.commitment_id, Carries(row.kind)].append(row)
    return dict(found)


def practices_of(row: Commitment) -> list[Practice]:
    return list(Practice.objects.filter(commitment=row, ended_at=None).order_by("made_at", "id"))


def practice(organisation: Organisation, wanted: UUID) -> Practice | None:
    rows = Practice.objects.filter(commitment__organisation=organisation)
    return rows.select_related("commitment").filter(id=wanted).first()


def lines(organisation: Organisation) -> list[PurposeLine]:
    """All that have not ended, in the order they were written."""
    rows = PurposeLine.objects.filter(organisation=organisation, ended_at=None)
    return list(rows.select_related("commitment").order_by("made_at", "id"))


def line(organisation: Organisation, wanted: UUID) -> PurposeLine | None:
    return PurposeLine.objects.filter(organisation=organisation, id=wanted).first()


def facts_of(rows: list[PurposeLine]) -> tuple[Line, ...]:
    return tuple(
        Line(id=row.id, level=Level(row.level), text=row.text, serves=row.serves_id) for row in rows
    )
