"""Which filters does a file describe?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field, ValidationError

from northing.stages.decide.priorities.intake.shape import Id, Part, told
from northing.stages.decide.priorities.intake.written import UnreadableFile
from northing.stages.decide.purpose_test.facts import Filter

Texts = tuple[Annotated[str, Field(min_length=1, max_length=200)], ...]


class FilterPart(Part):
    """One filter, as the file says it."""

    id: Id
    name: str = ""
    kinds: Texts = ()
    amount: Annotated[Decimal, Field(ge=0, allow_inf_nan=False)] | None = None
    regions: Texts = ()
    units: Texts = ()
    questions: Texts = ()
    signers: Texts = ()
    quorum: Annotated[int, Field(ge=1, le=100)] = 1
    agreement: Annotated[float, Field(gt=0, le=1)] = 1.0
    days: Annotated[int, Field(ge=1, le=366)] = 14
    until: date | None = None
    forecast: bool = False


class UnreadableFilters(UnreadableFile):
    """No filter can be made of this file."""


class _File(Part):
    filter: tuple[FilterPart, ...] = ()


def filters_in(content: Mapping[str, Any], place: str) -> tuple[Filter, ...]:
    """The filters of a parsed TOML file, in their order.

    Raises
    ------
    UnreadableFilters
        With every complaint there is.

    """
    try:
        read = _File.model_validate(content)
    except ValidationError as error:
        raise UnreadableFilters(list(told(error, place))) from None
    few = [
        f"{place}, {one.id}: {one.quorum} have to sign, {len(one.signers)} are named; name more."
        for one in read.filter
        if one.signers and len(set(one.signers)) < one.quorum
    ]
    if few:
        raise UnreadableFilters(few)
    return tuple(_filter(one) for one in read.filter)


def _filter(one: FilterPart) -> Filter:
    return Filter(
        id=one.id,
        name=one.name or one.id,
        kinds=frozenset(one.kinds),
        least=one.amount,
        regions=frozenset(one.regions),
        units=frozenset(one.units),
        questions=one.questions,
        signers=frozenset(one.signers),
        quorum=one.quorum,
        agreement=one.agreement,
        days=one.days,
        until=one.until,
        asks_forecast=one.forecast,
    )
