"""What does an audit find in both twins of a family, before and after people labelled a sample?"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from northing.case import read_case
from northing.cycle import Audit, Case, audit, draw
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.findings.facts import Finding
from northing.stages.diagnose.verification.facts import (
    AGREED,
    CODERS,
    Answer,
    Label,
    Labelled,
    Pair,
    Sample,
)
from organisations.facts import Organisation, Twins
from organisations.known import Known, known_of
from organisations.registry import build
from organisations.truth import Person, Truth
from organisations.writing import write_case

WITHOUT, LABELS = "without", "labels"
MODES = (WITHOUT, LABELS)
ACCUSING = ("high", "medium")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One finding, or a further sign told under one, as far as the bench looks at it."""

    code: str
    severity: str
    commitment: str | None
    channel: str | None
    statement: str
    turned_on: date | None = None
    turned_between: tuple[date, date] | None = None

    @property
    def is_accusing(self) -> bool:
        return self.severity in ACCUSING


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One commitment in one channel: the share done with its ends, the mass against, the end of
    the gap's bounds that is worse."""

    done: float | None
    against: float
    worst: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one audit told of one organisation, beside what is known of it."""

    known: Known
    records: int
    labels: int
    told: tuple[Told, ...]
    deeds: dict[tuple[str, str], Deed]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Both twins of a family, by mode: without labels, with labels.

    `carried` is what is left of a case whose records went missing after the whole was labelled.
    """

    twins: Twins
    guilty: dict[str, Seen]
    honest: dict[str, Seen]
    carried: Seen | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Which family, from which seed, and how well people label how many pairs (0: none)."""

    family: str
    seed: int
    labels: int = 100
    error: float = 0.05


def run(wish: Wish) -> Run:
    twins = build(wish.family, wish.seed)
    guilty, honest = _read(twins.guilty), _read(twins.honest)
    by_mode, labels = _seen(honest, wish)
    carried = None
    if is_short(twins) and labels:
        left = replace(guilty, case=replace(guilty.case, labels=labels))
        carried = _told(_audited(left, wish), guilty.known, 0)
    return Run(twins=twins, guilty=_seen(guilty, wish)[0], honest=by_mode, carried=carried)


def is_short(twins: Twins) -> bool:
    """Whether the planted case lacks what it declares."""
    return any(one.expected for one in twins.guilty.sources)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A case as it was read from its folder, with what is true of it."""

    case: Case
    truth: Truth
    known: Known


def _read(organisation: Organisation) -> Taken:
    with tempfile.TemporaryDirectory() as folder:
        truth = Truth(write_case(organisation, Path(folder)))
        case = read_case(Path(folder))
    known = known_of(case.records, truth, [one.id for one in case.commitments])
    return Taken(case=case, truth=truth, known=known)


def _audited(taken: Taken, wish: Wish) -> Audit:
    on = taken.case.newest_received()
    if on is None:
        raise ValueError(f"{wish.family} carries no date")
    return audit(taken.case, on=on, seed=wish.seed)


def _seen(taken: Taken, wish: Wish) -> tuple[dict[str, Seen], tuple[Labelled, ...]]:
    """What is told in each mode, and the labels that were given."""
    first = _audited(taken, wish)
    found = {WITHOUT: _told(first, taken.known, 0)}
    if not wish.labels:
        return found, ()
    sample = draw(first, size=wish.labels, seed=wish.seed, coders=len(CODERS))
    labels = (answered(sample, taken.case, taken.truth, wish),)
    again = _audited(replace(taken, case=replace(taken.case, labels=labels)), wish)
    return found | {LABELS: _told(again, taken.known, len(sample.pairs))}, labels


def answered(sample: Sample, case: Case, truth: Truth, wish: Wish) -> Labelled:
    """Two people answer; where both were asked and differ, they put down a third answer."""
    people = {
        coder: Person(truth, error=wish.error, seed=wish.seed * 3 + number)
        for number, coder in enumerate((*CODERS, AGREED))
    }
    records = {one.id: one for one in case.records}
    labels: list[Label] = []

    def label(pair: Pair, coder: str) -> str:
        answer = people[coder].answer(records[pair.record], pair.commitment)
        labels.append(Label(pair=pair.number, coder=coder, answer=Answer(answer)))
        return answer

    for pair in sample.pairs:
        if len({label(pair, coder) for coder in pair.coders}) > 1:
            label(pair, AGREED)
    return Labelled(sample=sample, labels=tuple(labels))


def _told(found: Audit, known: Known, labels: int) -> Seen:
    told = [one for finding in found.findings for one in _parts(finding)]
    totals = {one.channel: float(one.whole.total) for one in found.say_do.accounts}
    deeds = {
        (gap.channel, gap.commitment): Deed(
            done=getattr(gap.do, "value", None),
            against=float(gap.against) / totals[gap.channel] if totals.get(gap.channel) else 0.0,
            worst=getattr(gap.gap, "high", None),
            low=getattr(gap.do, "low", None),
            high=getattr(gap.do, "high", None),
        )
        for gap in found.say_do.gaps
        if gap.period is None and gap.unit is None and gap.commitment != NONE
    }
    records = len(found.case.records)
    return Seen(known=known, records=records, labels=labels, told=tuple(told), deeds=deeds)


def _parts(finding: Finding) -> Iterator[Told]:
    """The finding, and every sign of the same thing that another rule saw."""
    turn = finding.turn
    for one in (finding, *finding.signs):
        yield Told(
            code=one.code,
            severity=str(one.severity),
            commitment=finding.commitment,
            channel=finding.channel,
            statement=one.statement,
            turned_on=turn.on if turn and one is finding else None,
            turned_between=(turn.low, turn.high) if turn and one is finding else None,
        )
