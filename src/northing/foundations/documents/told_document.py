"""How is a whole report told in another language, once it stands in English?

Every block stays where it is; only its texts change. What we write ourselves, as a heading or a
caption, is known by its whole wording. In the cells of a table, in a value and beside a quote
people's words stand as often as ours: there only what was told as a sentence (`Told`, `Spelt`) is
told again, and everything else stays as it was written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from northing.foundations.documents.blocks import (
    Bars,
    Block,
    Callout,
    Code,
    Column,
    Details,
    Document,
    Evidence,
    Facts,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Table,
)
from northing.foundations.documents.numbers import Spelt
from northing.foundations.documents.told import Told, Tongue, told_in


def told_as(document: Document, tongue: Tongue) -> Document:
    """The same report in that language; what it has no words for stays English."""
    teller = _Teller(tongue)
    return replace(
        document,
        title=teller.ours(document.title),
        subtitle=teller.ours(document.subtitle),
        language=tongue.code,
        facts=teller.facts(document.facts),
        blocks=teller.blocks(document.blocks),
        footer=teller.ours(document.footer),
    )


@dataclass(frozen=True, slots=True)
class _Teller:
    tongue: Tongue

    def ours(self, text: str) -> str:
        """A text that we write: known by its wording, too."""
        if not isinstance(text, Told | Spelt) and text in self.tongue.patterns:
            return told_in(self.tongue, Told(text))
        return self.told(text)

    def told(self, text: str) -> str:
        """A text that may be anybody's: told again only if it knows how it was made."""
        return told_in(self.tongue, text) if isinstance(text, Told | Spelt) else text

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(_BY_KIND[type(one)](self, one) for one in blocks)

    def text(self, block: Heading | Paragraph) -> Block:
        return replace(block, text=self.ours(block.text))

    def callout(self, block: Callout) -> Block:
        return replace(block, title=self.ours(block.title), text=self.ours(block.text))

    def listing(self, block: Listing) -> Block:
        return replace(block, items=tuple(map(self.ours, block.items)))

    def details(self, block: Details) -> Block:
        return Details(self.ours(block.summary), self.blocks(block.blocks))

    def code(self, block: Code) -> Block:
        return block

    def facts(self, facts: Facts) -> Facts:
        return Facts(tuple((self.ours(label), self.told(value)) for label, value in facts.pairs))

    def table(self, table: Table) -> Table:
        return Table(
            self.ours(table.caption),
            tuple(Column(self.ours(one.label), one.numeric) for one in table.columns),
            tuple(tuple(map(self.told, row)) for row in table.rows),
            empty=self.ours(table.empty),
            note=self.ours(table.note),
        )

    def figure(self, figure: Figure) -> Figure:
        """The picture is drawn anew where the figure knows how; its table says the same."""
        again = figure.again
        return replace(
            figure,
            title=self.ours(figure.title),
            unit=self.ours(figure.unit),
            source=self.ours(figure.source),
            alt=self.ours(figure.alt),
            spec=figure.spec if again is None else again(self.told, self.tongue.code),
            table=self.table(figure.table),
            bars=figure.bars and self._bars(figure.bars),
        )

    def _bars(self, bars: Bars) -> Bars:
        names, labels = (tuple(map(self.told, some)) for some in (bars.names, bars.labels))
        return Bars(names, labels, bars.series)

    def quote(self, quote: Quote) -> Quote:
        return replace(quote, place=self.told(quote.place), detail=self.told(quote.detail))

    def evidence(self, evidence: Evidence) -> Evidence:
        return Evidence(
            said=tuple(map(self.quote, evidence.said)),
            done=tuple(map(self.quote, evidence.done)),
            against=tuple(map(self.quote, evidence.against)),
            said_empty=self.ours(evidence.said_empty),
            done_empty=self.ours(evidence.done_empty),
            against_empty=self.ours(evidence.against_empty),
        )


_BY_KIND: dict[type, Callable[[_Teller, Any], Block]] = {
    Heading: _Teller.text,
    Paragraph: _Teller.text,
    Callout: _Teller.callout,
    Table: _Teller.table,
    Figure: _Teller.figure,
    Quote: _Teller.quote,
    Evidence: _Teller.evidence,
    Facts: _Teller.facts,
    Listing: _Teller.listing,
    Code: _Teller.code,
    Details: _Teller.details,
}
