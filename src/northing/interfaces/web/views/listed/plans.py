"""What stands in each column where somebody takes along priorities or budgets?"""

from __future__ import annotations

from collections.abc import Iterable

from northing.foundations.documents.csv_table import Cell
from northing.foundations.documents.rows_out import Listing
from northing.stages.decide.studies.models import Study

COLUMNS = ("name", "state", "made at", "done at", "set aside at", "seed", "sha256 of the question")


def studies(name: str, rows: Iterable[Study]) -> Listing:
    return Listing(name, COLUMNS, (_study(one) for one in rows))


def _study(one: Study) -> tuple[Cell, ...]:
    return (
        one.name,
        one.state,
        one.made_at,
        one.done_at,
        one.set_aside_at,
        one.seed,
        one.digest,
    )
