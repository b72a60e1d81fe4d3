"""Which words does somebody seek, and how is each database asked for them?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from northing.stages.records.ledger.rules.stored import folded

FEW = 1_000
_WORD = re.compile(r"[^\W_]+")
_IN_POSTGRESQL = "to_tsvector('simple', records_storedrecord.sought) @@ to_tsquery('simple', %s)"
_IN_SQLITE = "SELECT rowid FROM records_words WHERE records_words MATCH %s"


def words_in(text: str) -> list[str]:
    return _WORD.findall(folded(text))


@dataclass(frozen=True, slots=True)
class Match:
    """How a database writes the beginning of a word, and is asked for the first few records that
    hold all of them, and for all.

    `+ 0` keeps SQLite from looking up and sorting all that hold a word that many do.
    """

    word: str
    between: str
    few: str
    all: str

    def asked(self, words: Sequence[str]) -> str:
        return self.between.join(self.word % word for word in words)


MATCHES = {
    "postgresql": Match(
        word="%s:*",
        between=" & ",
        few=f"SELECT id FROM records_storedrecord WHERE {_IN_POSTGRESQL} "  # noqa: S608 - ours
        f"AND organisation_id = %s LIMIT {FEW + 1}",
        all=_IN_POSTGRESQL,
    ),
    "sqlite": Match(
        word='"%s"*',
        between=" ",
        few=f"{_IN_SQLITE} LIMIT {FEW + 1}",
        all=f"records_storedrecord.id + 0 IN ({_IN_SQLITE})",
    ),
}
