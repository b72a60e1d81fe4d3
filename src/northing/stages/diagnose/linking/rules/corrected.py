"""What have people already said of these records, and what does that teach the machine?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from northing.stages.diagnose.linking.facts import Correction, Link, Origin
from northing.stages.records.ledger.facts import Record

MOST_SIGNS = 50
"""Examples beyond this many a commitment add little and slow every match down."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """Corrections by record: what it bears on, and what it does not."""

    bears: Mapping[str, tuple[str, ...]]
    denied: Mapping[str, frozenset[str]]

    def links(self, record: Record) -> tuple[Link, ...] | None:
        """The commitments a person named share the record equally; `None` where nobody did."""
        named = self.bears.get(record.id)
        if not named:
            return None
        return tuple(
            Link(
                record_id=record.id,
                commitment=name,
                origin=Origin.PERSON,
                share=Decimal(1) / len(named),
                stance=record.stance,
            )
            for name in named
        )

    def allows(self, record: Record, commitment: str) -> bool:
        return commitment not in self.denied.get(record.id, frozenset())


def corrections_of(records: Iterable[Record], said: Sequence[Correction]) -> Corrections:
    """The later of two corrections of one record and commitment stands."""
    if not said:
        return Corrections({}, {})
    by_text: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_text[_fold(record.text)].append(record)
    verdicts: dict[str, dict[str, bool]] = defaultdict(dict)
    for one in said:
        for record in _meant(one, by_text.get(_fold(one.text), [])):
            verdicts[record.id][one.commitment] = one.bears
    return Corrections(
        {record: tuple(name for name, yes in of.items() if yes) for record, of in verdicts.items()},
        {
            record: frozenset(name for name, yes in of.items() if not yes)
            for record, of in verdicts.items()
        },
    )


def _meant(one: Correction, same_text: Sequence[Record]) -> list[Record]:
    """The record of that id; where lines have moved, those of the same file with the same words."""
    exact = [record for record in same_text if record.id == one.record]
    return exact or [record for record in same_text if one.record.startswith(record.place.path)]


def few_shots(said: Sequence[Correction]) -> list[tuple[str, str, str]]:
    """The corrected texts as further signs: rows of commitment, prompt and sign."""
    by_commitment: dict[str, list[str]] = defaultdict(list)
    for one in said:
        if one.bears and one.text and one.text not in by_commitment[one.commitment]:
            by_commitment[one.commitment].append(one.text)
    return [
        (name, text, "corrected")
        for name, texts in by_commitment.items()
        for text in texts[-MOST_SIGNS:]
    ]


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()
