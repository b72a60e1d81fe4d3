"""Are the weights found that people chose by, and is it said when choices cannot carry them?"""

from __future__ import annotations

import math

import numpy as np
import pytest
from statsmodels.datasets import modechoice

from northing.foundations.methods.choosing import Choice, choices_needed, conditional_logit
from northing.foundations.methods.estimate import Unknown


def drawn(beta, *, choices, options=4, seed=0):
    """Choices of somebody who really weighs attributes by beta."""
    rng = np.random.default_rng(seed)
    made = []
    for _ in range(choices):
        table = rng.normal(size=(options, len(beta)))
        appeal = table @ np.array(beta) + rng.gumbel(size=options)
        made.append(Choice(tuple(map(tuple, table.tolist())), int(appeal.argmax())))
    return made


def test_vector_greene_travel_modes():
    """Greene, Econometric Analysis: 210 travellers between Sydney and Melbourne."""
    table = modechoice.load().data
    choices = []
    for _, rows in table.groupby("individual"):
        options = [
            (
                row.gc,
                row.ttme,
                row.hinc * (row["mode"] == 1),
                *(float(row["mode"] == m) for m in (1, 2, 3)),
            )
            for _, row in rows.iterrows()
        ]
        choices.append(Choice(tuple(options), rows.choice.tolist().index(1)))
    found = conditional_logit(choices)
    values = [one.value for one in found.effects]
    assert values == pytest.approx([-0.0155, -0.0961, 0.0133, 5.2074, 3.8690, 3.1632], abs=6e-5)
    errors = [(one.high - one.low) / 2 / 1.959964 for one in found.effects]
    assert errors == pytest.approx([0.0044, 0.0104, 0.0103, 0.7791, 0.4431, 0.4503], abs=6e-5)
    assert found.log_likelihood == pytest.approx(-199.1284, abs=5e-5)
    assert found.by_chance == pytest.approx(-210 * math.log(4))


def test_the_weights_somebody_chose_by_lie_in_their_intervals():
    truth = (1.5, -0.7, 0.0)
    kept = 0
    for seed in range(40):
        found = conditional_logit(drawn(truth, choices=120, seed=seed))
        kept += sum(e.low <= b <= e.high for e, b in zip(found.effects, truth, strict=True))
    assert kept / 120 >= 0.90


def test_units_change_effects_and_nothing_else():
    choices = drawn((1.0, 0.5), choices=80)
    cents = [Choice(tuple((a * 100, b) for a, b in one.options), one.taken) for one in choices]
    one, other = conditional_logit(choices), conditional_logit(cents)
    assert other.effects[0].value * 100 == pytest.approx(one.effects[0].value)
    assert other.log_likelihood == pytest.approx(one.log_likelihood)


@pytest.mark.parametrize(
    ("choices", "why"),
    [
        ([], "no choice"),
        ([Choice(((1.0,),), 0)], "no choice"),
        ([Choice(((1.0, 2.0), (2.0, 2.0)), 0), Choice(((1.0, 5.0), (2.0, 5.0)), 1)], "attribute 2"),
        ([Choice(((1.0, 2.0), (2.0, 4.0)), 0), Choice(((3.0, 6.0), (2.0, 4.0)), 1)], "attribute 2"),
        ([Choice(((1.0,), (2.0,)), 1), Choice(((4.0,), (2.0,)), 0)], "without exception"),
    ],
)
def test_choices_that_cannot_carry_it_say_so(choices, why):
    found = conditional_logit(choices)
    assert isinstance(found, Unknown)
    assert why in found.reason


def test_how_many_choices_would_do():
    assert choices_needed(50, 0.4, wished=0.2) == 200
