"""Which ids do the rows of an archive get here, and where do its files lie?"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar
from uuid import UUID, uuid4, uuid5

from django.db.models import Model

from northing.foundations.people.models import Organisation, Person
from northing.foundations.trail import store as chains
from northing.foundations.trail.rules.chain import NOTHING
from northing.interfaces.web.carrying import facts, tables
from northing.interfaces.web.carrying.checking import Archive

Anything = TypeVar("Anything")
AT_ONCE = 500
BEFORE = "before"
ID_LENGTH = len(str(UUID(int=0)))


@dataclass(frozen=True, slots=True)
class Ids:
    """What each id of the archive is called here.

    `organisation` is its id here; `is_new` says that all others are new, too. `people` are the
    accounts that stand for its members, `there` the ids that the archive's rows have in it.
    """

    organisation: UUID
    is_new: bool
    there: Mapping[type[Model], set[UUID]] = field(default_factory=dict)
    people: dict[UUID, UUID] = field(default_factory=dict)

    def of(self, old: UUID) -> UUID:
        return uuid5(self.organisation, str(old)) if self.is_new else old

    def row(self, model: type[Model], row: dict[str, Any]) -> dict[str, Any]:
        """The row under the ids it has here, also where a list or a table in it names rows."""
        names = {one.attname: one.related_model for one in tables.keys_of(model)} | {"id": model}
        return {name: self._value(names.get(name), value) for name, value in row.items()}

    def path(self, name: str) -> PurePosixPath:
        """The place of a file below the organisation's folder: folders bear the ids of rows."""
        parts = PurePosixPath(name.removeprefix(facts.FILES).lstrip("/")).parts
        if self.is_new and len(parts) > 1 and parts[0] != BEFORE:
            parts = (parts[0], _renamed(parts[1], self), *parts[2:])
        return PurePosixPath(*parts)

    def _value(self, named: type[Model] | None, value: Any) -> Any:
        if value is None or named is None:
            return self._inside(value)
        if named is Organisation:
            return self.organisation
        return self.people[value] if named is Person else self.of(value)

    def _inside(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {self._inside(name): self._inside(one) for name, one in value.items()}
        if isinstance(value, list):
            return [self._inside(one) for one in value]
        return self._text(value) if isinstance(value, str) and len(value) == ID_LENGTH else value

    def _text(self, text: str) -> str:
        """A text that is the id of a row of the archive, as that id reads here."""
        try:
            old = UUID(text)
        except ValueError:
            return text
        named = next((model for model, ids in self.there.items() if old in ids), None)
        return str(self._value(named, old)) if named else text


def ids_for(archive: Archive) -> Ids:
    """Those of the archive where all of them are free here; else new ones for all."""
    old = archive.manifest.organisation
    is_new = chains.head(old) != NOTHING or any(
        _are_taken(model, ids) for model, ids in archive.ids.items() if model is not Person
    )
    ids = Ids(uuid4() if is_new else old, is_new, archive.ids)
    taken = set(_taken(Person, archive.ids[Person]))
    for one in archive.ids[Person]:
        ids.people[one] = uuid5(ids.organisation, str(one)) if is_new or one in taken else one
    return ids


def unpack(archive: Archive, ids: Ids, folder: Path) -> None:
    """Every file to its place below `folder`; what has the same bytes is there twice."""
    for part in archive.manifest.parts:
        if not part.name.startswith(facts.FILES):
            continue
        place = folder / ids.path(part.name)
        place.parent.mkdir(parents=True, exist_ok=True)
        if part.same_as:
            place.hardlink_to(folder / ids.path(part.same_as))
            continue
        with archive.file.open(part.name) as source, place.open("xb") as target:
            shutil.copyfileobj(source, target, 1 << 20)
    if ids.is_new:
        place = folder / BEFORE / f"{archive.manifest.organisation}.jsonl"
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("w", encoding="utf-8") as target:
            target.writelines(archive.lines(facts.TRAIL))


def some_at_once(rows: Iterable[Anything], size: int = AT_ONCE) -> Iterator[list[Anything]]:
    left = iter(rows)
    while some := list(islice(left, size)):
        yield some


def _are_taken(model: type[Model], ids: Iterable[UUID]) -> bool:
    return next(_taken(model, ids), None) is not None


def _taken(model: type[Model], ids: Iterable[UUID]) -> Iterator[UUID]:
    for some in some_at_once(ids):
        yield from tables.rows_of(model).filter(pk__in=some).values_list("pk", flat=True)


def _renamed(part: str, ids: Ids) -> str:
    try:
        return str(ids.of(UUID(part)))
    except ValueError:
        return part
