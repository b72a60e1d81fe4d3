"""Which records are there, and what was typed in?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import BooleanField, Max, Q, QuerySet
from django.db.models.expressions import RawSQL

from northing.foundations.people.models import Organisation
from northing.stages.records.ledger.facts import Channel, Stance, Typed
from northing.stages.records.ledger.models import StoredRecord, TypedRecord
from northing.stages.records.ledger.rules.paging import Cursor, Order, Page
from northing.stages.records.ledger.rules.sought import ENDS, FEW, MATCHES, OFTEN, words_in

IN_SHORT = (
    "name", "text", "channel", "side", "amount", "currency", "period", "effective_on",
    "is_dated_to_day", "unit", "sheet", "line", "typed_id",
)  # fmt: skip


def typed(organisation: Organisation) -> list[TypedRecord]:
    """What was typed in and not withdrawn, by number."""
    rows = TypedRecord.objects.filter(organisation=organisation, withdrawn_at=None)
    return list(rows.order_by("number"))


def one_typed(organisation: Organisation, typed: UUID) -> TypedRecord | None:
    rows = TypedRecord.objects.filter(organisation=organisation, id=typed)
    return rows.select_related("made_by__person").first()


def typed_of(row: TypedRecord) -> Typed:
    """The fact that a row keeps."""
    return Typed(
        channel=Channel(row.channel),
        text=row.text,
        effective_on=row.effective_on,
        received_on=row.received_on,
        amount=row.amount,
        currency=row.currency,
        unit=row.unit,
        commitment=row.commitment,
        stance=Stance(row.stance) if row.stance else None,
        evidence=row.evidence,
    )


def next_number(organisation: Organisation) -> int:
    """Numbers never come again, not even those of withdrawn records."""
    rows = TypedRecord.objects.filter(organisation=organisation)
    return int(rows.aggregate(last=Max("number"))["last"] or 0) + 1


def records(organisation: Organisation) -> QuerySet[StoredRecord]:
    """All that count: those of an import that is being read, or was undone, do not.

    Which those are is asked once, and not looked up for every row: there are few imports.
    """
    files = StoredRecord.source.get_queryset()
    unfinished = files.filter(organisation=organisation).exclude(state="done").values("id")
    does_count = Q(source=None) | ~Q(source__in=unfinished)
    return StoredRecord.objects.filter(does_count, organisation=organisation)


def with_source(rows: QuerySet[StoredRecord]) -> QuerySet[StoredRecord]:
    """Each record with where it comes from, but not with all that is known of its file: that is
    the same for every line of it, and long."""
    long = ("source__plan", "source__account", "source__progress")
    return rows.select_related("source", "typed").defer(*long)


def in_short(rows: QuerySet[StoredRecord]) -> QuerySet[StoredRecord]:
    """What a list shows of each record, and no more."""
    return rows.select_related("source").only(*IN_SHORT, "source__path")


def record(organisation: Organisation, name: str) -> StoredRecord | None:
    """The record that reports call so, with all that is known of its file: its page shows both."""
    return records(organisation).filter(name=name).select_related("source", "typed").first()


def records_named(organisation: Organisation, names: list[str]) -> dict[str, StoredRecord]:
    """Those of these names that are there."""
    found = with_source(records(organisation).filter(name__in=names))
    return {one.name: one for one in found}


def neighbours(one: StoredRecord, *, most: int) -> list[StoredRecord]:
    """The records that were read just before and after this one, in the order of the file."""
    if one.source_id is None:
        return []
    rows = StoredRecord.objects.filter(organisation_id=one.organisation_id, source=one.source_id)
    before = rows.filter(id__lt=one.id).order_by("-id")[:most].values("id")
    after = rows.filter(id__gt=one.id).order_by("id")[:most].values("id")
    near = with_source(rows.filter(Q(id__in=before) | Q(id__in=after)))
    return list(near.order_by("id"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which records somebody asks for; what is left out does not narrow it.

    `only` narrows by what other rooms know of records: a condition on their names.
    """

    text: str = ""
    channel: str = ""
    first_on: date | None = None
    last_on: date | None = None
    unit: str = ""
    side: str = ""
    source: UUID | None = None
    is_typed: bool = False
    only: Q | None = None


@dataclass(frozen=True, slots=True)
class Sought:
    """The words somebody looks for, and the records that hold them where those are a few.

    Words that are `often` there are in so many records that any page of them is soon full.
    """

    words: tuple[str, ...]
    few: tuple[int, ...] | None = None
    is_often: bool = False

    @property
    def is_widespread(self) -> bool:
        """Whether so many records hold them that to count those takes longer than a page."""
        return bool(self.words) and self.few is None


def sought(organisation: Organisation, text: str) -> Sought:
    """Looked up once for a page: to find out takes as long as the page itself."""
    words = tuple(words_in(text))
    if not words or _are_often(organisation, words):
        return Sought(words, is_often=bool(words))
    return Sought(words, _few(organisation, words))


def wanted(
    organisation: Organisation, what: Wanted, found: Sought | None = None
) -> QuerySet[StoredRecord]:
    """Each word of the text has to be there, or begin a word that is, in whatever order.

    `found` is what was `sought` for this text already.
    """
    rows = records(organisation)
    found = found or sought(organisation, what.text)
    exact = {
        "channel": what.channel,
        "effective_on__gte": what.first_on,
        "effective_on__lte": what.last_on,
        "unit": what.unit,
        "side": what.side,
        "source_id": what.source,
    }
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if what.is_typed:
        rows = rows.exclude(typed=None)
    if what.only is not None:
        rows = rows.filter(what.only)
    return rows.filter(_said(found)) if found.words else rows


