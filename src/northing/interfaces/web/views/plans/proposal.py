"""What of an answer is the budget itself, and what of it does a spreadsheet get?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from northing.foundations.documents.csv_table import Cell
from northing.foundations.documents.rows_out import Listing

Kept = Mapping[str, Any]
COLUMNS = ("id", "name", "now", "proposed", "change", "points lowest", "points highest")
CENTS = 100


def proposal_in(found: Kept) -> Kept | None:
    """The budget itself, whether it is one of today's size or after a cut."""
    if found["kind"] == "conflict":
        return None
    whole: Kept = found["found"]
    proposal: Kept = whole["proposal"] if found["kind"] == "cut" else whole
    return proposal


def listing_of(found: Kept, name: str) -> Listing:
    """The proposed budget with its differences, for a spreadsheet."""
    proposal = proposal_in(found)
    return Listing(name, COLUMNS, _amounts(proposal["given"] if proposal else ()))


def _amounts(given: Iterable[Kept]) -> Iterable[tuple[Cell, ...]]:
    for one in given:
        line = one["line"]
        sums = (line["now"], one["amount"], one["amount"] - line["now"])
        points = line["impact"]["low"], line["impact"]["high"]
        yield line["id"], line["name"], *(amount / CENTS for amount in sums), *points
