"""When did means, words or decisions turn, and which records moved them most?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from northing.foundations.documents.told import Listed, Term, Told, Written, tell, together
from northing.foundations.methods.change import Change, change_of_mean
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.findings.facts import Finding, Severity, Tested, Turn
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import called, percent, whole_percent
from northing.stages.diagnose.findings.rules.series_in_time import (
    WORDS,
    Series,
    channel_of,
    dated_decisions,
    is_dated,
    masses,
    series_of_shares,
    series_of_stances,
    timeline_of,
)
from northing.stages.records.ledger.facts import Record

_SHARED = ("money", "time", WORDS)
_LEAST_FALL = 0.02
_THIRD = 1 / 3
_HALF = 1 / 2
_MOVERS = 3
_MOST_TRIED = 200


@dataclass(frozen=True, slots=True)
class Turned:
    """One series that was searched for a change, and the change."""

    commitment: Commitment
    series: Series
    change: Change

    @property
    def is_fall(self) -> bool:
        """A third or more of the earlier level; decisions: from for to against, or halfway."""
        fall = self.change.before - self.change.after
        if self.series.grain == "decision":
            return fall >= 2 * _THIRD
        return fall >= max(_LEAST_FALL, _THIRD * self.change.before)

    @property
    def is_dated(self) -> bool:
        """A day that may lie anywhere in half the time that was read is no day."""
        days = self.series.days
        between = self.series.last_day(self.change.high) - days[self.change.low]
        return between <= (days[-1] - days[0]) * _HALF

    @property
    def tested(self) -> Tested:
        return Tested(
            code="turned",
            commitment=self.commitment.id,
            channel=self.series.channel,
            p_value=self.change.p_value,
            method=tell(
                "one change of the mean by {grain}, {method}",
                grain=Term(self.series.grain),
                method=Term(self.change.method),
            ),
        )


def turns_of(evidence: Evidence) -> tuple[Turned, ...]:
    """Every series that is long enough, whether it fell or not: each of them is a test."""
    timeline, decisions = timeline_of(evidence), dated_decisions(evidence)
    found = []
    for commitment in evidence.commitments:
        all_series = [
            *(series_of_shares(timeline, commitment.id, channel) for channel in _SHARED),
            series_of_stances(evidence, decisions, commitment.id),
        ]
        for series in all_series:
            if series is not None and any(series.mine):
                change = change_of_mean(series.points, seed=evidence.seed)
                if isinstance(change, Change):
                    found.append(Turned(commitment, series, change))
    return tuple(found)


def turn_findings(evidence: Evidence, turns: Sequence[Turned]) -> Iterator[Finding]:
    for one in turns:
        if one.is_fall:
            yield _finding(evidence, one)


def _finding(evidence: Evidence, one: Turned) -> Finding:
    series, change, name = one.series, one.change, evidence.name(one.commitment.id)
    turn = Turn(
        on=series.days[change.first],
        low=series.days[change.low],
        high=series.last_day(change.high),
        level=change.level,
    )
    movers = _movers(evidence, one)
    moved = (
        tell(
            "“{quote}” ({day}, {part} of it)",
            quote=evidence.quoted(each, 100),
            day=each.effective_on or Term("an unknown day"),
            part=whole_percent(part),
        )
        for each, part in movers
    )
    is_word = series.channel == WORDS
    return Finding(
        code="turned",
        severity=Severity.MEDIUM if one.is_dated else Severity.LOW,
        commitment=one.commitment.id,
        channel=series.channel,
        statement=tell(
            "On {day} (between {low} and {high}, {level}), {what} “{promise}” fell from {before} "
            "to {after}.",
            day=turn.on,
            low=turn.low,
            high=turn.high,
            level=whole_percent(change.level),
            what=_what(one),
            promise=name,
            before=_level(one, change.before),
            after=_level(one, change.after),
        ),
        criteria=name,
        condition=tell(
            "{n} points by {grain}. The records that moved it most, by leaving each out: {moved}.",
            n=change.n,
            grain=Term(series.grain),
            moved=Listed(tuple(moved), "; ") if movers else Term("none alone"),
        ),
        consequence="What was built up before is not carried on."
        if not is_word
        else "What is no longer said is no longer asked for.",
        corrective_action="Ask what was decided in those days, and whether it was meant.",
        counter=_counter(one),
        evidence=tuple(each.id for each, _ in movers),
        places=tuple(each.place for each, _ in movers),
        turn=turn,
    )


def _what(one: Turned) -> Told:
    if one.series.grain == "decision":
        return tell("the balance of decisions for and against")
    return tell("the share of {kind} for", kind=called(one.series.channel))


def _level(one: Turned, value: float) -> Written:
    return Written(value, "+.2f") if one.series.grain == "decision" else percent(value)


def _counter(one: Turned) -> str:
    """Looked for: a point after the turn as high as before it."""
    after = [point for point in one.series.points[one.change.first :] if point is not None]
    again = sum(point >= one.change.before for point in after)
    vague = "" if one.is_dated else "When it turned cannot be told: it may be a slow or no change."
    if not again:
        none = "A later return to the earlier level was looked for; there is none."
        return together(none, vague)
    reached = tell(
        "{n} of the {all} points after it reach the earlier level again.", n=again, all=len(after)
    )
    return together(reached, vague)


def _movers(evidence: Evidence, one: Turned) -> list[tuple[Record, float]]:
    """The records whose removal takes most of the fall away, with the part they take."""
    whole = _fall(one.series.points, one.change.first)
    if one.series.records:
        left = (
            (each, _without(one, at, 1.0, value)) for at, (each, value) in _numbered(one.series)
        )
    else:
        left = (
            (each, _without(one, one.series.place(each.effective_on), all_, mine))
            for each, all_, mine in _largest(evidence, one)
            if each.effective_on
        )
    parts = [(each, (whole - rest) / whole) for each, rest in left]
    ranked = sorted(parts, key=lambda pair: (-round(pair[1], 9), pair[0].id))
    return [(each, part) for each, part in ranked[:_MOVERS] if part > 0]


def _numbered(series: Series) -> list[tuple[int, tuple[Record, float]]]:
    return list(enumerate(zip(series.records, series.mine, strict=True)))


def _largest(evidence: Evidence, one: Turned) -> list[tuple[Record, float, float]]:
    """Those that can move anything: the largest of the channel, with the commitment's part."""
    found = []
    for record in evidence.records:
        is_here = is_dated(record) and channel_of(evidence, record) == one.series.channel
        if is_here:
            of = masses(evidence, record)
            if of:  # income and the like have no part in the series, nor a place in it
                found.append((record, sum(of.values()), of.get(one.commitment.id, 0.0)))
    found.sort(key=lambda each: (-abs(each[1]), each[0].id))
    return found[:_MOST_TRIED]


def _without(one: Turned, place: int, whole: float, mine: float) -> float:
    """The fall that is left without so much at that place."""
    series, points = one.series, list(one.series.points)
    rest = series.whole[place] - whole
    points[place] = (series.mine[place] - mine) / rest if rest > 0 else None
    return _fall(points, one.change.first)


def _fall(points: Sequence[float | None], first: int) -> float:
    before = [one for one in points[:first] if one is not None]
    after = [one for one in points[first:] if one is not None]
    return fmean(before) - fmean(after) if before and after else 0.0
