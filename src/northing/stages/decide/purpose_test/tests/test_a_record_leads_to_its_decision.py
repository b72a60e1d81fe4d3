"""Does the name of a record tell which decision left it?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.stages.decide.purpose_test.rules.publishing import name_of, number_in


@given(st.integers(1, 10**9), st.integers(0, 40))
def test_each_record_of_a_decision_leads_to_it(number, place):
    assert number_in(name_of(number, place)) == number


@pytest.mark.parametrize("name", ["typed/decisions.csv:2", "decided/1.csv:2", "decided/000001.csv"])
def test_other_records_lead_to_none(name):
    assert number_in(name) is None
