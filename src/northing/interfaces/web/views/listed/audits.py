"""What stands in each column where somebody takes along audits, samples and answers?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from northing.foundations.documents.csv_table import Cell
from northing.foundations.documents.rows_out import Listing
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.verification.models import StoredSample

AUDITS = (
    "audit", "as of", "state", "findings", "grave", "asked at", "done at", "issued at",
    "set aside at", "set aside because", "audit.json sha256",
)  # fmt: skip
SAMPLES = (
    "sample",
    "audit",
    "state",
    "pairs",
    "coders",
    "seed",
    "asked at",
    "drawn at",
    "closed at",
)
ANSWERS = ("pair", "record", "place", "promise", "chance", "coder", "answer")


def audits(rows: Iterable[StoredAudit]) -> Listing:
    return Listing("audits", AUDITS, (_audit(one) for one in rows))


def samples(rows: Iterable[StoredSample]) -> Listing:
    return Listing("samples", SAMPLES, (_sample(one) for one in rows))


def answers(pairs: Iterable[Mapping[str, Any]], name: str) -> Listing:
    """Of a sample that is closed: each answer of each coder; a pair without any has a bare line."""
    return Listing(f"answers-{name}", ANSWERS, _answers(pairs))


def _audit(one: StoredAudit) -> tuple[Cell, ...]:
    return (
        one.number,
        one.on,
        one.state,
        one.summary.get("findings"),
        one.summary.get("grave"),
        one.asked_at,
        one.done_at,
        one.issued_at,
        one.set_aside_at,
        one.set_aside_reason,
        one.files.get("audit.json"),
    )


def _sample(one: StoredSample) -> tuple[Cell, ...]:
    return (
        one.name,
        one.audit.number if one.audit else None,
        one.state,
        one.size,
        one.coders,
        one.seed,
        one.asked_at,
        one.drawn_at,
        one.closed_at,
    )


def _answers(pairs: Iterable[Mapping[str, Any]]) -> Iterable[tuple[Cell, ...]]:
    for one in pairs:
        shown = one["question"].content
        about = (one["number"], shown["record"], shown["place"], shown["promise"])
        chance = one["probability"]
        yield from ((*about, chance, said.coder, said.answer) for said in one["said"])
        if not one["said"]:
            yield *about, chance, None, None
