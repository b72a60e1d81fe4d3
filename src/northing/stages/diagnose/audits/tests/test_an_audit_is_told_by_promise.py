"""What does an audit tell of each promise, and what does it leave unknown?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.methods.estimate import Estimate, Unknown
from northing.stages.diagnose.audits.rules import story
from northing.stages.diagnose.audits.rules.cells import (
    cell_of,
    channels_in,
    measure_in,
    size_of,
    whole_cells,
    widest,
)

PROMISES = ("care", "visits", "rest")


def measure(value):
    if value is None:
        return {"unknown": "no record bears on it"}
    return {"value": value, "low": value, "high": value, "level": None, "n": 9, "method": "census"}


def gap(commitment, channel, value, **but):
    say, do = (measure(one if value is not None else None) for one in (0.5, 0.5 - (value or 0)))
    found = {"commitment": commitment, "channel": channel, "period": None, "unit": None}
    return found | {"say": say, "do": do, "gap": measure(value), "records": 3} | but


def told(*gaps, **but):
    commitments = [
        {"id": one, "text": f"We {one}.", "layer": None, "weight": 1, "guardrail": False}
        for one in PROMISES
    ]
    return {"commitments": commitments, "gaps": gaps, "findings": [], "sources": []} | but


def fresh(commitment, channel, newest, *, records=1, sources=1):
    return {"commitment": commitment, "channel": channel, "records": records, "sources": sources,
            "freshness": {"newest_on": newest, "days_old": 1 if newest else None}}  # fmt: skip


def test_a_measure_comes_back_with_its_company_and_the_unknown_with_its_reason():
    assert measure_in(measure(0.2)) == Estimate(0.2, 0.2, 0.2, None, 9, "census")
    assert measure_in(measure(None)) == Unknown("no record bears on it")
    assert isinstance(measure_in(None), Unknown)


def test_the_answer_speaks_of_money_where_money_is_known():
    content = told(
        gap("care", "time", 0.4), gap("visits", "money", -0.1), gap("rest", "money", 0.3)
    )
    assert [one.commitment for one in widest(whole_cells(content))] == ["rest", "visits"]
    assert channels_in(content) == ["money", "time"]
    content = told(gap("care", "time", 0.4), gap("visits", "money", None))
    assert [one.commitment for one in widest(whole_cells(content))] == ["care"]


def test_what_serves_no_promise_is_no_answer():
    assert widest(whole_cells(told(gap("none", "money", 0.9)))) == []


def test_a_part_is_not_the_whole():
    content = told(
        gap("care", "money", 0.4, period="2024"), gap("care", "money", 0.1, unit="North")
    )
    assert cell_of(content, "care", "money") is None
    assert [one.period for one in story.over_time(content, "care", "money")] == ["2024"]
    assert [one.unit for one in story.by_unit(content, "care", "money")] == ["North"]


GAPS = st.lists(
    st.tuples(
        st.sampled_from(PROMISES),
        st.sampled_from(["money", "time", "money in USD"]),
        st.none() | st.floats(-0.5, 0.5),
    ),
    unique_by=lambda one: one[:2],
)


@given(GAPS)
def test_the_map_holds_every_promise_once_the_widest_first_and_nothing_is_made_up(some):
    content = told(*(gap(*one) for one in some))
    channels, lines = story.gap_map(content)
    assert sorted(line.promise.key for line in lines) == sorted(PROMISES)
    assert [line.widest for line in lines] == sorted((one.widest for one in lines), reverse=True)
    found = {
        (line.promise.key, channel): cell
        for line in lines
        for channel, cell in zip(channels, line.cells, strict=True)
        if cell
    }
    assert found.keys() == {one[:2] for one in some}
    for promise, channel, value in some:
        cell = found[promise, channel]
        assert cell.is_known is (value is not None)
        assert size_of(cell) == pytest.approx(value or 0.0)


def test_what_nobody_knows_is_named_with_its_reason():
    coverage = [
        fresh("care", "voice", None, records=0, sources=0) | {"reason_unknown": "no source of it"},
        fresh("care", "words", "2024-01-01"),
        fresh("visits", "voice", None, sources=0) | {"reason_unknown": "no source of it"},
    ]
    content = told(gap("care", "money", None), gap("care", "time", 0.1), coverage=coverage)
    blind = {one.channel: one.reason for one in story.blind_spots(content, "care")}
    assert blind == {"money": "no record bears on it", "voice": "no source of it"}


def test_the_freshest_record_of_each_kind_is_named_once():
    rows = [
        fresh("care", "money", "2024-01-01"),
        fresh("visits", "money", "2025-01-01"),
        fresh("rest", "money", None),
        fresh("care", "voice", None, sources=0),
    ]
    covered = story.coverage(told(coverage=rows))
    assert [one.newest_on for one in story.freshest(covered)] == [date(2025, 1, 1)]
    assert [one.records for one in covered] == [1, 1, 1, None]
