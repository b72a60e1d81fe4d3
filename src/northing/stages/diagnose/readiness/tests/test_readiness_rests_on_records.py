from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.stages.diagnose.readiness.facts import AUDIT, Answer, Ground, Sighting
from northing.stages.diagnose.readiness.rules.answering import last_day, readiness, since
from northing.stages.diagnose.readiness.rules.questions import QUESTIONS
from northing.stages.diagnose.readiness.section import answer, readiness_section, why

ON = date(2026, 3, 31)
KINDS = sorted({kind for one in QUESTIONS for kind in one.kinds})


def seen(kind, on=date(2026, 2, 1), **more):
    return Sighting(kind=str(kind), name=f"{kind}.csv:1", text="a line", on=on, **more)


def of(question, *sightings, said=()):
    found = readiness(QUESTIONS, sightings, on=ON, said=said)
    return next(one for one in found.answered if one.question.id == question)


EVERYTHING = [seen(one.kinds[0], commitments=("care",)) for one in QUESTIONS]


def test_all_that_is_shown_is_ready_and_nothing_holds_it_back():
    found = readiness(QUESTIONS, EVERYTHING, on=ON)
    assert found.whole is Answer.YES
    assert found.bottleneck == ()
    assert answer(found) == "All 7 are there, as of 2026-03-31."


def test_seven_are_asked():
    assert len(QUESTIONS) == len({one.id for one in QUESTIONS}) == 7


def test_nothing_at_all_is_unknown_and_not_a_no():
    found = readiness(QUESTIONS, [], on=ON)
    assert found.whole is Answer.UNKNOWN
    assert {one.ground for one in found.answered} == {Ground.NOTHING}
    assert len(found.bottleneck) == 7


def test_a_yes_that_no_record_supports_is_unknown():
    found = of("measured", said=("measured",))
    assert (found.answer, found.ground) == (Answer.UNKNOWN, Ground.ONLY_SAID)
    assert why(found) == "it is said, and no record shows it"


def test_a_record_bears_an_answer_for_its_window_only():
    old = seen(AUDIT, date(2025, 9, 29))
    assert of("audited", old).ground is Ground.TOO_OLD
    assert "2025-09-29" in why(of("audited", old))
    assert of("audited", replace(old, on=date(2025, 9, 30))).answer is Answer.YES
    assert of("audited", replace(old, on=None)).ground is Ground.NO_DAY


def test_what_has_not_happened_yet_shows_nothing():
    assert of("audited", seen(AUDIT, ON + timedelta(days=1))).ground is Ground.NOTHING


def test_pay_against_a_promise_is_a_no_with_its_record():
    against = seen("incentives", commitments=(), against=("care",))
    found = of("rewarded", against)
    assert (found.answer, found.ground) == (Answer.NO, Ground.AGAINST)
    assert found.rests_on == (against,)


def test_a_yes_rests_on_the_records_that_are_for_it():
    for_it = seen("incentives", commitments=("care",))
    assert of("rewarded", seen("incentives", against=("care",)), for_it).rests_on == (for_it,)


def test_what_goes_against_is_told_beside_a_yes():
    against = seen("incentives", against=("care",), is_checked=True)
    found = of("rewarded", seen("incentives", commitments=("care",)), against)
    assert (found.answer, found.against) == (Answer.YES, (against,))
    assert why(found) == (
        "1 of 2 records of the last 12 months show it; of 1 only the machine says so; "
        "1 go against a promise"
    )


def test_what_only_the_machine_has_read_is_no_no():
    machine = seen("metrics")
    assert of("measured", machine).ground is Ground.NOT_CHECKED
    people = replace(machine, is_checked=True)
    assert (of("measured", people).answer, of("measured", people).ground) == (
        Answer.NO,
        Ground.NONE_FOR_IT,
    )
    assert of("measured", people, machine).answer is Answer.UNKNOWN


def test_it_is_as_ready_as_what_holds_it_back_most():
    against = [one for one in EVERYTHING if one.kind != "incentives"]
    found = readiness(QUESTIONS, [*against, seen("incentives", against=("care",))], on=ON)
    assert found.whole is Answer.NO
    assert [one.question.id for one in found.bottleneck] == ["rewarded"]
    assert "6 of 7" in answer(found)
    assert readiness_section(found, str.upper)


@pytest.mark.parametrize(
    ("effective", "received", "day"),
    [
        (date(2025, 1, 1), date(2026, 1, 15), date(2025, 12, 31)),
        (date(2025, 1, 1), date(2025, 4, 30), date(2025, 4, 30)),
        (date(2026, 1, 1), None, ON),
        (date(2026, 1, 1), date(2025, 12, 1), date(2026, 1, 1)),
        (None, ON, None),
        (date.max, None, date.max),
    ],
)
def test_a_figure_of_a_year_speaks_of_it_up_to_when_it_was_received(effective, received, day):
    assert last_day(effective, received, is_dated_to_day=False, on=ON) == day


def test_a_window_ends_on_a_day_that_there_is():
    assert since(6, date(2026, 8, 31)) == date(2026, 2, 28)
    assert since(12, date(2024, 2, 29)) == date(2023, 2, 28)


commitments = st.lists(st.sampled_from(["care", "candour"]), max_size=2, unique=True).map(tuple)
sightings = st.builds(
    Sighting,
    kind=st.sampled_from(KINDS),
    name=st.text(min_size=1, max_size=4),
    text=st.just("a line"),
    on=st.none() | st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    commitments=commitments,
    against=commitments,
    is_checked=st.booleans(),
)
several = st.lists(sightings, max_size=12)
said = st.sets(st.sampled_from([one.id for one in QUESTIONS]))


@given(several, said)
def test_every_yes_rests_on_a_record_of_its_window(found, claims):
    for one in readiness(QUESTIONS, found, on=ON, said=claims).answered:
        assert bool(one.rests_on) is (one.answer is not Answer.UNKNOWN)
        first = since(one.question.months, ON)
        assert all(first <= each.on <= ON for each in one.rests_on)
        assert why(one)


@given(several, said)
def test_saying_yes_changes_no_answer(found, claims):
    before = readiness(QUESTIONS, found, on=ON)
    after = readiness(QUESTIONS, found, on=ON, said=claims)
    assert [one.answer for one in before.answered] == [one.answer for one in after.answered]


@given(several)
def test_the_whole_is_never_better_than_any_part(found):
    whole = readiness(QUESTIONS, found, on=ON)
    order = list(Answer)
    assert all(order.index(whole.whole) <= order.index(one.answer) for one in whole.answered)


@given(several, st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(found, lot):
    named = [replace(one, name=str(at)) for at, one in enumerate(found)]
    other = list(named)
    lot.shuffle(other)
    assert readiness(QUESTIONS, named, on=ON) == readiness(QUESTIONS, other, on=ON)
