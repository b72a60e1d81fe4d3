"""How does a table of people's corrections become facts, and what is refused of it?"""

from __future__ import annotations

from collections.abc import Sequence

from northing.foundations.sources.cells import text_of
from northing.foundations.sources.rows import Place, Refusal, Row
from northing.stages.diagnose.linking.facts import Correction

COLUMNS = ("record", "text", "commitment", "bears")
_YES = frozenset(["yes", "y", "true", "1", "ja"])
_NO = frozenset(["no", "n", "false", "0", "nein"])


def corrections_in(
    rows: Sequence[Row], known: frozenset[str]
) -> tuple[tuple[Correction, ...], tuple[Refusal, ...]]:
    """One correction a row of record, text, commitment and bears (yes or no); the rest refused."""
    found: list[Correction] = []
    refused: list[Refusal] = []
    for row in rows:
        cells = {
            name.strip().casefold(): text_of(value).strip() for name, value in row.cells.items()
        }
        problem = _problem(cells, known)
        if problem is None:
            found.append(
                Correction(
                    record=cells["record"],
                    text=cells["text"],
                    commitment=cells["commitment"],
                    bears=cells["bears"].casefold() in _YES,
                )
            )
        else:
            column, reason, remedy = problem
            at = Place(row.place.path, row.place.sheet, row.place.line, column)
            refused.append(Refusal(at, cells.get(column, ""), reason, remedy))
    return tuple(found), tuple(refused)


def _problem(cells: dict[str, str], known: frozenset[str]) -> tuple[str, str, str] | None:
    """The first thing wrong with a row: its column, the reason, the remedy."""
    for column in COLUMNS:
        if not cells.get(column):
            return column, "nothing is written here", f"Fill the column {column}."
    if cells["commitment"] not in known:
        names = ", ".join(sorted(known))
        return "commitment", "this is not a commitment of the case", f"Write one of: {names}."
    if cells["bears"].casefold() not in _YES | _NO:
        return "bears", "this says neither yes nor no", "Write yes or no."
    return None
