"""Is every answer kept once, by whoever may give it, and held fast by the trail?"""

from __future__ import annotations

from uuid import uuid4

import pytest

from northing.foundations.people.access import Role
from northing.foundations.people.personal import erase
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.foundations.trail import store as trail
from northing.foundations.trail.rules.chain import first_break
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.actions import answering, drawing, seating
from northing.stages.diagnose.verification.actions.drawing import Wanted
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.diagnose.verification.models import StoredLabel, StoredSample
from northing.stages.diagnose.verification.rules import refusals
from northing.stages.diagnose.verification.rules.standing import seal_of
from northing.stages.diagnose.verification.tests.stored import (
    LATER,
    make_audit,
    make_sample,
    said,
    say,
    sit,
    standing,
)

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture
def amina():
    return make_organisation()


@pytest.fixture
def bruno(amina):
    return make_member(amina, "Bruno", Role.CHAMPION)


def verbs(member):
    return [one.event.verb for one in trail.entries(member.organisation_id)]


def refused(code):
    return pytest.raises(Refused, match=f"^{code}$")


def test_a_sample_asked_for_twice_is_one_and_its_seed_counts_what_was_asked(amina):
    audit = make_audit(amina)
    first, is_new = drawing.plan(audit.id, by=amina, at=NOON)
    again, is_new_again = drawing.plan(audit.id, by=amina, at=NOON)
    assert (first.id, is_new, is_new_again) == (again.id, True, False)
    drawing.fail(first.id, "The case is gone.", at=NOON)
    second, _ = drawing.plan(audit.id, by=amina, at=NOON)
    assert (first.seed, second.seed) == (0, 1)


def test_a_size_is_chosen_once(amina):
    sample, _ = drawing.plan(make_audit(amina).id, by=amina, at=NOON)
    with refused("changed meanwhile"):
        drawing.draw(sample, Wanted(50, 1), by=amina, at=NOON)
    drawing.keep_plan(sample.id, {"sizes": []})
    with refused(refusals.NO_SUCH_SIZE):
        drawing.draw(sample, Wanted(0, 1), by=amina, at=NOON)
    assert drawing.draw(sample, Wanted(50, 2), by=amina, at=NOON) is True
    assert drawing.draw(sample, Wanted(50, 2), by=amina, at=NOON) is False
    with refused("changed meanwhile"):
        drawing.draw(sample, Wanted(60, 2), by=amina, at=NOON)


def test_an_answer_sent_twice_is_one(amina):
    sample = make_sample(amina)
    sit(sample, amina)
    one = said(3, Answer.ADVANCES)
    say(sample, amina, one)
    say(sample, amina, one, one)
    assert standing(sample) == {3: Answer.ADVANCES}
    assert StoredLabel.objects.count() == 1


def test_an_answer_is_taken_back_and_both_are_kept(amina):
    sample = make_sample(amina)
    sit(sample, amina)
    say(sample, amina, said(1, Answer.ADVANCES), said(2, Answer.CONTRADICTS))
    assert answering.take_back_last(sample, uuid4(), by=amina, at=LATER) == 2
    assert standing(sample) == {1: Answer.ADVANCES}
    assert StoredLabel.objects.count() == 3
    assert answering.take_back_last(sample, uuid4(), by=amina, at=LATER) == 1
    assert answering.take_back_last(sample, uuid4(), by=amina, at=LATER) is None


def test_what_a_slow_line_brings_late_does_not_win(amina):
    sample = make_sample(amina)
    sit(sample, amina)
    say(sample, amina, said(1, Answer.NEITHER, turn=8))
    say(sample, amina, said(1, Answer.ADVANCES, turn=7))
    assert standing(sample) == {1: Answer.NEITHER}
    assert say(sample, amina, said(2)).turn == 9


def test_an_answer_whose_reply_was_lost_is_not_refused_when_the_sample_closed_since(amina):
    sample = make_sample(amina)
    sit(sample, amina)
    one = said(1)
    say(sample, amina, one)
    assert drawing.close(sample, by=amina, at=LATER) is True
    assert drawing.close(sample, by=amina, at=LATER) is False
    say(sample, amina, one)
    with refused(refusals.SAMPLE_NOT_OPEN):
        say(sample, amina, said(2))
    with refused(refusals.SAMPLE_NOT_OPEN):
        answering.take_back_last(sample, uuid4(), by=amina, at=LATER)


