from __future__ import annotations

import tomllib

import pytest

from northing.stages.decide.priorities.facts import Range
from northing.stages.decide.priorities.intake.asked import UnreadablePriorities, asked_in
from northing.stages.decide.priorities.intake.written import figure_of

WHOLE = """
[priorities]
title = "What to mend first"
[[criterion]]
id = "impact"
swing = 100
[[criterion]]
id = "cost"
worst = 900
best = 0
swing = 40
[[option]]
name = "Outreach vans"
impact = [3, 6, 8]
cost = "200..400"
reaches_daily = true
[[option]]
name = "Posters"
impact = "?"
cost = 30
"""


def read(text, rows=()):
    return asked_in(tomllib.loads(text), rows, "priorities.toml")


def test_options_and_criteria_are_understood():
    asked = read(WHOLE)
    vans, posters = asked.options
    assert (vans.id, vans.reaches_daily) == ("outreach-vans", True)
    assert vans.figures == {"impact": Range(3, 6, 8), "cost": Range(200, 300, 400)}
    assert posters.figures == {"cost": Range(30, 30, 30)}
    assert asked.criteria[1].direction == "less"


def test_a_table_brings_options_of_its_own():
    rows = [{"name": "Vans", "impact": "6", "impact low": "3", "impact high": "8", "cost": "n/a"}]
    asked = read(WHOLE.partition("[[option]]")[0], rows)
    assert asked.options[0].figures == {"impact": Range(3, 6, 8)}


def test_projects_are_placed_by_commitments():
    text = """
    [matrix]
    return_cut = 100
    [[commitment]]
    id = "care"
    weight = 3
    [[option]]
    name = "Vans"
    return = "-50..200"
    care = 0.4
    """
    asked = read(text)
    assert asked.projects[0].returned == Range(-50, 75, 200)
    assert asked.projects[0].advances == {"care": Range(0.4, 0.4, 0.4)}


@pytest.mark.parametrize(
    ("given", "figure"),
    [(6, (6, 6, 6)), ("3..6..8", (3, 6, 8)), ("\u22122..2", (-2, 0, 2)), ([1, 3], (1, 2, 3))],
)
def test_figures_are_written_as_people_write_them(given, figure):
    assert figure_of(given) == Range(*figure)


@pytest.mark.parametrize("given", [None, "", "?", "unknown", "unbekannt"])
def test_what_is_not_known_is_no_figure(given):
    assert figure_of(given) is None


@pytest.mark.parametrize("given", ["much", [8, 3], "1..2..3..4", True, float("inf"), "nan"])
def test_what_is_no_figure_is_refused(given):
    with pytest.raises(ValueError, match=r"number|first|finite"):
        figure_of(given)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('swing = 100\ncolour = "red"', "colour: this key is not known"),
        ("swing = -1", "greater than or equal to 0"),
        ("swing = 100\nworst = 10", "its worst and its best are the same"),
    ],
)
def test_a_wrong_criterion_is_named_with_its_place(wrong, said):
    with pytest.raises(UnreadablePriorities) as refused:
        read(WHOLE.replace("swing = 100", wrong))
    assert any("criterion" in one and said in one for one in refused.value.complaints)


def test_all_complaints_come_at_once():
    text = WHOLE.replace('"200..400"', '"a lot"').replace("cost = 30", "cost = 3000")
    with pytest.raises(UnreadablePriorities) as refused:
        read(text)
    assert len(refused.value.complaints) == 2
    assert "option 1, cost, 'a lot'" in refused.value.complaints[0]
    assert "widen the criterion" in refused.value.complaints[1]


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "no [[option]]"), ("[[option]]\nname='A'", "nothing to compare by"),
     ("[matrix]\n[[option]]\nname='A'", "needs a [[commitment]]")],
)  # fmt: skip
def test_a_file_that_asks_for_nothing_says_what_is_missing(text, said):
    with pytest.raises(UnreadablePriorities) as refused:
        read(text)
    assert any(said in one for one in refused.value.complaints)
