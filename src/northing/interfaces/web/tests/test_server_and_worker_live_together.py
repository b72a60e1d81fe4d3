"""Is there a worker beside the server, does it come back, and is nobody left behind?"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

PATIENCE_SECONDS = 60


@contextlib.contextmanager
def serving(home, *options):
    environment = dict(os.environ, NORTHING_HOME=str(home))
    for name in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL"):
        environment.pop(name, None)
    command = [sys.executable, "-m", "northing.interfaces.web", "serve", *options]
    pipe = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(command, env=environment, text=True, **pipe) as run:
        try:
            yield run
        finally:
            run.kill()


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def bind():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{one.getsockname()[1]}"


def until(find):
    end = monotonic() + PATIENCE_SECONDS
    while not (found := find()):
        assert monotonic() < end, "it does not come to pass"
        sleep(0.1)
    return found


def answers(bind):
    host, port = bind.split(":")
    with socket.socket() as one:
        return one.connect_ex((host, int(port))) == 0


def children(parent):
    """The programs it started, by number, with their commands; the dead are left out."""
    found = {}
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            state, mother = (place / "stat").read_text().rpartition(")")[2].split()[:2]
            if int(mother) == parent and state != "Z":
                found[int(place.name)] = (place / "cmdline").read_text()
    return found


def worker_of(run):
    return next((one for one, said in children(run.pid).items() if said.endswith("\0work\0")), None)


def is_there(number):
    with contextlib.suppress(OSError):
        return "\nState:\tZ" not in Path(f"/proc/{number}/status").read_text()
    return False


def test_a_worker_that_dies_comes_back_and_one_sign_ends_all(home, bind):
    with serving(home, "--bind", bind) as run:
        until(lambda: answers(bind))
        first = until(lambda: worker_of(run))
        os.kill(first, signal.SIGKILL)
        # The dead one may still be listed for a moment.
        until(lambda: worker_of(run) not in (None, first))
        household = children(run.pid)
        run.send_signal(signal.SIGINT)
        assert run.wait(20) == 0
        until(lambda: not any(map(is_there, household)))
        assert "The worker ended with -9; it is started again." in run.stdout.read()
    assert not answers(bind)


def test_nobody_outlives_a_program_that_is_killed(home, bind):
    with serving(home, "--bind", bind) as run:
        until(lambda: answers(bind))
        until(lambda: worker_of(run))
        household = children(run.pid)
        assert len(household) == 2
        run.kill()
        until(lambda: not any(map(is_there, household)))
    until(lambda: not answers(bind))


def test_the_worker_may_be_left_out(home, bind):
    with serving(home, "--bind", bind, "--without-worker") as run:
        until(lambda: answers(bind))
        assert len(children(run.pid)) == 1
        run.terminate()
        assert run.wait(20) == 0


def test_an_address_that_is_taken_is_said_at_once(home):
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        bind = f"127.0.0.1:{one.getsockname()[1]}"
        with serving(home, "--bind", bind) as run:
            said = run.communicate(timeout=60)[0]
    assert run.returncode == 1
    assert f"--bind '{bind}': Address already in use. Another program may be served there" in said


@pytest.mark.parametrize("bind", ["8000", "127.0.0.1:http", "127.0.0.1:0", "127.0.0.1:70000"])
def test_what_is_no_address_is_refused(bind, home):
    with serving(home, "--bind", bind) as run:
        said = run.communicate(timeout=60)[0]
    assert run.returncode == 1
    assert f"--bind {bind!r}: write HOST:PORT, for example 127.0.0.1:8000." in said
