from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.stages.decide.purpose_test.facts import Result, Said
from northing.stages.decide.purpose_test.rules.testing import WORST_FIRST, result_of
from northing.stages.decide.purpose_test.tests.make import (
    CANNOT_TELL,
    NO,
    PROMISES,
    YES,
    make_answer,
    make_decision,
)

SAID = st.sampled_from(list(Said))
ANSWER = st.tuples(SAID, SAID, st.sampled_from(["", "counted"]), st.sampled_from(["", "a cap"]))


def result(*answers):
    return result_of(make_decision("vans", *answers), PROMISES)


def test_what_advances_a_promise_and_compromises_none_passes():
    found = result(make_answer("care", YES), make_answer("access"))
    assert found.result is Result.PASS
    assert found.grounds[0].sentence == "It advances \u201cunhurried care\u201d: we counted"


def test_a_guardrail_vetoes_whatever_else_speaks_for_it():
    found = result(make_answer("care", YES, YES), make_answer("access", YES))
    assert found.result is Result.FAIL
    assert found.vetoed == ("care",)


def test_another_promise_may_be_compromised_on_a_condition():
    held = make_answer("access", NO, YES, condition="prices stay")
    assert result(make_answer("care", YES), held).result is Result.CONDITIONS
    assert result(make_answer("care", YES), make_answer("access", NO, YES)).result is Result.FAIL


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((make_answer("access", YES),), Result.CANNOT_TELL),
        ((make_answer("care", YES),), Result.CONDITIONS),
        ((make_answer("care", YES, CANNOT_TELL), make_answer("access")), Result.CANNOT_TELL),
        ((make_answer("care", YES), make_answer("access", NO, CANNOT_TELL)), Result.CONDITIONS),
        ((make_answer("care"), make_answer("access")), Result.CANNOT_TELL),
        ((make_answer("care", YES, reason=""), make_answer("access")), Result.CANNOT_TELL),
    ],
)
def test_what_is_not_known_is_no_pass(answers, expected):
    assert result(*answers).result is expected


@pytest.mark.parametrize("answers", [("care", "care"), ("care", "growth")])
def test_an_answer_belongs_to_one_promise(answers):
    with pytest.raises(ValueError, match="one answer"):
        result(*(make_answer(one) for one in answers))


@given(ANSWER, ANSWER, SAID)
def test_an_answer_that_speaks_more_against_it_never_makes_it_better(care, access, worse):
    def of(first):
        a, c, reason, condition = first
        rest = access[0], access[1]
        return result(
            make_answer("care", a, c, reason=reason, condition=condition),
            make_answer("access", *rest, reason=access[2], condition=access[3]),
        ).result

    order = [Said.NO, Said.CANNOT_TELL, Said.YES]
    if order.index(worse) >= order.index(care[1]):
        before, after = of(care), of((care[0], worse, *care[2:]))
        assert WORST_FIRST.index(after) <= WORST_FIRST.index(before)