def _said(found: Sought) -> Q:
    """By the index of words that each database has (`migrations/_words_index.py`).

    Neither database can tell how rare the beginning of a word is. Of rare words the records are
    looked up first; for words that many hold, both do best to go through the records in the order
    of the page, and to leave out those that do not hold them.
    """
    if found.few is not None:
        return Q(id__in=found.few)
    match = MATCHES[connection.vendor]
    asked = match.one_by_one(found.words) if found.is_often else match.every(found.words)
    return Q(RawSQL(asked.sql, asked.bound, output_field=BooleanField()))  # noqa: S611 - bound


def _are_often(organisation: Organisation, words: Sequence[str]) -> bool:
    """Whether the oldest and the newest records hold them often, and there are so many records
    that more than a few of all will; where that is worth to ask."""
    asked = MATCHES[connection.vendor].ends(words, _kept(organisation))
    if asked is None:
        return False
    held = int(_asked(asked.sql, asked.bound)[0][0])
    return held >= OFTEN and _are_more(organisation, FEW * ENDS // held)


def _are_more(organisation: Organisation, than: int) -> bool:
    rows = StoredRecord.objects.filter(organisation=organisation, effective_on__isnull=False)
    return rows.order_by("effective_on", "id").values("id")[than : than + 1].exists()


def _few(organisation: Organisation, words: Sequence[str]) -> tuple[int, ...] | None:
    """The records that hold the words; None where there are more than a few."""
    match = MATCHES[connection.vendor]
    bound = (match.asked(words), _kept(organisation))[: match.few.count("%s")]
    found = tuple(number for (number,) in _asked(match.few, bound))
    return found if len(found) <= FEW else None


def _kept(organisation: Organisation) -> Any:
    """Whose records they are, as this database writes it."""
    return StoredRecord.organisation.field.get_db_prep_value(organisation.pk, connection)


def _asked(sql: str, bound: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, bound)
        return list(cursor.fetchall())


def page(rows: QuerySet[StoredRecord], order: Order, cursor: Cursor | None, *, size: int) -> Page:
    """So many rows from the cursor on, or up to it. However deep it lies, it costs the same:
    the database goes to the place by its index and never counts what lies before.

    Rows without a day or amount come last, whatever the direction; databases disagree on that.
    """
    turned = cursor is not None and cursor.is_back
    found: list[StoredRecord] = []
    for is_blank in (True, False) if turned else (False, True):
        if len(found) <= size and _may_hold(cursor, is_blank=is_blank, turned=turned):
            some = _part(rows, order, cursor, is_blank=is_blank, turned=turned)
            found += some[: size + 1 - len(found)]
    more = len(found) > size
    shown = found[:size][::-1] if turned else found[:size]
    return Page(tuple(shown), order, has_after=more or turned, has_before=_has(cursor, more))


def in_chunks(rows: QuerySet[StoredRecord], order: Order, size: int) -> Iterator[Page]:
    """All of them, page after page, in constant memory."""
    cursor: Cursor | None = None
    while True:
        one = page(rows, order, cursor, size=size)
        yield one
        if not one.has_after:
            return
        cursor = one.after


def count_up_to(rows: QuerySet[StoredRecord], most: int) -> int:
    """How many there are; `most` + 1 where there are more, for nobody counts a million."""
    return rows.order_by()[: most + 1].count()


def _has(cursor: Cursor | None, more: bool) -> bool:  # noqa: FBT001 - two facts of one page
    return cursor is not None and (more or not cursor.is_back)


def _may_hold(cursor: Cursor | None, *, is_blank: bool, turned: bool) -> bool:
    """On the way on, no filled row follows a blank one; on the way back, no blank a filled one."""
    if cursor is None or cursor.is_blank is is_blank:
        return True
    return is_blank if not turned else not is_blank


def _part(
    rows: QuerySet[StoredRecord],
    order: Order,
    cursor: Cursor | None,
    *,
    is_blank: bool,
    turned: bool,
) -> QuerySet[StoredRecord]:
    column, falls = order.column, order.falls is not turned
    if column == "id":
        rows = rows.none() if is_blank else rows
    else:
        rows = rows.filter(**{f"{column}__isnull": is_blank})
    names = ("id",) if is_blank or column == "id" else (column, "id")
    rows = rows.order_by(*(f"-{name}" if falls else name for name in names))
    if cursor is None or cursor.is_blank is not is_blank:
        return rows
    return rows.filter(_beyond(column, cursor, falls=falls, is_blank=is_blank))


def _beyond(column: str, cursor: Cursor, *, falls: bool, is_blank: bool) -> Q:
    sign = "lt" if falls else "gt"
    beyond: dict[str, Any] = {f"id__{sign}": cursor.id}
    if is_blank or column == "id":
        return Q(**beyond)
    at = Q(**{column: cursor.value}, **beyond)
    return Q(**{f"{column}__{sign}e": cursor.value}) & (
        Q(**{f"{column}__{sign}": cursor.value}) | at
    )
