"""Does a database of an earlier version come forward with all that people stored in it?"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from northing.interfaces.web.tests.installation import installation

pytestmark = pytest.mark.database
HERE = Path(__file__).parent
EARLIER = ("people_and_trail",)
KEPT = """
import json, django; django.setup()
from django.core.management import call_command
from django.db import connection
from northing.foundations.people.models import Invitation, Member, Organisation, Person, Unit
from northing.foundations.trail import triggers
from northing.foundations.trail.models import SealedValue, TrailEvent
found = {
    "organisations": sorted(Organisation.objects.values_list("name", flat=True)),
    "people": sorted(Person.objects.values_list("email", "name")),
    "members": sorted(Member.objects.values_list("person__name", "role", "unit__name"), key=str),
    "units": sorted(Unit.objects.values_list("name", "parent__name"), key=str),
    "invitations": Invitation.objects.filter(accepted_at=None, withdrawn_at=None).count(),
    "events": TrailEvent.objects.count(),
    "seals": SealedValue.objects.count(),
    "signs in": Person.objects.get(name="Amina").check_password("a harbour in the morning"),
    "refuses": triggers.are_in_place(connection),
}
call_command("migrate", check=True, verbosity=0)
call_command("makemigrations", check=True, dry_run=True, verbosity=0)
print(json.dumps(found))
"""
EXPECTED = {
    "organisations": ["Dune Trust", "Harbour Health"],
    "people": [
        ["amina@example.org", "Amina"],
        ["bruno@example.org", "Bruno"],
        ["chiara@example.org", "Chiara"],
        ["femke@example.org", "Femke"],
    ],
    "members": [
        ["Amina", "owner", None],
        ["Bruno", "leader", "Clinic"],
        ["Chiara", "outside auditor", None],
        ["Femke", "owner", None],
    ],
    "units": [["Clinic", None], ["Ward", "Clinic"]],
    "invitations": 1,
    "signs in": True,
    "refuses": True,
}


def filled_by_an_earlier_version(here, name):
    """What that version wrote; how many events and seals there are."""
    text = (HERE / f"{name}.{'postgresql' if here.database else 'sqlite'}.sql").read_text("utf-8")
    if here.database:
        with psycopg.connect(here.database, autocommit=True) as database:
            database.execute(text)
            database.execute("SET search_path = public")  # a dump of PostgreSQL empties it
            return counted(lambda query: database.execute(query).fetchone()[0])
    with closing(sqlite3.connect(here.home / "northing.sqlite3")) as database:
        database.executescript(text)
        return counted(lambda query: database.execute(query).fetchone()[0])


def counted(ask):
    tables = {"events": "trail_event", "seals": "trail_sealed_value"}
    return {name: ask(f"SELECT count(*) FROM {table}") for name, table in tables.items()}  # noqa: S608


@pytest.mark.parametrize("name", EARLIER)
def test_it_comes_forward_and_its_trail_holds(tmp_path, name):
    with installation(tmp_path / "here") as here:
        before = filled_by_an_earlier_version(here, name)
        here.run("migrate", "-v0")
        here.run("createcachetable")
        here.run("migrate", "-v0")
        found = json.loads(here.python("-c", KEPT))
        assert found == EXPECTED | before
        assert here.run("trail", "verify").count("entries hold; head") == 3
        assert "worker" in here.run("health", code=1)
        here.run("backup", tmp_path / "kept.tar.gz")


@pytest.mark.parametrize("name", EARLIER)
def test_a_back_up_of_it_comes_forward_while_it_is_restored(tmp_path, name):
    with installation(tmp_path / "here") as here, installation(tmp_path / "there") as there:
        filled_by_an_earlier_version(here, name)
        here.run("backup", tmp_path / "kept.tar.gz")
        said = there.run("restore", tmp_path / "kept.tar.gz")
        assert "worker 0001_initial" in said
        assert "2 organisations, 4 people are here again" in said
        assert json.loads(there.python("-c", KEPT))["people"] == EXPECTED["people"]
