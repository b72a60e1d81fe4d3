"""Is what was answered with success there after PostgreSQL was stopped under people at work?

It is stopped as a crash stops it, stays away for a moment, and comes back.
"""

from __future__ import annotations

import json
import subprocess
import threading
from pathlib import Path
from time import monotonic, sleep

import psycopg
import pytest

from northing.foundations.people.tests.make import PASSWORD
from northing.interfaces.web.tests.installation import Installation, Person, served
from tests.throw_away_postgres import programs, server

pytestmark = pytest.mark.slow
WRITERS, PATIENCE_SECONDS = 3, 90
STORED = """
import django; django.setup()
from northing.foundations.people.models import Unit
from northing.foundations.trail.models import TrailEvent
units = set(Unit.objects.values_list("id", flat=True))
told = set(TrailEvent.objects.filter(verb="unit added").values_list("subject", flat=True))
assert units == told, "a unit without its event, or an event without its unit"
print("\\n".join(Unit.objects.values_list("name", flat=True)))
"""


class Database:
    """A PostgreSQL of this test alone, that can be stopped and come back."""

    def __init__(self, folder, address):
        self.folder, self.address = folder, address
        with psycopg.connect(address, autocommit=True) as own:
            self.place = own.execute("SHOW data_directory").fetchone()[0]
            own.execute("ALTER ROLE northing SET synchronous_commit = on")  # tests turn it off

    def stop(self):
        self._run("-m", "immediate", "-w", "stop")

    def come_back(self):
        self._run("-w", "-l", f"{self.place}/again.log", "restart")

    def _run(self, *command):
        owner = Path(self.place).stat()
        subprocess.run(
            [f"{self.folder}/pg_ctl", "-D", self.place, *command],
            check=True, cwd=self.place, stdout=subprocess.DEVNULL,
            user=owner.st_uid, group=owner.st_gid, extra_groups=[],
        )  # fmt: skip


@pytest.fixture
def database():
    folder = programs()
    if folder is None:
        pytest.skip("there is no PostgreSQL here")
    with server(folder) as address:
        yield Database(folder, address)


def writes(person, mine, name, confirmed, over):
    token = person.token(f"{mine}units/")
    number = 0
    while not over.is_set():
        number += 1
        if f"{name}-{number}<" in person.sends_again(
            f"{mine}units/", token, name=f"{name}-{number}"
        ):
            confirmed.append(f"{name}-{number}")


def until(holds):
    end = monotonic() + PATIENCE_SECONDS
    while not holds():
        assert monotonic() < end
        sleep(0.1)


def test_what_was_confirmed_is_there_and_work_goes_on(tmp_path, database):
    (tmp_path / "here").mkdir()
    here = Installation(tmp_path / "here", database.address)
    confirmed, over = [], threading.Event()
    with served(here, complains_to=subprocess.DEVNULL) as site:
        people = [Person(site.address) for _ in range(WRITERS)]
        mine = people[0].founds(site)
        for one in people[1:]:
            one.sends("/sign-in/login/", login="amina@example.org", password=PASSWORD)
        threads = [
            threading.Thread(target=writes, args=(one, mine, f"w{at}", confirmed, over))
            for at, one in enumerate(people)
        ]
        for one in threads:
            one.start()
        until(lambda: len(confirmed) >= 10)
        database.stop()
        stranger = Person(site.address)
        assert "Nothing you sent was half done" in stranger.gets("/sign-in/login/")
        ready = json.loads(stranger.gets("/ready"))
        assert ready["database"] == "The database does not answer."
        database.come_back()
        before = len(confirmed)
        until(lambda: len(confirmed) >= before + 10)
        over.set()
        for one in threads:
            one.join()
        until(lambda: set(json.loads(stranger.gets("/ready")).values()) == {"ok"})  # the worker too
    stored = set(here.python("-c", STORED).split())
    assert set(confirmed) <= stored
    assert len(stored - set(confirmed)) <= WRITERS  # cut off before they were answered
    assert "broken" not in here.run("trail", "verify")
