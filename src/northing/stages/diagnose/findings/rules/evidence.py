"""With what do all finding rules look at a case?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.incentives.facts import Reward
from northing.stages.diagnose.linking.facts import Link
from northing.stages.diagnose.say_do.facts import SayDo
from northing.stages.diagnose.verification.facts import Verification
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
    verification: Verification = field(default_factory=Verification)
    rewards: Sequence[Reward] = ()
    _linked: Mapping[str, list[Record]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Every rule asks for the records of a commitment: they are gathered once."""
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.records:
            links = self.links.get(record.id, ())
            for name in dict.fromkeys(link.commitment for link in links if link.is_linked):
                found[name].append(record)
        object.__setattr__(self, "_linked", dict(found))

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
        """In the order of the records."""
        return self._linked.get(commitment, [])

    def name(self, commitment: str) -> str:
        """The promise in its own words, redacted like every text a finding shows."""
        known = (one.text for one in self.commitments if one.id == commitment)
        return self.redact(next(known, commitment))
