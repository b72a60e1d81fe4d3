"""Do the same answers remain, in whatever order and however often they arrive?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from northing.stages.diagnose.verification.facts import CODERS, Answer
from northing.stages.diagnose.verification.rules.standing import Deed, seal_of, standing

ANSWERS = some.one_of(some.none(), some.sampled_from(Answer))
DONE = some.lists(some.tuples(some.integers(1, 4), some.sampled_from(CODERS), ANSWERS), max_size=20)


def deeds(done):
    """What one hand did after another."""
    return [
        Deed(id=f"{turn:02}", pair=pair, coder=coder, turn=turn, answer=answer)
        for turn, (pair, coder, answer) in enumerate(done, start=1)
    ]


def by_hand(done):
    """The plain way: each answer takes the place of the one before, each taking back ends it."""
    found = {}
    for pair, coder, answer in done:
        found[(pair, coder)] = answer
    return {place: answer for place, answer in found.items() if answer is not None}


def test_what_was_taken_back_and_answered_again_stands_as_it_was_last():
    first = Deed(id="1", pair=3, coder="A", turn=1, answer=Answer.ADVANCES)
    back = Deed(id="2", pair=3, coder="A", turn=2, answer=None)
    again = Deed(id="3", pair=3, coder="A", turn=3, answer=Answer.NEITHER, note="only a title")
    assert standing([again, first]) == standing([first, back, again])
    assert [one.answer for one in standing([first, back, again])] == [Answer.NEITHER]
    assert standing([back, first]) == ()


@given(DONE, some.randoms(use_true_random=False), some.data())
def test_any_order_and_any_repetition_gives_the_last_answers(done, chance, more):
    told = deeds(done)
    twice = more.draw(some.lists(some.sampled_from(told), max_size=5)) if told else []
    arrived = [*told, *twice]
    chance.shuffle(arrived)
    found = {(one.pair, one.coder): one.answer for one in standing(arrived)}
    assert found == by_hand(done)


@given(DONE, some.randoms(use_true_random=False))
def test_a_seal_is_the_same_in_any_order(done, chance):
    told = deeds(done)
    mixed = list(told)
    chance.shuffle(mixed)
    assert seal_of(mixed) == seal_of(told)


def test_a_seal_shows_a_changed_answer_and_a_changed_note():
    one = Deed(id="1", pair=3, coder="A", turn=1, answer=Answer.ADVANCES)
    other = Deed(id="1", pair=3, coder="A", turn=1, answer=Answer.NEITHER)
    noted = Deed(id="1", pair=3, coder="A", turn=1, answer=Answer.ADVANCES, note="later")
    assert len({seal_of([one]), seal_of([other]), seal_of([noted])}) == 3
