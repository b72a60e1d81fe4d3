from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from northing.stages.decide.purpose_test.facts import (
    Act,
    Condition,
    Doing,
    Refused,
    Result,
    Standing,
    State,
)
from northing.stages.decide.purpose_test.rules.signing import (
    MOVES,
    after,
    agreeing,
    waits_for,
)
from northing.stages.decide.purpose_test.tests.make import MAY, do, make_standing

LATER = MAY + timedelta(days=15)


def through(standing, *doings):
    for one in doings:
        standing = after(standing, one)
        assert isinstance(standing, Standing), standing
    return standing


def submitted(**more):
    return through(make_standing(**more), do("submit", "amina"))


def refusal(standing, doing):
    found = after(standing, doing)
    assert isinstance(found, Refused), found
    return found.sentence


def test_one_signature_accepts_where_one_is_asked():
    found = through(submitted(), do("agree"))
    assert found.state is State.ACCEPTED
    assert found.due_on == date(2026, 5, 18)


@pytest.mark.parametrize("act", ["agree", "object", "reject", "ask for changes", "delegate"])
def test_whoever_wrote_it_never_judges_it(act):
    mine = make_standing(signers=frozenset({"amina", "bruno"}))
    given = through(mine, do("submit", "amina"))
    assert "never approves" in refusal(given, do(act, "amina", to="dora"))


def test_whoever_wrote_it_does_not_count_as_a_signer():
    alone = make_standing(signers=frozenset({"amina"}))
    assert "besides the author" in refusal(alone, do("submit", "amina"))


def test_several_decide_by_quorum_and_agreement_and_objections_are_kept():
    people = frozenset({"bruno", "chiara", "dora"})
    found = through(submitted(signers=people, quorum=3, agreement=0.6), do("agree"))
    assert found.state is State.SUBMITTED
    assert waits_for(found) == {"chiara", "dora"}
    found = through(found, do("object", "chiara", reason="too dear"), do("agree", "dora"))
    assert found.state is State.ACCEPTED
    assert agreeing(found) == pytest.approx(2 / 3)
    assert [one.reason for one in found.objections] == ["too dear"]


def test_one_person_has_one_word():
    given = through(submitted(quorum=2), do("agree"))
    assert "given already" in refusal(given, do("agree"))


def test_a_delegate_signs_for_one_and_only_once():
    given = through(submitted(quorum=2), do("delegate", to="dora"), do("agree", "dora"))
    assert given.signatures[0].as_ == "bruno"
    assert "given already" in refusal(given, do("agree", "bruno"))
    assert "not yours" in refusal(submitted_with_delegate(), do("delegate", "dora", to="emil"))
    assert "neither wrote" in refusal(submitted(), do("delegate", to="amina"))
    assert "neither wrote" in refusal(submitted(), do("delegate", to="chiara"))


def submitted_with_delegate():
    return through(submitted(quorum=2), do("delegate", to="dora"))


def test_a_test_that_fails_can_only_be_overridden_and_that_shows():
    given = submitted(result=Result.FAIL)
    assert "override" in refusal(given, do("agree"))
    assert "no right" in refusal(given, do("override", "dora"))
    found = through(given, do("override", "dora", reason="winter is near", may_override=True))
    assert found.state is State.ACCEPTED
    assert found.overridden.reason == "winter is near"


def test_a_pass_with_conditions_needs_them_written():
    open_ = make_standing(result=Result.CONDITIONS)
    assert "owner" in refusal(open_, do("submit", "amina"))
    held = make_standing(
        result=Result.CONDITIONS, conditions=(Condition("prices stay", "bruno", LATER),)
    )
    assert through(held, do("submit", "amina"), do("agree")).state is State.ACCEPTED


def test_changes_asked_send_it_back_and_old_signatures_lapse():
    given = through(submitted(quorum=2), do("agree"), do("ask for changes", "chiara"))
    assert given.state is State.CHANGES_ASKED
    again = through(given, do("revise", "amina"), do("submit", "amina"))
    assert again.signatures == ()
    assert again.rounds == 2
    assert len(again.objections) == 1


def test_time_runs_out():
    given = submitted()
    assert "ran out" in refusal(given, do("agree", on=LATER))
    assert "not run out" in refusal(given, Doing(Act.EXPIRE, "", MAY))
    assert through(given, Doing(Act.EXPIRE, "", LATER)).state is State.EXPIRED
    assert "Only the calendar" in refusal(given, do("expire", on=LATER))


@pytest.mark.parametrize("act", ["object", "reject", "ask for changes"])
def test_a_no_has_a_reason(act):
    assert "reason" in refusal(submitted(), do(act, reason=" "))


def test_what_is_accepted_is_changed_by_nobody():
    taken = through(submitted(), do("agree"))
    assert set(MOVES[State.ACCEPTED]) == {Act.SUPERSEDE}
    for act in Act:
        if act is not Act.SUPERSEDE:
            assert "accepted" in refusal(taken, do(act.value))


PEOPLE = ["amina", "bruno", "chiara", "dora", ""]


class AnySequence(RuleBasedStateMachine):
    """Whoever does whatever, in whatever order."""

    def __init__(self):
        super().__init__()
        self.standing = make_standing(quorum=2)
        self.day = MAY
        self.before = self.standing

    @rule(
        act=st.sampled_from(list(Act)), by=st.sampled_from(PEOPLE), to=st.sampled_from(PEOPLE),
        wait=st.sampled_from([0, 1, 20]), right=st.booleans(),
    )  # fmt: skip
    def somebody_does_something(self, act, by, to, wait, right):
        self.day += timedelta(days=wait)
        found = after(self.standing, Doing(act, by, self.day, "a reason", to, may_override=right))
        self.before = self.standing
        if isinstance(found, Standing):
            assert found.state in MOVES[self.standing.state][act]
            self.standing = found

    @rule(result=st.sampled_from(list(Result)))
    def the_test_comes_out_anew_while_it_is_a_draft(self, result):
        if self.standing.state is State.DRAFT:
            self.standing = make_standing(
                quorum=2, result=result, objections=self.standing.objections,
                rounds=self.standing.rounds,
            )  # fmt: skip

    @invariant()
    def accepted_means_signed_by_enough_others_or_overridden_in_the_open(self):
        if self.standing.state is not State.ACCEPTED:
            return
        words = self.standing.signatures
        assert all("amina" not in (one.as_, one.by) for one in words)
        assert len({one.as_ for one in words}) == len(words)
        if self.standing.overridden:
            assert self.standing.overridden.reason
            assert self.standing.overridden.by not in {"amina", ""}
        else:
            assert sum(one.act is Act.AGREE for one in words) >= 2
            assert self.standing.result in {Result.PASS, Result.CONDITIONS}

    @invariant()
    def nothing_said_against_it_is_ever_lost(self):
        kept = self.standing.objections
        assert kept[: len(self.before.objections)] == self.before.objections


TestAnySequence = AnySequence.TestCase
TestAnySequence.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
