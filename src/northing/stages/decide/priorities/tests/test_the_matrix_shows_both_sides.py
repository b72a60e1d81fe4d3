from __future__ import annotations

import math

import pytest

from northing.foundations.methods.estimate import Unknown
from northing.stages.decide.priorities.rules.mapping import matrix_of
from northing.stages.decide.priorities.tests.make import make_project

WEIGHTS = {"care": 3, "access": 1}


def matrix(*projects, return_cut=0, advancement_cut=0.2):
    return matrix_of(
        projects, WEIGHTS, return_cut=return_cut, advancement_cut=advancement_cut, seed=3
    )


def test_advancement_is_weighed_by_commitment():
    (spot,) = matrix(make_project("vans", 100, care=0.4, access=-0.4)).spots
    assert spot.advancement.value == pytest.approx(0.2)
    assert spot.returned.value == 100


def test_the_front_stands_first_and_what_is_beaten_on_both_does_not():
    found = matrix(
        make_project("beaten", 10, care=0.1, access=0),
        make_project("vans", 50, care=0.2, access=0),
        make_project("bonds", 90, care=-0.1, access=0),
    )
    assert [(one.project.id, one.on_front) for one in found.spots] == [
        ("bonds", True), ("vans", True), ("beaten", False),
    ]  # fmt: skip


def test_how_sure_a_project_is_of_its_quadrant():
    (spot,) = matrix(make_project("vans", (-100, 0, 100), care=0.9, access=0.9)).spots
    assert spot.quadrants["both"] == pytest.approx(0.5, abs=0.03)
    assert sum(spot.quadrants.values()) == pytest.approx(1)
    assert spot.quadrants["return alone"] == spot.quadrants["neither"] == 0


def test_an_ellipse_holds_half_of_a_round_cloud():
    (spot,) = matrix(make_project("vans", (-30, 0, 30), care=(-1, 0, 1), access=0)).spots
    ellipse = spot.ellipse
    spread = 30 / math.sqrt(6)
    assert ellipse.across == pytest.approx(spread * math.sqrt(2 * math.log(2)), rel=0.05)
    assert abs(math.sin(ellipse.turned)) < 0.1


def test_a_commitment_nobody_answered_for_may_be_anything():
    (spot,) = matrix(make_project("vans", 10, care=0.4)).spots
    assert (spot.advancement.low, spot.advancement.high) == pytest.approx((0.05, 0.55))
    assert "worst-case" in spot.advancement.method


def test_what_is_known_on_one_side_only_stands_nowhere():
    found = matrix(make_project("vans", None, care=0.4, access=0), make_project("bonds", 5))
    assert [one.front for one in found.spots] == [None, None]
    assert {type(one.returned) for one in found.spots if one.project.id == "vans"} == {Unknown}
    assert isinstance(found.spots[0].advancement, Unknown)


def test_two_projects_of_one_id_are_refused():
    with pytest.raises(ValueError, match="own"):
        matrix(make_project("vans", 1, care=0), make_project("vans", 2, care=0))
