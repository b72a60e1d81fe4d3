"""What does a new version of the mission do to each commitment, and what is refused?"""

from __future__ import annotations

from datetime import date

import pytest

from northing.foundations.people import personal, refusals
from northing.foundations.people.access import Role
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.foundations.trail import store as trail
from northing.foundations.trail.rules.chain import first_break
from northing.stages.clarify.commitments import actions, store
from northing.stages.clarify.commitments.actions import Became, Promise
from northing.stages.clarify.commitments.facts import (
    APPROVER_MISSING,
    NOT_NEW,
    REASON_MISSING,
    Change,
)
from northing.stages.clarify.mission import actions as mission
from northing.stages.clarify.mission import store as missions
from northing.stages.clarify.mission.actions import Wording
from northing.stages.clarify.mission.facts import DRAFT_IS_THERE, HOLDS_TOO_EARLY

pytestmark = [pytest.mark.database, pytest.mark.django_db]
CARE = "Every patient is treated as a whole person."
JANUARY, JUNE = date(2026, 1, 1), date(2026, 6, 1)


@pytest.fixture
def amina():
    return make_organisation()


def drafted(amina, text="We keep people well.", on=JANUARY):
    return mission.write(Wording(text=text, effective_from=on), by=amina, at=NOON)


def promised(amina, text=CARE):
    return actions.add(Promise(text=text), by=amina, at=NOON)


def became(row, kind, text=None, reason=""):
    row = store.commitment(row.organisation, row.id)
    return Became(commitment=row.id, seen=row.revision, kind=kind,
                  text=row.text if text is None else text, reason=reason)  # fmt: skip


def approved(amina, draft, *changes, by_whom="The board, 12 January"):
    actions.approve(draft, by_whom, changes, by=amina, at=NOON, seen=draft.revision)
    return missions.version(amina.organisation, draft.id)


def refusal(call, *arguments, **named):
    with pytest.raises(Refused) as found:
        call(*arguments, **named)
    return found.value.code


def test_the_first_version_brings_its_commitments(amina):
    care = promised(amina)
    first = approved(amina, drafted(amina), became(care, Change.NEW))
    assert missions.current(amina.organisation, on=JANUARY) == first
    assert missions.current(amina.organisation, on=date(2025, 12, 31)) is None
    change = store.changes_of(care)[0]
    assert (change.kind, change.text_before, change.text_after) == ("new", "", CARE)
    assert [entry.event.verb for entry in trail.entries(amina.organisation_id)][-3:] == [
        "commitment added", "mission drafted", "mission approved",
    ]  # fmt: skip
    assert first_break(trail.entries(amina.organisation_id)) is None


def test_a_narrowed_commitment_reads_as_before_until_the_version_holds(amina):
    care = promised(amina)
    approved(amina, drafted(amina), became(care, Change.NEW))
    narrow = became(care, Change.NARROWED, "Every patient over 60 is.", "money is short")
    approved(amina, drafted(amina, on=JUNE), narrow)
    before, after = (
        store.commitments(amina.organisation, on=day)[0] for day in (NOON.date(), JUNE)
    )
    assert (before.text, after.text) == (CARE, "Every patient over 60 is.")
    assert store.changes_of(care)[0].text_before == CARE


def test_a_dropped_commitment_ends_on_the_day_the_version_holds(amina):
    care = promised(amina)
    approved(amina, drafted(amina), became(care, Change.NEW))
    approved(amina, drafted(amina, on=JUNE), became(care, Change.DROPPED, "", "not ours to keep"))
    assert store.commitments(amina.organisation, on=NOON.date()) == [care]
    assert store.commitments(amina.organisation, on=JUNE) == []
    assert store.ended(amina.organisation, on=JUNE) == [care]
    assert store.changes_of(care)[0].text_after == ""


def test_other_words_need_a_reason_and_what_was_there_is_not_new(amina):
    care = promised(amina)
    approved(amina, drafted(amina), became(care, Change.NEW))
    second = drafted(amina, on=JUNE)
    for kind, text, code in (
        (Change.KEPT, "Patients matter.", REASON_MISSING),
        (Change.WIDENED, CARE, REASON_MISSING),
        (Change.DROPPED, "", REASON_MISSING),
        (Change.NEW, CARE, NOT_NEW),
    ):
        assert refusal(approved, amina, second, became(care, kind, text)) == code
    assert missions.draft(amina.organisation) == second
    assert store.commitment(amina.organisation, care.id).text == CARE


def test_a_commitment_nobody_looked_at_stops_the_approval(amina):
    care, draft = promised(amina), drafted(amina)
    looked = became(care, Change.NEW)
    promised(amina, "Home visits in every district.")
    assert refusal(approved, amina, draft, looked) == refusals.CHANGED_MEANWHILE
    assert missions.draft(amina.organisation) == draft


def test_an_approval_names_who_approved_and_happens_once(amina):
    draft = drafted(amina)
    assert refusal(approved, amina, draft, by_whom="") == APPROVER_MISSING
    approved(amina, draft)
    assert refusal(approved, amina, draft) == refusals.CHANGED_MEANWHILE
    later = Wording(text="Another.", effective_from=JUNE)
    with pytest.raises(Refused):
        mission.rewrite(draft, later, by=amina, at=NOON, seen=2)


def test_versions_follow_one_another_and_one_draft_lies_at_a_time(amina):
    approved(amina, drafted(amina, on=JUNE))
    assert refusal(drafted, amina, on=JANUARY) == HOLDS_TOO_EARLY
    draft = drafted(amina, on=JUNE)
    assert refusal(drafted, amina, on=JUNE) == DRAFT_IS_THERE
    again = mission.write(Wording(text="x", effective_from=JUNE), by=amina, at=NOON,
                          ticket=draft.id)  # fmt: skip
    assert again == draft


@pytest.mark.parametrize("role", [Role.LEADER, Role.MANAGER, Role.MEMBER, Role.AUDITOR])
def test_who_only_reads_changes_nothing(amina, role):
    bruno = make_member(amina, "Bruno", role)
    care, draft = promised(amina), drafted(amina)
    for call in (
        lambda: actions.add(Promise(text="x"), by=bruno, at=NOON),
        lambda: actions.amend(care, Promise(text="x"), by=bruno, at=NOON, seen=1),
        lambda: actions.end(care, on=JUNE, by=bruno, at=NOON),
        lambda: actions.place(care, 0, by=bruno, at=NOON),
        lambda: approved(bruno, draft, became(care, Change.NEW)),
        lambda: mission.add_value("Care", "", by=bruno, at=NOON),
    ):
        with pytest.raises(NotAllowed):
            call()


def test_an_owner_who_is_erased_leaves_the_commitment_and_its_draft(amina):
    bruno = make_member(amina, "Bruno", Role.PURPOSE_OFFICER)
    actions.add(Promise(text=CARE, owner=bruno), by=bruno, at=NOON)
    mission.write(Wording(text="We care.", effective_from=JUNE), by=bruno, at=NOON)
    personal.erase(bruno.person, at=NOON)
    assert store.commitments(amina.organisation)[0].owner is None
    assert missions.draft(amina.organisation).made_by is None
