"""How do the server and a worker live and end together?

Whoever starts the application starts one program. It looks after two: where the worker dies, it is
started again; where the server ends, all ends. None is left behind, even if this program is killed.
"""

from __future__ import annotations

import ctypes
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass, field
from threading import Event
from time import monotonic

GRACE_SECONDS = 10.0
LOOK_SECONDS = 0.2
LONGEST_PAUSE_SECONDS = 30.0
ENDS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG of linux/prctl.h
THREADS = "8"


class CannotServe(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """The address cannot be served; the text says why and what to do."""


def check_is_free(bind: str) -> None:
    """Raises CannotServe where HOST:PORT is none, or another program answers there."""
    host, colon, port = bind.rpartition(":")
    if not (colon and port.isdecimal() and 0 < int(port) < 1 << 16):
        raise CannotServe(f"--bind {bind!r}: write HOST:PORT, for example 127.0.0.1:8000.")
    place = host.strip("[]")
    family = socket.AF_INET6 if ":" in place else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as one:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.bind((place, int(port)))
    except OSError as error:
        raise CannotServe(
            f"--bind {bind!r}: {error.strerror or error}. Another program may be served there: "
            f"end it, or choose another port."
        ) from error


def server_command(bind: str, workers: int) -> list[str]:
    options = ["--bind", bind, "--workers", str(workers), "--threads", THREADS]
    options += ["--preload"]  # once for all its programs, who share what they only read
    quiet = ["--worker-class", "gthread", "--no-control-socket", "--log-level", "warning"]
    quiet += ["--logger-class", "northing.interfaces.web.watching.lines.ServerLog"]
    wsgi = "northing.interfaces.web.wsgi"
    return [sys.executable, "-m", "gunicorn", wsgi, *options, *quiet]


def worker_command() -> list[str]:
    return [sys.executable, "-m", "northing.interfaces.web", "work"]


@dataclass
class Household:
    """The server, and the worker beside it where there is to be one."""

    server: list[str]
    worker: list[str] | None
    ending: Event = field(default_factory=Event)

    def run(self) -> int:
        """Until the server ends or somebody ends it all. The server's code; 0 where asked to."""
        before = {number: signal.signal(number, self.end) for number in ENDS}
        try:
            return self._run()
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def end(self, *_: object) -> None:
        self.ending.set()

    def _run(self) -> int:
        server = _start(self.server)
        kept = _Kept(self.worker) if self.worker else None
        try:
            while server.poll() is None and not self.ending.wait(LOOK_SECONDS):
                if kept:
                    kept.look()
        finally:
            _end(server, *([kept.run] if kept else []))
        return 0 if self.ending.is_set() else server.returncode


class _Kept:
    """A program that is started again when it dies, each time after a longer pause."""

    def __init__(self, command: list[str]) -> None:
        self.command = command
        self.run = _start(command)
        self.started_at, self.pause = monotonic(), 1.0

    def look(self) -> None:
        lived = monotonic() - self.started_at
        if lived > LONGEST_PAUSE_SECONDS:
            self.pause = 1.0
        if self.run.poll() is None or lived < self.pause:
            return
        sys.stderr.write(f"The worker ended with {self.run.returncode}; it is started again.\n")
        self.run = _start(self.command)
        self.started_at, self.pause = monotonic(), min(2 * self.pause, LONGEST_PAUSE_SECONDS)


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - the arguments are ours, and no shell reads them
        command,
        preexec_fn=_die_with_parent,  # noqa: PLW1509 - this program has no threads
    )


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIES_WITH_PARENT, signal.SIGTERM)


def _end(*runs: subprocess.Popen[bytes]) -> None:
    """Ask all to end, and see to it."""
    for run in runs:
        run.terminate()
    end = monotonic() + GRACE_SECONDS
    for run in runs:
        try:
            run.wait(max(0.0, end - monotonic()))
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
