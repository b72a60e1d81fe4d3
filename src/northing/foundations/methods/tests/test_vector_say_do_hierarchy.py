"""Vector say_do.hierarchy: two groups that offset one another hide most of the gap."""

import pytest

from northing.foundations.methods.hierarchy import decompose

WORDS = [[0.30, 0.10, 0.10], [0.10, 0.20, 0.20]]
MONEY = [[0.10, 0.10, 0.40], [0.30, 0.05, 0.05]]


def test_the_gap_splits_into_between_and_within() -> None:
    found = decompose(WORDS, MONEY)
    assert found.jsd_total == pytest.approx(0.2145247028, abs=5e-11)
    assert found.between == pytest.approx(0.0072991568, abs=5e-11)
    assert found.within == pytest.approx(0.207225546, abs=5e-10)
    parts = [(group.weight, group.jsd) for group in found.groups]
    assert parts[0] == pytest.approx((0.55, 0.1890526685), abs=5e-11)
    assert parts[1] == pytest.approx((0.45, 0.2294368407), abs=5e-11)


def test_netting_hides_what_the_overall_gap_does_not_show() -> None:
    found = decompose(WORDS, MONEY)
    assert found.tv_overall == pytest.approx(0.15, abs=1e-12)
    assert found.tv_joint == pytest.approx(0.5, abs=1e-12)
    assert found.hidden_by_netting_tv == pytest.approx(0.35, abs=1e-12)
    assert found.jsd_overall == pytest.approx(0.0292769644, abs=5e-11)
    assert found.hidden_by_netting_jsd == pytest.approx(0.1852477384, abs=5e-11)
