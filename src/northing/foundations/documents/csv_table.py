"""How does a table leave as CSV without carrying a formula?

UTF-8 without a byte order mark (RFC 4180, comma, CRLF): every import dialogue asks for the
encoding, and a mark would become part of the first column's name in most other programs.
Text goes through `formula_safe`; real numbers stay numbers; None is an empty cell.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from northing.foundations.documents.formula_safe import formula_safe

AT_ONCE = 500
Cell = str | int | float | Decimal | date | bool | None


def to_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The table as CSV text; every row must be as long as `columns`."""
    return "".join(csv_pieces(columns, rows))


def csv_pieces(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The same, a few hundred lines at a time: however many rows there are, few are held."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([formula_safe(column) for column in columns])
    for at, row in enumerate(rows, start=1):
        if len(row) != len(columns):
            raise ValueError(
                f"Row {at} has {len(row)} cells; the table has {len(columns)} columns."
            )
        writer.writerow([_written(cell) for cell in row])
        if at % AT_ONCE == 0:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


def _written(cell: Cell) -> str:  # noqa: PLR0911  (one line a kind of cell)
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int() | float():
            return repr(cell)
        case Decimal():
            return f"{cell:f}" if cell.is_finite() else formula_safe(str(cell))
        case date():
            return cell.isoformat()
        case _:
            return formula_safe(cell)
