"""How may a record, and any text of a case, be told without naming people? Facts in, blocks out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from northing.foundations.documents.blocks import Quote, Tone
from northing.foundations.documents.numbers import (
    NARROW_SPACE,
    Spelt,
    day,
    money,
    number,
    percent,
)
from northing.foundations.documents.told import (
    Count,
    Listed,
    Term,
    polished,
    tell,
)
from northing.foundations.documents.told import (
    Place as Part,
)
from northing.foundations.documents.told import Told as Sentence
from northing.foundations.sources.rows import Place
from northing.foundations.text.attendance import without_speaker
from northing.stages.records.ledger.facts import SPOKEN, Channel, Record

QUOTED = 280
MOST_PERIODS = 6
MOST_PLACES = 3
BESIDE = " · "
N_IS = "n\u00a0=\u00a0"
UNLISTED = tell("a commitment that the case does not list")


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
        """A sentence of a rule: without people, and with its numbers kept on one line."""
        is_told = isinstance(text, Sentence | Spelt)
        said = text if is_told else tell("{said}", said=Term(text))
        return polished(said, self._polish) if text else ""

    def _polish(self, text: str) -> str:
        return self.redact(text).replace(" %", f"{NARROW_SPACE}%").replace("n = ", N_IS)

    def name(self, commitment: str, *, most: int = QUOTED) -> str:
        return shortened(self.names.get(commitment, UNLISTED), most=most)

    def whole(self, commitment: str) -> str:
        return self.texts.get(commitment, self.name(commitment)).rstrip(".")

    def place(self, place: Place) -> str:
        """`budget.xlsx, sheet North, line 14, column FY2024`."""
        parts = [place.path]
        parts += [_sheet(place.sheet)] if place.sheet else []
        parts += [tell("line {line}", line=str(place.line))] if place.line is not None else []
        parts += [tell("column {name}", name=place.column)] if place.column else []
        return polished(listed(parts), self.redact)

    def quotes(self, told: Iterable[Told], *, most: int) -> tuple[Quote, ...]:
        """At most so many quotes; what stands in the same words in several places stands once."""
        groups: dict[tuple[str, Tone, str], list[Told]] = {}
        for one in told:
            key = (self.spoken(one.record.text), one.tone, one.detail)
            groups.setdefault(key, []).append(one)
        return tuple(self._quote(key[0], group) for key, group in list(groups.items())[:most])

    def _quote(self, text: str, group: Sequence[Told]) -> Quote:
        records = [one.record for one in group]
        detail = listed((amount_words(records), group[0].detail), by=BESIDE)
        return Quote(text, self.places(records), group[0].tone, polished(detail, self.redact))

    def places(self, records: Sequence[Record]) -> str:
        """Up to three places; the years of one line of a table are one place."""
        if len(records) == 1:
            return self.place(records[0].place)
        told = dict.fromkeys(self.place(replace(one.place, column=None)) for one in records)
        return first_of(list(told), most=MOST_PLACES, by="; ")


def _sheet(name: str) -> str:
    page = name.removeprefix("page ")
    return tell("sheet {name}", name=name) if page == name else tell("page {page}", page=page)


def listed(parts: Iterable[str], *, by: str = ", ") -> str:
    """One after the other, without those that are empty; each is told in its own way."""
    return tell("{all}", all=Listed(tuple(one for one in parts if one), by))


def first_of(told: Sequence[str], *, most: int, by: str = ", ") -> str:
    """The first of them, and how many more there are."""
    more = len(told) - most
    rest = [tell("{n} more", n=number(more))] if more > 0 else []
    return listed((*told[:most], *rest), by=by)


def kind_told(channel: str) -> str:
    """A kind of record by its name, beside its currency where it has one of its own."""
    kind, parted, currency = channel.partition(" in ")
    if not parted:
        return tell("{kind}", kind=Term(kind))
    return tell("{kind} in {currency}", kind=Term(kind), currency=currency)


def shortened(text: str, *, most: int) -> str:
    """The text, or as much of it as ends at a word within `most` signs."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    cut = head.rfind(" ")
    return f"{(head[:cut] if cut > most // 2 else head).rstrip(' ,;:.–-')}…"


def counted(n: int, noun: str) -> str:
    """`1 record`, `12 records`."""
    return tell("{n}", n=Count(n, noun))


def sum_words(amount: Decimal, measure: str) -> str:
    """A total with its unit: a currency stands before the number, another unit behind it."""
    if measure.isupper():
        return money(amount, measure)
    return tell("{amount} {measure}", amount=_plain(amount), measure=Term(measure))


def _plain(amount: Decimal) -> str:
    return number(amount, decimals=0 if amount == int(amount) else 2)


def n_is(n: int | str | None = None) -> str:
    """`n = 12` or `n = 12 records`, never parted at the end of a line."""
    counts: Part = number(n) if isinstance(n, int) else n or ""
    return tell("{is}{counts}", **{"is": N_IS, "counts": counts})


def amount_words(records: Sequence[Record]) -> str:
    """What records carry and when: `USD 500,000 · FY2025`, or `FY2024: USD 1, FY2025: USD 2`."""
    if len(records) == 1:
        return listed((_amount(records[0]), _when(records[0])), by=BESIDE)
    periods = {_when(one) for one in records}
    if len(periods) < len(records) or len(records) > MOST_PERIODS:
        return _in_all(records)
    ordered = sorted(records, key=lambda one: (one.period or "", one.id))
    return listed(listed((_when(one), _amount(one)), by=": ") for one in ordered)


def _in_all(records: Sequence[Record]) -> str:
    currencies = {one.currency for one in records}
    n = counted(len(records), "record")
    if len(currencies) == 1 and records[0].currency and records[0].channel is Channel.MONEY:
        whole = sum((one.amount or Decimal(0) for one in records), Decimal(0))
        return tell("{records}, {sum} in all", records=n, sum=money(whole, records[0].currency))
    return n


def _amount(record: Record) -> str:
    if record.amount is None or record.channel in SPOKEN:
        return ""
    if record.currency:
        return money(record.amount, record.currency)
    plain = _plain(record.amount)
    return tell("{n} hours", n=plain) if record.channel is Channel.TIME else plain


def _when(record: Record) -> str:
    return day(record.effective_on) if record.is_dated_to_day else record.period or ""


def share_words(part: Decimal, whole: Decimal) -> str:
    """`12.3 %`, or "?" where there is no whole to take a share of."""
    return percent(float(part / whole)) if whole > 0 else "?"
