"""What a promise says is shown in its own words; what it leaves open is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.methods.estimate import Estimate, Unknown
from northing.stages.clarify.mission.engine import checked_statements
from northing.stages.clarify.mission.facts import Checked, Point, Said, Statement

HALVED = (
    "By 2030 we halve deaths at work in our factories in Poland by stopping any line that looks "
    "unsafe; we will never pay a bonus on output."
)
VAGUE = "We strive for excellence and create value for our stakeholders."


def check(text: str, *signs: str, language: str = "en") -> Checked:
    one = Statement(id="one", text=text, contradicted_by=signs)
    (found,) = checked_statements([one], organisation="Acme", language=language)
    return found


def span(found: Checked, point: Point) -> str:
    return next(one.span for one in found.answers if one.point is point)


@pytest.mark.parametrize(
    ("text", "point", "words"),
    [
        ("Every patient is treated as a whole person.", Point.BENEFICIARY, "Every patient"),
        ("Whoever cannot come to us is visited.", Point.BENEFICIARY, "Whoever cannot come to us"),
        ("We help people who sleep rough.", Point.BENEFICIARY, "people who sleep rough"),
        (HALVED, Point.CHANGE, "halve deaths at work"),
        ("No child waits longer than four weeks.", Point.CHANGE, "waits longer than four weeks"),
        (HALVED, Point.PLACE, "in our factories"),
        ("We house families across Greater Manchester.", Point.PLACE, "across Greater Manchester"),
        (HALVED, Point.MEANS, "by stopping any line that looks unsafe"),
        ("Standards rest on research done under contract.", Point.MEANS, "rest on research done"),
        (HALVED, Point.BOUNDARY, "never pay a bonus on output"),
        (HALVED, Point.HORIZON, "By 2030"),
        ("We answer within ten working days.", Point.HORIZON, "within ten working days"),
        ("We answer within ten working days.", Point.QUANTITY, "ten"),
        ("We cut emissions by 40 %.", Point.QUANTITY, "40 %"),
    ],
)
def test_a_point_is_answered_by_words_of_the_text(text: str, point: Point, words: str) -> None:
    found = check(text)
    assert found.said(point) is Said.YES
    assert words in span(found, point) or span(found, point) in words


@pytest.mark.parametrize(
    ("text", "point"),
    [
        (VAGUE, Point.BENEFICIARY),
        (VAGUE, Point.CHANGE),
        ("We act everywhere.", Point.PLACE),
        ("We grow through innovation.", Point.MEANS),
        ("We answer promptly.", Point.HORIZON),
        ("We waste less.", Point.QUANTITY),
    ],
)
def test_a_vague_wording_is_for_a_person_to_judge(text: str, point: Point) -> None:
    assert check(text).said(point) is Said.UNSURE


@pytest.mark.parametrize("point", [Point.PLACE, Point.MEANS, Point.BOUNDARY, Point.HORIZON])
def test_what_is_not_said_is_not_found(point: Point) -> None:
    found = check(VAGUE)
    assert found.said(point) is Said.NO
    assert span(found, point) == ""


def test_a_year_is_a_date_and_no_quantity() -> None:
    assert check("By 2030 we publish.").said(Point.QUANTITY) is Said.NO


def test_only_people_can_say_what_would_contradict_it() -> None:
    assert check(HALVED).said(Point.CONTRADICTION) is Said.NO
    written = check(HALVED, "a bonus on output")
    assert written.said(Point.CONTRADICTION) is Said.YES
    assert span(written, Point.CONTRADICTION) == "a bonus on output"


def test_every_open_point_has_its_question_and_an_answered_one_has_none() -> None:
    assert len(check(HALVED, "a bonus on output").prompts) == 1  # for whom is left open
    assert len(check(VAGUE).prompts) == 8 + 1  # and what the words that sound would mean


def test_words_that_hedge_boast_and_sound_are_shown_as_written() -> None:
    found = check("We strive to be the leading provider of innovative solutions where possible.")
    assert found.hedges == ("strive to", "where possible")
    assert found.boasts == ("leading",)
    assert found.buzzwords == ("innovative", "solutions")


def test_another_language_is_unsure_and_never_no() -> None:
    found = check("Jeder Mensch wird gepflegt.", language="de")
    answers = {one.said for one in found.answers if one.point is not Point.CONTRADICTION}
    assert answers == {Said.UNSURE}
    assert isinstance(found.generic, Unknown)
    assert isinstance(found.grounding, Unknown)


def test_what_anybody_could_say_is_told_from_what_nobody_else_would() -> None:
    anybody = check("Acme strives for excellence in all it does.").generic
    nobody = check(HALVED).generic
    assert isinstance(anybody, Estimate)
    assert isinstance(nobody, Estimate)
    assert anybody.value > 0.9
    assert nobody.value < 0.4
    assert "approximate" in anybody.method


def test_the_organisations_name_makes_nothing_particular() -> None:
    plain = check("We put our customers first.").generic
    named = check("Acme put our customers first.").generic
    assert plain == named


@given(st.text(max_size=200))
def test_any_text_at_all_gets_eight_answers(text: str) -> None:
    found = check(text)
    assert [one.point for one in found.answers] == list(Point)
    for one in found.answers:
        assert bool(one.span) == (one.said is not Said.NO)
