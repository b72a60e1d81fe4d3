import pytest

from northing.stages.diagnose.findings.facts import Severity
from northing.stages.diagnose.findings.tests.make import decision, find, heard
from northing.stages.diagnose.say_do.tests.make import said
from northing.stages.records.ledger.facts import Channel, Stance

CODE = "voice-disagrees"


def test_most_do_not_confirm_what_is_claimed() -> None:
    (one,) = find(CODE, said(1), heard(1, 34))
    assert one.severity is Severity.MEDIUM
    assert "34 % agree in 2024" in one.statement


def test_fewer_and_fewer_confirm_it() -> None:
    (one,) = find(CODE, said(1), heard(1, 80, period="2023"), heard(2, 61, period="2024"))
    assert "fewer and fewer" in one.statement
    assert one.counter_evidence


@pytest.mark.parametrize("agree", [(70, 68), (55, 60), (50, 50)])
def test_as_many_as_before_confirm_it(agree: tuple[int, int]) -> None:
    readings = [heard(at, value, period=str(2023 + at)) for at, value in enumerate(agree)]
    assert not find(CODE, said(1), *readings)


def test_what_nobody_claims_nobody_contradicts() -> None:
    assert not find(CODE, heard(1, 34))


def test_readings_weigh_by_their_answers() -> None:
    assert not find(CODE, said(1), heard(1, 20, answered=10), heard(2, 80, answered=90))


def test_readings_of_few_are_not_used() -> None:
    assert not find(CODE, said(1), heard(1, 10, answered=4))


def test_a_number_that_is_no_per_cent_tells_nothing() -> None:
    assert not find(CODE, said(1), heard(1, 4, cells={"Mark": "4"}))


def voices(against: int, kept: int):
    stances = [Stance.CONTRADICTS] * against + [Stance.ADVANCES] * kept
    return [
        decision(at, channel=Channel.VOICE, stance=stance, text=f"Voice {at}")
        for at, stance in enumerate(stances)
    ]


def test_voices_marked_against_it_count_like_readings() -> None:
    (one,) = find(CODE, said(1), *voices(3, 1))
    assert "3 speak against it and 1 for it" in one.statement
    assert not find(CODE, said(1), *voices(2, 2))
    assert not find(CODE, said(1), *voices(1, 0))
