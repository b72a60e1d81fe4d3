"""Is a decision that was accepted a deed of the next audit, and one that was refused none?"""

from __future__ import annotations

import pytest
from django.utils import timezone

from northing.case import read_case
from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.interfaces.worker.asking import ask_audit
from northing.interfaces.worker.case_folder import write_case
from northing.interfaces.worker.running import Worker
from northing.interfaces.worker.tests.make_case import (
    EXAMPLES,
    cleared_afterwards,
    in_tables,
    small_case,
)
from northing.stages.clarify.commitments import store as commitments
from northing.stages.decide.models import StoredDecision, StoredSignature
from northing.stages.decide.purpose_test.actions.signing import sign
from northing.stages.decide.purpose_test.actions.submitting import Asked, submit
from northing.stages.decide.purpose_test.actions.writing import Draft, answer, draft
from northing.stages.decide.purpose_test.facts import Act, Answer, Said
from northing.stages.diagnose.audits import store as audits
from northing.stages.records.ledger import store as ledger

pytestmark = [pytest.mark.database, pytest.mark.django_db]
YES, NO = Said.YES, Said.NO
BEFORE_THE_AUDIT = NOON.replace(month=3, day=2)


@pytest.fixture
def amina():
    with cleared_afterwards():
        yield make_organisation()
        StoredSignature.objects.all().delete()
        StoredDecision.objects.all().delete()


def audited(amina, wish):
    audit = ask_audit(amina, wish, timezone.now())
    Worker().work_off()
    audit.refresh_from_db()
    assert audit.state == "done", audit.reason
    return audits.content(audit)


def decided(amina, bruno, question, act, *answers):
    at = BEFORE_THE_AUDIT
    row = draft(Draft(question=question, proposed="yes", unit="Nursing"), by=amina, at=at)
    row = answer(row, answers, by=amina, at=at, seen=row.revision)
    row = submit(row, Asked(signers=[bruno]), by=amina, at=at, seen=row.revision)
    return sign(row, act, "the figures say so", by=bruno, at=at, seen=row.rounds)


def decide_three(amina, helped, other):
    """One that serves a promise, one that serves another, and one that is refused."""
    bruno = make_member(amina, "Bruno", Role.MANAGER)
    keys = [one.key for one in commitments.commitments(amina.organisation)]

    def for_one(key, why):
        rest = [Answer(one, NO, NO) for one in keys if one != key]
        return [Answer(key, YES, NO, why), *rest]

    decided(amina, bruno, "Do we buy a second van?", Act.AGREE, *for_one(helped, "rounds"))
    decided(amina, bruno, "Do we cut the visits?", Act.REJECT, *for_one(other, "cheaper"))
    decided(amina, bruno, "Do we open on Saturdays?", Act.AGREE, *for_one(other, "time"))


@pytest.mark.slow
def test_the_audit_before_knows_nothing_of_it_and_the_one_after_counts_it(amina):
    wish = in_tables(EXAMPLES / "harbour_health", amina)
    before = audited(amina, wish)
    decide_three(amina, "home-visits", "prevention")
    after = audited(amina, wish)
    counts = [one["channels"]["decisions"]["records"] for one in (before, after)]
    assert counts[1] - counts[0] == 2
    read = {one["path"]: one for one in after["sources"] if one["path"].startswith("decided/")}
    assert list(read) == ["decided/000001.csv", "decided/000003.csv"]
    assert all((one["rows_read"], one["rows_refused"]) == (1, []) for one in read.values())


def test_the_case_that_is_audited_holds_what_was_accepted_and_nothing_else(amina, tmp_path):
    wish = in_tables(small_case(tmp_path / "small"), amina)
    decide_three(amina, "visits", "screening")
    write_case(amina.organisation, tmp_path / "case", wish)
    records = [one for one in read_case(tmp_path / "case").records if one.channel == "decisions"]
    assert [(one.id, one.given, one.stance) for one in records] == [
        ("decided/000001.csv:2", (("visits", 1),), "advances"),
        ("decided/000003.csv:2", (("screening", 1),), "advances"),
    ]


def test_what_was_decided_stands_among_the_records_by_the_name_that_reports_give_it(
    amina, tmp_path
):
    in_tables(small_case(tmp_path / "small"), amina)
    decide_three(amina, "visits", "screening")
    found = ledger.record(amina.organisation, "decided/000001.csv:2")
    assert found.text == "Do we buy a second van? yes (rounds)"
    assert (found.channel, found.stance) == ("decisions", "advances")
    assert found.given == [["visits", "1"]]
    assert ledger.record(amina.organisation, "decided/000002.csv:2") is None
