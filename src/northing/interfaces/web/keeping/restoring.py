"""How does a back-up become an installation again, all of it or nothing?

It is read twice: once to see that it is whole and known, before anything is touched; then into a
working place in the home. Only then the files are moved, and last the database.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from northing.interfaces.web.keeping import archive, state
from northing.interfaces.web.keeping.facts import (
    NOT_UNDERSTOOD,
    NOT_WRITTEN,
    Heading,
    Part,
    Refusal,
    damaged,
    unwritable,
)
from northing.interfaces.web.keeping.making import FILES, back_up_to, name_at
from northing.interfaces.web.keeping.moving import Moving

SPARE_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class Looked:
    """What a back-up that is whole holds."""

    heading: Heading
    files: int
    bytes: int


def look(place: Path) -> Looked:
    """Read the whole back-up and change nothing. Raises Refusal where it is not whole or known."""
    heading = archive.heading_in(place)
    state.check_is_known(heading, place)
    state.database().check_fits(heading)
    files = []
    total = archive.read(place, lambda part, _bytes: files.append(1) if _is_file(part) else None)
    return Looked(heading, len(files), total)


def settle() -> str:
    """Bring a restoring that was broken off to its end or its beginning, and say which."""
    moving, database = Moving(state.home()), state.database()
    if not moving.room.exists():
        return ""
    if moving.mark and database.has_taken(moving.room / database.name, moving.mark):
        moving.end()
        database.forget_mark()
        return "An earlier restoring was broken off after it was done."
    moving.undo()
    return "An earlier restoring was broken off; what it had begun is undone."


def check_is_empty(*, may_replace: bool) -> list[str]:
    """What would be replaced. Raises Refusal where that was not asked for."""
    stands = list(state.standing())
    if stands and not may_replace:
        raise Refusal(
            f"This installation is not empty ({', '.join(stands)}). Restore into an empty one, "
            "or say --replace.",
            NOT_UNDERSTOOD,
        )
    return stands


def save_what_stands(at: datetime) -> Path:
    """A back-up of what is about to be replaced."""
    folder = state.home() / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    place = folder / f"replaced-{name_at(at)}"
    back_up_to(place, at, may_replace=False)
    return place


def take_back(place: Path, looked: Looked) -> None:
    """All that the back-up holds comes into the installation. Raises Refusal; then nothing did."""
    database, moving = state.database(), Moving(state.home())
    database.check_fits(looked.heading)
    database.check_is_free()
    _check_room(looked.bytes)
    mark = secrets.token_hex(8)
    with _undone_unless_done(moving):
        moving.coming.mkdir(parents=True, mode=0o700)
        archive.read(place, _Unpacking(place, moving, database.name))
        moving.begin(mark, frozenset({"organisations", "letters"}))
        database.load(moving.room / database.name, mark)
    moving.end()
    database.forget_mark()


@contextmanager
def _undone_unless_done(moving: Moving) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        moving.undo()
        raise unwritable(error.filename or moving.home, error) from error
    except BaseException:
        moving.undo()
        raise


@dataclass(frozen=True, slots=True)
class _Unpacking:
    """Puts each part where it waits."""

    place: Path
    moving: Moving
    database: str

    def __call__(self, part: Part, content: IO[bytes] | None) -> None:
        to = self._waits(part.name)
        to.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            first = self._waits(part.same_as)
            if not first.is_file():
                raise damaged(str(self.place), f"{part.name} is a second name of nothing")
            os.link(first, to)
            return
        with open(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            shutil.copyfileobj(content, file, archive.AT_ONCE)
            file.flush()
            os.fsync(file.fileno())

    def _waits(self, name: str) -> Path:
        if name == self.database:
            return self.moving.room / name
        if not name.startswith(FILES):
            raise damaged(str(self.place), f"{name!r} has no place in a back-up")
        return self.moving.coming / name.removeprefix(FILES)


def _is_file(part: Part) -> bool:
    return part.name.startswith(FILES)


def _check_room(size: int) -> None:
    free, needed = shutil.disk_usage(state.home()).free, size + SPARE_BYTES
    if free < needed:
        raise Refusal(
            f"{state.home()} has {free >> 20:,} MB free, and {needed >> 20:,} MB are needed. Make "
            "room there; nothing was changed.",
            NOT_WRITTEN,
        )
