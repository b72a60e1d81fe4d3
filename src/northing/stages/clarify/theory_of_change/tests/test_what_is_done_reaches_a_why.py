"""Does everything that is done reach a reason why, and is what does not shown as loose?"""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from northing.stages.clarify.theory_of_change.facts import Level, Line
from northing.stages.clarify.theory_of_change.rules.tracing import (
    lived_in_nothing,
    reaches_why,
    trace_of,
)


def line(number, level, serves=None, text=""):
    above = UUID(int=serves) if serves else None
    return Line(id=UUID(int=number), level=level, text=text or f"line {number}", serves=above)


def drawn(branches):
    return [(one.line.id.int, drawn(one.below)) for one in branches]


def test_a_what_reaches_a_why_through_a_how():
    found = trace_of([line(1, Level.WHY), line(2, Level.HOW, 1), line(3, Level.WHAT, 2)])
    assert drawn(found.rooted) == [(1, [(2, [(3, [])])])]
    assert found.loose == ()
    assert reaches_why(found) == (1, 1)


def test_what_serves_a_how_that_serves_nothing_hangs_loose_with_it():
    found = trace_of([line(1, Level.WHY), line(2, Level.HOW), line(3, Level.WHAT, 2)])
    assert drawn(found.rooted) == [(1, [])]
    assert drawn(found.loose) == [(2, [(3, [])])]
    assert reaches_why(found) == (0, 1)


def test_what_served_a_line_that_is_gone_hangs_loose():
    assert drawn(trace_of([line(3, Level.WHAT, 9)]).loose) == [(3, [])]


def test_a_what_does_not_serve_a_why_past_every_how():
    found = trace_of([line(1, Level.WHY), line(3, Level.WHAT, 1)])
    assert (drawn(found.rooted), drawn(found.loose)) == ([(1, [])], [(3, [])])


def test_a_reason_why_for_which_nothing_is_done_is_counted():
    lived = [line(1, Level.WHY), line(2, Level.HOW, 1), line(3, Level.WHAT, 2)]
    bare, begun = line(4, Level.WHY), [line(5, Level.WHY), line(6, Level.HOW, 5)]
    assert lived_in_nothing(trace_of(lived)) == 0
    assert lived_in_nothing(trace_of([*lived, bare, *begun])) == 2


LINES = st.lists(
    st.tuples(st.integers(1, 12), st.sampled_from(Level), st.integers(0, 12)),
    unique_by=lambda one: one[0],
)


@given(LINES)
def test_each_line_stands_in_exactly_one_tree_however_they_point(given_lines):
    lines = [line(number, level, serves) for number, level, serves in given_lines]
    found = trace_of(lines)

    def met(branches):
        return [one for each in branches for one in (each.line.id, *met(each.below))]

    assert sorted(met((*found.rooted, *found.loose))) == sorted(one.id for one in lines)
    assert all(one.line.level is Level.WHY for one in found.rooted)
