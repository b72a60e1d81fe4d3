"""Do the methods that compare options give the answers that were published?"""

from __future__ import annotations

import numpy as np
import pytest

from northing.foundations.methods.acceptability import acceptability
from northing.foundations.methods.ideal_point import topsis
from northing.foundations.methods.optimum import maximise, programme, shadow_prices
from northing.foundations.methods.outranking import Preference, promethee
from northing.foundations.methods.pairwise import ahp
from northing.foundations.methods.value import additive
from northing.foundations.methods.weighing import admissible

INF = np.inf


def test_topsis_of_tzeng_and_huang():
    found = topsis(
        [[5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]], [0.3, 0.4, 0.3], ["more", "more", "more"]
    )
    assert found == pytest.approx([0.5037, 0.6581, 0.7482, 0.3340], abs=5e-5)


def test_promethee_of_brans_vincke_and_mareschal():
    plants = [
        [80, 90, 6, 5.4, 8, 5], [65, 58, 2, 9.7, 1, 1], [83, 60, 4, 7.2, 4, 7],
        [40, 80, 10, 7.5, 7, 10], [52, 72, 6, 2.0, 3, 8], [94, 96, 7, 3.6, 5, 6],
    ]  # fmt: skip
    preferences = [
        Preference("u-shape", indifference=10), Preference("v-shape", preference=30),
        Preference("linear", indifference=0.5, preference=5),
        Preference("level", indifference=1, preference=6), Preference("usual"),
        Preference("gaussian", spread=5),
    ]  # fmt: skip
    directions = ["less", "more", "less", "less", "less", "more"]
    flows = promethee(plants, [1] * 6, directions, preferences)
    assert flows.net == pytest.approx([-0.146, 0.017, -0.090, -0.020, 0.293, -0.055], abs=6e-4)
    # Printed .454; .4547 is what the printed difference .293 asks for as well.
    assert flows.leaving == pytest.approx([0.220, 0.396, 0.247, 0.329, 0.4547, 0.300], abs=6e-4)
    assert flows.net.sum() == pytest.approx(0)


def test_ahp_of_saaty_drinks():
    table = np.array(
        [
            [1, 9, 5, 2, 1, 1, 1 / 2], [1 / 9, 1, 1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
            [1 / 5, 3, 1, 1 / 3, 1 / 4, 1 / 3, 1 / 9], [1 / 2, 9, 3, 1, 1 / 2, 1, 1 / 3],
            [1, 9, 4, 2, 1, 2, 1 / 2], [1, 9, 3, 1, 1 / 2, 1, 1 / 3], [2, 9, 9, 3, 2, 3, 1],
        ]
    )  # fmt: skip
    found = ahp(table)
    assert found.weights == pytest.approx(
        [0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327], abs=6e-4
    )
    assert found.inconsistency == pytest.approx(0.022, abs=6e-4)
    assert found.hold_together


def test_acceptability_where_it_can_be_worked_out_by_hand():
    found = acceptability([[1, 0], [0, 1], [0.6, 0.6]], admissible(2, draws=40_000, seed=1))
    assert found.ranks[:, 0] == pytest.approx([0.4, 0.4, 0.2], abs=0.01)
    assert found.central[0] == pytest.approx([0.8, 0.2], abs=0.01)
    lead = found.leads(0)
    assert lead.low < 0.4 < lead.high
    assert found.ranks.sum(axis=0) == pytest.approx([1, 1, 1])


def test_the_weighted_sum_of_a_small_table():
    assert additive([[1, 0, 3], [0, 5, 6]], [1, 1, 1]) * 3 == pytest.approx([4, 11])


def test_wyndor_glass_of_hillier_and_lieberman():
    doors = [([1, 0], -INF, 4), ([0, 2], -INF, 12), ([3, 2], -INF, 18)]
    given = programme([3, 5], doors, upper=[INF, INF], whole=False)
    best = maximise(given)
    assert (best.value, list(best.chosen)) == (36, [2, 6])
    assert shadow_prices(given) == pytest.approx([0, 1.5, 1])


@pytest.mark.parametrize(
    ("weights", "values", "capacity", "best", "taken"),
    [
        (
            [23, 31, 29, 44, 53, 38, 63, 85, 89, 82], [92, 57, 49, 68, 60, 43, 67, 84, 87, 72],
            165, 309, [1, 2, 3, 4, 6],
        ),
        (
            [70, 73, 77, 80, 82, 87, 90, 94, 98, 106, 110, 113, 115, 118, 120],
            [135, 139, 149, 150, 156, 163, 173, 184, 192, 201, 210, 214, 221, 229, 240],
            750, 1458, [1, 3, 5, 7, 8, 9, 14, 15],
        ),
    ],
)  # fmt: skip
def test_knapsacks_of_florida_state(weights, values, capacity, best, taken):
    found = maximise(programme(values, [(weights, -INF, capacity)]))
    assert found.value == best
    assert [at + 1 for at, one in enumerate(found.chosen) if one] == taken
