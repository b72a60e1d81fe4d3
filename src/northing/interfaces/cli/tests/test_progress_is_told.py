"""Is whoever waits told how fast it goes, how long it takes and with which file?"""

from __future__ import annotations

import json

import pytest

from northing.cycle import Step
from northing.interfaces.cli.engines import Reused
from northing.interfaces.cli.progress import Lines, Pace, as_object, progress, words_of


class Clock:
    """Stands still until it is moved on."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_a_quarter_of_the_bytes_in_two_seconds_leaves_six(clock):
    pace = Pace(clock)
    pace.of(Step("reading", 0, 4_000, "spending.csv"))
    clock.now += 2
    paced = pace.of(Step("reading", 1_000, 4_000, "spending.csv", records=50))
    assert as_object(paced) == {
        "step": "reading",
        "source": "spending.csv",
        "share": 0.25,
        "records": 50,
        "records_per_second": 25,
        "seconds_left": 6.0,
    }
    assert words_of(paced) == "50 records, 25 a second, 6 s left"


def test_each_step_has_a_pace_of_its_own(clock):
    pace = Pace(clock)
    pace.of(Step("reading", 0, 10))
    clock.now += 50
    pace.of(Step("linking records", 0, 10))
    clock.now += 1
    assert pace.of(Step("linking records", 5, 10, records=5)).per_second == 5


def test_a_step_that_knows_its_pace_is_believed(clock):
    """What an earlier run left takes no time; counted in, it would promise too much."""
    pace = Pace(clock)
    pace.of(Step("linking records", 0, 100))
    clock.now += 1
    told = Step("linking records", 90, 100, records=90, per_second=2.0, seconds_left=5.0)
    assert pace.of(told)[1:] == (2.0, 5.0)


def test_nothing_is_guessed_at_the_start(clock):
    told = as_object(Pace(clock).of(Step("reading", 0, 0)))
    assert (told["records_per_second"], told["seconds_left"], told["share"]) == (None, None, 0.0)


def test_lines_come_twice_a_second_and_at_the_ends_of_a_step(clock):
    written: list[str] = []
    lines = Lines(clock, written.append)
    for done in range(101):
        lines(Step("linking records", done, 100, records=done))
        clock.now += 0.01
    lines(Step("writing the report", 0, 1))
    shares = [json.loads(line)["share"] for line in written]
    assert shares == [0.0, 0.5, 1.0, 0.0]


def test_without_a_terminal_nothing_is_said(capsys):
    with progress(is_quiet=False) as tell:
        tell(Step("reading", 0, 1, "a.csv"))
    assert capsys.readouterr() == ("", "")


def test_as_json_it_is_said_on_standard_error_also_without_a_terminal(capsys):
    with progress(is_quiet=False, as_json=True) as tell:
        tell(Step("reading", 0, 1, "a.csv"))
    found = capsys.readouterr()
    assert found.out == ""
    assert json.loads(found.err)["source"] == "a.csv"


def test_quiet_is_quiet(capsys):
    with progress(is_quiet=True, as_json=True) as tell:
        tell(Step("reading", 0, 1))
    assert capsys.readouterr() == ("", "")


def test_what_was_reused_is_a_sentence():
    assert Reused(records=24_576, of=60_000, parts=3).sentence == (
        "Went on where an earlier run stopped: 24,576 of 60,000 records were linked already."
    )
