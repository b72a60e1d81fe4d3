"""How is a back-up made while people work, whole or not at all?

The files are held still by second names, the database is copied as of one moment, and the files
are looked over again: whatever the copy knows of is among them. It is written beside its place
and moved there last.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from northing.interfaces.web.keeping import state
from northing.interfaces.web.keeping.archive import Writer
from northing.interfaces.web.keeping.facts import NOT_WRITTEN, Heading, Refusal, unwritable
from northing.interfaces.web.keeping.home_files import Still

FILES = "home/"
ENDING = ".tar.gz"
_ROOM, _LOCK = ".backing-up", ".backing-up.lock"


@dataclass(frozen=True, slots=True)
class Made:
    """What a back-up holds."""

    heading: Heading
    files: int
    bytes: int


def back_up_to(place: Path, at: datetime, *, may_replace: bool) -> Made:
    """Write the back-up beside `place` and move it there. Raises Refusal."""
    if place.exists() and not may_replace:
        raise Refusal(f"{place} is there already. Choose another name, or --force.", NOT_WRITTEN)
    beside = place.with_name(f".{place.name}.part")
    with _alone(), _as_sentence(place):
        try:
            with open(os.open(beside, _WRITE, 0o600), "wb") as out:
                made = _written(out, at)
                out.flush()
                os.fsync(out.fileno())
            beside.replace(place)
            _keep_name(place.parent)
        finally:
            beside.unlink(missing_ok=True)
    return made


def back_up_into(out: BinaryIO, at: datetime) -> Made:
    """Write the back-up to where it is read at once, as by a program that encrypts it."""
    with _alone(), _as_sentence("The other end"):
        made = _written(out, at)
        out.flush()
    return made


def name_at(at: datetime) -> str:
    return f"northing-{at:%Y%m%dT%H%M%SZ}{ENDING}"


def thin_out(folder: Path, keep: int) -> list[Path]:
    """Remove all but the newest `keep` back-ups that bear a name of `name_at`."""
    stamp = "[0-9]" * 8 + "T" + "[0-9]" * 6 + "Z"
    older = sorted(folder.glob(f"northing-{stamp}{ENDING}"))[:-keep]
    for one in older:
        one.unlink(missing_ok=True)
    return older


_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


def _written(out: BinaryIO, at: datetime) -> Made:
    database, home = state.database(), state.home()
    room = home / _ROOM
    shutil.rmtree(room, ignore_errors=True)  # of one that was broken off
    room.mkdir(mode=0o700)
    try:
        still = Still(home, room / "files", state.file_of(database))
        still.take()
        dumped = room / database.name
        database.dump(dumped, empty=state.EMPTY_TABLES, once_seen=still.take)
        heading = state.heading(database, at.isoformat(timespec="seconds"))
        with Writer(out, heading) as writer:
            parts = [writer.add(database.name, dumped).bytes]
            parts += [writer.add(FILES + name, path).bytes for name, path in still.files()]
            writer.finish()
        return Made(heading, len(parts) - 1, sum(parts))
    finally:
        shutil.rmtree(room, ignore_errors=True)


@contextmanager
def _alone() -> Iterator[None]:
    """One back-up at a time: two would read each other's working place."""
    with (state.home() / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Refusal("Another back-up is being made. Wait for it.", NOT_WRITTEN) from error
        yield


@contextmanager
def _as_sentence(place: object) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unwritable(place, error) from error


def _keep_name(folder: Path) -> None:
    """The new name outlives a power cut, too."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
