"""Does the file of one's own data hold all that one wrote, and nothing of anybody else?"""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from northing.foundations.people.access import Role
from northing.foundations.people.models import Person
from northing.foundations.people.personal import erase
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.interfaces.web.tests.rows_records import read
from northing.interfaces.web.written import written_by
from northing.stages.clarify.approach import actions as approach
from northing.stages.clarify.approach.facts import Reply
from northing.stages.decide.priorities.models import OwnWeights, StoredPriorities
from northing.stages.decide.purpose_test.actions import appealing, signing, submitting, writing
from northing.stages.decide.purpose_test.actions.writing import Draft
from northing.stages.decide.purpose_test.facts import Act
from northing.stages.decide.ways_in import actions as ways
from northing.stages.decide.ways_in.facts import Way
from northing.stages.diagnose.audits.models import Opinion
from northing.stages.diagnose.findings.models import FollowUp, StoredReply
from northing.stages.diagnose.linking import actions as linking
from northing.stages.diagnose.publication.tests.make import make_audit
from northing.stages.diagnose.verification.actions import answering
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.diagnose.verification.tests.stored import LATER, make_sample, said, say, sit
from northing.stages.records.ledger import store as ledger

pytestmark = [pytest.mark.database, pytest.mark.django_db]
KINDS = {
    "answers_in_samples",
    "replies_to_findings",
    "opinions_on_audits",
    "corrections_of_links",
    "weights_on_priorities",
    "statements_of_the_approach",
    "guided_ways",
    "decisions",
    "words_on_decisions",
    "appeals",
}


@pytest.fixture
def amina():
    return make_organisation()


def writes_everything(member, owner):
    sample = make_sample(owner)
    sit(sample, member)
    say(sample, member, said(1, Answer.ADVANCES, note="I was there"), said(2))
    answering.take_back_last(sample, uuid4(), by=member, at=LATER)
    about = FollowUp.objects.create(organisation=member.organisation, code="gone-silent")
    StoredReply.objects.create(
        follow_up=about, text="We moved house.", role="Owner", on=date(2026, 5, 4),
        made_at=NOON, made_by=member,
    )  # fmt: skip
    audit = make_audit(owner, 7)
    Opinion.objects.create(audit=audit, reviewer=member, kind="clean", text="Fair.", given_at=NOON)
    read(owner, "budget.csv:2")
    record = ledger.record(owner.organisation, "budget.csv:2")
    linking.correct(record, "prevention", bears=True, by=member, at=NOON)
    saying = approach.Saying(replies=(Reply("urgent", 3, "The contract ends in June."),))
    approach.state(saying, by=member, at=NOON, seen=0)
    ways.begin(Way.FUNDING, by=member, at=NOON)
    decides(member, owner)
    study = StoredPriorities.objects.create(
        organisation=owner.organisation, name="First", made_at=NOON, made_by=owner, digest="5" * 64
    )
    OwnWeights.objects.create(study=study, member=member, swings={"reach": 9}, given_at=NOON)


def decides(member, owner):
    """One decision of their own, and a word on one of somebody else's."""
    writing.draft(Draft(question="Do we move?"), by=member, at=NOON)
    row = writing.draft(Draft(question="Do we stay?"), by=owner, at=NOON)
    asked = submitting.Asked(signers=[member])
    row = submitting.submit(row, asked, by=owner, at=NOON, seen=row.revision)
    appealing.appeal(row, "It was misread.", by=member, at=NOON)
    signing.sign(row, Act.REJECT, "It is damp.", by=member, at=NOON, seen=row.rounds)


def test_what_one_wrote_is_in_the_file_and_what_others_wrote_is_not(client, amina):
    bruno = make_member(amina, "Bruno", Role.OWNER)
    writes_everything(bruno, amina)
    client.force_login(bruno.person)
    found = client.get(reverse("account_file")).json()
    assert [(one["pair"], one["answer"], one["note"]) for one in found["answers_in_samples"]] == [
        (1, "advances", "I was there"), (2, "neither", ""), (2, None, ""),
    ]  # fmt: skip
    assert [one["text"] for one in found["replies_to_findings"]] == ["We moved house."]
    (opinion,) = found["opinions_on_audits"]
    assert (opinion["audit"], opinion["opinion"], opinion["text"]) == (7, "clean", "Fair.")
    (link,) = found["corrections_of_links"]
    assert (link["record"], link["bears"], link["taken_back_at"]) == ("budget.csv:2", True, None)
    assert [one["question"] for one in found["decisions"]] == ["Do we move?"]
    assert [(one["decision"], one["reason"]) for one in found["words_on_decisions"]] == [
        (2, "It is damp.")
    ]
    assert [one["reason"] for one in found["appeals"]] == ["It was misread."]
    assert [one["points"] for one in found["weights_on_priorities"]] == [{"reach": 9}]
    client.force_login(amina.person)
    others = client.get(reverse("account_file")).json()
    assert [one["question"] for one in others.pop("decisions")] == ["Do we stay?"]
    rest = KINDS - {"decisions"}
    assert {kind: others[kind] for kind in rest} == {kind: [] for kind in rest}


def test_nothing_is_anybody_s_any_more_once_a_person_is_erased(amina):
    bruno = make_member(amina, "Bruno", Role.OWNER)
    writes_everything(bruno, amina)
    key = bruno.person_id
    assert all(written_by(bruno.person).values())
    erase(bruno.person, at=LATER)
    assert not any(written_by(Person(id=key)).values())
