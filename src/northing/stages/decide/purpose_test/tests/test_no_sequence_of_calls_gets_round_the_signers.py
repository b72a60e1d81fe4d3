"""Does any sequence of calls reach acceptance without the signers, or lose a word or an event?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail import store as trail
from northing.foundations.trail.rules.chain import first_break
from northing.stages.decide.purpose_test.actions.reviewing import (
    Seen,
    expire_due,
    meet_condition,
    review,
    supersede,
)
from northing.stages.decide.purpose_test.actions.signing import OF_SIGNERS, delegate, override, sign
from northing.stages.decide.purpose_test.actions.submitting import Asked, reopen, submit, withdraw
from northing.stages.decide.purpose_test.actions.writing import (
    Draft,
    Wanted,
    answer,
    revise_text,
    set_conditions,
)
from northing.stages.decide.purpose_test.facts import Act, Result, State
from northing.stages.decide.purpose_test.models import StoredDecision, StoredSignature
from northing.stages.decide.purpose_test.tests.house import (
    NOON,
    failing,
    make_draft,
    make_house,
    make_submitted,
    passing,
)

pytestmark = [pytest.mark.database, pytest.mark.django_db]
WHO = st.sampled_from(["amina", "bruno", "chiara", "dora", "emil"])
ASKED = st.sampled_from(["bruno", "chiara", "amina"])
WORDS = st.sampled_from(sorted(OF_SIGNERS))
STALE = st.integers(0, 5).map(lambda number: number == 0)  # now and then a page that is too old


class AnybodyDoesAnything(RuleBasedStateMachine):
    """One decision, five people, and every door they could knock at."""

    @initialize(test=st.sampled_from([None, passing, failing]), quorum=st.integers(1, 2))
    def begins(self, test, quorum):
        self.block = transaction.atomic()
        self.block.__enter__()
        self.house = make_house()
        self.at = NOON
        self.row = make_draft(self.house) if test is None else make_submitted(
            self.house, answers=test(), quorum=quorum
        )  # fmt: skip
        self.taken, self.words, self.events = None, [], self.told()

    def teardown(self):
        if hasattr(self, "block"):
            transaction.set_rollback(True)
            self.block.__exit__(None, None, None)

    def told(self):
        return list(trail.entries(self.house.amina.organisation_id))

    def does(self, call):
        """What is refused leaves nothing behind; what is done leaves an event at least."""
        try:
            with transaction.atomic():
                call()
            done = True
        except (Refused, NotAllowed):
            done = False
        after = self.told()
        assert after[: len(self.events)] == self.events
        revision = StoredDecision.objects.get(id=self.row.id).revision
        changed = revision != self.row.revision
        assert done or not changed
        assert changed is (len(after) > len(self.events))
        self.events = after
        self.row = StoredDecision.objects.get(id=self.row.id)

    @rule(who=WHO, stale=STALE, fails=st.booleans())
    def answers(self, who, stale, fails):
        by, given = getattr(self.house, who), failing() if fails else passing()
        self.does(
            lambda: answer(self.row, given, by=by, at=self.at, seen=self.row.revision - stale)
        )

    @rule(who=WHO, stale=STALE)
    def rewrites(self, who, stale):
        by, text = getattr(self.house, who), Draft(question=f"Or {who}?", forecast=0.5)
        self.does(lambda: revise_text(self.row, text, by=by, at=self.at,
                                      seen=self.row.revision - stale))  # fmt: skip

    @rule(who=WHO)
    def sets_a_condition(self, who):
        by = getattr(self.house, who)
        wanted = [Wanted(text="so", owner=self.house.bruno, due_on=self.at.date())]
        self.does(lambda: set_conditions(self.row, wanted, by=by, at=self.at,
                                         seen=self.row.revision))  # fmt: skip

    @rule(who=WHO, signers=st.sets(WHO, min_size=1), quorum=st.integers(1, 3))
    def submits(self, who, signers, quorum):
        by = getattr(self.house, who)
        asked = Asked(signers=[getattr(self.house, one) for one in sorted(signers)], quorum=quorum,
                      agreement=0.6)  # fmt: skip
        self.does(lambda: submit(self.row, asked, by=by, at=self.at, seen=self.row.revision))

    @rule(who=WHO, act=WORDS, stale=STALE, reason=st.sampled_from(["", "so"]))
    def signs(self, who, act, stale, reason):
        by = getattr(self.house, who)
        self.does(lambda: sign(self.row, act, reason, by=by, at=self.at,
                               seen=self.row.rounds - stale))  # fmt: skip

    @rule(who=ASKED)
    def agrees(self, who):
        by = getattr(self.house, who)
        self.does(lambda: sign(self.row, Act.AGREE, by=by, at=self.at, seen=self.row.rounds))

    @rule(who=WHO, to=WHO)
    def delegates(self, who, to):
        by, other = getattr(self.house, who), getattr(self.house, to)
        self.does(lambda: delegate(self.row, other, by=by, at=self.at, seen=self.row.rounds))

    @rule(who=st.sampled_from(["dora", "dora", "amina", "emil"]))
    def overrides(self, who):
        by = getattr(self.house, who)
        self.does(lambda: override(self.row, "so", by=by, at=self.at, seen=self.row.rounds))

    @rule(who=WHO, call=st.sampled_from([withdraw, reopen]))
    def takes_it_back(self, who, call):
        by = getattr(self.house, who)
        self.does(lambda: call(self.row, by=by, at=self.at, seen=self.row.revision))

    @rule(who=WHO, days=st.sampled_from([1, 8, 400]))
    def time_passes_and_it_is_looked_at_again(self, who, days):
        by = getattr(self.house, who)
        self.at += timedelta(days=days)
        self.does(lambda: expire_due(self.row.organisation, at=self.at))
        self.does(lambda: review(self.row, Seen(happened=True), by=by, at=self.at,
                                 seen=self.row.revision))  # fmt: skip

    @rule(who=WHO)
    def meets_or_supersedes(self, who):
        by = getattr(self.house, who)
        condition = self.row.conditions.first()
        if condition:
            self.does(lambda: meet_condition(condition, by=by, at=self.at))
        self.does(lambda: supersede(self.row, self.row, by=by, at=self.at))

    @invariant()
    def what_is_accepted_was_signed_by_enough_others_or_overridden_in_the_open(self):
        if getattr(self, "row", None) is None or self.row.state != State.ACCEPTED:
            return
        words = list(self.row.signatures.filter(round=self.row.rounds))
        override_ = [one for one in words if one.act == Act.OVERRIDE]
        if override_:
            assert self.row.is_overridden
            assert override_[0].reason
            assert override_[0].by == self.house.dora  # who leads may; the author never
            return
        agree = [one for one in words if one.act == Act.AGREE]
        signers = {one.member for one in self.row.signers.all()} - {self.house.amina}
        assert {one.stands_for for one in agree} <= signers
        assert len({one.stands_for for one in words}) >= self.row.quorum
        assert len(agree) / len(words) >= self.row.agreement
        assert self.row.result in {Result.PASS, Result.CONDITIONS} or (
            self.row.result == Result.CANNOT_TELL and self.row.conditions.exists()
        )

    @invariant()
    def the_author_and_who_is_not_asked_say_no_word(self):
        if getattr(self, "row", None) is None or self.row.state != State.SUBMITTED:
            return
        asked = {one.member_id for one in self.row.signers.all()}
        stand_in = {one.to_id for one in self.row.delegates.filter(round=self.row.rounds)}
        for by in (self.house.amina, self.house.emil, self.house.dora):
            if by == self.house.amina or by.id not in asked | stand_in:
                with pytest.raises(Refused):
                    sign(self.row, Act.AGREE, "so", by=by, at=self.at, seen=self.row.rounds)

    @invariant()
    def what_is_accepted_reads_as_it_did(self):
        if getattr(self, "row", None) is None:
            return
        assert self.taken is None or self.text() == self.taken
        if self.row.state == State.ACCEPTED:
            self.taken = self.text()

    @invariant()
    def no_word_is_lost_or_altered_and_none_is_the_authors(self):
        if getattr(self, "row", None) is None:
            return
        found = list(StoredSignature.objects.filter(decision=self.row).order_by("id").values())
        assert found[: len(self.words)] == self.words
        self.words = found
        assert self.house.amina.id not in {one["by_id"] for one in found}
        assert self.house.amina.id not in {one["stands_for_id"] for one in found}
        assert first_break(self.events) is None

    def text(self):
        """All that an accepted decision says; that a condition was met may be added."""
        row = self.row
        answers = row.answers.order_by("id").values()
        conditions = row.conditions.order_by("id").values("text", "owner_id", "due_on")
        return (row.question, row.proposed, row.amount, row.forecast, row.result, row.grounds,
                row.state, row.decided_on, list(answers), list(conditions))  # fmt: skip


def test_no_sequence_of_calls_gets_round_the_signers():
    run_state_machine_as_test(
        AnybodyDoesAnything,
        settings=settings(max_examples=12, stateful_step_count=25, deadline=None),
    )
