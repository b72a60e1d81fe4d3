from __future__ import annotations

from northing.foundations.methods.estimate import Estimate, Unknown, exact
from northing.stages.decide.budget.facts import Served
from northing.stages.decide.budget.rules.comparing import NO_WORDS, NONE, compared

CLINIC = Served(now=30, amount=45, serves={"care": 1.0})
GALA = Served(now=50, amount=25, serves={})
TALKS = Served(now=20, amount=30, serves={"talk": 0.5, "care": 0.5})
LINES = (CLINIC, GALA, TALKS)


def said(**shares):
    return {key: exact(share, n=1, method="given") for key, share in shares.items()}


def shares_of(rows, side):
    return {one.commitment: round(getattr(one, side).value, 9) for one in rows}


def test_money_is_shared_as_it_serves_today_and_as_proposed():
    rows = compared(LINES, ("care", "talk"), {})
    assert shares_of(rows, "today") == {"care": 0.4, "talk": 0.1, NONE: 0.5}
    assert shares_of(rows, "proposed") == {"care": 0.6, "talk": 0.15, NONE: 0.25}


def test_the_one_farthest_from_its_words_comes_first_and_what_serves_none_last():
    rows = compared(LINES, ("care", "talk"), said(care=0.5, talk=0.5))
    assert [one.commitment for one in rows] == ["talk", "care", NONE]


def test_words_nobody_knows_are_unknown_and_come_after_those_that_are_known():
    rows = compared(LINES, ("care", "talk"), said(talk=0.15))
    assert [one.commitment for one in rows] == ["talk", "care", NONE]
    assert rows[1].said == Unknown(NO_WORDS)


def test_a_commitment_that_gets_nothing_stands_at_nothing():
    rows = compared((CLINIC,), ("care", "night"), said(night=1.0, care=0.0))
    assert [one.commitment for one in rows] == ["care", "night"]
    assert (rows[1].today.value, rows[1].proposed.value) == (0, 0)


def test_where_nothing_is_spent_there_are_no_shares():
    (row,) = compared((Served(10, 0, {"care": 1.0}),), ("care",), {})
    assert isinstance(row.today, Estimate)
    assert isinstance(row.proposed, Unknown)
