"""Is what was answered with success there after the server was killed in the middle of writing?"""

from __future__ import annotations

import os
import re
import signal
import threading
from contextlib import suppress
from http.client import HTTPException
from time import sleep
from urllib.error import URLError

import pytest

from northing.foundations.people.tests.make import PASSWORD
from northing.interfaces.web.tests.installation import Person, installation, served

pytestmark = pytest.mark.database
WRITERS, KILLS = 4, 2
STORED = """
import django; django.setup()
from django.db import connection
from northing.foundations.people.models import Unit
from northing.foundations.trail.models import TrailEvent
if connection.vendor == "sqlite":
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA integrity_check").fetchone() == ("ok",)
units = set(Unit.objects.values_list("id", flat=True))
told = set(TrailEvent.objects.filter(verb="unit added").values_list("subject", flat=True))
assert units == told, "a unit without its event, or an event without its unit"
print("\\n".join(Unit.objects.values_list("name", flat=True)))
"""


def writes(person, mine, name, confirmed):
    """One unit after another; those that were answered with success are noted down."""
    # Killed between two answers, or in the middle of one: what was cut short confirms nothing.
    with suppress(OSError, URLError, HTTPException, TypeError):
        token = person.token(f"{mine}units/")
        for number in range(10_000):
            said = person.sends_again(f"{mine}units/", token, name=f"{name}-{number}")
            if f"{name}-{number}" in said:
                confirmed.append(f"{name}-{number}")


def test_what_was_confirmed_is_there(tmp_path):
    confirmed: list[str] = []
    mine = None
    with installation(tmp_path / "here") as here:
        for kill in range(KILLS):
            with served(here) as site:
                people = [Person(site.address) for _ in range(WRITERS)]
                mine = mine or people[0].founds(site)
                for one in people[0 if kill else 1 :]:
                    one.sends("/sign-in/login/", login="amina@example.org", password=PASSWORD)
                threads = [
                    threading.Thread(target=writes, args=(one, mine, f"{kill}-{at}", confirmed))
                    for at, one in enumerate(people)
                ]
                for one in threads:
                    one.start()
                wanted = len(confirmed) + 20
                while len(confirmed) < wanted:
                    assert any(one.is_alive() for one in threads)
                    sleep(0.05)
                os.killpg(site.program.pid, signal.SIGKILL)
                for one in threads:
                    one.join()
        stored = set(here.python("-c", STORED).split())
        assert len(confirmed) >= 20 * KILLS
        assert set(confirmed) <= stored
        assert len(stored - set(confirmed)) <= WRITERS * KILLS  # cut off before they were answered
        assert not re.search("broken", here.run("trail", "verify"))
