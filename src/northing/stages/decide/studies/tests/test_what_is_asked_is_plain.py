"""Is what no answer can be found for, or no table keeps, refused in a sentence beforehand?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.stages.decide.studies.facts import Wanted
from northing.stages.decide.studies.rules.bounds import beyond_bounds
from northing.stages.decide.studies.rules.digest import digest_of
from northing.stages.decide.studies.rules.sheets import (
    BUDGET,
    content_of,
    sheets_of,
)

PLAIN = {"option": [{"name": "Vans", "impact": "3..6..8"}]}


def complaints(content):
    return list(beyond_bounds(content, "this"))


@pytest.mark.parametrize(
    "cell",
    ["\x00", "\ud800", float("nan"), float("inf"), object(), 1e13, "1..2..1e300", -2e12],
)
def test_a_cell_that_cannot_be_kept_or_reckoned_with_is_refused(cell):
    assert complaints(PLAIN) == []
    assert len(complaints({"option": [{"name": "Vans", "impact": cell}]})) == 1


def test_more_rows_than_can_be_answered_are_refused_with_how_many_may_be():
    (said,) = complaints({"option": [{"name": str(n)} for n in range(201)]})
    assert "more than 200" in said


def test_the_digest_is_of_the_question_and_not_of_the_order_of_its_keys():
    one = digest_of(Wanted("a", {"x": 1, "y": [2]}))
    assert one == digest_of(Wanted("b", {"y": [2], "x": 1}))
    assert one != digest_of(Wanted("a", {"x": 1, "y": [2]}, seed=1))


ROWS = st.lists(
    st.dictionaries(
        st.sampled_from(["id", "name", "cost", "impact", "visits"]),
        st.one_of(st.integers(-9, 9), st.text("=+-@'ab .", min_size=1).map(str.strip).filter(bool)),
        min_size=1,
    ),
    min_size=1,
    max_size=5,
)


@given(ROWS)
def test_rows_go_out_as_a_sheet_and_come_in_as_they_were(rows):
    content = {"budget": {"title": "Next"}, "line": rows}
    sheets = {
        name: [dict(zip(columns, row, strict=True)) for row in lines]
        for name, (columns, lines) in sheets_of(content, BUDGET).items()
    }
    found = content_of(sheets, BUDGET)
    assert found["budget"] == {"title": "Next"}
    if not any(str(one).startswith("'") for row in rows for one in row.values()):
        assert found["line"] == rows
