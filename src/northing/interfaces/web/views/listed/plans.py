"""What stands in each column where somebody takes along priorities or budgets?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.text import slugify

from northing.foundations.documents.csv_table import Cell
from northing.foundations.documents.rows_out import Listing
from northing.stages.decide.studies.models import Study

RANKING = ("id", "option", "rank", "value", "lowest", "highest", "first under, of all weights")
COLUMNS = ("name", "state", "made at", "done at", "set aside at", "seed", "sha256 of the question")


def studies(name: str, rows: Iterable[Study]) -> Listing:
    return Listing(name, COLUMNS, (_study(one) for one in rows))


def ranking(row: Study) -> Listing:
    """The options as they stand in the order, those that break a limit last and without a rank."""
    found = row.result.get("ranking") or {"placed": (), "vetoed": ()}
    return Listing(slugify(row.name) or "priorities", RANKING, _placed(found))


def _placed(found: Mapping[str, Any]) -> Iterable[tuple[Cell, ...]]:
    for one in found["placed"]:
        option, value, leads = one["option"], one["value"], one["leads"]
        ends = (value.get(name) for name in ("value", "low", "high"))
        yield option["id"], option["name"], one["rank"], *ends, leads.get("value")


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
