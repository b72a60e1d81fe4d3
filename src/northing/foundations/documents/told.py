"""How is a sentence made in English so that it can be told again in another language?

A sentence is a pattern and what stands in its places: `tell("{n} of {kind} are left.", n=3,
kind=Term("money"))`. What comes out is that English sentence and remembers how it was made. What
people wrote themselves stands in a place as text and is the same in every language; figures, days,
terms and sentences within sentences are written anew in each. This file knows no sentence:
whoever tells brings the patterns of a language with it (`Tongue`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial, reduce
from itertools import zip_longest
from operator import or_
from typing import TypeAlias

from typing_extensions import override

from northing.foundations.documents.numbers import GERMAN as GERMAN_HABITS
from northing.foundations.documents.numbers import Spelt

_PLACE = re.compile(r"\{(\w+)(?::(\w+))?\}")
_LETTER = re.compile(r"[^\W\d_]")
OF_MANY, CAPITAL = "dat", "up"
"""What a pattern may ask of a place: `{n:dat}` a counted noun's case, `{told:up}` a capital."""
AS_WRITTEN = "text"
_NUMBERS = str.maketrans(",.", GERMAN_HABITS.thousands + GERMAN_HABITS.decimal)


class Told(str):
    """An English sentence that knows its pattern and what stands in the pattern's places."""

    pattern: str
    places: Mapping[str, Place]

    def __new__(
        cls, english: str, pattern: str = "", places: Mapping[str, Place] | None = None
    ) -> Told:
        made = super().__new__(cls, english)
        made.pattern, made.places = pattern or english, dict(places or {})
        return made


@dataclass(frozen=True, slots=True)
class Written:
    """A number as English writes it by this format; `unit` follows it, in words of its own."""

    value: float | Decimal
    form: str
    unit: str = ""

    @override
    def __str__(self) -> str:
        return f"{self.value:{self.form}}{self.unit}"


@dataclass(frozen=True, slots=True)
class Sum:
    """Money, or an amount of something that has no currency; cents only where there are any."""

    amount: Decimal
    currency: str | None = None

    @override
    def __str__(self) -> str:
        return f"{self.currency} {self.figure}" if self.currency else self.figure

    @property
    def figure(self) -> str:
        return f"{self.amount:,.2f}".removesuffix(".00")


@dataclass(frozen=True, slots=True)
class Count:
    """`1 record`, `1,200 records`, `2 hypotheses`."""

    n: int
    noun: str

    @override
    def __str__(self) -> str:
        return f"{self.n:,} {self.noun if self.n == 1 else self._many}"

    @property
    def _many(self) -> str:
        if re.search("[^aeiou]y$", self.noun):
            return f"{self.noun[:-1]}ies"
        return f"{self.noun[:-2]}es" if self.noun.endswith("sis") else f"{self.noun}s"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of ours, as the name of a kind of records; each language has its own for it."""

    word: str

    @override
    def __str__(self) -> str:
        return self.word


@dataclass(frozen=True, slots=True)
class Listed:
    """Several things one after the other, parted by a sign or by a word of ours."""

    each: tuple[Place, ...]
    by: str = ", "

    @override
    def __str__(self) -> str:
        return self.by.join(map(str, self.each))


Place: TypeAlias = str | int | date | Told | Written | Sum | Count | Term | Listed


@dataclass(frozen=True, slots=True)
class Noun:
    """What one of it is called, what many are, and what many are where something is *of* them."""

    one: str
    many: str
    of_many: str = ""


@dataclass(frozen=True, slots=True)
class Either:
    """Two ways to tell a pattern: where the count in the place `by` is one, and where it is not."""

    by: str
    one: str
    many: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language to tell in: its pattern for each English one, its terms, units and nouns.

    `glued` are patterns of English sentences that come without their places: a sentence that
    nobody has words for is looked at for one of these shapes. In them a place called `text…` holds
    what people wrote, and stays as it is.
    """

    code: str
    patterns: Mapping[str, str | Either]
    terms: Mapping[str, str] = field(default_factory=dict)
    nouns: Mapping[str, Noun] = field(default_factory=dict)
    glued: Mapping[str, str] = field(default_factory=dict)


def joined(*tongues: Tongue) -> Tongue:
    """What several rooms say in one language."""
    return Tongue(
        code=tongues[0].code,
        patterns=reduce(or_, (dict(one.patterns) for one in tongues)),
        terms=reduce(or_, (dict(one.terms) for one in tongues)),
        nouns=reduce(or_, (dict(one.nouns) for one in tongues)),
        glued=reduce(or_, (dict(one.glued) for one in tongues)),
    )


def tell(pattern: str, /, **places: Place) -> Told:
    """The English sentence, which remembers its pattern and its places."""
    return Told(_filled(pattern, places, _in_english), pattern, places)


def together(*parts: str, by: str = " ") -> str:
    """Sentences one after the other; what is empty is left out."""
    said = tuple(one if isinstance(one, Told) else Told(one) for one in parts if one)
    return said[0] if len(said) == 1 else tell("{all}", all=Listed(said, by))


def polished(said: str, polish: Callable[[str], str]) -> Spelt:
    """The sentence as `polish` leaves it, in whichever language it is told."""
    return Spelt(polish(said), partial(_polished, polish, said), of=said)


def _polished(polish: Callable[[str], str], said: str, tongue: Tongue) -> str:
    return polish(told_in(tongue, said) if isinstance(said, Told | Spelt) else said)


