"""Does the application, set up as for the public, leave nothing open that Django knows of?"""

from __future__ import annotations

import pytest

from northing.interfaces.web.surroundings import UnreadableSecret, with_secrets
from northing.interfaces.web.tests.installation import installation

pytestmark = pytest.mark.database
PRODUCTION = {
    "NORTHING_HTTPS": "1", "NORTHING_HOSTS": "northing.example.org", "NORTHING_PROXIES": "1",
    "NORTHING_LOG": "json",
}  # fmt: skip


def test_its_own_check_for_production_is_silent(tmp_path):
    with installation(tmp_path / "here") as here:
        secret = tmp_path / "secret"
        secret.write_text("0123456789abcdef" * 4 + "\n")
        around = PRODUCTION | {"SECRET_KEY_FILE": str(secret)}
        said = here.run("check", "--deploy", "--fail-level", "WARNING", env=around)
        assert said == "System check identified no issues (0 silenced).\n"
        assert not (here.home / "secret-key").exists()


def test_a_secret_may_stand_in_a_file(tmp_path):
    file = tmp_path / "url"
    file.write_text("postgres://n:p@database/n\n")
    found = with_secrets({"DATABASE_URL_FILE": str(file), "HOME": "/x"})
    assert found["DATABASE_URL"] == "postgres://n:p@database/n"
    assert found["HOME"] == "/x"


@pytest.mark.parametrize(("content", "why"), [(None, "cannot be read"), ("\n", "is empty")])
def test_a_secret_that_is_not_there_stops_the_start(tmp_path, content, why):
    file = tmp_path / "secret"
    if content:
        file.write_text(content)
    with pytest.raises(UnreadableSecret, match=f"SECRET_KEY_FILE names .*secret, which {why}"):
        with_secrets({"SECRET_KEY_FILE": str(file)})
