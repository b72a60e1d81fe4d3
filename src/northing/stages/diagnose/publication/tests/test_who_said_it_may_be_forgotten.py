"""Can a person be forgotten whose reply or opinion has to stay?"""

from __future__ import annotations

import pytest
from django.db import connection

from northing.foundations.people import personal, store
from northing.foundations.people.access import Role
from northing.foundations.people.models import Member, Person
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.stages.diagnose.audits.models import Opinion
from northing.stages.diagnose.findings import actions as following
from northing.stages.diagnose.findings import store as followed
from northing.stages.diagnose.findings.actions import Answer, Plan
from northing.stages.diagnose.findings.facts import Thread
from northing.stages.diagnose.publication import actions
from northing.stages.diagnose.publication.actions import View
from northing.stages.diagnose.publication.tests.make import make_audit

pytestmark = [pytest.mark.database, pytest.mark.django_db]
CROSSED = Thread("guardrail-crossed", "whole-person")


def traces_of(word):
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            if word in " ".join(map(str, cursor.fetchall())):
                yield table


def test_what_was_said_stays_and_no_table_names_who_said_it():
    amina = make_organisation()
    bruno = make_member(amina, "Brunhilde", Role.AUDITOR)
    chiara = make_member(amina, "Chiarissima", Role.LEADER)
    view = View(kind="clean", text="All was there.")
    actions.give_opinion(make_audit(amina), view, by=bruno, at=NOON)
    following.follow(CROSSED, Plan(owner=chiara), by=amina, at=NOON, seen=0)
    following.reply(CROSSED, Answer(text="It is mended.", role="lead"), by=chiara, at=NOON)
    for member in (bruno, chiara):
        assert list(traces_of(member.person.name))
        personal.erase(member.person, at=NOON)
    for word in ("Brunhilde", "Chiarissima", "brunhilde@example.org", "chiarissima@example.org"):
        assert list(traces_of(word)) == [], word
    assert Opinion.objects.get().text == "All was there."
    assert [one.text for one in followed.replies(amina.organisation)] == ["It is mended."]


def test_who_is_forgotten_signs_in_no_more_and_is_listed_nowhere():
    amina = make_organisation()
    bruno = make_member(amina, "Brunhilde", Role.AUDITOR)
    actions.give_opinion(make_audit(amina), View(kind="clean", text="So."), by=bruno, at=NOON)
    personal.erase(bruno.person, at=NOON)
    assert not Person.objects.filter(id=bruno.person_id).exists()
    nobody = Member.objects.get(id=bruno.id).person
    assert (nobody.name, nobody.is_active, nobody.has_usable_password()) == ("", False, False)
    assert list(store.in_force(NOON.date()).filter(organisation=amina.organisation)) == [amina]
    assert Member.objects.get(id=bruno.id).ended_at == NOON
