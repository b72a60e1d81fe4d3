"""More of what is promised suggests for, less of it against; people decide."""

from __future__ import annotations

from typing import Any

import pytest

from northing.stages.clarify.commitments.tests.make import make_commitment
from northing.stages.diagnose.linking.facts import Link
from northing.stages.diagnose.linking.tests.make import by_record, make_guess, make_link
from northing.stages.diagnose.stance.engine import suggestions_of
from northing.stages.diagnose.stance.facts import Grounds, Opinion, Suggestion
from northing.stages.diagnose.stance.rules.asking import questions_for
from northing.stages.records.ledger.facts import Channel, Record, Stance
from northing.stages.records.ledger.tests.make import make_record

CARE = make_commitment(
    "care",
    text="Every patient has the time they need",
    living_it=("longer appointments",),
    breaking_it=("bonus for visits per hour",),
)


def decided(text: str, **but: Any) -> Record:
    parts: dict[str, Any] = {"channel": Channel.DECISIONS, "amount": None, "text": text}
    return make_record(1, **(parts | but))


def suggested(record: Record, link: Link | None = None, **but: Any) -> tuple[Suggestion, ...]:
    links = by_record([link or make_guess(record)])
    return suggestions_of([record], links, [CARE], language="en", **but)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Shorten all appointments to twelve minutes", Stance.CONTRADICTS),
        ("Extend appointments for complex needs", Stance.ADVANCES),
        ("Do not shorten the appointments in the north", Stance.ADVANCES),
        ("Introduce a bonus for visits per hour", Stance.CONTRADICTS),
        ("Abolish the bonus for visits per hour", Stance.ADVANCES),
    ],
)
def test_the_direction_and_its_object_suggest_a_stance(text: str, stance: Stance) -> None:
    (one,) = suggested(decided(text))
    assert one.stance is stance
    assert one.grounds is Grounds.CUES
    assert one.words


def test_an_amount_taken_back_suggests_against() -> None:
    (one,) = suggested(make_record(1, amount=-500, text="Nursing fund"))
    assert (one.stance, one.grounds) == (Stance.CONTRADICTS, Grounds.AMOUNT)


@pytest.mark.parametrize(
    "record",
    [
        decided("Appointments in the north"),
        decided("Cut the travel budget"),
        decided("Shorten all appointments", channel=Channel.WORDS),
        decided("Shorten all appointments", channel=Channel.VOICE),
    ],
    ids=["no direction", "another object", "words", "voice"],
)
def test_nothing_is_suggested_without_a_direction_of_a_deed(record: Record) -> None:
    assert suggested(record) == ()


def test_where_people_said_what_it_does_nothing_is_suggested() -> None:
    record = decided("Shorten all appointments")
    assert suggested(record, make_link(record, stance=Stance.ADVANCES)) == ()
    assert suggested(record, make_link(record)) != ()  # they said that it bears on it, not how


def opinion_on(record: Record, stance: Stance, *, of: Record | None = None) -> Opinion:
    """What a judge said of `of`, put down for `record`."""
    (question,) = questions_for(
        [of or record], by_record([make_guess(of or record)]), [CARE], model="judge-1", redact=str
    )
    return Opinion(
        record_id=record.id,
        commitment="care",
        stance=stance,
        why="patients wait longer",
        model="judge-1",
        prompt_sha256=question.sha256,
    )


def test_a_judges_opinion_is_a_suggestion_like_any_other() -> None:
    record = decided("Move the desk to the lobby")
    (one,) = suggested(record, opinions=(opinion_on(record, Stance.CONTRADICTS),))
    assert one.grounds is Grounds.JUDGE
    assert one.why == "judge-1 says: patients wait longer"


def test_an_opinion_on_other_words_does_not_hold() -> None:
    record, before = decided("Move the desk to the lobby"), decided("Close the lobby desk")
    assert suggested(record, opinions=(opinion_on(record, Stance.ADVANCES, of=before),)) == ()


@pytest.mark.parametrize("stance", [Stance.NEUTRAL, Stance.UNKNOWN])
def test_a_judge_that_says_neither_suggests_nothing(stance: Stance) -> None:
    record = decided("Move the desk to the lobby")
    assert suggested(record, opinions=(opinion_on(record, stance),)) == ()
