"""How is a SQLite database copied while others write, and how does a copy become the database?"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection

from northing.interfaces.web.keeping.facts import (
    NOT_READ,
    NOT_UNDERSTOOD,
    NOT_WRITTEN,
    Heading,
    Refusal,
    unwritable,
)
from northing.interfaces.web.keeping.home_files import BESIDE_SQLITE

NAME = "database.sqlite3"
WAIT_SECONDS = 60.0
IN_USE = (
    "The database is in use. End the server and its workers, then restore; nothing was changed."
)


class Sqlite:
    """The database of an installation, where that is a SQLite file."""

    vendor, name = "sqlite", NAME
    server = client = 0

    def __init__(self, told: Mapping[str, Any]) -> None:
        self.file = Path(str(told["NAME"])).absolute()

    def dump(self, to: Path, *, empty: tuple[str, ...], once_seen: Callable[[], None]) -> None:
        """A copy of one moment, without the rows of the tables in `empty`.

        `once_seen` is called as soon as the copy is there, before it is looked over.
        `VACUUM INTO` reads like any reader, so nobody waits; and it copies what is, not the freed
        pages in which the rows of somebody who was erased may still stand.
        """
        try:
            with closing(_connected(self.file)) as source:
                source.execute("VACUUM INTO ?", (str(to),))
            once_seen()
            with closing(_connected(to)) as copy:
                _forget(copy, empty)
                found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        except sqlite3.DatabaseError as error:
            raise _refusal(self.file, error) from error
        if found != "ok":
            raise Refusal(f"The database {self.file} is damaged: {found}.", NOT_READ)

    def check_fits(self, heading: Heading) -> None:
        """Raises Refusal where a copy of this heading could not become this database."""
        if heading.vendor != self.vendor:
            raise Refusal(
                "This back-up is of a PostgreSQL database, and this installation keeps its own in "
                "a SQLite file. Set DATABASE_URL to an empty PostgreSQL database.",
                NOT_UNDERSTOOD,
            )

    def check_is_free(self) -> None:
        """Raises Refusal while another program has it open. Its journal is written into it."""
        if not self.file.exists():
            return
        connection.close()
        try:
            with closing(_connected(self.file, wait=1.0)) as own:
                own.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError as error:
            raise Refusal(IN_USE, NOT_WRITTEN) from error

    def room_needed(self, size: int) -> tuple[Path, int]:
        return self.file.parent, size

    def load(self, dumped: Path, _mark: str) -> None:
        """The copy becomes the database at one stroke."""
        beside = self.file.with_name(f".{self.file.name}.restored")
        os.replace(dumped, beside) if _on_one_disk(dumped, self.file) else _copied(dumped, beside)
        for end in BESIDE_SQLITE[1:]:
            self.file.with_name(self.file.name + end).unlink(missing_ok=True)
        beside.replace(self.file)
        dumped.unlink(missing_ok=True)

    def has_taken(self, dumped: Path, _mark: str) -> bool:
        """Whether a restoring that was broken off had come so far."""
        beside = self.file.with_name(f".{self.file.name}.restored")
        return not dumped.exists() and not beside.exists()

    def forget_mark(self) -> None:
        """A file that was moved needs none."""


def _connected(file: Path, wait: float = WAIT_SECONDS) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=wait, isolation_level=None)


def _forget(copy: sqlite3.Connection, tables: tuple[str, ...]) -> None:
    """Empty the tables, and write zeros where their rows stood."""
    copy.execute("PRAGMA secure_delete=ON")
    there = {name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type='table'")}
    for table in tables:
        if table in there:
            copy.execute(f'DELETE FROM "{table}"')  # noqa: S608 - our own names


def _on_one_disk(one: Path, other: Path) -> bool:
    return one.stat().st_dev == other.parent.stat().st_dev


def _copied(source: Path, to: Path) -> None:
    with source.open("rb") as old, to.open("wb") as new:
        while piece := old.read(1 << 20):
            new.write(piece)
        new.flush()
        os.fsync(new.fileno())


def _refusal(file: Path, error: sqlite3.DatabaseError) -> Refusal:
    if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
        return unwritable("The copy of the database", OSError(28, "No space left on device"))
    return Refusal(f"The database {file} cannot be copied: {error}.", NOT_READ)
