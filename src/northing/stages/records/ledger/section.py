"""How may a record, and any text of a case, be told without naming people? Facts in, blocks out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from northing.foundations.documents.blocks import Quote, Tone
from northing.foundations.documents.numbers import (
    NARROW_SPACE,
    NO_BREAK_SPACE,
    day,
    money,
    number,
    percent,
)
from northing.foundations.sources.rows import Place
from northing.foundations.text.attendance import without_speaker
from northing.stages.records.ledger.facts import SPOKEN, Channel, Record

QUOTED = 280
MOST_PERIODS = 6
MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Told:
    """One record to be quoted, in which tone, and what is to be said beside it."""

    record: Record
    tone: Tone
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How texts of a case may be told: without its people, at a readable length.

    `names` gives every commitment id its short text, `texts` the whole; ids alone are never shown.
    """

    redact: Callable[[str], str]
    people: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

    def text(self, text: str, *, most: int = QUOTED) -> str:
        """One line without people, cut at a word."""
        return shortened(self.redact(" ".join(text.split())), most=most)

    def spoken(self, text: str, *, most: int = QUOTED) -> str:
        """The same for a line of minutes, without the name it opens with."""
        return self.text(without_speaker(text, names=self.people), most=most)

    def sentence(self, text: str) -> str:
        """A sentence made elsewhere: without people, and with its numbers kept on one line."""
        return self.redact(text).replace(" %", f"{NARROW_SPACE}%").replace("n = ", n_is())

    def name(self, commitment: str, *, most: int = QUOTED) -> str:
        name = self.names.get(commitment, "a commitment that the case does not list")
        return shortened(name, most=most)

    def whole(self, commitment: str) -> str:
        return self.texts.get(commitment, self.name(commitment)).rstrip(".")

    def place(self, place: Place) -> str:
        """`budget.xlsx, sheet North, line 14, column FY2024`."""
        parts = [place.path]
        parts += [_sheet(place.sheet)] if place.sheet else []
        parts += [f"line {place.line}"] if place.line is not None else []
        parts += [f"column {place.column}"] if place.column else []
        return self.redact(", ".join(parts))

    def quotes(self, told: Iterable[Told], *, most: int) -> tuple[Quote, ...]:
        """At most so many quotes; what stands in the same words in several places stands once."""
        groups: dict[tuple[str, Tone, str], list[Told]] = {}
        for one in told:
            key = (self.spoken(one.record.text), one.tone, one.detail)
            groups.setdefault(key, []).append(one)
        return tuple(self._quote(key[0], group) for key, group in list(groups.items())[:most])

    def _quote(self, text: str, group: Sequence[Told]) -> Quote:
        records = [one.record for one in group]
        detail = " · ".join(one for one in (amount_words(records), group[0].detail) if one)
        return Quote(text, self.places(records), group[0].tone, self.redact(detail))

    def places(self, records: Sequence[Record]) -> str:
        """Up to three places; the years of one line of a table are one place."""
        if len(records) == 1:
            return self.place(records[0].place)
        told = dict.fromkeys(self.place(replace(one.place, column=None)) for one in records)
        more = len(told) - MOST_PLACES
        return "; ".join((*list(told)[:MOST_PLACES], *([f"{more} more"] if more > 0 else ())))


def _sheet(name: str) -> str:
    return name if name.startswith("page ") else f"sheet {name}"


def shortened(text: str, *, most: int) -> str:
    """The text, or as much of it as ends at a word within `most` signs."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    cut = head.rfind(" ")
    return f"{(head[:cut] if cut > most // 2 else head).rstrip(' ,;:.–-')}…"


def counted(n: int, noun: str) -> str:
    """`1 record`, `12 records`."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number(n)} {noun if n == 1 else plural}"


def sum_words(amount: Decimal, measure: str) -> str:
    """A total with its unit: a currency stands before the number, another unit behind it."""
    is_currency = measure.isupper()
    whole = amount == int(amount)
    written = number(amount, decimals=0 if whole else 2)
    return money(amount, measure) if is_currency else f"{written} {measure}"


def n_is(n: int | None = None) -> str:
    """`n = 12`, never parted at the end of a line."""
    return f"n{NO_BREAK_SPACE}={NO_BREAK_SPACE}{'' if n is None else number(n)}"


def amount_words(records: Sequence[Record]) -> str:
    """What records carry and when: `USD 500,000 · FY2025`, or `FY2024: USD 1, FY2025: USD 2`."""
    if len(records) == 1:
        return " · ".join(one for one in (_amount(records[0]), _when(records[0])) if one)
    periods = {_when(one) for one in records}
    if len(periods) < len(records) or len(records) > MOST_PERIODS:
        return _in_all(records)
    ordered = sorted(records, key=lambda one: (one.period or "", one.id))
    told = [": ".join(part for part in (_when(one), _amount(one)) if part) for one in ordered]
    return ", ".join(one for one in told if one)


def _in_all(records: Sequence[Record]) -> str:
    currencies = {one.currency for one in records}
    if len(currencies) == 1 and records[0].currency and records[0].channel is Channel.MONEY:
        whole = sum((one.amount or Decimal(0) for one in records), Decimal(0))
        return f"{counted(len(records), 'record')}, {money(whole, records[0].currency)} in all"
    return counted(len(records), "record")


def _amount(record: Record) -> str:
    if record.amount is None or record.channel in SPOKEN:
        return ""
    if record.currency:
        return money(record.amount, record.currency)
    whole = record.amount == int(record.amount)
    plain = number(record.amount, decimals=0 if whole else 2)
    return f"{plain} hours" if record.channel is Channel.TIME else plain


def _when(record: Record) -> str:
    return day(record.effective_on) if record.is_dated_to_day else record.period or ""


def share_words(part: Decimal, whole: Decimal) -> str:
    """`12.3 %`, or "?" where there is no whole to take a share of."""
    return percent(float(part / whole)) if whole > 0 else "?"
