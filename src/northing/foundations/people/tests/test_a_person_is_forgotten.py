"""Is a person told all that is kept of them, and forgotten when they ask?"""

from __future__ import annotations

import json
import uuid

import pytest
from django.db import connection

from northing.foundations.people import invitations, personal, refusals
from northing.foundations.people.access import Role
from northing.foundations.people.invitations import Place
from northing.foundations.people.models import Person
from northing.foundations.people.refusals import Refused
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.foundations.trail import store
from northing.foundations.trail.actions import INSTALLATION
from northing.foundations.trail.rules.chain import first_break

pytestmark = [pytest.mark.database, pytest.mark.django_db]
TRACES = ("Brunhilde", "brunhilde@example.org")


def everything():
    """Every value of every table, as text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            yield table, " ".join(map(str, cursor.fetchall()))


def tables_with(trace):
    return {table for table, text in everything() if trace in text}


def test_what_is_kept_is_told():
    amina = make_organisation()
    bruno = make_member(amina, "Brunhilde", Role.MANAGER)
    told = personal.kept_of(bruno.person)
    assert json.loads(json.dumps(told)) == told
    assert (told["name"], told["email"]) == TRACES
    assert told["memberships"][0]["role"] == "manager"
    assert told["invitations"] == [{"organisation": str(amina.organisation_id), "role": "manager"}]


def test_the_erased_leave_no_name_anywhere_and_every_chain_holds():
    amina = make_organisation()
    bruno = make_member(amina, "Brunhilde").person
    other = make_organisation("Dune Trust", "Chiara")
    invitations.invite(bruno.email, Place(Role.MEMBER), by=other, at=NOON)
    heads = {chain: store.head(chain) for chain in store.chains()}
    assert all(tables_with(trace) for trace in TRACES)
    personal.erase(bruno, at=NOON)
    assert not [tables_with(trace) for trace in TRACES if tables_with(trace)]
    assert not Person.objects.filter(name="Brunhilde").exists()
    for chain, head in heads.items():
        assert first_break(store.entries(chain), anchors=[head]) is None
    last = store.page(INSTALLATION, size=1)[0].event
    assert (last.verb, isinstance(last.actor, uuid.UUID)) == ("person erased", True)


def test_the_last_owner_hands_over_first():
    amina = make_organisation()
    with pytest.raises(Refused, match=refusals.LAST_OWNER):
        personal.erase(amina.person, at=NOON)
    make_member(amina, "Bruno", Role.OWNER)
    personal.erase(amina.person, at=NOON)
