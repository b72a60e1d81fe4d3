"""Which files were handed in, how were files of that shape read before, and how are all?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from northing.foundations.people.models import Organisation
from northing.stages.records.imports.facts import Usage, taken_to_mean
from northing.stages.records.imports.models import Import, Mapping, StoredUsage
from northing.stages.records.ledger.facts import Channel

IN_FORCE = (Import.State.READING, Import.State.DONE)
ALIVE = (Import.State.LOOKING, Import.State.READY, *IN_FORCE)


def sources(
    organisation: Organisation, channels: Collection[Channel] | None = None
) -> list[Import]:
    """What an audit reads, in the order of handing in."""
    rows = Import.objects.filter(organisation=organisation, state__in=IN_FORCE)
    if channels is not None:
        rows = rows.filter(channel__in=[str(one) for one in channels])
    return list(rows.order_by("made_at", "id"))


def imports(organisation: Organisation, *, most: int) -> list[Import]:
    """The newest first."""
    rows = Import.objects.filter(organisation=organisation).select_related("made_by__person")
    return list(rows.defer("account", "plan").order_by("-made_at", "-id")[:most])


def all_imports(organisation: Organisation) -> Iterator[Import]:
    """Every one there ever was, the newest first, for who takes the whole list along."""
    rows = Import.objects.filter(organisation=organisation).defer("plan", "progress")
    return rows.order_by("-made_at", "-id").iterator(chunk_size=200)


def states(organisation: Organisation) -> Counter[str]:
    """How many files there are in each state."""
    rows = Import.objects.filter(organisation=organisation).order_by().values_list("state")
    return Counter(dict(rows.annotate(Count("id"))))


def one_import(organisation: Organisation, file: UUID) -> Import | None:
    rows = Import.objects.filter(organisation=organisation, id=file)
    return rows.select_related("made_by__person").first()


def same_bytes(organisation: Organisation, sha256: str) -> Import | None:
    """The import that already holds these very bytes, unless it was refused or undone."""
    rows = Import.objects.filter(organisation=organisation, sha256=sha256, state__in=ALIVE)
    return rows.order_by("made_at", "id").first()


def paths(organisation: Organisation) -> list[str]:
    """All paths ever given, those of undone imports too: evidence still points there."""
    return list(Import.objects.filter(organisation=organisation).values_list("path", flat=True))


def last_mapping(organisation: Organisation, shape: str) -> Mapping | None:
    return Mapping.objects.filter(organisation=organisation, shape=shape).first()


def usage(organisation: Organisation) -> tuple[Usage, int]:
    """How all files are read, and the revision of that; 0 where nobody said anything yet."""
    row = StoredUsage.objects.filter(organisation=organisation).first()
    return (usage_of(row), row.revision) if row else (Usage(), 0)


def usage_said_at(organisation: Organisation) -> datetime | None:
    rows = StoredUsage.objects.filter(organisation=organisation)
    return rows.values_list("said_at", flat=True).first()


def read_otherwise(organisation: Organisation) -> list[Import]:
    """The files that were read when something else was said of all files, in their order."""
    now = taken_to_mean(usage(organisation)[0])
    rows = Import.objects.filter(organisation=organisation, state=Import.State.DONE)
    then = dict(rows.values_list("id", "account__usual"))
    at_first = taken_to_mean(Usage())
    others = [file for file, usual in then.items() if (usual or at_first) != now]
    return list(rows.filter(id__in=others).defer("plan", "account").order_by("made_at", "id"))


def being_read(organisation: Organisation) -> list[Import]:
    """The files whose records are just coming in, in the order of handing in."""
    rows = Import.objects.filter(organisation=organisation, state=Import.State.READING)
    return list(rows.defer("plan", "account").order_by("made_at", "id"))


def usage_of(row: StoredUsage) -> Usage:
    return Usage(
        names=tuple(row.names),
        hides_members=row.hides_members,
        fiscal_year_starts=row.fiscal_year_starts,
        currency=row.currency,
        language=row.language,
    )
