"""Which studies are there?"""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from northing.foundations.people.models import Organisation
from northing.stages.decide.studies.models import Study

Kept = TypeVar("Kept", bound=Study)


def rows_of(model: type[Kept]) -> QuerySet[Kept]:
    return model._default_manager.all()  # noqa: SLF001 - a table that is abstract has no other way


def all_of(model: type[Kept], organisation: Organisation) -> QuerySet[Kept]:
    """The newest first, those set aside after the others; without what weighs."""
    rows = rows_of(model).filter(organisation=organisation)
    rows = rows.select_related("made_by__person").defer("asked", "result")
    return rows.order_by("set_aside_at", "-made_at", "id")


def one_of(model: type[Kept], organisation: Organisation, wanted: UUID) -> Kept | None:
    rows = rows_of(model).filter(organisation=organisation)
    return rows.select_related("organisation", "made_by__person").filter(id=wanted).first()


def held(model: type[Kept], wanted: UUID) -> Kept:
    """The row, kept from others until the transaction ends."""
    return rows_of(model).select_for_update().get(id=wanted)
