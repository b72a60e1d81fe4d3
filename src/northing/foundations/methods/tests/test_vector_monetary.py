"""Vectors aicpa.mus_95, poisson_factors and stringer: samples by amount and their bound."""

import math

import pytest

from northing.foundations.methods.monetary import monetary_size, stringer


@pytest.mark.parametrize(
    ("tolerable", "of_it", "size"),
    [
        (0.05, 0.0, 60), (0.05, 0.1, 74), (0.05, 0.2, 93), (0.05, 0.3, 120),
        (0.05, 0.4, 162), (0.05, 0.5, 231), (0.01, 0.0, 300), (0.03, 0.2, 155),
    ],
)  # fmt: skip
def test_sizes_of_the_aicpa_guide_table_c_1(tolerable: float, of_it: float, size: int) -> None:
    assert monetary_size(tolerable=tolerable, expected=tolerable * of_it) == size


@pytest.mark.parametrize(
    ("level", "factors"),
    [(0.95, (3.0, 4.75, 6.3, 7.76, 9.16, 10.52)), (0.9, (2.31, 3.89, 5.33, 6.69, 8.0, 9.28))],
)
def test_poisson_factors_of_the_tables(level: float, factors: tuple[float, ...]) -> None:
    for wrong, factor in enumerate(factors):  # so many items wrong in full, of 1,000,000
        found = stringer([1.0] * wrong, 1_000_000, level=level)
        assert math.ceil((found.high or 0) * 100_000_000) / 100 == factor  # the tables round up


def test_the_bound_of_three_taints() -> None:
    taints = [0.18, 0.47, 0.04]
    assert stringer(taints, 100).high == pytest.approx(0.0415502, abs=5e-8)
    assert stringer(taints, 100, factors="binomial").high == pytest.approx(0.0407994, abs=5e-8)
    assert stringer(taints, 100, book=1000).value == pytest.approx(6.9)
