"""The chain rule is exact, and netting never adds to a gap."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods.hierarchy import decompose, mutual_information_decomposition

few = settings(max_examples=25, deadline=None)


@st.composite
def masses(draw: st.DrawFn, how_many: int = 2) -> list[np.ndarray]:
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    cells = st.lists(
        st.one_of(st.just(0), st.integers(0, 500)), min_size=rows * columns, max_size=rows * columns
    ).filter(any)
    return [np.array(draw(cells), dtype=float).reshape(rows, columns) for _ in range(how_many)]


@few
@given(masses())
def test_between_and_within_add_up_to_the_whole(tables: list[np.ndarray]) -> None:
    words, deeds = (table / table.sum() for table in tables)
    found = decompose(words, deeds)
    assert found.between + found.within == pytest.approx(found.jsd_total, abs=1e-9)
    assert math.fsum(group.weight for group in found.groups) == pytest.approx(1, abs=1e-9)


@few
@given(masses())
def test_the_joint_gap_is_never_below_the_overall_gap(tables: list[np.ndarray]) -> None:
    words, deeds = (table / table.sum() for table in tables)
    found = decompose(words, deeds)
    assert found.tv_joint >= found.tv_overall - 1e-12
    assert found.jsd_total >= found.jsd_overall - 1e-12
    assert found.hidden_by_netting_tv >= 0
    assert found.hidden_by_netting_jsd >= 0


def test_a_group_with_words_alone_lies_between_the_groups() -> None:
    found = decompose([[0.5, 0.0], [0.25, 0.25]], [[0.0, 0.0], [0.5, 0.5]])
    alone = found.groups[0]
    assert (alone.weight, alone.jsd) == (0.25, 0.0)
    assert (alone.words_share, alone.deeds_share) == (0.5, 0.0)
    assert found.within == 0
    assert found.between == pytest.approx(found.jsd_total, abs=1e-12)


def test_a_group_with_nothing_is_unknown_and_weighs_nothing() -> None:
    found = decompose([[1.0, 0.0], [0.0, 0.0]], [[0.5, 0.5], [0.0, 0.0]])
    assert (found.groups[1].weight, found.groups[1].jsd) == (0.0, None)


def test_joint_tables_have_the_same_groups_and_categories() -> None:
    with pytest.raises(ValueError, match="same groups"):
        decompose([[0.5, 0.5]], [[0.5], [0.5]])
    with pytest.raises(ValueError, match="second joint table add up to 2"):
        decompose([[0.5, 0.5]], [[1.0, 1.0]])


@few
@given(masses(1), st.data())
def test_information_between_and_within_adds_up(
    tables: list[np.ndarray], data: st.DataObject
) -> None:
    table = tables[0]
    size = len(table)
    labels = data.draw(st.lists(st.sampled_from("AB"), min_size=size, max_size=size))
    found = mutual_information_decomposition(table, labels)
    assert found.m_between + found.m_within == pytest.approx(found.m_total, abs=1e-9)
    if found.h_total is not None:
        assert found.h_total <= 1 + 1e-9


def test_one_category_alone_has_no_index_h() -> None:
    for rows in ([[3], [4]], [[1], [298], [1]], [[3, 0], [4, 0]]):
        found = mutual_information_decomposition(rows, ["A"] * len(rows))
        assert found.m_total == pytest.approx(0, abs=1e-12)
        assert (found.h_total, found.h_between, found.h_within) == (None, None, None)


def test_rows_that_share_no_category_tell_everything() -> None:
    found = mutual_information_decomposition([[5, 0], [0, 5]], ["A", "A"])
    assert found.m_total == pytest.approx(math.log(2))
    assert found.h_within == pytest.approx(1)
    assert found.m_between == 0


@pytest.mark.parametrize(
    ("table", "labels", "sentence"),
    [
        ([[0, 0]], ["A"], "no mass"),
        ([[1, -1]], ["A"], "negative"),
        ([[1, 1]], ["A", "B"], "as many groups"),
        ([1, 1], ["A", "B"], "rows and, as columns"),
    ],
)
def test_what_cannot_be_decomposed_is_refused(
    table: list[list[float]], labels: list[str], sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        mutual_information_decomposition(table, labels)
