"""Is this archive whole, is it known here, and does everything in it belong together?

It is read through to the end before anything is taken in: each part against its digest, each row
against its table, each id against the rows that are there, the trail against its head.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any
from uuid import UUID
from zipfile import BadZipFile, ZipFile
from zlib import error as BrokenStream  # noqa: N812 - named for what it says

from django.db.migrations.loader import MigrationLoader
from django.db.models import Model

from northing.foundations.people.models import Organisation, Person
from northing.foundations.trail.exported import UnreadableExport, entries_in
from northing.foundations.trail.facts import Entry, Head
from northing.foundations.trail.rules.chain import first_break
from northing.interfaces.web.carrying import facts, tables
from northing.interfaces.web.carrying.facts import FORM, MANIFEST, Manifest, Part
from northing.interfaces.web.keeping.facts import NOT_READ, NOT_UNDERSTOOD, Refusal

AT_ONCE = 1 << 20
LONGEST_LINE, LARGEST_MANIFEST = 64 << 20, 256 << 20
BROKEN = (BadZipFile, BrokenStream, EOFError, NotImplementedError, RuntimeError, UnicodeError)


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that was read through once and is whole."""

    file: ZipFile
    manifest: Manifest
    ids: dict[type[Model], set[UUID]] = field(default_factory=dict)

    def rows(self, model: type[Model]) -> Iterator[dict[str, Any]]:
        """Each row of the table, as its columns take it."""
        name = part_of(model)
        for number, told in self.objects(name):
            try:
                yield tables.values_in(model, told)
            except ValueError as error:
                raise damaged(f"{name}, line {number}: {error}") from error

    def objects(self, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """Each line of a part with its number; nothing where the archive has no such part."""
        if self.manifest.part(name) is None:
            return
        for number, line in enumerate(self.lines(name), start=1):
            try:
                told = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise damaged(f"{name}, line {number} is no object") from error
            if not isinstance(told, dict):
                raise damaged(f"{name}, line {number} is no object")
            yield number, told

    def lines(self, name: str) -> Iterator[str]:
        with self.file.open(name) as opened:
            while line := opened.readline(LONGEST_LINE):
                yield line.decode()

    def entries(self) -> Iterator[Entry]:
        return entries_in(self.lines(facts.TRAIL))


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """The archive, read through and whole. Raises Refusal, with one sentence."""
    try:
        with ZipFile(path) as file:
            archive = Archive(file, _manifest(file, path))
            _check_parts(archive)
            _check_rows(archive)
            _check_trail(archive)
            yield archive
    except BROKEN as error:
        raise damaged(str(error) or type(error).__name__) from error
    except FileNotFoundError as error:
        raise Refusal(f"{path} is not there.", NOT_READ) from error


def damaged(why: str) -> Refusal:
    return Refusal(
        f"The archive is damaged: {why}. Take the organisation along again; nothing was changed.",
        NOT_READ,
    )


def part_of(model: type[Model]) -> str:
    return f"{facts.TABLES}{tables.name_of(model)}.jsonl"


def _manifest(file: ZipFile, path: Path) -> Manifest:
    if MANIFEST not in file.namelist() or file.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
        raise Refusal(f"{path} is no archive of an organisation.", NOT_READ)
    try:
        told = json.loads(file.read(MANIFEST))
        form = told["form"] if told["what"] == facts.WHAT else None
        if isinstance(form, int) and form > FORM:
            raise newer(str(told.get("northing", "")), f"form {form}")
        found = Manifest.read(told)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise damaged("its manifest cannot be read") from error
    steps = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    strange = sorted(set(found.migrations) - {" ".join(key) for key in steps})
    if strange:
        raise newer(found.northing, strange[0])
    return found


def newer(northing: str, what: str) -> Refusal:
    return Refusal(
        f"The archive was made by a newer Northing {northing}, which knows what this one does not "
        f"({what}). Install that version or a later one; nothing was changed.",
        NOT_UNDERSTOOD,
    )


def _check_parts(archive: Archive) -> None:
    told = {one.name: one for one in archive.manifest.parts}
    there = [one.filename for one in archive.file.infolist() if one.filename != MANIFEST]
    wanted = {one.name for one in told.values() if not one.same_as}
    if len(told) != len(archive.manifest.parts) or sorted(there) != sorted(wanted):
        raise damaged("it does not hold the parts its manifest names")
    for part in told.values():
        if not _is_plain(part.name) or (part.same_as and part.same_as not in wanted):
            raise damaged(f"{part.name!r} has no place in it")
        if not part.same_as:
            _check_part(archive.file, part)


def _is_plain(name: str) -> bool:
    place = PurePosixPath(name)
    own = (facts.README, facts.PEOPLE, facts.TRAIL, facts.SEALED)
    is_inside = name.startswith((facts.TABLES, facts.FILES)) or name in own
    return is_inside and ".." not in place.parts and "\\" not in name and "\0" not in name


def _check_part(file: ZipFile, part: Part) -> None:
    digest, size, lines = hashlib.sha256(), 0, 0
    with file.open(part.name) as found:
        while piece := found.read(AT_ONCE):
            digest.update(piece)
            size, lines = size + len(piece), lines + piece.count(b"\n")
    is_same = (size, digest.hexdigest()) == (part.bytes, part.sha256)
    if not is_same or part.lines not in (None, lines):
        raise damaged(f"{part.name} is not what was written")


def _check_rows(archive: Archive) -> None:
    """Each row fits its table, and names rows of this archive alone."""
    known = {part_of(one) for one in tables.carried()}
    told = {one.name for one in archive.manifest.parts if one.name.startswith(facts.TABLES)}
    if told - known:
        raise newer(archive.manifest.northing, min(told - known))
    archive.ids[Person] = {_id(told, facts.PEOPLE) for _n, told in archive.objects(facts.PEOPLE)}
    for model in tables.carried():
        if tables.has_own_id(model):
            archive.ids[model] = {_own_id(row, model) for row in archive.rows(model)}
    if archive.ids[Organisation] != {archive.manifest.organisation}:
        raise damaged("it holds another organisation than its manifest names")
    for model in tables.carried():
        keys = tables.keys_of(model)
        for row in archive.rows(model):
            _check_keys(archive, model, keys, row)


def _check_keys(archive: Archive, model: type[Model], keys: list[Any], row: dict[str, Any]) -> None:
    for key in keys:
        value = row.get(key.attname)
        if value is not None and value not in archive.ids.get(key.related_model, ()):
            raise damaged(f"{part_of(model)} names a row that is not there ({key.name})")


def _own_id(row: dict[str, Any], model: type[Model]) -> UUID:
    if "id" not in row:
        raise damaged(f"{part_of(model)} has a row without an id")
    found: UUID = row["id"]
    return found


def _id(told: dict[str, Any], name: str) -> UUID:
    try:
        return UUID(told["id"])
    except (KeyError, ValueError, AttributeError) as error:
        raise damaged(f"{name} has a line without an id") from error


def _check_trail(archive: Archive) -> None:
    head = Head(archive.manifest.sequence, archive.manifest.digest)
    try:
        first = next(archive.entries(), None)
        if first and first.event.chain != archive.manifest.organisation:
            raise damaged("its trail is that of another organisation")
        broken = first_break(archive.entries(), anchors=[head] if head.sequence else [])
    except UnreadableExport as error:
        raise damaged(f"its trail cannot be read ({error})") from error
    if broken:
        raise damaged(f"its trail does not hold from entry {broken.sequence} on: {broken.reason}")
