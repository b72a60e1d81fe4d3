"""What stands in each column where somebody takes along records, files and links?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from northing.foundations.documents.csv_table import Cell
from northing.foundations.documents.rows_out import Listing
from northing.stages.diagnose.audits.models import StoredLink
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger import store
from northing.stages.records.ledger.models import StoredRecord
from northing.stages.records.ledger.rules.paging import Order

A_CHUNK = 1_000
RECORDS = (
    "record", "file", "sheet", "line", "channel", "text", "amount", "currency", "side", "day",
    "period", "received", "unit", "heading", "stance", "tagged", "audience",
)  # fmt: skip
FILES = (
    "file", "name", "channel", "state", "reason", "bytes", "sha256", "received on", "handed in at",
    "records", "refused",
)  # fmt: skip
LINKS = (
    "record", "commitment", "channel", "made by", "counts", "share", "stance", "match_score",
    "words", "nearest",
)  # fmt: skip


def records(rows: QuerySet[StoredRecord], order: Order) -> Listing:
    cells = (_record(one) for page in store.in_chunks(rows, order, A_CHUNK) for one in page.rows)
    return Listing("records", RECORDS, cells)


def record(row: StoredRecord) -> Listing:
    return Listing("record", RECORDS, [_record(row)])


def files(rows: Iterable[Import]) -> Listing:
    return Listing("files", FILES, (_file(one) for one in rows))


def links(rows: QuerySet[StoredLink], number: int) -> Listing:
    return Listing(f"links-of-audit-{number}", LINKS, _links(rows))


def _record(row: StoredRecord) -> tuple[Cell, ...]:
    return (
        row.name,
        row.source.path if row.source else "",
        row.sheet,
        row.line,
        row.channel,
        row.text,
        row.amount,
        row.currency,
        row.side,
        row.effective_on,
        row.period,
        row.received_on,
        row.unit,
        row.heading,
        row.stance,
        ", ".join(name for name, _share in row.given),
        row.audience,
    )


def _file(one: Import) -> tuple[Cell, ...]:
    return (
        one.path,
        one.name,
        one.channel,
        one.state,
        one.reason,
        one.bytes,
        one.sha256,
        one.received_on,
        one.made_at,
        one.account.get("records"),
        len(one.account.get("refusals", ())),
    )


def _links(rows: QuerySet[StoredLink]) -> Iterator[tuple[Cell, ...]]:
    names = (
        "record", "commitment", "channel", "origin", "is_linked", "share", "stance",
        "match_score", "words", "nearest",
    )  # fmt: skip
    yield from rows.order_by("id").values_list(*names).iterator(chunk_size=A_CHUNK)
