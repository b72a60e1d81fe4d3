"""With what do all finding rules look at a case?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.linking.facts import Link
from northing.stages.diagnose.say_do.facts import SayDo
from northing.stages.records.ledger.facts import SPOKEN, Discrepancy, Record, StatedTotal
from northing.stages.records.ledger.rules.mass import is_counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Records, links and figures of one case. `redact` must pass over every text that is quoted."""

    on: date
    language: str
    currency: str | None
    commitments: Sequence[Commitment]
    records: Sequence[Record]
    links: Mapping[str, Sequence[Link]]
    say_do: SayDo
    discrepancies: Sequence[Discrepancy]
    totals: Sequence[StatedTotal]
    redact: Callable[[str], str]

    def quoted(self, record: Record, most: int = 240) -> str:
        """The record's words, fit to stand in a sentence: redacted and not too long."""
        text = self.redact(record.text)
        return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"

    def linked_to(self, commitment: str, *, spoken: bool) -> list[Record]:
        """The records of words, or of all deeds, that were linked to it; income is no deed."""
        mine = self.all_linked_to(commitment)
        if spoken:
            return [record for record in mine if record.channel in SPOKEN]
        return [one for one in mine if one.channel not in SPOKEN and is_counted(one)]

    def all_linked_to(self, commitment: str) -> list[Record]:
        return [record for record in self.records if self._is_linked(record, commitment)]

    def _is_linked(self, record: Record, commitment: str) -> bool:
        links = self.links.get(record.id, ())
        return any(link.commitment == commitment and link.is_linked for link in links)

    def name(self, commitment: str) -> str:
        """The promise in its own words, redacted like every text a finding shows."""
        known = (one.text for one in self.commitments if one.id == commitment)
        return self.redact(next(known, commitment))
