"""How does an organisation leave as one file that another installation reads back?

It is written while it is handed out, as of one moment, a piece at a time: neither the memory nor
the disk has to hold it. The manifest comes last, when all digests are known.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.conf import settings

from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Member, Organisation, Person
from northing.foundations.people.refusals import NotAllowed
from northing.foundations.trail import store as trail
from northing.foundations.trail.actions import append
from northing.foundations.trail.exported import lines_of as trail_lines
from northing.foundations.trail.facts import Event
from northing.foundations.trail.models import SealedValue
from northing.interfaces.web.carrying import facts, tables
from northing.interfaces.web.carrying.facts import Manifest, Part
from northing.interfaces.web.carrying.moment import one_moment
from northing.interfaces.web.keeping import state
from northing.interfaces.worker.pipe import Pipe

AT_ONCE = 1 << 20
KEPT = ("before", "files", "audits")
TOLD = """This is {name} as it was in an installation of Northing {northing} on {made_at}.

manifest.json   what is in here, with a SHA-256 of each part, and the head of the trail
tables/         each table, one JSON object a line
people.jsonl    the members' names and addresses; no password and no secret is in here
trail.jsonl     the whole trail; `northing trail verify trail.jsonl` says whether it holds
sealed.jsonl    the personal values that seals of the trail stand for
files/          the files as they were handed in, and each audit with its case and its reports

Another installation reads it back with: northing import-organisation ARCHIVE --owner ADDRESS
"""


def note_taking(organisation: Organisation, *, by: Member | None, at: datetime) -> None:
    """Say in the trail that the organisation is taken along; by nobody: by who runs it.

    Raises NotAllowed where the table keeps that door shut.
    """
    if by and not allows(Role(by.role), Action.ORGANISATION, Wish.CHANGE):
        raise NotAllowed
    actor = by.person_id if by else None
    append(Event(organisation.id, "organisation taken along", at, actor, organisation.id))


def pieces(organisation: Organisation, *, at: datetime) -> Iterator[bytes]:
    """The archive, piece after piece."""
    pipe = Pipe()
    with one_moment(), ZipFile(pipe, "w", ZIP_DEFLATED) as archive:
        writing = _Writing(archive, pipe)
        told = {"name": organisation.name, "northing": version("northing"), "made_at": str(at)}
        readme = TOLD.format(**told)
        yield from writing.put(facts.README, [readme])
        for name, lines in _parts(organisation):
            yield from writing.put(name, lines, counts=True)
        for path, name in _files(organisation.id):
            yield from writing.copy(facts.FILES + name, path)
        manifest = _manifest(organisation, at, tuple(writing.parts))
        yield from writing.put(facts.MANIFEST, [manifest.as_text()])
    yield pipe.taken()


def _parts(organisation: Organisation) -> Iterator[tuple[str, Iterable[str]]]:
    for model in tables.carried():
        name = f"{facts.TABLES}{tables.name_of(model)}.jsonl"
        yield name, tables.lines_of(model, organisation.id)
    yield facts.PEOPLE, _people(organisation)
    yield facts.TRAIL, trail_lines(trail.entries(organisation.id))
    yield facts.SEALED, _sealed(organisation)


def _people(organisation: Organisation) -> Iterator[str]:
    """Whoever is or was a member: an id, a name, an address."""
    for one in _members(organisation).order_by("id"):
        told = {"id": str(one.id), "name": one.name, "email": one.awaits or one.email}
        yield tables.as_line(told)


def _members(organisation: Organisation) -> Any:
    members = Member.objects.filter(organisation=organisation)
    return Person.objects.filter(id__in=members.values("person"))


def _sealed(organisation: Organisation) -> Iterator[str]:
    """Of members alone: what was sealed of others is not theirs to have erased over there."""
    known = set(_members(organisation).values_list("id", flat=True))
    wanted = {
        digest for entry in trail.entries(organisation.id) for digest in entry.event.sealed.values()
    }
    rows = SealedValue.objects.filter(person__in=known).order_by("digest")
    for row in rows.values("digest", "person", "salt", "value").iterator():
        if row["digest"] in wanted:
            yield tables.as_line(row)


def _files(organisation: UUID) -> Iterator[tuple[Path, str]]:
    """What lies in the folder of the organisation, but for what is being written just now."""
    root = Path(settings.HOME) / "organisations" / str(organisation)
    for kept in KEPT:
        for path in sorted((root / kept).rglob("*")):
            is_whole = not path.name.endswith(".part") and not path.is_symlink()
            if is_whole and path.is_file():
                yield path, path.relative_to(root).as_posix()


def _manifest(organisation: Organisation, at: datetime, parts: tuple[Part, ...]) -> Manifest:
    head = trail.head(organisation.id)
    own = tuple(one for one in state.applied() if one.split()[0] in tables.CARRIED)
    return Manifest(
        northing=version("northing"),
        made_at=at.isoformat(),
        organisation=organisation.id,
        name=organisation.name,
        migrations=own,
        sequence=head.sequence,
        digest=head.digest,
        parts=parts,
    )


@dataclass(slots=True)
class _Writing:
    """Puts one part after the other into the archive, and remembers what each was."""

    archive: ZipFile
    pipe: Pipe
    parts: list[Part] = field(default_factory=list)
    seen: dict[tuple[int, int], str] = field(default_factory=dict)

    def put(
        self, name: str, texts: Iterable[str], *, counts: bool = False
    ) -> Generator[bytes, None, None]:
        digest, size, lines = hashlib.sha256(), 0, 0
        with self.archive.open(_inside(name), "w", force_zip64=True) as target:
            for text in texts:
                piece = text.encode()
                digest.update(piece)
                target.write(piece)
                size, lines = size + len(piece), lines + 1
                if self.pipe.pieces:
                    yield self.pipe.taken()
        self.parts.append(Part(name, size, digest.hexdigest(), lines if counts else None))
        yield self.pipe.taken()

    def copy(self, name: str, path: Path) -> Generator[bytes, None, None]:
        """A file with two names is written once, and named a second time."""
        digest, size = hashlib.sha256(), 0
        with path.open("rb") as source:
            found = os.fstat(source.fileno())
            first = self.seen.setdefault((found.st_dev, found.st_ino), name)
            if first != name:
                self.parts.append(Part(name, 0, "", same_as=first))
                return
            with self.archive.open(_inside(name), "w", force_zip64=True) as target:
                while piece := source.read(AT_ONCE):
                    digest.update(piece)
                    target.write(piece)
                    size += len(piece)
                    yield self.pipe.taken()
        self.parts.append(Part(name, size, digest.hexdigest()))
        yield self.pipe.taken()


def _inside(name: str) -> ZipInfo:
    """Without the hour: the same content is the same part."""
    one = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    one.compress_type, one.external_attr = ZIP_DEFLATED, 0o600 << 16
    return one
