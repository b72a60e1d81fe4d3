"""Which deeds should a person read first, because they may run against a promise?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from northing.foundations.documents.blocks import Block, Column, Paragraph, Table
from northing.foundations.documents.told import Term, polished, tell
from northing.stages.diagnose.stance.facts import Grounds, Suggestion
from northing.stages.records.ledger.facts import Record, Stance
from northing.stages.records.ledger.section import Telling, counted

MOST = 20
_BY = {
    Grounds.AMOUNT: Term("amount"),
    Grounds.CUES: Term("wording"),
    Grounds.JUDGE: Term("language model"),
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
    rows = list(_grouped(against))
    more = len(rows) - MOST
    return (
        Paragraph(
            tell(
                "{pairs} of a record and a promise may stand against each other: words, an amount "
                "or a language model point that way. Nobody has judged them. They move no figure "
                "and accuse nobody; they say where to read first.",
                pairs=counted(len(against), "pair"),
            )
        ),
        Table(
            "What may run against a promise, for people to judge.",
            (Column("Record"), Column("Place"), Column("Promise"), Column("What points there")),
            tuple(_row(of, records, telling) for of in rows[:MOST]),
            note=tell("{rows} stand in audit.json.", rows=counted(more, "further row"))
            if more > 0
            else "",
        ),
    )


def _grouped(against: Sequence[Suggestion]) -> Iterator[Sequence[Suggestion]]:
    """What points the same way to one promise is one row; ordinary credit notes come last."""
    groups: dict[tuple[bool, str, str], list[Suggestion]] = {}
    for one in against:
        key = (one.grounds is Grounds.AMOUNT, one.commitment, one.why)
        groups.setdefault(key, []).append(one)
    yield from (groups[key] for key in groups if not key[0])
    yield from (groups[key] for key in groups if key[0])


def _row(
    of: Sequence[Suggestion], records: Mapping[str, Record], telling: Telling
) -> tuple[str, ...]:
    mine = [records[one.record_id] for one in of]
    texts = dict.fromkeys(telling.spoken(one.text, most=140) for one in mine)
    told, *others = texts
    return (
        tell("{text} (and {others})", text=told, others=counted(len(others), "other"))
        if others
        else told,
        telling.places(mine),
        telling.name(of[0].commitment),
        tell(
            "{grounds}: {why}",
            grounds=_BY[of[0].grounds],
            why=polished(of[0].why, telling.redact),
        ),
    )
