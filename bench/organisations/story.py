"""How does a family tell its organisation, so that twin and original share every other line?"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from organisations.drawing import Draw
from organisations.facts import (
    ADVANCES,
    CONTRADICTS,
    Line,
    Organisation,
    Plant,
    Promise,
    Source,
    Twins,
)
from organisations.pen import More, Pen, Range
from organisations.vocabulary import EVERYDAY, HEADERS, STEMS

USUAL = 150
_AMOUNTS: Mapping[str, Range] = {
    "money": (90, 9000),
    "time": (1, 40),
    "metrics": (3, 96),
    "incentives": (2, 8),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds:
    """So many lines of some wordings; `n` is meant for an organisation of 150 records."""

    texts: Sequence[str]
    n: int = 6
    least: int = 2
    amount: Range | None = None
    since: date | None = None
    until: date | None = None
    unit: str = ""
    cells: Mapping[str, str] | None = None


class Story:
    """Gathers what both twins share and what differs. Nothing here knows what an audit does."""

    def __init__(
        self,
        draw: Draw,
        family: str,
        name: str,
        *,
        years: tuple[int, int] = (2022, 2025),
        size: tuple[int, int] = (30, 1500),
        language: str = "en",
    ) -> None:
        self.draw, self.family, self.language = draw, family, language
        self.name = name
        self.first, self.last = date(years[0], 1, 1), date(years[1], 12, 31)
        self.years = range(years[0], years[1] + 1)
        self.size = draw.log_uniform(*size)
        self.pen = Pen(draw, language)
        self.promises: list[Promise] = []
        self.sources: dict[str, Source] = {}
        self._common: dict[str, list[Line]] = defaultdict(list)
        self._planted: dict[str, list[Line]] = defaultdict(list)
        self._instead: dict[str, list[Line]] = defaultdict(list)
        self._noiseless: set[str] = set()
        self._plants: list[Plant] = []
        self._clean: tuple[str, ...] = ()
        self._may_say: frozenset[str] = frozenset()

    def promise(  # noqa: PLR0913 - the keys of a [[commitment]]
        self,
        name: str,
        text: str,
        living: Sequence[str] = (),
        breaking: Sequence[str] = (),
        *,
        layer: str | None = None,
        weight: int = 1,
        guardrail: bool = False,
    ) -> str:
        self.promises.append(
            Promise(
                id=name,
                text=text,
                living=tuple(living),
                breaking=tuple(breaking),
                layer=layer,
                weight=weight,
                is_guardrail=guardrail,
            )
        )
        return name

    def source(
        self, key: str, channel: str, *kinds: str, per: str = "year", **options: object
    ) -> str:
        """`rules` and `expected` as the case has them; `quiet` keeps everyday lines out; other
        options are keys of the `[[source]]`."""
        rules = tuple(options.pop("rules", ()))  # type: ignore[arg-type]
        expected = options.pop("expected", {})
        if options.pop("quiet", False):
            self._noiseless.add(key)
        headers = {name: self.draw.one(names) for name, names in HEADERS.items()}
        stem = f"{self.draw.one(STEMS[channel])}{'' if key == channel else '-' + key}"
        self.sources[key] = Source(
            key=key,
            channel=channel,
            kind=self.draw.one(kinds),
            stem=stem,
            per=per,
            headers=headers,
            options=options,
            expected=expected,
            rules=rules,  # type: ignore[arg-type]
        )
        return key

    def told(
        self,
        key: str,
        commitment: str,
        texts: Sequence[str],
        *,
        each: int = 2,
        since: int | None = None,
        until: int | None = None,
    ) -> None:
        """Sentences of the commitment in the documents of every year."""
        for line in self.sentences(key, commitment, texts, each=each, since=since, until=until):
            self._common[key].append(line)

    def sentences(
        self,
        key: str,
        commitment: str | None,
        texts: Sequence[str],
        *,
        each: int = 2,
        since: int | None = None,
        until: int | None = None,
    ) -> list[Line]:
        found = []
        for year in self.years:
            if (since or year) <= year <= (until or year):
                number = max(1, round(each * math.sqrt(self.size / USUAL)))
                bears = {commitment: ADVANCES} if commitment else {}
                for text in self.draw.turns(texts, number):
                    day = self.draw.day(date(year, 1, 1), date(year, 12, 28))
                    found.append(self.pen.line(self.sources[key], text, day, bears))
        return found

    def done(
        self, key: str, commitment: str | None, deeds: Deeds, *, stance: str = ADVANCES
    ) -> None:
        """Deeds that both twins have."""
        self._common[key] += self.deeds(key, commitment, deeds, stance=stance)

    def deeds(
        self, key: str, commitment: str | None, deeds: Deeds, *, stance: str = ADVANCES
    ) -> list[Line]:
        bears = {commitment: stance} if commitment else {}
        low, high = deeds.since or self.first, deeds.until or self.last
        days = self.draw.spread(self.count(deeds.n, deeds.least), low, high)
        amount = self.draw.steady(*deeds.amount) if deeds.amount else None
        more = More(amount=amount, unit=deeds.unit, cells=deeds.cells or {})
        texts = self.draw.turns(deeds.texts, len(days))
        return [
            self.pen.line(self.sources[key], text, day, bears, more)
            for text, day in zip(texts, days, strict=True)
        ]

    def against(
        self, key: str, commitment: str, planted: Deeds, honest: Sequence[str] = ()
    ) -> None:
        """What was planted contradicts; its twin did something else on the same day, for the same
        sum, or, without `honest`, nothing."""
        lines = self.deeds(key, commitment, planted, stance=CONTRADICTS)
        self._planted[key] += lines
        texts = self.draw.turns(honest, len(lines)) if honest else []
        for line, text in zip(lines, texts, strict=False):
            twin = self.pen.line(self.sources[key], text, line.on, {commitment: ADVANCES})
            self._instead[key].append(
                replace(twin, amount=line.amount, unit=line.unit, cells=line.cells)
            )

    def differ(self, key: str, planted: Iterable[Line] = (), honest: Iterable[Line] = ()) -> None:
        self._planted[key] += planted
        self._instead[key] += honest

    def share(self, key: str, lines: Iterable[Line]) -> None:
        self._common[key] += lines

    def shared(self, key: str) -> tuple[Line, ...]:
        return tuple(self._common[key])

    def declare_rows(self, *keys: str) -> None:
        """Both twins declare as many rows as the honest one has."""
        for key in keys:
            rows = len(self._common[key]) + len(self._instead[key])
            self.sources[key] = replace(self.sources[key], expected={"rows": rows})

    def plant(  # noqa: PLR0913 - the parts of a plant
        self,
        kind: str,
        codes: Iterable[str],
        commitment: str | None,
        channel: str,
        *,
        follows: Iterable[str] = (),
        is_accusing: bool = True,
        turned_on: date | None = None,
    ) -> None:
        self._plants.append(
            Plant(
                kind=kind,
                codes=frozenset(codes),
                commitment=commitment,
                channel=channel,
                follows=frozenset(follows),
                is_accusing=is_accusing,
                turned_on=turned_on,
            )
        )

    def clean(self, *commitments: str) -> None:
        self._clean = commitments

    def may_say(self, *codes: str) -> None:
        self._may_say = frozenset(codes)

    def count(self, n: int, least: int = 2) -> int:
        return max(least, round(n * self.size / USUAL))

    def line(
        self, key: str, text: str, day: date, bears: Mapping[str, str] | None = None, **more: object
    ) -> Line:
        """One line, filled and in the register of the house; `amount` as it stands."""
        return replace(self.pen.line(self.sources[key], text, day, bears or {}), **more)  # type: ignore[arg-type]

    def twins(self) -> Twins:
        self._fill()
        guilty = {key: self._in_order(key, self._planted) for key in self.sources}
        honest = {key: self._in_order(key, self._instead) for key in self.sources}
        base = Organisation(
            name=self.name,
            language=self.language,
            currency="EUR",
            promises=tuple(self.promises),
            sources=tuple(self.sources.values()),
            lines=guilty,
        )
        return Twins(
            family=self.family,
            guilty=base,
            honest=replace(base, lines=honest),
            planted={key: tuple(of) for key, of in self._planted.items()},
            instead={key: tuple(of) for key, of in self._instead.items()},
            plants=tuple(self._plants),
            must_be_clean=self._clean,
            may_say=self._may_say,
        )

    def _in_order(self, key: str, own: Mapping[str, list[Line]]) -> tuple[Line, ...]:
        lines = [*self._common[key], *own.get(key, ())]
        return tuple(sorted(lines, key=lambda one: (one.on, one.text)))

    def _fill(self) -> None:
        """Everyday lines up to the drawn size, spread over the files."""
        everyday = EVERYDAY[self.language]
        keys = [
            key
            for key, one in self.sources.items()
            if one.channel in everyday and key not in self._noiseless
        ]
        have = sum(len(of) for of in (*self._common.values(), *self._planted.values()))
        for _ in range(max(self.size - have, min(len(keys) * 2, self.size // 4)) if keys else 0):
            source = self.sources[self.draw.one(keys)]
            text = self.draw.one(everyday[source.channel])
            day = self.draw.day(self.first, self.last)
            more = More(amount=_AMOUNTS.get(source.channel))
            self._common[source.key].append(self.pen.line(source, text, day, {}, more))
