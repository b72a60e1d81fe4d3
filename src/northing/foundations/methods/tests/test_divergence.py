"""What holds of every distance between two sharings."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods.divergence import (
    Divided,
    generalised_jensen_shannon,
    jensen_shannon,
    js_distance,
    overlap,
    total_variation,
)
from northing.foundations.methods.shares import shares

few = settings(max_examples=25, deadline=None)


@st.composite
def sharings(draw: st.DrawFn, how_many: int = 2) -> list[list[float]]:
    size = draw(st.integers(1, 8))
    masses = st.lists(st.integers(0, 1000), min_size=size, max_size=size).filter(any)
    found = [shares(draw(masses)) for _ in range(how_many)]
    return [row.tolist() for row in found if row is not None]


@few
@given(sharings())
def test_the_parts_add_up(pair: list[list[float]]) -> None:
    for figure in (total_variation(*pair), jensen_shannon(*pair), overlap(*pair)):
        assert all(part >= 0 for part in figure.contributions)
        assert math.fsum(figure.contributions) == pytest.approx(figure.value, abs=1e-12)


@few
@given(sharings(), st.randoms(use_true_random=False))
def test_the_order_of_categories_does_not_matter(pair: list[list[float]], chance) -> None:
    order = list(range(len(pair[0])))
    chance.shuffle(order)
    moved = [[row[place] for place in order] for row in pair]
    assert total_variation(*moved).value == total_variation(*pair).value
    assert jensen_shannon(*moved).value == jensen_shannon(*pair).value


@few
@given(sharings())
def test_both_sides_count_alike(pair: list[list[float]]) -> None:
    p, q = pair
    assert total_variation(p, q) == total_variation(q, p)
    assert jensen_shannon(p, q) == jensen_shannon(q, p)


@few
@given(sharings())
def test_divergence_never_exceeds_total_variation(pair: list[list[float]]) -> None:
    jsd, tv = jensen_shannon(*pair).value, total_variation(*pair).value
    assert 0 <= jsd <= tv + 1e-12
    assert tv <= 1
    assert overlap(*pair).value == pytest.approx(1 - tv, abs=1e-12)


@few
@given(sharings(1))
def test_equal_sharings_are_exactly_nothing_apart(single: list[list[float]]) -> None:
    p = single[0]
    assert total_variation(p, p).value == 0
    assert jensen_shannon(p, p).value == 0
    assert generalised_jensen_shannon([p, p, p], (0.1, 0.2, 0.7)).value == 0


@few
@given(sharings(3))
def test_the_root_of_the_divergence_is_a_metric(three: list[list[float]]) -> None:
    p, q, r = three
    assert js_distance(p, r) <= js_distance(p, q) + js_distance(q, r) + 1e-9


@few
@given(sharings(), st.floats(0, 1), st.data())
def test_moving_mass_from_over_to_under_served_never_raises_the_gap(
    pair: list[list[float]], part: float, data: st.DataObject
) -> None:
    words, deeds = (np.array(row) for row in pair)
    over, under = np.flatnonzero(deeds > words), np.flatnonzero(deeds < words)
    if over.size == 0 or under.size == 0:
        return
    giver = data.draw(st.sampled_from(over.tolist()))
    taker = data.draw(st.sampled_from(under.tolist()))
    moved = deeds.copy()
    step = part * min(deeds[giver] - words[giver], words[taker] - deeds[taker])
    moved[giver] -= step
    moved[taker] += step
    for gap in (total_variation, jensen_shannon):
        assert gap(words, moved).value <= gap(words, deeds).value + 1e-12


@few
@given(sharings(4), st.floats(0, 1))
def test_mixing_two_pairs_never_widens_the_gap(four: list[list[float]], part: float) -> None:
    p1, q1, p2, q2 = (np.array(row) for row in four)
    for gap in (total_variation, jensen_shannon):
        mixed = gap(part * p1 + (1 - part) * p2, part * q1 + (1 - part) * q2).value
        assert mixed <= part * gap(p1, q1).value + (1 - part) * gap(p2, q2).value + 1e-12


@few
@given(sharings(3), st.lists(st.integers(0, 9), min_size=3, max_size=3).filter(any))
def test_several_sharings_are_entropy_of_the_mean_less_mean_entropy(
    three: list[list[float]], masses: list[int]
) -> None:
    weights = shares(masses)
    assert weights is not None

    def entropy(row: np.ndarray) -> float:
        held = row[row > 0]
        return float(-(held * np.log2(held)).sum())

    rows = np.array(three)
    expected = entropy(weights @ rows) - sum(
        weight * entropy(row) for weight, row in zip(weights, rows, strict=True)
    )
    found = generalised_jensen_shannon(rows, weights)
    assert found.value == pytest.approx(expected, abs=1e-9)
    assert found.value <= math.log2(np.count_nonzero(weights))


def test_sharings_without_a_category_in_common_are_one_apart() -> None:
    third = 1 / 3
    p, q = (third, third, third, 0, 0, 0), (0, 0, 0, 0.1, 0.2, 0.7)
    assert total_variation(p, q).value == pytest.approx(1, abs=1e-15)
    assert jensen_shannon(p, q).value == pytest.approx(1, abs=1e-15)


def test_a_share_at_the_edge_of_the_machine_does_no_harm() -> None:
    assert jensen_shannon((1.0, 5e-324), (1.0, 0.0)).value == 0


@pytest.mark.parametrize("gap", [total_variation, jensen_shannon, overlap])
def test_shares_over_other_categories_are_refused(gap: Callable[..., Divided]) -> None:
    with pytest.raises(ValueError, match="2 categories, the second 3"):
        gap((0.5, 0.5), (0.5, 0.25, 0.25))
    with pytest.raises(ValueError, match="one number for each category"):
        gap([[0.5, 0.5]], [[0.5, 0.5]])


def test_weights_fit_the_sharings() -> None:
    with pytest.raises(ValueError, match="as many weights"):
        generalised_jensen_shannon([[0.5, 0.5], [1, 0]], (1.0,))
    with pytest.raises(ValueError, match="form a table"):
        generalised_jensen_shannon([0.5, 0.5], (1.0,))
