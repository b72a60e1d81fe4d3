"""Does nothing change of an audit once it is issued, whatever anybody tries?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from northing.foundations.people import refusals
from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.foundations.trail.models import TrailEvent
from northing.stages.diagnose.audits import actions as audits
from northing.stages.diagnose.audits.models import (
    Opinion,
    PublicationRule,
    StoredAudit,
    StoredFinding,
    StoredLink,
)
from northing.stages.diagnose.migrations import _issued_stays
from northing.stages.diagnose.publication import actions
from northing.stages.diagnose.publication.actions import Rule, View
from northing.stages.diagnose.publication.facts import ISSUED_ALREADY, NOT_DONE
from northing.stages.diagnose.publication.tests.make import make_audit, make_finding

pytestmark = [pytest.mark.database, pytest.mark.django_db]
LATER = NOON + timedelta(hours=1)


@pytest.fixture
def amina():
    return make_organisation()


@pytest.fixture
def issued(amina):
    audit = make_audit(amina)
    actions.issue(audit, by=amina, at=LATER, seen=1)
    return StoredAudit.objects.get(id=audit.id)


def rows_of(audit):
    tables = (StoredAudit.objects.filter(id=audit.id), StoredFinding.objects.filter(audit=audit),
              StoredLink.objects.filter(audit=audit))  # fmt: skip
    return [list(rows.order_by("id").values()) for rows in tables]


def test_who_issued_it_and_when_stands_in_the_row_and_in_the_trail(amina, issued):
    assert (issued.issued_at, issued.issued_by, issued.revision) == (LATER, amina, 2)
    (told,) = TrailEvent.objects.filter(chain=amina.organisation_id, verb="audit issued")
    assert f'"audit.json":"{"0" * 64}"' in told.details.replace(" ", "")


@pytest.mark.parametrize("role", list(Role))
def test_the_table_says_who_issues_and_who_gives_an_opinion(amina, role):
    bruno, audit = make_member(amina, "Bruno", role), make_audit(amina)
    wishes = (
        (
            Action.ISSUED,
            lambda: actions.fix_rule(Rule(readers="public", days=30), by=bruno, at=NOON),
        ),
        (Action.OPINION, lambda: opined(audit, bruno)),
        (Action.ISSUED, lambda: actions.issue(audit, by=bruno, at=LATER, seen=1)),
    )
    for action, wish in wishes:
        if allows(role, action, Wish.CHANGE):
            wish()
            continue
        with pytest.raises(NotAllowed):
            wish()


def opined(audit, by, text="I looked at forty records.", **more):
    return actions.give_opinion(audit, View(kind="clean", text=text, **more), by=by, at=LATER)


def test_whoever_owns_another_organisation_changes_nothing(amina):
    audit = make_audit(amina)
    chiara = make_organisation("Dune Trust", "Chiara")
    auditor = make_member(chiara, "Daan", Role.AUDITOR)
    for wish in (
        lambda: actions.issue(audit, by=chiara, at=LATER, seen=1),
        lambda: actions.set_aside(audit, "No.", by=chiara, at=LATER, seen=1),
        lambda: opined(audit, auditor),
    ):
        with pytest.raises(NotAllowed):
            wish()


def test_an_audit_is_issued_once_done_and_as_it_was_looked_at(amina):
    running = make_audit(amina, 1, state="running", done_at=None)
    with pytest.raises(Refused, match=NOT_DONE):
        actions.issue(running, by=amina, at=LATER, seen=1)
    audit = make_audit(amina, 2)
    with pytest.raises(Refused, match=refusals.CHANGED_MEANWHILE):
        actions.issue(audit, by=amina, at=LATER, seen=7)
    actions.issue(audit, by=amina, at=LATER, seen=1)
    with pytest.raises(Refused, match=ISSUED_ALREADY):
        actions.issue(audit, by=amina, at=LATER, seen=1)


def test_every_action_on_audits_leaves_an_issued_one_as_it_is(amina, issued):
    """Each function of the rooms that takes an audit; a new one has to be tried here."""
    before = rows_of(issued)
    outcome = audits.Outcome(files={}, summary={}, findings=[])
    link = StoredLink(
        audit=issued, record="a", commitment="b", channel="c", origin="given", is_linked=True
    )
    tries = {
        "begin": lambda: audits.begin(issued),
        "tell": lambda: audits.tell(issued, {"done": 1}),
        "finish": lambda: audits.finish(issued, outcome, at=LATER),
        "fail": lambda: audits.fail(issued, "It broke.", at=LATER),
        "clear_links": lambda: audits.clear_links(issued, most=10),
        "keep_links": lambda: audits.keep_links([link]),
        "issue": lambda: actions.issue(issued, by=amina, at=LATER, seen=2),
        "set_aside": lambda: actions.set_aside(issued, "No.", by=amina, at=LATER, seen=2),
        "issue_due": lambda: actions.issue_due(amina.organisation, at=LATER),
        "give_opinion": lambda: opined(issued, make_member(amina, "Bruno", Role.AUDITOR)),
    }
    untried = {
        name
        for room in (audits, actions)
        for name, one in vars(room).items()
        if not name.startswith("_") and getattr(one, "__module__", "") == room.__name__
        if {"audit", "organisation"} & set(getattr(one, "__annotations__", {}))
    }
    assert untried - {"link_of", "Outcome"} <= set(tries)
    for wish in tries.values():
        try:
            with transaction.atomic():
                wish()
        except (DatabaseError, Refused):
            pass
        assert rows_of(issued) == before


def test_the_database_refuses_what_no_action_does(amina, issued):
    finding = StoredFinding.objects.filter(audit=issued)
    link = StoredLink.objects.filter(audit=issued)
    tries = (
        lambda: StoredAudit.objects.filter(id=issued.id).update(issued_at=None),
        lambda: StoredAudit.objects.filter(id=issued.id).update(set_aside_at=LATER),
        lambda: StoredAudit.objects.filter(id=issued.id)._raw_delete("default"),
        lambda: finding.update(severity="note"),
        lambda: finding.filter(position=1).delete(),
        lambda: make_finding(issued, position=3),
        lambda: link.update(stance="advances"),
        lambda: link._raw_delete("default"),
        lambda: StoredLink.objects.create(audit=issued, record="a", commitment="b", channel="c",
                                          origin="person", is_linked=True),
        issued.delete,
    )  # fmt: skip
    before = rows_of(issued)
    for wish in tries:
        with pytest.raises(DatabaseError, match=_issued_stays.REFUSAL), transaction.atomic():
            wish()
    assert rows_of(issued) == before


def test_an_audit_that_is_not_issued_can_still_be_filled(amina):
    audit = make_audit(amina)
    make_finding(audit, position=3)
    assert StoredFinding.objects.filter(audit=audit).update(severity="low") == 3


def test_rules_and_opinions_are_only_ever_added(amina):
    rule = actions.fix_rule(Rule(readers="members", days=30), by=amina, at=NOON)
    opinion = opined(make_audit(amina), make_member(amina, "Bruno", Role.AUDITOR))
    for row, model in ((rule, PublicationRule), (opinion, Opinion)):
        rows = model.objects.filter(id=row.id)
        for wish in (
            lambda rows=rows: rows.update(text="Else."),
            lambda rows=rows: rows._raw_delete("default"),
            row.save,
        ):
            with pytest.raises(DatabaseError, match=_issued_stays.REFUSAL), transaction.atomic():
                wish()


def test_the_triggers_stand_after_all_migrations():
    """Where this fails: the migration ends with `migrations.RunPython(_issued_stays.install)`."""
    assert _issued_stays.missing(connection) == set()
    with pytest.raises(NotImplementedError, match="not on oracle"):
        _issued_stays.statements("oracle")
