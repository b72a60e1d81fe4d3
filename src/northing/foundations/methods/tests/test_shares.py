"""Masses become shares; nothing becomes unknown, never zero."""

from decimal import Decimal

import numpy as np
import pytest

from northing.foundations.methods.shares import checked_shares, joint_shares, shares


def test_masses_become_shares_of_their_total() -> None:
    found = shares([Decimal("30.10"), Decimal(0), Decimal("90.30")])
    assert found is not None
    assert found.tolist() == [0.25, 0.0, 0.75]


def test_decimals_and_floats_may_stand_side_by_side() -> None:
    found = shares([Decimal("1.5"), 0.5, 2])
    assert found is not None
    assert found.tolist() == [0.375, 0.125, 0.5]


def test_the_unit_of_the_masses_does_not_matter() -> None:
    cents, euros = shares([Decimal(10), Decimal(20)]), shares([Decimal("0.10"), Decimal("0.20")])
    assert cents is not None
    assert euros is not None
    assert cents.tolist() == euros.tolist()


@pytest.mark.parametrize("nothing", [[], [0], [Decimal("0.00"), 0.0]])
def test_shares_of_nothing_are_unknown(nothing: list[float]) -> None:
    assert shares(nothing) is None


def test_a_credit_is_netted_before_sharing() -> None:
    with pytest.raises(ValueError, match="net credits by category"):
        shares([Decimal(5), Decimal(-1)])


@pytest.mark.parametrize("strange", [float("nan"), float("inf"), Decimal("NaN")])
def test_a_mass_is_a_finite_number(strange: float) -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        shares([1.0, strange])


def test_a_table_is_divided_by_its_grand_total() -> None:
    found = joint_shares([[1, 1], [Decimal(2), 4]])
    assert found is not None
    assert found.tolist() == [[0.125, 0.125], [0.25, 0.5]]
    assert joint_shares([[0, 0], [0, 0]]) is None


def test_a_table_has_rows_of_one_length() -> None:
    with pytest.raises(ValueError, match="same categories"):
        joint_shares([[1, 1], [2]])


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ([], "no category"),
        ([0.5, np.nan], "not a finite number"),
        ([1.5, -0.5], "negative"),
        ([0.5, 0.6], "add up to 1.1"),
    ],
)
def test_what_is_no_share_is_refused(values: list[float], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        checked_shares(values)