def test_nobody_answers_as_both_coders(amina, bruno):
    sample = make_sample(amina, coders=2)
    sit(sample, amina, "A")
    with refused(refusals.OTHER_SEAT_BEFORE):
        sit(sample, amina, "B")
    with refused(refusals.SEAT_IS_TAKEN):
        sit(sample, bruno, "A")
    seating.leave(sample, "A", by=amina, at=LATER)
    with refused(refusals.OTHER_SEAT_BEFORE):
        sit(sample, amina, "B")
    sit(sample, bruno, "A")
    with refused(refusals.SEAT_IS_TAKEN):
        sit(sample, amina, "A")


def test_whoever_takes_a_seat_over_goes_on_and_alters_nothing(amina, bruno):
    sample = make_sample(amina)
    sit(sample, amina)
    say(sample, amina, said(1, Answer.ADVANCES))
    seating.leave(sample, "A", by=bruno, at=LATER)
    with refused(refusals.NO_SEAT):
        say(sample, amina, said(2))
    sit(sample, bruno)
    assert store.waiting(sample, "A") == list(range(2, 11))
    with refused(refusals.NOT_YOURS):
        say(sample, bruno, said(1, Answer.NEITHER))
    assert answering.take_back_last(sample, uuid4(), by=bruno, at=LATER) is None
    say(sample, bruno, said(2))
    assert standing(sample) == {1: Answer.ADVANCES, 2: Answer.NEITHER}


def test_a_coder_answers_only_what_that_coder_is_asked(amina):
    sample = make_sample(amina, coders=2)
    sit(sample, amina, "A")
    asked = store.waiting(sample, "A")
    other = next(number for number in range(1, 11) if number not in asked)
    with refused(refusals.NOT_ASKED):
        say(sample, amina, said(asked[0]), said(other))
    assert standing(sample) == {}
    with refused(refusals.NOT_ASKED):
        say(sample, amina, said(99))


def test_the_number_of_anothers_answer_is_nobodys_to_use(amina, bruno):
    sample = make_sample(amina, coders=2)
    sit(sample, amina, "A")
    sit(sample, bruno, "B")
    one = said(1)
    say(sample, amina, one)
    with pytest.raises(NotAllowed):
        say(sample, bruno, one)


