"""Do the people who meet a promise confirm it?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from northing.foundations.documents.told import Listed, Place, Told, Written, tell, together
from northing.foundations.sources.written_amounts import UnreadableAmount, parse_amount
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import counted
from northing.stages.records.ledger.facts import HEARD, Record, Stance

LOW = 50
FALL = 5
FEWEST_ANSWERS = 5
"""A reading of fewer answers is not shown: it might tell who said what."""
_LEAST_AGAINST = 2
_MOST = 5
_WHOLE = 100
_PERCENT = re.compile(r"%|\bpct|percent|per\s+cent|prozent|anteil", re.IGNORECASE)
_ANSWERED = re.compile(
    r"^(?:answered|answers|responses|respondents|n|antworten|teilnehmende)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Voices:
    """What those asked say of one commitment, in per cent by period, or marks for and against."""

    records: tuple[Record, ...]
    by_period: tuple[tuple[str, Decimal], ...]
    against: tuple[Record, ...]
    in_favour: int
    is_certain: bool

    @property
    def is_low(self) -> bool:
        if self.by_period and self.by_period[-1][1] < LOW:
            return True
        return len(self.against) >= _LEAST_AGAINST and len(self.against) > self.in_favour

    @property
    def is_falling(self) -> bool:
        values = [value for _, value in self.by_period]
        return len(values) > 1 and values[0] - values[-1] >= FALL and values[-1] == min(values)

    @property
    def in_words(self) -> Place:
        if self.by_period:
            return Listed(tuple(_agree(value, period) for period, value in self.by_period))
        return tell(
            "{against} speak against it and {towards} for it",
            against=len(self.against),
            towards=self.in_favour,
        )


def _agree(value: Decimal, period: str) -> Told:
    return tell("{share} agree in {period}", share=Written(value, ".0f", " %"), period=period)


def voices_of(evidence: Evidence, commitment: str) -> Voices | None:
    mine = [one for one in evidence.all_linked_to(commitment) if one.channel in HEARD]
    heard = [one for one in mine if _agreement(one) is not None and _answers(one) >= FEWEST_ANSWERS]
    stances = [(one, evidence.stance_of(one, commitment)) for one in _all_heard(evidence)]
    against = [one for one, stance in stances if stance is Stance.CONTRADICTS]
    if not heard and not against:
        return None
    records = (*heard, *against)
    return Voices(
        records=records,
        by_period=tuple(_by_period(heard)),
        against=tuple(against),
        in_favour=sum(stance is Stance.ADVANCES for _, stance in stances),
        is_certain=all(map(evidence.is_certain, records))
        and _is_more(evidence, commitment, against),
    )


def _all_heard(evidence: Evidence) -> Iterator[Record]:
    return (one for one in evidence.records if one.channel in HEARD)


def _is_more(evidence: Evidence, commitment: str, against: Sequence[Record]) -> bool:
    """Where people judged what was heard, more than their errors would explain."""
    judged = [one for one in against if evidence.answer(one.id, commitment) is not None]
    return not judged or len(judged) < len(against) or len(judged) > _LEAST_AGAINST


def _by_period(heard: Sequence[Record]) -> Iterator[tuple[str, Decimal]]:
    """The mean of each period, every reading weighed by its answers where they are told."""
    sums: dict[str, list[tuple[Decimal, int]]] = defaultdict(list)
    for one in heard:
        sums[str(one.period or "no period")].append((_agreement(one) or Decimal(0), _weight(one)))
    for period in sorted(sums):
        of = sums[period]
        yield period, sum((value * n for value, n in of), Decimal(0)) / sum(n for _, n in of)


def _agreement(record: Record) -> Decimal | None:
    """The reading in per cent; `None` where nothing says that it is one."""
    if record.amount is None or not 0 <= record.amount <= _WHOLE:
        return None
    named = [value for name, value in record.cells.items() if _PERCENT.search(name)]
    return record.amount if any(_number(one) == record.amount for one in named) else None


def _answers(record: Record) -> int:
    """How many answered; enough where nobody says."""
    found = _said_answers(record)
    return FEWEST_ANSWERS if found is None else found


def _weight(record: Record) -> int:
    return _said_answers(record) or 1


def _said_answers(record: Record) -> int | None:
    told = (_number(value) for name, value in record.cells.items() if _ANSWERED.match(name.strip()))
    return next((int(one) for one in told if one is not None), None)


def _number(written: str) -> Decimal | None:
    try:
        return parse_amount(written.replace("%", "")).value
    except UnreadableAmount:
        return None


def voice_findings(evidence: Evidence) -> Iterator[Finding]:
    """Only where the texts claim what those asked do not confirm."""
    for commitment in evidence.commitments:
        said = evidence.linked_to(commitment.id, spoken=True)
        voices = voices_of(evidence, commitment.id) if said else None
        if voices is not None and (voices.is_low or voices.is_falling):
            yield _finding(evidence, commitment, voices, said)


def _finding(
    evidence: Evidence, commitment: Commitment, voices: Voices, said: Sequence[Record]
) -> Finding:
    name = evidence.name(commitment.id)
    quotes = dict.fromkeys(evidence.quoted(one, 100) for one in voices.records[-_MOST:])
    high = [one for one in voices.records if (_agreement(one) or 0) >= LOW]
    return Finding(
        code="voice-disagrees",
        severity=Severity.MEDIUM if voices.is_certain else Severity.LOW,
        commitment=commitment.id,
        channel="voice",
        period=voices.by_period[-1][0] if voices.by_period else voices.against[-1].period,
        statement=tell(
            "The texts claim “{promise}”; of those asked, fewer and fewer confirm it: {voices}."
            if voices.is_falling
            else "The texts claim “{promise}”; of those asked, most do not confirm it: {voices}.",
            promise=name,
            voices=voices.in_words,
        ),
        criteria=evidence.quoted(said[-1]),
        condition=together(*(tell("“{text}”", text=one) for one in quotes), by="; "),
        consequence="Those it is meant for do not meet what is told.",
        corrective_action="Ask them what they meet instead, and print it beside the claim.",
        counter=tell(
            "At fifty per cent or more: {readings} of it. Who was not asked, or kept silent, "
            "may think otherwise; readings of fewer than {fewest} answers are not used.",
            readings=counted(len(high), "reading"),
            fewest=FEWEST_ANSWERS,
        ),
        evidence=tuple(one.id for one in voices.records[-_MOST:]),
        counter_evidence=tuple(one.id for one in high[:_MOST]),
        places=tuple(one.place for one in voices.records[-_MOST:]),
    )
