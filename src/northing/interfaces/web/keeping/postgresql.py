"""How is a PostgreSQL database dumped while others write, and how is a dump read back whole?"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

import psycopg
from django.db import connection
from psycopg.conninfo import make_conninfo

from northing.interfaces.web.keeping.facts import (
    NOT_READ,
    NOT_UNDERSTOOD,
    NOT_WRITTEN,
    Heading,
    Refusal,
)

NAME = "database.dump"
MARK = "northing_restored"
DEBIAN = Path("/usr/lib/postgresql")
PIPE = subprocess.PIPE
PROGRAMS = ("pg_dump", "pg_restore", "psql")
LAST_WORDS = 400


class Postgresql:
    """The database of an installation, where that is on a PostgreSQL server."""

    vendor, name = "postgresql", NAME

    def __init__(self, told: Mapping[str, Any]) -> None:
        named = {"host": "HOST", "port": "PORT", "user": "USER", "dbname": "NAME"}
        given = {key: str(told[name]) for key, name in named.items() if told.get(name)}
        plain = {key: value for key, value in told["OPTIONS"].items() if isinstance(value, str)}
        self.address = make_conninfo(**(plain | given))
        self.password = str(told.get("PASSWORD") or "")
        self.server = _server_version()
        self.client = self.server  # until a program was chosen

    def dump(self, to: Path, *, empty: tuple[str, ...], once_seen: Callable[[], None]) -> None:
        """What one transaction sees, without the rows of the tables in `empty`.

        `once_seen` is called as soon as that moment is fixed: to write it out takes long, and
        what is removed meanwhile must not be missed.
        """
        self.client, folder = programs(self.server, self.server)
        without = [f"--exclude-table-data={table}" for table in empty]
        options = ["--format=custom", "--no-owner", "--no-privileges", *without]
        command = [str(folder / "pg_dump"), *options, f"--file={to}", f"--dbname={self.address}"]
        with TemporaryFile() as said, self._moment() as moment:
            once_seen()
            command.append(f"--snapshot={moment}")
            ran = subprocess.run(command, env=self._around, stderr=said, check=False)  # noqa: S603
            if ran.returncode:
                raise _refusal("dumped", said)

    @contextmanager
    def _moment(self) -> Iterator[str]:
        """The name of what is committed now; others can read as of it while the block lasts."""
        with psycopg.connect(self.address, password=self.password or None) as own:
            own.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            row = own.execute("SELECT pg_export_snapshot()").fetchone()
            if row is None:
                raise Refusal("The database names no moment to dump.", NOT_WRITTEN)
            yield str(row[0])

    def check_fits(self, heading: Heading) -> None:
        """Raises Refusal where a dump of this heading could not be read into this database."""
        if heading.vendor != self.vendor:
            raise Refusal(
                "This back-up is of a SQLite database, and DATABASE_URL names a PostgreSQL. "
                "Restore it without DATABASE_URL.",
                NOT_UNDERSTOOD,
            )
        if heading.server > self.server:
            raise Refusal(
                f"This back-up was taken from PostgreSQL {heading.server}, and this server is "
                f"{self.server}. Restore it to a server of version {heading.server} or newer.",
                NOT_UNDERSTOOD,
            )
        self.client, _folder = programs(heading.client, self.server)

    def check_is_free(self) -> None:
        """Raises Refusal while others are connected."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
            others = cursor.fetchone()[0]
        if others:
            raise Refusal(
                "Other programs are connected to the database. End the server and its workers, "
                "then restore; nothing was changed.",
                NOT_WRITTEN,
            )

    def room_needed(self, _size: int) -> None:
        """The disk of the server is not ours to look at; what does not fit is rolled back."""

    def load(self, dumped: Path, mark: str) -> None:
        """In one transaction: our tables go, those of the dump come, and the mark says so."""
        connection.close()  # its transaction would wait for ours
        _client, folder = programs(self.client, self.server)
        options = ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--file=-"]
        reading = [str(folder / "pg_restore"), *options, str(dumped)]
        quiet = ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
        writing = [str(folder / "psql"), *quiet, "--file=-", f"--dbname={self.address}"]
        self._piped(reading, writing, "".join(f"{one};\n" for one in _before(mark)))

    def has_taken(self, _dumped: Path, mark: str) -> bool:
        """Whether a restoring that was broken off had come so far."""
        if MARK not in connection.introspection.table_names():
            return False
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {MARK} WHERE mark = %s", [mark])  # noqa: S608
            return bool(cursor.fetchone()[0])

    def forget_mark(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE IF EXISTS {MARK}")

    @property
    def _around(self) -> dict[str, str]:
        """The password is in no list of programs that others on the machine can read."""
        return dict(os.environ, PGPASSWORD=self.password) if self.password else dict(os.environ)

    def _piped(self, reading: list[str], writing: list[str], before: str) -> None:
        """Only after the reader ended well is the writer told to commit; else it rolls back."""
        with (
            TemporaryFile() as said,
            subprocess.Popen(reading, stdout=PIPE, stderr=said) as reader,  # noqa: S603 - ours
            subprocess.Popen(  # noqa: S603 - ours
                writing, stdin=PIPE, stderr=said, env=self._around
            ) as writer,
        ):
            out, into = _both(reader.stdout, writer.stdin)
            with suppress(BrokenPipeError):  # the writer ended early, and says why
                into.write(before.encode())
                shutil.copyfileobj(out, into)
                if reader.wait() == 0:
                    into.write(b"COMMIT;\n")
            with suppress(BrokenPipeError):
                into.close()
            reader.kill()
            if writer.wait() or reader.wait():
                raise _refusal("read back", said)


def programs(at_least: int, server: int) -> tuple[int, Path]:
    """The version and folder of the client programs to use: the oldest that will do.

    An older pg_dump refuses a newer server; a newer one may write what an older server rejects.
    """
    found = {version: folder for folder in _folders() if (version := _version(folder))}
    fit = sorted(version for version in found if version >= at_least)
    if fit:
        return fit[0], found[fit[0]]
    have = f"the newest here is {max(found)}" if found else "there are none here"
    raise Refusal(
        f"The programs pg_dump, pg_restore and psql of PostgreSQL {at_least} or newer are needed; "
        f"{have}. Install them (Debian: postgresql-client-{max(at_least, server)}).",
        NOT_UNDERSTOOD,
    )


def our_tables() -> list[str]:
    """The tables that are here and are ours, those of the migrations and the cache with them."""
    ours = {*connection.introspection.django_table_names(), "django_migrations", "cache", MARK}
    return sorted(ours & set(connection.introspection.table_names()))


def _before(mark: str) -> Iterator[str]:
    yield "BEGIN"
    yield "SET client_min_messages = warning"
    yield from (f'DROP TABLE IF EXISTS "{table}" CASCADE' for table in our_tables())
    yield f"CREATE TABLE {MARK} (mark text)"
    yield f"INSERT INTO {MARK} VALUES ('{mark}')"  # noqa: S608 - drawn by the program itself


def _folders() -> Iterator[Path]:
    """Debian's own `pg_dump` chooses a version by what it finds; these are the programs it has."""
    yield from (place / "bin" for place in DEBIAN.glob("*") if (place / "bin/pg_dump").exists())
    found = shutil.which("pg_dump")
    if found and not Path(found).resolve().is_relative_to("/usr/share/postgresql-common"):
        yield Path(found).resolve().parent


def _version(folder: Path) -> int:
    """The major version of the programs in a folder; 0 where one of them is missing."""
    if not all((folder / name).exists() for name in PROGRAMS):
        return 0
    said = subprocess.run(  # noqa: S603 - a program of PostgreSQL
        [folder / "pg_dump", "--version"], capture_output=True, text=True, check=False
    )
    number = re.search(r"\) (\d+)", said.stdout)
    return int(number[1]) if number else 0


def _server_version() -> int:
    connection.ensure_connection()
    return int(connection.pg_version) // 10_000  # type: ignore[attr-defined] # PostgreSQL's own


def _both(out: IO[bytes] | None, into: IO[bytes] | None) -> tuple[IO[bytes], IO[bytes]]:
    if out is None or into is None:
        raise RuntimeError("Both were asked for as pipes.")
    return out, into


def _refusal(what: str, said: IO[bytes]) -> Refusal:
    said.seek(0)
    words = said.read().decode("utf-8", "replace").strip()
    first = words.splitlines()[0] if words else "it did not say why"
    return Refusal(f"The database cannot be {what}: {first[:LAST_WORDS]}.", NOT_READ)
