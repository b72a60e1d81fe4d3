"""What stands in each column where somebody takes along what is promised?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from northing.foundations.documents.csv_table import Cell
from northing.foundations.documents.rows_out import Listing
from northing.stages.clarify.models import Commitment, MissionVersion, PurposeLine, Value
from northing.stages.clarify.theory_of_change.store import Cells

COMMITMENTS = (
    "commitment", "text", "layer", "weight", "guardrail", "living it", "breaking it", "owner",
    "ended on",
)  # fmt: skip
VERSIONS = ("version", "text", "holds from", "approved by", "approved at", "reason")
PRACTICES = ("commitment", "promise", "kind", "text", "written at")
LINES = ("line", "level", "text", "serves", "commitment")


def commitments(rows: Iterable[Commitment]) -> Listing:
    return Listing("commitments", COMMITMENTS, (_commitment(one) for one in rows))


def commitment(row: Commitment) -> Listing:
    return Listing(f"commitment-{row.key}", COMMITMENTS, [_commitment(row)])


def versions(rows: Iterable[MissionVersion]) -> Listing:
    cells = (
        (one.number, one.text, one.effective_from, one.approved_by, one.approved_at, one.reason)
        for one in rows
    )
    return Listing("mission", VERSIONS, cells)


def values(rows: Iterable[Value]) -> Listing:
    return Listing("values", ("value", "meaning"), ((one.name, one.meaning) for one in rows))


def practices(rows: Iterable[Commitment], cells: Cells) -> Listing:
    """One line for each that carries a commitment; one that has none gets a bare line."""
    return Listing("purpose-to-performance", PRACTICES, _practices(rows, cells))


def lines(rows: Iterable[PurposeLine]) -> Listing:
    """Each under a number of its own, by which `serves` names the line above it."""
    kept = list(rows)
    numbers = {one.id: number for number, one in enumerate(kept, start=1)}
    return Listing("why-how-what", LINES, (_line(one, numbers) for one in kept))


def _commitment(one: Commitment) -> tuple[Cell, ...]:
    return (
        one.key,
        one.text,
        one.layer,
        one.weight.normalize(),
        one.guardrail,
        "\n".join(one.living_it),
        "\n".join(one.breaking_it),
        one.owner.person.name if one.owner else None,
        one.ended_on,
    )


def _practices(rows: Iterable[Commitment], cells: Cells) -> Iterable[tuple[Cell, ...]]:
    for row in rows:
        found = [one for (id_, _kind), some in cells.items() if id_ == row.id for one in some]
        yield from ((row.key, row.text, one.kind, one.text, one.made_at) for one in found)
        if not found:
            yield row.key, row.text, None, None, None


def _line(one: PurposeLine, numbers: Mapping[UUID, int]) -> tuple[Cell, ...]:
    above = numbers.get(one.serves_id) if one.serves_id else None
    carries = one.commitment.key if one.commitment else None
    return numbers[one.id], one.level, one.text, above, carries
