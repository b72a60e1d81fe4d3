"""What does an installation take from its machine?"""

from __future__ import annotations

import os
import stat
import subprocess
import sys

import pytest

from northing.interfaces.web.database import UnknownDatabase, database_of
from northing.interfaces.web.home import home_of, secret_key


def test_the_secret_is_drawn_once_and_only_its_owner_reads_it(tmp_path):
    home = home_of({"NORTHING_HOME": str(tmp_path / "a" / "home")})
    first = secret_key({}, home)
    assert secret_key({}, home) == first
    assert len(first) > 50
    assert stat.S_IMODE((home / "secret-key").stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert [one.name for one in home.iterdir()] == ["secret-key"]
    assert secret_key({"SECRET_KEY": "given"}, home) == "given"


def test_without_an_address_the_database_is_a_file_that_loses_no_write(tmp_path):
    found = database_of(None, tmp_path)
    assert found["NAME"] == str(tmp_path / "northing.sqlite3")
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert database_of("sqlite:////srv/n.db", tmp_path)["NAME"] == "/srv/n.db"


def test_an_address_names_a_postgresql(tmp_path):
    found = database_of("postgres://amina:p%40ss@db:5433/north?sslmode=require", tmp_path)
    parts = [found[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME")]
    assert parts == ["amina", "p@ss", "db", "5433", "north"]
    assert found["OPTIONS"] == {"connect_timeout": "10", "sslmode": "require"}


def test_another_database_is_refused_with_a_remedy(tmp_path):
    with pytest.raises(UnknownDatabase, match="Write sqlite:///PATH or"):
        database_of("mysql://db/north", tmp_path)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DATABASE_URL", "mysql://db/north", "DATABASE_URL begins with 'mysql'."),
        ("NORTHING_SSO_FILE", "/nowhere/sso.toml", "/nowhere/sso.toml cannot be read"),
    ],
)
def test_what_is_set_wrongly_is_one_sentence_at_the_start(tmp_path, name, value, said):
    around = dict(os.environ, NORTHING_HOME=str(tmp_path)) | {name: value}
    around.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", "northing.interfaces.web", "serve"]
    ran = subprocess.run(command, env=around, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(said)
    assert ran.stderr.count("\n") == 1