def told_in(tongue: Tongue, said: str) -> str:
    """The sentence in that language, as far as it has words for it; the rest as it is.

    Of a `Told` only whole patterns are known: it may be what people wrote. Any other text is a
    word of ours, such as the reason for which something is unknown, and may be glued together.
    """
    if isinstance(said, Spelt):
        return said.again(tongue)
    return _sentence(tongue, said) if isinstance(said, Told) else _word(tongue, Term(said))


def has_words_for(tongue: Tongue, said: str) -> bool:
    """Whether nothing of the sentence would stay English that is ours to translate."""
    return not list(left_in(tongue, said))


def left_in(tongue: Tongue, said: Place) -> Iterable[str]:
    """Patterns, terms, nouns and units within it that the language has no words for."""
    if isinstance(said, Told):
        if _says_something(said.pattern) and said.pattern not in tongue.patterns:
            yield said.pattern
        for one in said.places.values():
            yield from left_in(tongue, one)
    elif isinstance(said, Spelt | Listed):
        yield from _left_within(tongue, said)
    elif isinstance(said, Count):
        yield from () if said.noun in tongue.nouns else (said.noun,)
    elif isinstance(said, Term | Written):
        word = said.word if isinstance(said, Term) else said.unit
        yield from (word,) if _is_left(tongue, word) else ()


def _left_within(tongue: Tongue, said: Spelt | Listed) -> Iterator[str]:
    """What is left in the sentences that something is made of, and in what parts them."""
    parts = (said.of,) if isinstance(said, Spelt) else said.each
    if isinstance(said, Listed) and _is_left(tongue, said.by):
        yield said.by
    for one in parts:
        yield from left_in(tongue, one)


def _is_left(tongue: Tongue, word: str) -> bool:
    return _says_something(word) and _known(tongue, word) is None


def _says_something(pattern: str) -> bool:
    return bool(_LETTER.search(_PLACE.sub("", pattern)))


def _known(tongue: Tongue, word: str) -> str | Either | None:
    """The language's words for a pattern or a term, for one that was glued together too."""
    found = tongue.patterns.get(word) or tongue.terms.get(word)
    return found or next((_shaped(tongue, *one) for one in _shapes(tongue, word)), None)


def _shapes(tongue: Tongue, word: str) -> Iterator[tuple[str, re.Match[str]]]:
    for pattern, shape in _compiled(tuple(tongue.glued)):
        if met := shape.fullmatch(word):
            yield tongue.glued[pattern], met


@lru_cache
def _compiled(patterns: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    def shape(pattern: str) -> str:
        parts = _PLACE.split(pattern)[::3]
        names = (one[1] for one in _PLACE.finditer(pattern))
        return "".join(
            re.escape(part) + (f"(?P<{name}>.+?)" if name else "")
            for part, name in zip_longest(parts, names)
        )

    return tuple((one, re.compile(shape(one))) for one in patterns)


def _shaped(tongue: Tongue, pattern: str, met: re.Match[str]) -> str:
    def told(place: re.Match[str]) -> str:
        found = met[place[1]]
        return found if place[1].startswith(AS_WRITTEN) else told_in(tongue, found)

    return _PLACE.sub(told, pattern)


def _filled(pattern: str, places: Mapping[str, Place], written: Callable[[Place, str], str]) -> str:
    def fill(met: re.Match[str]) -> str:
        if met[1] not in places:
            return met[0]  # braces that people wrote
        found = written(places[met[1]], met[2] or "")
        return found[:1].upper() + found[1:] if met[2] == CAPITAL else found

    return _PLACE.sub(fill, pattern)


def _in_english(place: Place, _form: str) -> str:
    return str(place)


def _sentence(tongue: Tongue, said: Told, case: str = "") -> str:
    """What a place asks of a sentence within it, that sentence asks of its own places."""
    found = tongue.patterns.get(said.pattern, said.pattern)
    if isinstance(found, Either):
        found = found.one if _count(said.places[found.by]) == 1 else found.many
    return _filled(found, said.places, lambda place, form: _place(tongue, place, form or case))


def _count(place: Place) -> int:
    if isinstance(place, Count):
        return place.n
    if isinstance(place, Listed):
        return len(place.each)
    if isinstance(place, Told) and len(place.places) == 1:
        return _count(next(iter(place.places.values())))
    n = place.n if isinstance(place, Spelt) else place
    return n if isinstance(n, int) else 0


def _place(tongue: Tongue, place: Place, form: str) -> str:
    if isinstance(place, Told):
        return _sentence(tongue, place, form)
    if isinstance(place, Listed):
        parts = (_place(tongue, one, form) for one in place.each)
        return tongue.terms.get(place.by, place.by).join(parts)
    if isinstance(place, Count):
        return _counted(tongue, place, form)
    return place.again(tongue) if isinstance(place, Spelt) else _word(tongue, place)


def _counted(tongue: Tongue, place: Count, form: str) -> str:
    noun = tongue.nouns.get(place.noun, Noun(place.noun, f"{place.noun}s"))
    many = noun.of_many if form == OF_MANY and noun.of_many else noun.many
    return f"{place.n:,} ".translate(_NUMBERS) + (noun.one if place.n == 1 else many)


def _word(tongue: Tongue, place: Place) -> str:
    """Numbers and days as German writes them: the one language beside English there is."""
    if isinstance(place, Term):
        return str(_known(tongue, place.word) or place.word)
    if isinstance(place, Written):
        unit = tongue.terms.get(place.unit, place.unit)
        return f"{place.value:{place.form}}".translate(_NUMBERS) + unit
    if isinstance(place, Sum):
        figure = place.figure.translate(_NUMBERS)
        return f"{figure} {place.currency}" if place.currency else figure
    return f"{place:%d.%m.%Y}" if isinstance(place, date) else str(place)
