"""Which installation is this, and what stands in it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from northing.foundations.people.models import Organisation, Person
from northing.interfaces.web.keeping.facts import (
    NOT_READ,
    NOT_UNDERSTOOD,
    Heading,
    Refusal,
    damaged,
)
from northing.interfaces.web.keeping.postgresql import Postgresql
from northing.interfaces.web.keeping.sqlite import Sqlite

Database = Sqlite | Postgresql
# Whoever finds a back-up must not find open sessions in it; the cache only counts attempts.
EMPTY_TABLES = ("django_session", "usersessions_usersession", "cache")
OLDEST_KNOWN = "people 0001_initial"


def database() -> Database:
    told = settings.DATABASES["default"]
    return Sqlite(told) if connection.vendor == "sqlite" else Postgresql(told)


def home() -> Path:
    return Path(settings.HOME)


def file_of(one: Database) -> Path | None:
    return one.file if isinstance(one, Sqlite) else None


def applied() -> tuple[str, ...]:
    """The migrations the database has seen, as `application name`; none where it is empty."""
    return tuple(sorted(map(" ".join, MigrationLoader(connection).applied_migrations)))


def counts() -> Mapping[str, int]:
    """How many organisations and people there are; nothing where there are no tables yet."""
    if OLDEST_KNOWN not in applied():
        return {}
    return {"organisations": Organisation.objects.count(), "people": Person.objects.count()}


def heading(one: Database, at: str) -> Heading:
    """Raises Refusal where there is nothing yet to back up."""
    seen = applied()
    if OLDEST_KNOWN not in seen:
        raise Refusal("There is nothing to back up: the database has no tables yet.", NOT_READ)
    return Heading(
        northing=version("northing"),
        made_at=at,
        vendor=one.vendor,
        server=one.server,
        client=one.client,
        migrations=seen,
    )


def check_is_known(found: Heading, place: Path) -> None:
    """Raises Refusal where the tables were altered in a way that leads nowhere from here."""
    loader = MigrationLoader(connection)
    known, steps = {" ".join(key) for key in loader.disk_migrations}, loader.graph.node_map
    before = {" ".join(key): {" ".join(one.key) for one in steps[key].parents} for key in steps}
    strange = [one for one in found.migrations if one not in known]
    if strange:
        raise Refusal(
            f"{place} was made by Northing {found.northing}, which has altered the tables in a "
            f"way that {version('northing')} does not know ({strange[0]}). Install that version "
            "or a newer one, then restore; nothing was changed.",
            NOT_UNDERSTOOD,
        )
    seen = set(found.migrations)
    skipped = sorted(early for one in seen for early in before.get(one, set()) - seen)
    if skipped:
        raise Refusal(
            f"{place} was made by a Northing {found.northing} between two versions: its tables "
            f"were altered without {skipped[0]}. Restore it with what made it, and update that to "
            "a version; nothing was changed.",
            NOT_UNDERSTOOD,
        )
    if OLDEST_KNOWN not in seen:
        raise damaged(str(place), "its heading names no tables of Northing")


def standing() -> Iterator[str]:
    """What stands here that a restoring would replace, in words; nothing where it is empty."""
    yield from (f"{number} {name}" for name, number in counts().items() if number)
    kept = home() / "organisations"
    files = sum(1 for one in kept.rglob("*") if one.is_file()) if kept.is_dir() else 0
    if files:
        yield f"{files} files"
