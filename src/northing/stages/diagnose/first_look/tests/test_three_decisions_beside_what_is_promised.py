"""What do three decisions say of four promises, and what do they leave unknown?"""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.methods.estimate import Unknown
from northing.stages.clarify.commitments.tests.make import make_commitment
from northing.stages.diagnose.first_look.engine import first_look
from northing.stages.diagnose.first_look.facts import Bearing, Decision, Worth
from northing.stages.diagnose.first_look.rules.bearing import NOBODY_TELLS, NONE_BEARS
from northing.stages.records.ledger.facts import Channel, Stance, Typed

MAY = date(2026, 5, 4)
CARE, VISITS = make_commitment("care", breaking_it=("haste",)), make_commitment("visits")


def decision(number=1, commitment="care", stance=Stance.ADVANCES, evidence="minutes of 4 May"):
    typed = Typed(
        channel=Channel.DECISIONS,
        text=f"decision {number}",
        effective_on=MAY,
        received_on=MAY,
        commitment=commitment,
        stance=stance,
        evidence=evidence,
    )
    return Decision(name=f"typed/decisions.csv:{number + 1}", typed=typed)


def looked(*decisions, commitments=(CARE, VISITS), is_approved=True):
    return first_look(commitments, decisions, is_approved=is_approved)


def test_a_commitment_no_decision_bears_on_is_unknown_and_not_broken():
    found = looked(decision())
    assert [one.bearing for one in found.meetings] == [Bearing.ADVANCED, Unknown(NONE_BEARS)]
    assert found.unknown == 1


def test_for_and_against_do_not_cancel_out():
    found = looked(decision(1), decision(2, stance=Stance.CONTRADICTS))
    assert found.meetings[0].bearing is Bearing.BOTH_WAYS
    assert len(found.meetings[0].decisions) == 2


def test_a_decision_nobody_can_judge_is_no_neither():
    assert looked(decision(stance=Stance.UNKNOWN)).meetings[0].bearing == Unknown(NOBODY_TELLS)
    assert looked(decision(stance=Stance.NEUTRAL)).meetings[0].bearing is Bearing.NEITHER
    found = looked(decision(1, stance=Stance.UNKNOWN), decision(2))
    assert found.meetings[0].bearing is Bearing.ADVANCED


def test_what_serves_nothing_stands_apart_from_what_nobody_has_said():
    found = looked(decision(1, "", Stance.NEUTRAL), decision(2, "", None), decision(3, "gone"))
    assert [one.name[-1] for one in found.apart] == ["2"]
    assert [one.name[-1] for one in found.unsaid] == ["3", "4"]


def test_what_is_missing_is_named_with_how_often_and_the_contradiction_first():
    found = looked(decision(1, stance=Stance.CONTRADICTS, evidence=""),
                   decision(2, stance=Stance.UNKNOWN), is_approved=False)  # fmt: skip
    assert found.next == (
        (Worth.WHAT_WENT_AGAINST, 1), (Worth.UNTOUCHED, 1), (Worth.NOBODY_KNOWS, 1),
        (Worth.WITHOUT_EVIDENCE, 1), (Worth.WITHOUT_SIGNS, 1), (Worth.NOT_APPROVED, 1),
        (Worth.ALL_THE_REST, 1),
    )  # fmt: skip


def test_the_rest_of_the_records_is_always_worth_knowing():
    assert looked(decision(), commitments=(CARE,)).next == ((Worth.ALL_THE_REST, 1),)
    assert looked(commitments=()).next == ((Worth.ALL_THE_REST, 1),)


DECISIONS = st.lists(
    st.tuples(st.sampled_from(["care", "visits", "", "gone"]), st.sampled_from([None, *Stance])),
    max_size=5,
)


@given(DECISIONS)
def test_every_decision_stands_in_exactly_one_place(given_decisions):
    drawn = [decision(at, *one) for at, one in enumerate(given_decisions)]
    found = looked(*drawn)
    placed = [*found.apart, *found.unsaid, *(d for one in found.meetings for d in one.decisions)]
    assert sorted(one.name for one in placed) == sorted(one.name for one in drawn)
    assert found.decisions == len(drawn)
    counted = sum(found.count(bearing) for bearing in Bearing)
    assert counted + found.unknown == len(found.meetings)
