"""Is each kind of thing due for those whom the table names, and for nobody else?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from northing.foundations.people.access import Role, Wish
from northing.foundations.people.models import Member
from northing.foundations.people.tests.make import make_member, make_organisation
from northing.interfaces.notices.due import due_in
from northing.interfaces.notices.kinds import KINDS, Kind
from northing.interfaces.notices.tests.make import A_DAY, issue, make_audit, make_finding, now
from northing.stages.diagnose.audits.models import Opinion, PublicationRule, StoredAudit
from northing.stages.diagnose.verification.models import Seat
from northing.stages.diagnose.verification.tests.stored import make_sample, sit
from northing.stages.records.imports.models import Import

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture
def everybody():
    """One of each role, by role; nobody's membership ends soon."""
    owner = make_organisation()
    found = {Role.OWNER: owner}
    for role in Role:
        if role is not Role.OWNER:
            found[role] = make_member(owner, f"The {role}", role)
    return found


def due(everybody, at=None):
    organisation = everybody[Role.OWNER].organisation
    return due_in(organisation, at=at or now())


def who(everybody, kind):
    return {Role(one.member.role) for one in due(everybody) if one.kind is kind}


def test_a_finding_is_told_to_whoever_answers_for_it_while_an_audit_they_may_read_has_it(everybody):
    audit = make_audit(everybody[Role.OWNER])
    make_finding(everybody[Role.MANAGER], audit)
    assert who(everybody, Kind.ASSIGNED) == set()  # they read issued audits alone
    issue(audit)
    assert who(everybody, Kind.ASSIGNED) == who(everybody, Kind.REPLY_DUE) == {Role.MANAGER}


def test_soon_and_late_are_two_things_and_far_is_none(everybody):
    made = make_finding(everybody[Role.OWNER], make_audit(everybody[Role.OWNER]), days=10)
    periods = {
        days: [
            one.period.partition(" ")[2]
            for one in due(everybody, now() + days * A_DAY)
            if one.kind is Kind.REPLY_DUE
        ]
        for days in (0, 3, 10, 11)
    }
    assert periods == {0: [], 3: ["soon"], 10: ["soon"], 11: ["late"]}
    made.state = "to be audited again"
    made.save()
    assert who(everybody, Kind.REPLY_DUE) == who(everybody, Kind.ASSIGNED) == set()


def test_what_waits_for_an_audit_is_told_to_who_may_ask_for_one(everybody):
    audit = make_audit(everybody[Role.OWNER])
    make_finding(everybody[Role.MANAGER], audit, days=-1, state="to be audited again")
    assert who(everybody, Kind.AUDIT_DUE) == {Role.OWNER, Role.PURPOSE_OFFICER, Role.CONSULTANT}


@pytest.mark.parametrize(
    ("state", "but", "kind"),
    [
        ("done", {}, Kind.READY),
        ("failed", {}, Kind.FAILED),
        ("done", {"is_issued": 1}, Kind.ISSUED),
    ],
)
def test_an_audit_is_told_to_who_may_read_it(everybody, state, but, kind):
    audit = make_audit(everybody[Role.OWNER], state)
    if but:
        issue(audit)
    told = {Kind.READY, Kind.FAILED, Kind.ISSUED} & {one.kind for one in due(everybody)}
    assert told == {kind}
    assert who(everybody, kind) == {role for role in Role if KINDS[kind].lets(role)}


def test_of_what_was_set_aside_nobody_hears(everybody):
    audit = make_audit(everybody[Role.OWNER])
    StoredAudit.objects.filter(id=audit.id).update(set_aside_at=now())
    assert due(everybody) == []


def test_an_opinion_is_asked_of_reviewers_until_they_gave_one(everybody):
    audit = make_audit(everybody[Role.OWNER])
    assert who(everybody, Kind.OPINION) == {Role.AUDITOR}
    Opinion.objects.create(audit=audit, reviewer=everybody[Role.AUDITOR], kind="clean", text="So",
                           given_at=now())  # fmt: skip
    assert who(everybody, Kind.OPINION) == set()


@pytest.mark.parametrize(
    ("state", "refused", "is_told"),
    [("done", 3, True), ("done", 0, False), ("refused", 0, True), ("ready", 3, False)],
)
def test_lines_refused_are_told_to_whoever_handed_them_in(everybody, state, refused, is_told):
    Import.objects.create(
        organisation=everybody[Role.OWNER].organisation, made_by=everybody[Role.CONSULTANT],
        name="of Chiara.csv", path="a.csv", sha256="5" * 64, bytes=9, state=state,
        account={"refused": refused}, received_on=now().date(), made_at=now(), done_at=now(),
    )  # fmt: skip
    assert who(everybody, Kind.REFUSED) == ({Role.CONSULTANT} if is_told else set())


def test_a_day_of_publication_is_told_a_week_before_to_who_may_issue(everybody):
    rule = PublicationRule.objects.create(
        organisation=everybody[Role.OWNER].organisation, readers="members", days=9, fixed_at=now()
    )
    make_audit(everybody[Role.OWNER], rule=rule)
    assert who(everybody, Kind.PUBLICATION) == set()
    found = due(everybody, now() + 3 * A_DAY)
    roles = {Role(one.member.role) for one in found if one.kind is Kind.PUBLICATION}
    assert roles == {Role.OWNER, Role.PURPOSE_OFFICER}


def test_a_free_seat_is_told_and_pairs_that_wait_for_days(everybody):
    sample = make_sample(everybody[Role.OWNER], coders=2)
    free = {role for role in Role if KINDS[Kind.SAMPLE].lets(role)}
    assert who(everybody, Kind.SAMPLE) == free
    sit(sample, everybody[Role.CHAMPION])
    Seat.objects.update(taken_at=now())
    assert who(everybody, Kind.SAMPLE) == free - {Role.CHAMPION}
    Seat.objects.update(taken_at=now() - 4 * A_DAY)
    [mine] = [one for one in due(everybody) if one.number]
    assert (mine.member, mine.page) == (everybody[Role.CHAMPION], "verify_queue")


def test_an_end_that_is_near_is_told_to_who_holds_it_and_to_who_may_prolong_it(everybody):
    auditor = everybody[Role.AUDITOR]
    Member.objects.filter(id=auditor.id).update(until=(now() + timedelta(days=12)).date())
    assert who(everybody, Kind.OWN_END) == {Role.AUDITOR}
    assert who(everybody, Kind.OTHERS_END) == {Role.OWNER, Role.PURPOSE_OFFICER}


def test_the_table_lets_nobody_hear_of_what_they_may_not_see():
    for entry in KINDS.values():
        assert entry.wish in Wish
        assert any(entry.lets(role) for role in Role)
