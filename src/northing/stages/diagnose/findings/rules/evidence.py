"""With what do all finding rules look at a case?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from northing.stages.clarify.commitments.facts import NONE, Commitment
from northing.stages.diagnose.incentives.facts import Reward
from northing.stages.diagnose.linking.facts import CERTAIN, Link
from northing.stages.diagnose.say_do.facts import SayDo
from northing.stages.diagnose.verification.facts import Answer, Verification
from northing.stages.records.ledger.facts import (
    HEARD,
    NO_DEEDS,
    SPOKEN,
    Discrepancy,
    Record,
    SourceAccount,
    Stance,
    StatedTotal,
)
from northing.stages.records.ledger.rules.mass import is_counted, mass_of

_CENT = 1e-9
HUMAN_ERROR = 0.03
"""The part of people's answers that is taken to say *contradicts* by mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Records, links and figures of one case. `redact` must pass over every text that is quoted.

    `verification` is what people answered who checked a sample, `settled` are the records of which
    tags or rules say what they serve, or that they serve nothing. `incomplete` are channels of
    which a part is known to be missing: there, an absence accuses nobody. `human_error` is the part
    of answers that is taken to say *contradicts* by mistake.
    """

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
    rewards: Sequence[Reward] = ()
    sources: Sequence[SourceAccount] = ()
    verification: Verification = field(default_factory=Verification)
    settled: frozenset[str] = frozenset()
    incomplete: frozenset[str] = frozenset()
    human_error: float = HUMAN_ERROR
    seed: int = 0
    _linked: Mapping[str, list[Record]] = field(init=False, repr=False)
    _names: Mapping[str, str] = field(init=False, repr=False)
    _guardrails: frozenset[str] = field(init=False, repr=False)
    _near: Mapping[str, list[Record]] = field(init=False, repr=False)
    _answers: Mapping[tuple[str, str], Answer] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Every rule asks for the records of a commitment: they are gathered once."""
        linked: dict[str, list[Record]] = defaultdict(list)
        near: dict[str, list[Record]] = defaultdict(list)
        for record in self.records:
            links = self.links.get(record.id, ())
            for name in dict.fromkeys(link.commitment for link in links if link.is_linked):
                linked[name].append(record)
            for name in dict.fromkeys(link.commitment for link in links if not link.is_linked):
                near[name].append(record)
        object.__setattr__(self, "_linked", dict(linked))
        object.__setattr__(self, "_names", {one.id: one.text for one in self.commitments})
        guardrails = frozenset(one.id for one in self.commitments if one.guardrail)
        object.__setattr__(self, "_guardrails", guardrails)
        object.__setattr__(self, "_near", dict(near))
        said = {
            (one.record, one.pair.commitment): one.answer
            for one in self.verification.judged
            if one.answer is not None
        }
        object.__setattr__(self, "_answers", said)

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

    def deeds_of(self, commitment: str) -> list[Record]:
        """What was done for it: neither said nor heard, no income, nothing against it."""
        mine = self.linked_to(commitment, spoken=False)
        return [
            one
            for one in mine
            if one.channel not in HEARD
            and self.stance_of(one, commitment) is not Stance.CONTRADICTS
        ]

    def deeds_near(self, commitment: str) -> list[Record]:
        """Deeds the machine finds plausible and does not count."""
        near = self._near.get(commitment, [])
        return [one for one in near if is_deed(one)]

    def all_linked_to(self, commitment: str) -> list[Record]:
        """In the order of the records."""
        return self._linked.get(commitment, [])

    def link(self, record: Record, commitment: str) -> Link | None:
        of = (one for one in self.links.get(record.id, ()) if one.commitment == commitment)
        return next(of, None)

    def stance_of(self, record: Record, commitment: str) -> Stance | None:
        """As tags, rules and people say; people's answers win."""
        answer = self.answer(record.id, commitment)
        if answer is not None and answer in _STANCES:
            return _STANCES[answer]
        link = self.link(record, commitment)
        return None if link is None else link.stance

    def masses(self, record: Record) -> dict[str, float]:
        """What of it serves each commitment, *none* included: for shapes, not for accounts.

        What contradicts a commitment serves nobody and is left out.
        """
        whole, rest = float(mass_of(record)), 1.0
        found: dict[str, float] = {}
        for link in self.links.get(record.id, ()):
            if link.is_linked:
                share = float(link.share)
                rest -= share
                if link.stance is not Stance.CONTRADICTS:
                    found[link.commitment] = found.get(link.commitment, 0.0) + whole * share
        if rest > _CENT:
            found[NONE] = whole * rest
        return found

    def answer(self, record: str, commitment: str) -> Answer | None:
        """What a person answered who was asked of this record and commitment."""
        return self._answers.get((record, commitment))

    def answered(self, commitment: str) -> Mapping[str, Answer]:
        """All answers on a commitment, by record."""
        return {
            record: said for (record, name), said in self._answers.items() if name == commitment
        }

    def is_certain(self, record: Record) -> bool:
        """People, tags or rules said what it bears on, or that it bears on nothing."""
        links = self.links.get(record.id, ())
        is_said = bool(links or record.given) or record.id in self.settled
        return is_said and all(one.origin in CERTAIN for one in links)

    def is_guardrail(self, commitment: str) -> bool:
        return commitment in self._guardrails

    def name(self, commitment: str) -> str:
        """The promise in its own words, redacted like every text a finding shows."""
        return self.redact(self._names.get(commitment, commitment))


_STANCES = {
    Answer.ADVANCES: Stance.ADVANCES,
    Answer.CONTRADICTS: Stance.CONTRADICTS,
    Answer.NEITHER: Stance.NEUTRAL,
}


def is_deed(record: Record) -> bool:
    """Neither said nor heard, and no income."""
    return record.channel not in NO_DEEDS and is_counted(record)
