"""Which jobs are there in tests, and how is a worker of its own started?

What a job does, is seen: an organisation of the name it was given. Two of a name are an effect
that happened twice.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import quote

from django.db import connection, transaction

from northing.foundations.people.models import Organisation
from northing.interfaces.worker.queue import Beat, Unable, job

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
PATIENCE_SECONDS = 60


def mark(name: str) -> None:
    Organisation.objects.create(name=name, made_at=NOON)


def marks() -> list[str]:
    return sorted(Organisation.objects.values_list("name", flat=True))


def tell(name: str, *more: str) -> None:
    mark(f"{name}: {more[-1]}")


@job(failed=tell)
def make_one(beat: Beat, name: str) -> None:
    with transaction.atomic():
        beat.guard()
        mark(name)
        beat.finish()


@job(failed=tell)
def make_one_slowly(beat: Beat, name: str, folder: str) -> None:
    """Says that it began and waits for leave; the first who begins needs it, the next do not."""
    place = Path(folder)
    begun = len(list(place.glob("begun-*"))) + 1
    (place / f"begun-{begun}").touch()
    while begun == 1 and not (place / "leave").exists():
        sleep(0.02)
    with transaction.atomic():
        beat.guard()
        mark(name)
        beat.finish()


@job(failed=tell)
def make_none(_beat: Beat, name: str) -> None:
    raise Unable(f"Row 3 of {name} is no date.")


@job(failed=tell)
def break_down(_beat: Beat, _name: str) -> None:
    raise KeyError("nobody foresaw this")


@job
def make_one_and_break(beat: Beat, name: str) -> None:
    with transaction.atomic():
        beat.guard()
        mark(name)
        raise KeyError(name)


@job(failed=tell)
def kill_the_worker(_beat: Beat, _name: str) -> None:
    os._exit(9)


@job
def wait_for_the_end(beat: Beat, folder: str) -> None:
    """Beats until it is told to stop; begun again, it has nothing left to do."""
    first = not (Path(folder) / "begun").exists()
    (Path(folder) / "begun").touch()
    while first:
        beat()
        sleep(0.02)


@contextmanager
def worker(home: Path, *options: str):
    """A worker in a program of its own, on the very database of the test."""
    environment = dict(os.environ, DATABASE_URL=address(), NORTHING_HOME=str(home))
    environment["DJANGO_SETTINGS_MODULE"] = "northing.interfaces.web.settings"
    command = [sys.executable, "-m", "northing.interfaces.web", "work", *options]
    with subprocess.Popen(command, env=environment, text=True, stderr=subprocess.PIPE) as run:
        try:
            yield run
        finally:
            run.kill()


def address() -> str:
    """What `DATABASE_URL` has to be for a program to find the database of the test."""
    told = connection.settings_dict
    name = quote(str(told["NAME"]), safe="/")
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return f"postgres://{told['USER']}:{told['PASSWORD']}@{told['HOST']}:{told['PORT']}/{name}"


def until(is_so) -> None:
    """Wait until something is so, or fail."""
    end = monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert monotonic() < end, "it does not come to pass"
        sleep(0.05)
