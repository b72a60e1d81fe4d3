"""Is what is published fixed before anybody knows what will be found?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.people.refusals import Refused
from northing.foundations.people.tests.make import NOON, make_organisation
from northing.stages.diagnose.audits import actions as audits
from northing.stages.diagnose.audits.facts import Wish
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.publication import actions
from northing.stages.diagnose.publication.actions import Rule
from northing.stages.diagnose.publication.facts import ISSUED_ALREADY, SET_ASIDE_ALREADY
from northing.stages.diagnose.publication.rules.due import due_at, is_due
from northing.stages.diagnose.publication.store import publishing as store
from northing.stages.diagnose.publication.tests.make import make_audit

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
in_a_database = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture
def amina():
    return make_organisation()


def fixed(by, at, readers="members", days=30):
    return actions.fix_rule(Rule(readers=readers, days=days), by=by, at=at)


def asked(by, at, seed=0):
    return audits.ask(Wish(on=date(2026, 1, 15), seed=seed), by=by, at=at)[0]


def done(audit, at):
    StoredAudit.objects.filter(id=audit.id).update(state="done", done_at=at)
    return StoredAudit.objects.get(id=audit.id)


@given(st.datetimes(), st.integers(0, 365), st.timedeltas())
def test_it_is_due_from_that_moment_on_and_never_before(done_at, days, step):
    due = due_at(done_at.replace(year=2026), days)
    assert is_due(due - timedelta(days=days), days, at=due)
    assert not is_due(due - timedelta(days=days), days, at=due - timedelta(microseconds=1))
    assert due_at(None, days) is None
    assert not is_due(done_at, None, at=due)


class TestInADatabase:
    """What is asked for is bound by the newest rule older than it."""

    pytestmark = in_a_database

    def test_an_audit_is_bound_by_the_newest_rule_older_than_it(self, amina):
        unbound = asked(amina, NOON)
        first = fixed(amina, NOON + HOUR)
        one = asked(amina, NOON + 2 * HOUR, 1)
        second = fixed(amina, NOON + 3 * HOUR, "public")
        two = asked(amina, NOON + 4 * HOUR, 2)
        assert [unbound.rule, one.rule, two.rule] == [None, first, second]
        assert store.bound_by(first) == [one]
        assert list(store.rules(amina.organisation)) == [second, first]

    def test_a_rule_of_the_same_moment_is_not_older(self, amina):
        fixed(amina, NOON)
        assert asked(amina, NOON).rule is None

    def test_another_organisations_rule_binds_nothing_here(self, amina):
        fixed(make_organisation("Dune Trust", "Chiara"), NOON)
        assert asked(amina, NOON + HOUR).rule is None

    def test_a_later_rule_hides_nothing_that_was_promised_to_all(self, amina):
        fixed(amina, NOON, "public", days=0)
        audit = done(asked(amina, NOON + HOUR), NOON + 2 * HOUR)
        fixed(amina, NOON + 3 * HOUR, "members", days=365)
        assert store.promised_to_all(audit.id) == audit
        assert store.open_to_all(audit.id) is None
        assert actions.issue_due(amina.organisation, at=NOON + 4 * HOUR) == [audit]
        assert store.open_to_all(audit.id) == audit

    def test_what_is_due_is_issued_by_its_rule_and_once(self, amina):
        fixed(amina, NOON, days=30)
        audit = done(asked(amina, NOON + HOUR), NOON + DAY)
        assert store.waiting(amina.organisation) == [audit]
        assert actions.issue_due(amina.organisation, at=NOON + 31 * DAY - HOUR) == []
        assert actions.issue_due(amina.organisation, at=NOON + 31 * DAY) == [audit]
        assert actions.issue_due(amina.organisation, at=NOON + 32 * DAY) == []
        row = StoredAudit.objects.get(id=audit.id)
        assert (row.issued_at, row.issued_by) == (NOON + 31 * DAY, None)
        assert store.waiting(amina.organisation) == []

    def test_without_a_rule_nothing_issues_itself(self, amina):
        done(asked(amina, NOON), NOON)
        assert actions.issue_due(amina.organisation, at=NOON + 900 * DAY) == []

    def test_what_is_set_aside_stays_listed_with_its_reason_and_is_issued_all_the_same(self, amina):
        fixed(amina, NOON, days=30)
        audit = done(asked(amina, NOON + HOUR), NOON + DAY)
        actions.set_aside(audit, "The budget was last year's.", by=amina, at=NOON + DAY, seen=1)
        with pytest.raises(Refused, match=SET_ASIDE_ALREADY):
            actions.set_aside(audit, "Again.", by=amina, at=NOON + DAY, seen=2)
        assert store.waiting(amina.organisation) == [audit]
        actions.issue_due(amina.organisation, at=NOON + 31 * DAY)
        row = StoredAudit.objects.get(id=audit.id)
        assert row.issued_at
        assert row.set_aside_reason == "The budget was last year's."
        with pytest.raises(Refused, match=ISSUED_ALREADY):
            actions.set_aside(row, "After all.", by=amina, at=NOON + 32 * DAY, seen=row.revision)

    def test_audits_that_were_run_and_not_shown_are_named_on_the_one_that_is(self, amina):
        first, second, third = (make_audit(amina, number) for number in (1, 2, 3))
        actions.issue(first, by=amina, at=NOON, seen=1)
        assert store.kept_back(third) == [second]
        assert store.kept_back(first) == []
        actions.issue(third, by=amina, at=NOON, seen=1)
        assert store.kept_back(third) == [second]

    def test_nothing_in_the_room_takes_an_audit_a_finding_or_a_rule_away(self):
        named = [name for name in (*vars(actions), *vars(audits)) if name.islower()]
        assert not [
            name
            for name in named
            for word in ("delete", "remove", "hide", "withdraw", "undo")
            if word in name
        ]
