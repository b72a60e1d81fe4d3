"""How does a house write its lines: in which register, and never the same line twice?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from organisations.drawing import Draw
from organisations.facts import Line, Source
from organisations.vocabulary import REGISTERS

SPOKEN = ("words", "communications", "practices")
PLAIN = "plain"
"""No register: the line stands as it was written, also where it stands there again."""

Range = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """What a line has besides its words: a sum drawn from a range, a unit, further columns."""

    amount: Range | None = None
    unit: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)


NO_MORE = More()


class Pen:
    """Fills templates and puts them into the register of the house."""

    def __init__(self, draw: Draw, language: str) -> None:
        self._draw = draw
        self._registers = REGISTERS[language]
        self.register = draw.one(sorted(self._registers))
        self._met: dict[str, Counter[str]] = defaultdict(Counter)

    def line(
        self,
        source: Source,
        template: str,
        day: date,
        bears: Mapping[str, str],
        more: More = NO_MORE,
    ) -> Line:
        text = self._spoken(source, self._draw.fill(template))
        self._met[source.key][text] += 1
        if self._met[source.key][text] > 1 and self.register != PLAIN:
            text = self._again(source, text)
        value: Decimal | None = self._draw.amount(*more.amount) if more.amount else None
        return Line(text=text, on=day, amount=value, unit=more.unit, bears=bears, cells=more.cells)

    def _again(self, source: Source, text: str) -> str:
        """A wording met before gets a number, so that no line is a repeat of another."""
        number = self._met[source.key][text]
        return f"{text.rstrip('.')} ({number})." if source.is_document else f"{text} #{number}"

    def _spoken(self, source: Source, text: str) -> str:
        if self.register == PLAIN:
            return text
        how = "spoken" if source.channel in SPOKEN else "row"
        wrap = self._draw.one(self._registers[self.register][how])
        lower = text[:1].lower() + text[1:]
        short = text.replace(" the ", " ").replace(" a ", " ").rstrip(".")
        said = wrap.replace("{t}", "\0").replace("{l}", "\1").replace("{s}", "\2")
        said = self._draw.fill(said)
        said = said.replace("\0", text).replace("\1", lower).replace("\2", short)
        return f"{said.rstrip('.')}." if source.is_document else said
