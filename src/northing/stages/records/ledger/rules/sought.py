"""Which words does somebody seek, and how is each database asked for them?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from northing.stages.records.ledger.rules.stored import folded

FEW = 1_000
ENDS, OFTEN = 1_000, 15
"""So many of the oldest and of the newest records are tried; words that so many of either hold are
in so many of all that going through the records finds a page of them soon."""
_WORD = re.compile(r"[^\W_]+")
_IN_POSTGRESQL = "to_tsvector('simple', records_storedrecord.sought) @@ to_tsquery('simple', %s)"
_IN_SQLITE = "SELECT rowid FROM records_words WHERE records_words MATCH %s"
_SPELLED = (
    "records_storedrecord.sought LIKE ALL (%s::text[]) "
    f"AND coalesce({_IN_POSTGRESQL}, false)"
)  # fmt: skip
_OF_AN_END = f"""(SELECT count(*) FROM (
SELECT sought FROM records_storedrecord WHERE organisation_id = %s AND effective_on IS NOT NULL
ORDER BY effective_on {{way}}, id {{way}} LIMIT {ENDS}) AS records_storedrecord WHERE {_SPELLED})"""  # noqa: S608 - ours


def words_in(text: str) -> list[str]:
    return _WORD.findall(folded(text))


@dataclass(frozen=True, slots=True)
class Asked:
    """A piece of SQL and what is bound to it."""

    sql: str
    bound: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """How a database writes the beginning of a word, and is asked for the first few records that
    hold all of them, and for all.

    `+ 0` keeps SQLite from looking up and sorting all that hold a word that many do.

    The index of PostgreSQL reads all that is known of a word before it names a first record, and
    holds every beginning of a word for rare. So the ends are tried first, and words that are often
    there are looked for one record after the other, `spelled`: first as letters, which is a
    hundred times as quick as parting a text into words, and then as words. `coalesce` keeps it
    from the index.
    """

    word: str
    between: str
    few: str
    all: str
    spelled: str = ""

    def asked(self, words: Sequence[str]) -> str:
        return self.between.join(self.word % word for word in words)

    def every(self, words: Sequence[str]) -> Asked:
        """The condition on a record."""
        return Asked(self.all, (self.asked(words),))

    def one_by_one(self, words: Sequence[str]) -> Asked:
        """The same condition, where records are gone through in an order of their own."""
        if not self.spelled:
            return self.every(words)
        return Asked(self.spelled, ([f"%{word}%" for word in words], self.asked(words)))

    def ends(self, words: Sequence[str], owner: object) -> Asked | None:
        """How many of the oldest and of the newest hold them, the fewer; None where the first few
        are found at once."""
        if not self.spelled:
            return None
        ends = ", ".join(_OF_AN_END.format(way=way) for way in ("ASC", "DESC"))
        return Asked(f"SELECT least({ends})", (owner, *self.one_by_one(words).bound) * 2)


MATCHES = {
    "postgresql": Match(
        word="%s:*",
        between=" & ",
        few=f"SELECT id FROM records_storedrecord WHERE {_IN_POSTGRESQL} "  # noqa: S608 - ours
        f"AND organisation_id = %s LIMIT {FEW + 1}",
        all=_IN_POSTGRESQL,
        spelled=_SPELLED,
    ),
    "sqlite": Match(
        word='"%s"*',
        between=" ",
        few=f"{_IN_SQLITE} LIMIT {FEW + 1}",
        all=f"records_storedrecord.id + 0 IN ({_IN_SQLITE})",
    ),
}
