"""Does `northing serve` bring the application up, and say what is missing where it cannot?"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
from time import monotonic
from urllib.request import urlopen

PATIENCE_SECONDS = 60
WITHOUT_DJANGO = """
import sys

class NoDjango:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "django":
            raise ImportError("this interpreter knows no Django")

sys.meta_path.insert(0, NoDjango())
from northing.interfaces.cli.app import app
app(["serve"])
"""


def test_without_the_web_part_it_says_what_to_install():
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT_DJANGO], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        "The web application is not installed (django). "
        "Install it with: pip install 'northing[web]'\n"
    )


def test_it_answers_with_an_invented_organisation_to_look_around_in(tmp_path):
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        bind = f"127.0.0.1:{one.getsockname()[1]}"
    environment = dict(os.environ, NORTHING_HOME=str(tmp_path))
    for name in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL"):
        environment.pop(name, None)
    command = [sys.executable, "-m", "northing", "serve", "--bind", bind, "--workers", "1"]
    with subprocess.Popen(
        command, env=environment, cwd=tmp_path, text=True, stdout=subprocess.PIPE
    ) as run:
        try:
            assert "Sign in" in page(f"http://{bind}/sign-in/login/")
            run.terminate()
            said = run.communicate(timeout=30)[0]
        finally:
            run.kill()
    assert run.returncode == 0
    assert "(invented) is there to look around in." in said
    assert f"Northing is served at http://{bind}" in said


def page(address):
    end = monotonic() + PATIENCE_SECONDS
    while monotonic() < end:
        with contextlib.suppress(OSError), urlopen(address, timeout=5) as answer:  # noqa: S310 - our own
            return answer.read().decode()
    raise AssertionError("nobody answers")
