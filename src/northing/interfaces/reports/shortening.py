"""Which tables are longer than anybody reads on paper, and where does the whole of them stand?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from northing.foundations.documents.blocks import Block, Details, Figure, Table
from northing.foundations.documents.numbers import number
from northing.foundations.documents.told import tell, together

MOST_ROWS = 500


def shortened(blocks: Iterable[Block], *, most: int = MOST_ROWS) -> tuple[Block, ...]:
    """The same blocks, no table longer than `most` rows; where one was cut, its note says so."""
    return tuple(_shortened(one, most) for one in blocks)


def _shortened(block: Block, most: int) -> Block:
    if isinstance(block, Table):
        return _cut(block, most)
    if isinstance(block, Figure):
        return replace(block, table=_cut(block.table, most))
    if isinstance(block, Details):
        return replace(block, blocks=shortened(block.blocks, most=most))
    return block


def _cut(table: Table, most: int) -> Table:
    if len(table.rows) <= most:
        return table
    told = tell(
        "Only the first {most} of {all} rows are printed here; audit.json holds all of them.",
        most=number(most),
        all=number(len(table.rows)),
    )
    return replace(table, rows=table.rows[:most], note=together(told, table.note))
