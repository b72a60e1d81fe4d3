"""How do a million records come into the table, and out of it again, while others use it?

In small transactions, so that nobody waits for a large file; an import that is not done yet does
not count, and nobody sees its rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from uuid import UUID

from django.db import connection
from django.db.backends.utils import CursorWrapper

from northing.stages.records.imports.models import Import
from northing.stages.records.ledger.models import StoredRecord
from northing.stages.records.ledger.rules.stored import NAMES, Cell

SAMPLED = 1_000
CACHE_KB, WAL_PAGES = 64 << 10, 16_000
_RECORDS = "records_storedrecord"
_INDEX_SINCE = (
    "INSERT INTO records_words(rowid, sought) "
    "SELECT id, sought FROM records_storedrecord WHERE id > %s"
)


@contextmanager
def many_at_once() -> Iterator[None]:
    """Within it, this connection to SQLite holds more of the file in memory and writes it back
    less often: a row stands in six indexes, and a million rows touch each page of them again and
    again. What is committed is safe all the same."""
    with _pragmas(cache_size=-CACHE_KB, wal_autocheckpoint=WAL_PAGES):
        yield


@contextmanager
def _pragmas(**wanted: int) -> Iterator[None]:
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        before = {name: _now(cursor, name) for name in wanted}
    _say(wanted)
    try:
        yield
    finally:
        _say(before)


def _now(cursor: CursorWrapper, name: str) -> int:
    cursor.execute(f"PRAGMA {name}")
    return int(cursor.fetchone()[0])


def _say(pragmas: Mapping[str, int]) -> None:
    with connection.cursor() as cursor:
        for name, number in pragmas.items():
            cursor.execute(f"PRAGMA {name}={number}")


def put_in(one: Import, rows: Sequence[Sequence[Cell]]) -> None:
    """Records of an import that is not done yet: nobody sees them before it is.

    As the databases take them fastest; `rows` are cells of `ledger.rules.stored`.
    """
    if not rows:
        return
    names = ("organisation_id", "source_id", *NAMES)
    first = (_key(one.organisation_id), _key(one.id))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {_RECORDS} ({', '.join(names)}) FROM STDIN") as target:
                for row in rows:
                    target.write_row((*first, *row))
            return
        marks = ", ".join(["%s"] * len(names))
        insert = f"INSERT INTO {_RECORDS} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 - ours
        cursor.execute("INSERT INTO records_words_later VALUES (1)")
        cursor.execute(f"SELECT COALESCE(MAX(id), 0) FROM {_RECORDS}")  # noqa: S608 - ours
        last = cursor.fetchone()
        cursor.executemany(insert, [(*first, *row) for row in rows])
        cursor.execute(_INDEX_SINCE, last)
        cursor.execute("DELETE FROM records_words_later")


def _key(key: UUID) -> str:
    """An id as this database writes it."""
    return str(key) if connection.features.has_native_uuid_field else key.hex


def count_anew() -> None:
    """After rows came in, the database looks at some of them, to plan by what is there."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit={SAMPLED}")
        cursor.execute(f"ANALYZE {_RECORDS}")


def clear(one: Import, *, most: int) -> int:
    """Remove so many rows of an import that does not count; how many there were."""
    some = StoredRecord.objects.filter(source=one).order_by().values("id")[:most]
    return StoredRecord.objects.filter(id__in=list(some.values_list("id", flat=True))).delete()[0]
