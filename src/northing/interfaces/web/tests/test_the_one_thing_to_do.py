"""Which of several things is the one to do this week?"""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from northing.interfaces.web.today import Duty, Kind, in_order

MONDAY = date(2026, 5, 4)
KINDS = some.sampled_from([one for one in Kind if one is not Kind.FINDING])


def duty(kind, **but):
    return Duty(**{"kind": kind, "address": "/", "what": str(kind)} | but)


def finding(days):
    """A finding Amina answers for, due so many days from Monday."""
    return duty(Kind.FINDING, what=f"due in {days}", due_on=MONDAY + timedelta(days=days))


def first(*duties):
    return in_order(duties, on=MONDAY)[0]


def test_what_is_latest_comes_before_what_is_late():
    assert first(finding(-1), finding(-9), finding(3)).what == "due in -9"


def test_a_finding_due_this_week_comes_before_a_sample_that_waits():
    assert first(duty(Kind.SECOND), finding(7)).kind is Kind.FINDING


def test_a_sample_that_waits_comes_before_a_finding_due_next_month():
    assert first(finding(30), duty(Kind.SECOND)).kind is Kind.SECOND


def test_what_keeps_two_waiting_comes_before_what_one_began_alone():
    assert first(duty(Kind.MINE), duty(Kind.REFUSED), duty(Kind.SETTLE)).kind is Kind.SETTLE


def test_the_file_with_most_refused_lines_comes_first():
    found = first(duty(Kind.REFUSED, count=2, what="a"), duty(Kind.REFUSED, count=90, what="b"))
    assert found.what == "b"


def test_old_records_come_last_and_a_missing_promise_before_everything():
    assert first(duty(Kind.OLD, count=400), duty(Kind.SAMPLE)).kind is Kind.SAMPLE
    assert first(finding(-30), duty(Kind.START)).kind is Kind.START


@given(some.permutations([duty(kind) for kind in Kind] + [finding(day) for day in (-2, 5, 40)]))
def test_the_order_does_not_depend_on_who_was_asked_first(duties):
    plain = in_order(
        [duty(kind) for kind in Kind] + [finding(day) for day in (-2, 5, 40)], on=MONDAY
    )
    assert in_order(duties, on=MONDAY) == plain


@given(some.lists(KINDS, min_size=1), some.integers(-400, -1))
def test_nothing_but_a_missing_promise_comes_before_what_is_late(kinds, days):
    found = first(finding(days), *(duty(kind) for kind in kinds if kind is not Kind.START))
    assert found.kind is Kind.FINDING
