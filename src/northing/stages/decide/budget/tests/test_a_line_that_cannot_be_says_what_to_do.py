from __future__ import annotations

import tomllib

import pytest

from northing.stages.decide.budget.intake.asked import UnreadableBudget, asked_in

WHOLE = """
[[commitment]]
id = "care"
[[commitment]]
id = "books"
[[line]]
name = "Clinic"
impact = 3
"""


def complaints(line: str) -> list[str]:
    with pytest.raises(UnreadableBudget) as refused:
        asked_in(tomllib.loads(WHOLE + line), (), "budget.toml")
    return refused.value.complaints


@pytest.mark.parametrize(
    ("line", "place", "remedy"),
    [
        ("cost = -5", "cost, -5:", "write what it brings in under return"),
        ("cost = 0", "cost, 0:", "write what all of it costs"),
        ("cost = 5\nnow = -1", "now, -1:", "write 0 where it gets nothing"),
        ("cost = 5\nleast = 6", "least, 6:", "leave it empty"),
        ("cost = 5\nleast = 0", "least, 0:", "leave it empty"),
        ("cost = 5\ncare = 0.7\nbooks = 0.4", "Clinic:", "write parts that add up to 1 or less"),
    ],
)
def test_a_line_that_cannot_be_names_its_place_and_the_remedy(line, place, remedy):
    (said,) = complaints(line)
    assert said.startswith("budget.toml, line 1, ")
    assert place in said
    assert remedy in said


def test_all_that_is_wrong_with_a_line_is_said_at_once():
    assert len(complaints("cost = -5\nnow = -1\ncare = 1\nbooks = 1")) == 3
