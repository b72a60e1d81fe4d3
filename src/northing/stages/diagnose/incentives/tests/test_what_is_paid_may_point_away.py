"""A scheme of pay beside the promises: how far it points away, by what, and what would help."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.methods.estimate import Estimate, Measure, Unknown
from northing.stages.clarify.commitments.tests.make import make_commitment
from northing.stages.diagnose.incentives.tests.make import BOTH, CARE, REST, paid, reward, rewards
from northing.stages.diagnose.linking.tests.make import make_guess
from northing.stages.records.ledger.tests.make import make_record

SHARES = st.lists(st.integers(1, 60), min_size=2, max_size=5)


def value(measure: Measure) -> float:
    assert isinstance(measure, Estimate), measure
    return measure.value


def test_pay_in_the_proportions_of_the_promises_is_not_distorted() -> None:
    found = reward(paid(1, 30, CARE), paid(2, 30, REST))
    assert value(found.distortion) == pytest.approx(0)
    assert found.against == ()
    assert found.balanced == ()


def test_pay_that_serves_no_promise_stands_at_a_right_angle() -> None:
    found = reward(paid(1, 100))
    assert value(found.distortion) == pytest.approx(1)
    assert found.residual == 1
    assert found.unserved == (CARE, REST)


def test_a_bonus_on_visits_an_hour_pays_against_care() -> None:
    found = reward(
        paid(1, 30, CARE, against=True, text="Visits completed per hour"),
        paid(2, 10, CARE, text="Patients' rating"),
        paid(3, 60, text="Costs within the budget"),
    )
    assert [one.text for one in found.against] == ["Visits completed per hour"]
    assert found.weight_against == pytest.approx(0.3)
    expected = 1 - (0.1 - 0.3) / math.sqrt(2) / math.hypot(0.1, 0.3, 0.6)
    assert value(found.distortion) == pytest.approx(expected)
    assert found.unserved == (REST,)


def test_the_least_change_moves_ten_points_from_visits_to_the_rating() -> None:
    found = reward(paid(1, 30, CARE, against=True), paid(2, 10, CARE), paid(3, 60))
    assert found.balanced is not None
    moved = {one.record_id: (one.before, one.after) for one in found.balanced}
    assert moved == {
        "bonus.csv:1": (pytest.approx(0.3), pytest.approx(0.2)),
        "bonus.csv:2": (pytest.approx(0.1), pytest.approx(0.2)),
    }


def test_where_every_measure_pays_against_a_promise_no_weights_help() -> None:
    assert reward(paid(1, 50, CARE, against=True)).balanced is None


def test_the_money_at_stake_is_the_sum_of_what_pays_against() -> None:
    found = reward(paid(1, 30, CARE, against=True, stake=12_000), paid(2, 70, REST, stake=28_000))
    assert value(found.at_stake) == 12_000


def test_a_stake_nobody_wrote_down_is_unknown_and_not_nothing() -> None:
    found = reward(paid(1, 30, CARE, against=True), paid(2, 70, REST, stake=28_000))
    assert isinstance(found.at_stake, Unknown)


def test_levels_units_and_years_are_schemes_of_their_own() -> None:
    found = rewards(
        paid(1, 50, CARE, level="executive", period="2024"),
        paid(2, 50, CARE, level="executive", period="2025"),
        paid(3, 50, REST, level="manager", period="2025", unit="North"),
    )
    names = [one.scheme.name for one in found]
    assert names == ["executive, 2024", "executive, 2025", "manager, North, 2025"]


def test_a_measure_only_a_machine_linked_is_read_in_every_way() -> None:
    record, _ = paid(1, 50)
    guess = make_guess(record, CARE)
    found = reward((record, (guess,)), paid(2, 50, REST))
    assert value(found.congruence) == pytest.approx(1)
    assert isinstance(found.congruence, Estimate)
    assert found.congruence.low == pytest.approx(0.5)
    assert "unverified" in found.congruence.method


def test_words_near_a_sign_of_breaking_may_pay_against_it() -> None:
    record, _ = paid(1, 50)
    guess = make_guess(record, CARE, sign="breaking_it", is_linked=False)
    found = reward((record, (guess,)), paid(2, 50, REST))
    assert isinstance(found.congruence, Estimate)
    assert found.congruence.low == pytest.approx(0)
    assert found.against == ()  # wording alone accuses nobody


def test_too_many_open_measures_leave_the_interval_untold() -> None:
    open_ones = []
    for number in range(14):
        record, _ = paid(number + 1, 5)
        open_ones.append((record, (make_guess(record, CARE),)))
    found = reward(*open_ones)
    assert isinstance(found.congruence, Estimate)
    assert found.congruence.low is None
    assert "too many" in found.congruence.no_interval


def test_pay_for_a_promise_does_not_hide_pay_against_it() -> None:
    found = reward(paid(1, 50, CARE), paid(2, 50, CARE, against=True))
    assert value(found.congruence) == pytest.approx(0)
    assert len(found.against) == 1
    assert found.balanced == ()


def test_where_no_promise_has_a_weight_there_is_nothing_to_point_at() -> None:
    weightless = tuple(make_commitment(one.id, weight=Decimal(0)) for one in BOTH)
    assert isinstance(reward(paid(1, 100, CARE), commitments=weightless).congruence, Unknown)


def test_other_channels_are_no_pay() -> None:
    assert rewards((make_record(1), ())) == ()


def test_a_promise_of_no_weight_is_not_missed() -> None:
    weightless = (BOTH[0], make_commitment(REST, weight=Decimal(0)))
    assert reward(paid(1, 100, CARE), commitments=weightless).unserved == ()


@given(SHARES)
def test_more_weight_on_a_measure_that_pays_against_never_points_closer(weights: list[int]) -> None:
    others = [paid(n + 2, w, (CARE, REST)[n % 2]) for n, w in enumerate(weights)]
    less = reward(paid(1, 10, CARE, against=True), *others)
    more = reward(paid(1, 20, CARE, against=True), *others)
    assert more.weight_against > less.weight_against
    if value(less.congruence) > 0:
        assert value(more.congruence) <= value(less.congruence) + 1e-9


@given(SHARES)
def test_the_order_of_the_measures_changes_nothing(weights: list[int]) -> None:
    scheme = [paid(n + 1, w, (CARE, REST, None)[n % 3]) for n, w in enumerate(weights)]
    assert value(reward(*scheme).congruence) == pytest.approx(
        value(reward(*reversed(scheme)).congruence)
    )
