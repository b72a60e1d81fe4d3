"""Which deeds should a person read first, because they may run against a promise?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from northing.foundations.documents.blocks import Block, Column, Paragraph, Table
from northing.stages.diagnose.stance.facts import Grounds, Suggestion
from northing.stages.records.ledger.facts import Record, Stance
from northing.stages.records.ledger.section import Telling, counted

MOST = 20
_BY = {
    Grounds.AMOUNT: "amount",
    Grounds.CUES: "wording",
    Grounds.JUDGE: "language model",
}


def suggestions_section(
    found: Sequence[Suggestion], records: Mapping[str, Record], telling: Telling
) -> tuple[Block, ...]:
    """Nothing where nothing points against a promise; else the pairs to read, and what points."""
    against = [
        one for one in found if one.stance is Stance.CONTRADICTS and one.record_id in records
    ]
    if not against:
        return ()
    more = len(against) - MOST
    return (
        Paragraph(
            f"{counted(len(against), 'pair')} of a record and a promise may stand against each "
            "other: words, an amount or a language model point that way. Nobody has judged them. "
            "They move no figure and accuse nobody; they say where to read first."
        ),
        Table(
            "What may run against a promise, for people to judge.",
            (Column("Record"), Column("Place"), Column("Promise"), Column("What points there")),
            tuple(_row(one, records[one.record_id], telling) for one in against[:MOST]),
            note=f"{counted(more, 'further pair')} stand in audit.json." if more > 0 else "",
        ),
    )


def _row(one: Suggestion, record: Record, telling: Telling) -> tuple[str, ...]:
    return (
        telling.spoken(record.text, most=140),
        telling.place(record.place),
        telling.name(one.commitment),
        f"{_BY[one.grounds]}: {telling.redact(one.why)}",
    )
