"""Could somebody work with this installation now, and if not, what is missing?"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from northing.interfaces.web.keeping.moving import ROOM
from northing.interfaces.worker import presence

LEAST_FREE_BYTES = 256 << 20
SILENT_LEASES = 2  # a worker that was silent for so many leases is gone


@dataclass(frozen=True, slots=True)
class Answer:
    """One question: `missing` is a sentence, and empty where all is well."""

    name: str
    missing: str


def answers() -> Iterator[Answer]:
    """Each question in turn. Without a database those that need it are not asked."""
    missing = _database()
    yield Answer("database", missing)
    if not missing:
        for name, ask in ASKED_OF_DATABASE.items():
            yield Answer(name, ask())
    yield Answer("disk", _disk())


def silence() -> timedelta | None:
    """How long no worker was heard of; None where none ever was."""
    heard = presence.last_heard()
    return None if heard is None else max(timedelta(0), timezone.now() - heard)


def free_bytes() -> int:
    return shutil.disk_usage(settings.HOME).free


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "The database does not answer."
    return ""


def _migrations() -> str:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return "The tables are those of another version: run `migrate`, or `serve`, which does."
    return ""


def _restoring() -> str:
    if (Path(settings.HOME) / ROOM).exists():
        return "A restoring is under way or was broken off: run `restore` again."
    return ""


def _worker() -> str:
    silent = silence()
    if silent is None or silent > SILENT_LEASES * settings.WORKER_LEASE:
        return "No worker was heard of lately: what was put off waits. Start one with `work`."
    return ""


def _disk() -> str:
    free = free_bytes()
    if free < LEAST_FREE_BYTES:
        return f"Only {free >> 20} MB are free where files are kept: make room there."
    return ""


ASKED_OF_DATABASE: dict[str, Callable[[], str]] = {
    "migrations": _migrations,
    "restoring": _restoring,
    "worker": _worker,
}
