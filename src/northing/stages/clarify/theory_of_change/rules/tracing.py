"""Does everything that is done reach a reason why?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from northing.stages.clarify.theory_of_change.facts import ABOVE, Branch, Level, Line, Trace


def trace_of(lines: Sequence[Line]) -> Trace:
    """The lines as trees, in the order they are given.

    A line serves another only where that one is there and stands one level above; so no line
    can serve itself by a detour, and each stands in exactly one tree.
    """
    known = {one.id: one for one in lines}
    below: dict[UUID, list[Line]] = defaultdict(list)
    for one in lines:
        above = _served(one, known)
        if above:
            below[above.id].append(one)
    roots = [one for one in lines if _served(one, known) is None]
    return Trace(
        rooted=tuple(_branch(one, below) for one in roots if one.level is Level.WHY),
        loose=tuple(_branch(one, below) for one in roots if one.level is not Level.WHY),
    )


def reaches_why(trace: Trace) -> tuple[int, int]:
    """How many of the whats reach a why, and how many there are."""
    reached, loose = (sum(map(_whats, branches)) for branches in (trace.rooted, trace.loose))
    return reached, reached + loose


def lived_in_nothing(trace: Trace) -> int:
    """How many reasons why there are for which nothing is done."""
    return sum(not _whats(branch) for branch in trace.rooted)


def may_serve(line: Level, above: Level) -> bool:
    """A what serves a how, a how serves a why."""
    return ABOVE.get(line) is above


def _served(one: Line, known: Mapping[UUID, Line]) -> Line | None:
    above = known.get(one.serves) if one.serves else None
    return above if above and may_serve(one.level, above.level) else None


def _branch(one: Line, below: Mapping[UUID, Sequence[Line]]) -> Branch:
    return Branch(line=one, below=tuple(_branch(each, below) for each in below.get(one.id, ())))


def _whats(branch: Branch) -> int:
    return (branch.line.level is Level.WHAT) + sum(map(_whats, branch.below))
