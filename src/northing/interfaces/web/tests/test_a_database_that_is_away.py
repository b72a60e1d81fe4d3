"""What do pages, programs and those who watch hear while the database does not answer?"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import psycopg
import pytest
from django.db import InterfaceError, OperationalError
from hypothesis import given
from hypothesis import strategies as st

from northing.interfaces.web.tests.installation import ROOT
from northing.interfaces.web.watching.outages import is_away

AWAY = ("postgres://nobody@127.0.0.1:1/nothing", "sqlite:////dev/null/northing.sqlite3")
ASKED = """
import json, django; django.setup()
from django.test import Client
client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
client.cookies["northing"] = "a" * 32
paths = ("/", "/account/", "/api/organisations", "/ready", "/health")
token = {"HTTP_AUTHORIZATION": "Bearer northing_" + "a" * 43}
found = {path: client.get(path, **token) for path in paths}
print(json.dumps({path: [one.status_code, one.headers.get("Retry-After"), one.content.decode()]
                  for path, one in found.items()}))
"""


def asked(url, home, *command):
    around = dict(os.environ, NORTHING_HOME=str(home), DATABASE_URL=url, PYTHONWARNINGS="ignore")
    around["DJANGO_SETTINGS_MODULE"] = "northing.interfaces.web.settings"
    return subprocess.run(
        [sys.executable, *command],
        env=around,
        cwd=ROOT,
        text=True,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("url", AWAY)
def test_each_door_says_so_and_asks_to_come_back(tmp_path, url):
    found = json.loads(asked(url, tmp_path, "-c", ASKED).stdout)
    for path in ("/", "/account/"):
        status, later, page = found[path]
        assert (status, int(later) > 0) == (503, True), path
        assert "The database does not answer" in page
        assert "Nothing you sent was half done" in page
        assert "Die Datenbank antwortet nicht" in page
    status, later, said = found["/api/organisations"]
    assert (status, int(later) > 0) == (503, True)
    assert set(json.loads(said)) == {"error", "sentence", "field", "remedy"}
    assert json.loads(said)["error"] == "database_away"
    status, _, said = found["/ready"]
    assert (status, json.loads(said)["database"]) == (503, "The database does not answer.")
    assert found["/health"][0] == 200


def test_the_command_that_looks_after_it_says_so_without_a_traceback(tmp_path):
    done = asked(AWAY[0], tmp_path, "-m", "northing.interfaces.web", "health")
    assert done.returncode == 1
    assert "database: The database does not answer." in done.stdout
    assert "Traceback" not in done.stderr


def caused(cause):
    error = OperationalError("it failed")
    error.__cause__ = cause
    return error


@given(st.sampled_from(sorted({one.sqlstate for one in psycopg.errors._sqlcodes.values()})))
def test_only_what_passes_by_itself_is_taken_for_an_outage(state):
    assert is_away(caused(psycopg.errors.lookup(state)("it failed"))) is (
        state[:2] in ("08", "53") or state[:3] == "57P"
    )


def test_what_we_did_wrong_stays_our_fault():
    assert is_away(InterfaceError("the connection is closed"))
    assert not is_away(ValueError("the connection is closed"))
    assert not is_away(None)
