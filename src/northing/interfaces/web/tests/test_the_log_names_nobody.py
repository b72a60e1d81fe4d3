"""Does the log of a server that people use tell what went wrong, and nothing of them?"""

from __future__ import annotations

import json
import logging
import re
import sys
from contextlib import suppress

import pytest
from django.http import HttpRequest

from northing.foundations.people.tests.make import PASSWORD
from northing.interfaces.web.tests.installation import Person, installation, served
from northing.interfaces.web.watching.lines import JsonLines, Lines

pytestmark = pytest.mark.database
BROKEN = """
import django; django.setup()
from django.db import connection
connection.cursor().execute("ALTER TABLE people_unit RENAME TO people_unit_of_amina")
"""
NAMES = ("Amina", "Harbourmaster", "Dune", "chiara", "secretive", "127.0.0.1", "203.0.113")


def goes_about(site):
    """A day of two people, with what goes wrong on such a day."""
    amina, stranger = Person(site.address), Person(site.address)
    mine = amina.founds(site)
    amina.gets(f"{mine}members/?search=Amina+Harbourmaster")
    amina.sends(f"{mine}invitations/", email="chiara@example.org", role="member")
    stranger.sends("/sign-in/login/", login="amina@example.org", password="secretive-guess")
    stranger.gets("/arrival/secretive-link/")
    stranger.gets("/people/Amina-Harbourmaster?of=Dune")
    stranger.gets(f"{mine}members/", **{"X-Forwarded-For": "203.0.113.9"})
    with suppress(OSError):
        stranger.gets("/", Host="amina.example.org")
    return amina, mine


def test_pages_with_known_names_leave_none_of_them_in_the_log(tmp_path):
    log = tmp_path / "log"
    json_lines = {"NORTHING_LOG": "json"}
    with (
        log.open("w") as kept,
        installation(tmp_path / "here") as here,
        served(here, complains_to=kept, **json_lines) as site,
    ):
        amina, mine = goes_about(site)
        here.python("-c", BROKEN)
        amina.gets(f"{mine}units/")
        tokens = [site.founding.split("/")[2], mine.split("/")[2]]
    text = log.read_text()
    lines = [json.loads(line) for line in text.splitlines()]
    assert [name for name in (*NAMES, *tokens, PASSWORD) if name.lower() in text.lower()] == []
    assert not re.search(r"@|\?\w+=", text)
    answered = [one for one in lines if one["part"] == "northing.requests"]
    assert {"organisations/<uuid:organisation>/units/", "arrival/<str:token>/"} <= {
        one["address"] for one in answered
    }
    assert {200, 302, 404, 500} <= {one["status"] for one in answered}
    refused, failed = (one for one in lines if one.get("errors"))
    assert refused["errors"] == ["django.core.exceptions.DisallowedHost"]
    assert failed["errors"][0].startswith("django.db.utils.")
    assert any(place.startswith("visit.py:") for place in failed["places"])


def recorded(message, *arguments, name="allauth", error=None, **more):
    made = logging.LogRecord(name, logging.ERROR, "/x/far/away.py", 7, message, arguments, error)
    vars(made).update(more)
    return made


def broken():
    try:
        try:
            raise KeyError("Amina")
        except KeyError as error:
            raise ValueError("row of amina@example.org") from error
    except ValueError:
        return sys.exc_info()


@pytest.mark.parametrize("kind", [Lines, JsonLines])
def test_of_an_error_stay_its_kinds_and_places(kind):
    said = kind().format(recorded("broke on %s", "Amina", error=broken()))
    assert "builtins.ValueError" in said
    assert "builtins.KeyError" in said
    assert "test_the_log_names_nobody.py" in said
    assert "broke on %s" in said
    assert "Amina" not in said
    assert "\n" not in said


def test_what_others_put_together_before_is_told_by_its_place_alone():
    assert "at away.py:7" in Lines().format(recorded("Invalid host: amina.example.org"))


def test_our_own_words_name_kinds_and_ids():
    said = json.loads(JsonLines().format(recorded("Job %s failed.", "x.y", name="northing.worker")))
    assert said["what"] == "Job x.y failed."


def test_a_method_somebody_made_up_is_not_told():
    request = HttpRequest()
    request.method = "AMINA"
    assert "method=other" in Lines().format(recorded("%s", "", request=request))


def test_facts_are_numbers_alone():
    said = json.loads(JsonLines().format(recorded("%s", "", status="Amina", attempt=2)))
    assert "status" not in said
    assert said["attempt"] == 2


def test_a_command_that_fails_says_so_without_a_traceback(tmp_path):
    with installation(tmp_path / "here") as here:
        assert "There is nothing to back up" in here.run("backup", tmp_path / "x", code=3)
