"""What is different between two audits, and what may explain it besides better deeds?

A gap is called closer or wider only where the two intervals of its size part; else it cannot be
told apart. A finding that is not there any more has gone only where the later audit looked where
it was. Beside every difference stands what else changed: files, promises, people's answers, rules
and the program, so that another way of measuring is not taken for progress.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from northing.stages.diagnose.audits.rules.explaining import Explained, Method, explained
from northing.stages.diagnose.audits.rules.seeing import (
    FILE_CHANGED,
    GRAVITY,
    Content,
    Sighting,
    changed_files,
    sightings,
    whole_gaps,
    why_unseen,
)
from northing.stages.diagnose.findings.facts import Severity, Thread


class Kind(StrEnum):
    """What became of a gap or of a finding."""

    BETTER = "better"
    WORSE = "worse"
    TURNED = "turned round"
    UNTOLD = "cannot be told apart"
    UNCHANGED = "unchanged"
    UNKNOWN = "unknown both times"
    APPEARED = "appeared"
    WENT = "went"
    STAYED = "stayed"
    NEWLY_SEEN = "not looked at before"
    NOT_SEEN = "not looked at any more"


@dataclass(frozen=True, slots=True, kw_only=True)
class GapChange:
    """One promise in one channel: the gap then and now, and by how much its size differs.

    `low` and `high` bound the change of the gap's size (without its sign): the least and the most
    that the two intervals allow. They are wide on purpose, for both audits read much the same
    records and are not independent.
    """

    commitment: str
    channel: str
    kind: Kind
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingChange:
    """One finding, by what it is about: how grave it was and is.

    `reason` says why one audit could not have found it, or that a file it rests on holds
    something else in the other.
    """

    thread: Thread
    kind: Kind
    before: Severity | None
    after: Severity | None
    statement: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All gaps and findings of two audits side by side, and what else changed between them."""

    gaps: tuple[GapChange, ...]
    findings: tuple[FindingChange, ...]
    explained: tuple[Explained, ...]

    @property
    def is_measured_alike(self) -> bool:
        """Whether nothing but the files differs: then a difference is one of the records."""
        return not any(one.is_method for one in self.explained)


def compare(
    before: Content, after: Content, *, methods: tuple[Method, Method] = (Method(), Method())
) -> Comparison:
    """What changed from one audit to the other, in the order of promises and of gravity."""
    return Comparison(
        gaps=_gaps(before, after),
        findings=_findings(before, after),
        explained=explained(before, after, methods=methods),
    )


def _gaps(before: Content, after: Content) -> tuple[GapChange, ...]:
    then, now = whole_gaps(before), whole_gaps(after)
    return tuple(
        _gap(commitment, channel, then.get((commitment, channel)), now.get((commitment, channel)))
        for commitment, channel in sorted({*then, *now})
    )


def _gap(
    commitment: str,
    channel: str,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
) -> GapChange:
    then, now = size_of(before), size_of(after)
    change = (now[0] - then[1], now[1] - then[0]) if then and now else (None, None)
    return GapChange(
        commitment=commitment,
        channel=channel,
        kind=_kind(before, after),
        before=before,
        after=after,
        low=change[0],
        high=change[1],
    )


def size_of(gap: Mapping[str, Any] | None) -> tuple[float, float] | None:
    """Between what the size of a gap lies, whichever way it goes; None where that is unknown."""
    if gap is None or gap.get("low") is None or gap.get("high") is None:
        return None
    low, high = float(gap["low"]), float(gap["high"])
    if low <= 0 <= high:
        return 0.0, max(-low, high)
    return min(abs(low), abs(high)), max(abs(low), abs(high))


def _kind(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> Kind:
    is_known = (_is_known(before), _is_known(after))
    if is_known != (True, True):
        return {
            (False, False): Kind.UNKNOWN,
            (False, True): Kind.NEWLY_SEEN,
        }.get(is_known, Kind.NOT_SEEN)
    return Kind.UNCHANGED if before == after else _told(before, after)


def _told(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> Kind:
    then, now = size_of(before), size_of(after)
    if not then or not now or before is None or after is None:
        return Kind.UNTOLD
    if now[1] < then[0]:
        return Kind.BETTER
    if now[0] > then[1]:
        return Kind.WORSE
    has_turned = before["low"] > 0 > after["high"] or after["low"] > 0 > before["high"]
    return Kind.TURNED if has_turned else Kind.UNTOLD


def _is_known(gap: Mapping[str, Any] | None) -> bool:
    return gap is not None and "unknown" not in gap


def _findings(before: Content, after: Content) -> tuple[FindingChange, ...]:
    then, now = sightings(before), sightings(after)
    found = [_finding(one, then.get(one), now.get(one), (before, after)) for one in {*then, *now}]
    return tuple(sorted(found, key=_grave_first))


def _finding(
    thread: Thread, then: Sighting | None, now: Sighting | None, both: tuple[Content, Content]
) -> FindingChange:
    kind, reason = _fate(thread, then, now, both)
    told = now or then
    return FindingChange(
        thread=thread,
        kind=kind,
        before=then.severity if then else None,
        after=now.severity if now else None,
        statement=told.statement if told else "",
        reason=reason,
    )


def _fate(
    thread: Thread, then: Sighting | None, now: Sighting | None, both: tuple[Content, Content]
) -> tuple[Kind, str]:
    before, after = both
    if then and now:
        return _weighed(then.severity, now.severity), ""
    if then:
        return _gone(thread, then, before, after)
    kind, reason = _gone(thread, now, after, before) if now else (Kind.WENT, "")
    return (Kind.NEWLY_SEEN if kind is Kind.NOT_SEEN else Kind.APPEARED), reason


def _gone(thread: Thread, seen: Sighting, here: Content, there: Content) -> tuple[Kind, str]:
    """What one audit has and the other has not: it went, or the other did not look."""
    reason = why_unseen(thread, seen.paths, there)
    if reason:
        return Kind.NOT_SEEN, reason
    return Kind.WENT, FILE_CHANGED if changed_files(seen.paths, here, there) else ""


def _weighed(then: Severity, now: Severity) -> Kind:
    if then == now:
        return Kind.STAYED
    return Kind.WORSE if GRAVITY[now] > GRAVITY[then] else Kind.BETTER


def _grave_first(one: FindingChange) -> tuple[int, Thread]:
    gravest = max(GRAVITY[each] for each in (one.before, one.after) if each)
    return -gravest, one.thread
