"""Which tables go along with an organisation, and how does a row become a line and a row again?

Whatever belongs to the organisation by its keys goes along, but for what is named here. Numbers
that a database counts up by itself stay behind: nothing names a row by them.
"""

from __future__ import annotations

import base64
import json
from collections import deque
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import AutoField, BigAutoField, Field, ForeignKey, JSONField, Manager, Model

from northing.foundations.people.models import Organisation, Person

CARRIED = ("people", "clarify", "records", "diagnose", "decide")
LEFT_BEHIND = {
    "people.Person": "people.jsonl holds a name and an address of each, and no password",
    "people.Invitation": "the links that let people in belong to one installation",
    "people.Token": "keys of programs are secrets",
    "trail": "trail.jsonl holds the chain, sealed.jsonl what is still known of members",
    "worker": "work under way belongs to one installation",
    "notices": "what people want to hear of, and where, they say to each installation",
    "webhooks": "addresses of other programs, with their secrets, belong to one installation",
    "web": "has no tables",
    "api": "has no tables",
}
"""Tables and applications that do not stand below `tables/`, and why. An application that is
named neither here nor in `CARRIED` is one that somebody has to decide about."""
_AT_ONCE = 1_000
_COUNTED = (AutoField, BigAutoField)


@cache
def carried() -> tuple[type[Model], ...]:
    """The tables in the order in which they are written: what is named comes before what names."""
    here = [label for label in CARRIED if label in apps.app_configs]
    found = [one for label in here for one in apps.get_app_config(label).get_models()]
    return tuple(one for one in found if _about(one).label not in LEFT_BEHIND)


def name_of(model: type[Model]) -> str:
    found: str = _about(model).label_lower
    return found


@cache
def path_to_organisation(model: type[Model]) -> str:
    """The keys that lead from a row to the organisation it belongs to, as a condition names them.

    The shortest way, and one that is never empty where there is one.
    """
    if model is Organisation:
        return "pk"
    ways: deque[tuple[type[Model], tuple[str, ...]]] = deque([(model, ())])
    while ways:
        here, way = ways.popleft()
        for field in sorted(keys_of(here), key=lambda one: one.null):
            if field.related_model is Organisation:
                return "__".join((*way, field.name))
            if field.related_model not in (here, Person):
                ways.append((field.related_model, (*way, field.name)))
    raise LookupError(f"{_about(model).label} leads to no organisation")


def keys_of(model: type[Model]) -> list[Any]:
    return [one for one in _about(model).concrete_fields if isinstance(one, ForeignKey)]


def fields_of(model: type[Model]) -> list[Field[Any, Any]]:
    """What a line says of a row."""
    return [one for one in _about(model).concrete_fields if not isinstance(one, _COUNTED)]


def has_own_id(model: type[Model]) -> bool:
    """Whether other rows may name a row of this table, by an id that is its own everywhere."""
    return any(one.attname == "id" for one in fields_of(model))


def lines_of(model: type[Model], organisation: UUID) -> Iterator[str]:
    """Each row as one line, in the order of their ids."""
    names = [one.attname for one in fields_of(model)]
    rows = rows_of(model).filter(**{path_to_organisation(model): organisation})
    for row in rows.order_by("pk").values(*names).iterator(chunk_size=_AT_ONCE):
        yield as_line(row)


def as_line(row: Mapping[str, Any]) -> str:
    return json.dumps(
        {name: _told(value) for name, value in row.items()}, sort_keys=True, ensure_ascii=False
    ) + "\n"  # fmt: skip


def values_in(model: type[Model], told: Mapping[str, Any]) -> dict[str, Any]:
    """The row a line tells of, each value as its column takes it. Raises ValueError.

    A column the line does not know keeps what the table gives to new rows.
    """
    known = {one.attname: one for one in fields_of(model)}
    strange = sorted(set(told) - set(known))
    if strange:
        raise ValueError(f"no column {strange[0]!r}")
    return {name: _read(known[name], value) for name, value in told.items()}


def rows_of(model: type[Model]) -> Manager[Any]:
    return model._default_manager  # noqa: SLF001 - how Django lets any model be asked


def _about(model: type[Model]) -> Any:
    return model._meta  # noqa: SLF001 - how Django lets any model be described


def _told(value: Any) -> Any:
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return base64.b64encode(value).decode() if isinstance(value, bytes | memoryview) else value


def _read(field: Field[Any, Any], told: Any) -> Any:
    if told is None:
        if not field.null:
            raise ValueError(f"{field.attname} is empty")
        return None
    if isinstance(field, JSONField):
        return told
    try:
        value = field.to_python(told)
    except (ValidationError, TypeError, ValueError, AttributeError) as error:
        raise ValueError(f"{field.attname} cannot be {str(told)[:40]!r}") from error
    _check(field, value)
    return value


def _check(field: Field[Any, Any], value: Any) -> None:
    choices = field.flatchoices
    is_one = not choices or value in {one for one, _said in choices} or (field.blank and not value)
    is_short = not (isinstance(value, str) and field.max_length) or len(value) <= field.max_length
    if not (is_one and is_short):
        raise ValueError(f"{field.attname} cannot be {str(value)[:40]!r}")