@pytest.mark.parametrize("role", [Role.LEADER, Role.MANAGER, Role.MEMBER, Role.AUDITOR])
def test_who_may_not_verify_changes_nothing(amina, role):
    sample = make_sample(amina)
    other = make_member(amina, "Chiara", role)
    audit = sample.audit_id
    for attempt in (
        lambda: sit(sample, other),
        lambda: say(sample, other, said(1)),
        lambda: drawing.plan(audit, by=other, at=NOON),
        lambda: drawing.draw(sample, Wanted(9, 1), by=other, at=NOON),
        lambda: drawing.close(sample, by=other, at=NOON),
        lambda: seating.leave(sample, "A", by=other, at=NOON),
        lambda: answering.settle(sample, said(1), by=other, at=NOON),
        lambda: answering.pause(sample, by=other, at=NOON),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_a_stranger_changes_nothing(amina):
    sample = make_sample(amina)
    stranger = make_organisation("Dune Trust", "Chiara")
    with pytest.raises(NotAllowed):
        sit(sample, stranger)
    with pytest.raises(NotAllowed):
        say(sample, stranger, said(1))


def test_two_settle_what_they_differ_on_once_both_have_answered(amina, bruno):
    sample = make_sample(amina, coders=2)
    sit(sample, amina, "A")
    sit(sample, bruno, "B")
    say(sample, amina, said(1, Answer.ADVANCES), said(2, Answer.NEITHER))
    say(sample, bruno, said(1, Answer.NEITHER))
    with refused(refusals.STILL_ANSWERING):
        answering.settle(sample, said(1, Answer.NEITHER), by=amina, at=LATER)
    say(sample, bruno, said(2, Answer.NEITHER))
    with refused(refusals.NOT_IN_DISPUTE):
        answering.settle(sample, said(2, Answer.ADVANCES), by=amina, at=LATER)
    agreed = said(1, Answer.NEITHER)
    answering.settle(sample, agreed, by=amina, at=LATER)
    answering.settle(sample, agreed, by=amina, at=LATER)
    assert standing(sample, "agreed") == {1: Answer.NEITHER}
    answering.settle(sample, said(1, Answer.ADVANCES), by=bruno, at=LATER)
    assert standing(sample, "agreed") == {1: Answer.ADVANCES}
    third = make_member(amina, "Chiara", Role.CHAMPION)
    with refused(refusals.NO_SEAT):
        answering.settle(sample, said(1), by=third, at=LATER)


def test_the_trail_takes_up_twenty_answers_at_a_time(amina):
    sample = make_sample(amina, pairs=50)
    sit(sample, amina)
    for number in range(1, 31):
        say(sample, amina, said(number))
    assert verbs(amina).count("answers given") == 1
    assert store.unsealed(sample).count() == 10
    assert answering.pause(sample, by=amina, at=LATER) is True
    assert answering.pause(sample, by=amina, at=LATER) is False
    assert verbs(amina).count("answers given") == 2
    assert store.unsealed(sample).count() == 0


def test_the_last_answer_is_taken_up_at_once(amina):
    sample = make_sample(amina, pairs=3)
    sit(sample, amina)
    say(sample, amina, said(1), said(2))
    assert store.unsealed(sample).count() == 2
    assert say(sample, amina, said(3)).is_sealed
    assert store.unsealed(sample).count() == 0
    assert first_break(trail.entries(amina.organisation_id)) is None


def test_an_answer_altered_behind_the_trail_shows(amina):
    sample = make_sample(amina, pairs=3)
    sit(sample, amina)
    say(sample, amina, said(1), said(2), said(3))
    entry = next(
        one for one in trail.entries(amina.organisation_id) if one.event.verb == "answers given"
    )
    rows = StoredLabel.objects.filter(seal=entry.sequence)
    assert seal_of(store.deeds(rows)) == entry.event.details["sha256"]
    StoredLabel.objects.filter(pair=2).update(answer="advances")
    assert seal_of(store.deeds(rows.all())) != entry.event.details["sha256"]
    assert store.altered(sample) == 1


def test_an_audit_reads_what_was_drawn_with_the_answers_that_stand(amina):
    sample = make_sample(amina)
    sit(sample, amina)
    say(sample, amina, said(1, Answer.ADVANCES, note="Amina Owner told me so"), said(2))
    answering.take_back_last(sample, uuid4(), by=amina, at=LATER)
    drawing.plan(make_audit(amina, 2).id, by=amina, at=NOON)
    assert [one.id for one in store.samples(amina.organisation)] == [sample.id]
    found = store.labelled(StoredSample.objects.get(id=sample.id))
    assert [(one.pair, one.coder, one.answer, one.note) for one in found.labels] == [
        (1, "A", Answer.ADVANCES, "")
    ]
    assert len(found.sample.pairs) == 10


def test_an_audit_counts_no_answer_of_a_sample_that_is_still_open(amina):
    sample = make_sample(amina)
    sit(sample, amina)
    say(sample, amina, said(1, Answer.ADVANCES), said(2))
    (found,) = store.for_audits(amina.organisation)
    assert (found.sample.id, len(found.sample.pairs), found.labels) == (sample.name, 10, ())
    drawing.close(sample, by=amina, at=LATER)
    (found,) = store.for_audits(amina.organisation)
    assert [one.pair for one in found.labels] == [1, 2]


def test_a_coder_who_is_erased_leaves_the_answers_and_no_name(amina, bruno):
    sample = make_sample(amina)
    sit(sample, bruno)
    say(sample, bruno, said(1, Answer.ADVANCES))
    erase(bruno.person, at=LATER)
    assert standing(sample) == {1: Answer.ADVANCES}
    assert [one.member.person.name for one in store.seats(sample)] == [""]
    seating.leave(sample, "A", by=amina, at=LATER)
    sit(sample, amina)
    assert store.waiting(sample, "A") == list(range(2, 11))
