"""How do tests get an installation of their own, run by its own commands in programs of their own?

On SQLite it is a folder; where `DATABASE_URL` names a PostgreSQL, a new database of that server.
"""

from __future__ import annotations

import atexit
import http.cookiejar
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener, urlopen
from uuid import uuid4

import psycopg
from psycopg import sql

from northing.foundations.people.tests.make import PASSWORD

ROOT = Path(__file__).parents[5]
PATIENCE_SECONDS = 120
PATTERN = Path(tempfile.gettempdir()) / f"northing-pattern-{os.getpid()}"
atexit.register(lambda: shutil.rmtree(PATTERN, ignore_errors=True))
FILLED = """
import django; django.setup()
from datetime import date
from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import make_member, make_organisation, make_unit
owner = make_organisation()
unit = make_unit(owner.organisation, "Clinic")
make_member(owner, "Bruno", Role.LEADER, unit)
make_member(owner, "Chiara", Role.AUDITOR, until=date(2100, 1, 1))
print(owner.organisation_id)
"""


@dataclass(frozen=True)
class Installation:
    """A home and a database."""

    home: Path
    database: str

    @property
    def around(self):
        around = dict(os.environ, NORTHING_HOME=str(self.home), PYTHONWARNINGS="ignore")
        around["DJANGO_SETTINGS_MODULE"] = "northing.interfaces.web.settings"
        around.pop("DATABASE_URL", None)
        return around | ({"DATABASE_URL": self.database} if self.database else {})

    def started(self, *command, **options):
        return subprocess.Popen(
            [sys.executable, *command], env=self.around | options.pop("env", {}), cwd=ROOT,
            text=options.pop("text", True), **options,
        )  # fmt: skip

    def run(self, *command, code=0, typed="", **options):
        """A command of the application; what it said, both ways."""
        return self.python("-m", "northing.interfaces.web", *map(str, command), code=code,
                           typed=typed, **options)  # fmt: skip

    def python(self, *command, code=0, typed="", **options):
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        with self.started(*command, **(pipes | options)) as run:
            said = run.communicate(typed, timeout=PATIENCE_SECONDS)[0]
        assert code in (None, run.returncode), said
        assert "Traceback" not in said
        return said

    def fill(self):
        """Tables, and one organisation with three people; its id. Made once, then copied."""
        if self.database:
            return self._filled()
        if not PATTERN.exists():
            made = Installation(Path(tempfile.mkdtemp(prefix="northing-pattern-")), "")
            (made.home / "organisation").write_text(made._filled())
            made.home.rename(PATTERN)
        shutil.copy(PATTERN / "northing.sqlite3", self.home)
        return (PATTERN / "organisation").read_text()

    def _filled(self):
        self.run("migrate", "-v0")
        self.run("createcachetable")
        return self.python("-c", FILLED).strip()

    @property
    def files(self):
        """The bytes of every file that a back-up has to bring back."""
        found = [one for one in (self.home / "organisations").rglob("*") if one.is_file()]
        return {one.relative_to(self.home).as_posix(): one.read_bytes() for one in found}

    def trail(self, chain):
        return self.run("trail", "export", "--chain", chain)


@dataclass(frozen=True)
class Site:
    """A server that answers: its address, the program, and the link that founds the first."""

    address: str
    program: subprocess.Popen
    founding: str


@contextmanager
def served(here: Installation, *options: str, complains_to=None, **environment: str):
    """The server with its worker; killed with all it started when the block ends."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        bind = f"127.0.0.1:{one.getsockname()[1]}"
    command = ["-m", "northing.interfaces.web", "serve", "--bind", bind, *options]
    pipes = {"stdout": subprocess.PIPE, "stderr": complains_to, "start_new_session": True}
    with here.started(*command, env=environment, **pipes) as run:
        try:
            said = _until_up(run)
            while not _answers(f"http://{bind}/health"):
                assert run.poll() is None, said
                sleep(0.1)
            founding = re.search(r"/arrival/\S+", said)
            yield Site(f"http://{bind}", run, founding[0] if founding else "")
        finally:
            with suppress(ProcessLookupError):
                os.killpg(run.pid, signal.SIGKILL)


def _until_up(run):
    said = ""
    for line in run.stdout:
        said += line
        if "is served at" in line:
            break
    return said


def _answers(address):
    with suppress(OSError), urlopen(address, timeout=5) as answer:  # noqa: S310 - our own
        return answer.status == 200
    return False


class Person:
    """Somebody with a browser that keeps cookies and sends forms, and no script."""

    def __init__(self, address):
        self.address = address
        self.browser = build_opener(HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def gets(self, path, **headers):
        return self._asks(Request(self.address + path, headers=headers))  # noqa: S310 - our own

    def sends(self, path, **fields):
        """Fill the form of a page and send it."""
        return self.sends_again(path, self.token(path), **fields)

    def token(self, path):
        return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.gets(path))[1]

    def sends_again(self, path, token, **fields):
        sent = urlencode(fields | {"csrfmiddlewaretoken": token}).encode()
        return self._asks(Request(self.address + path, sent))  # noqa: S310 - our own

    def founds(self, site):
        """Set an organisation up; the address of its first page."""
        self.sends(site.founding, organisation="Dune Trust", name="Amina Harbourmaster",
                   email="amina@example.org", password=PASSWORD)  # fmt: skip
        return re.search(r"/organisations/[\w-]+/", self.gets("/"))[0]

    def _asks(self, request):
        try:
            with self.browser.open(request, timeout=60) as answer:
                return answer.read().decode()
        except HTTPError as error:
            return error.read().decode()


@contextmanager
def installation(folder: Path):
    """One that stands empty; its database is gone afterwards."""
    folder.mkdir()
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield Installation(folder, "")
        return
    name = f"northing_{uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as own:
        own.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield Installation(folder, f"{server.rpartition('/')[0]}/{name}")
        finally:
            gone = sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
            own.execute(gone)
