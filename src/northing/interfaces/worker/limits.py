"""How does work that may ask for too much run, so that the worker outlives it?

In a program of its own, with so much memory and so many seconds. It tells how far it is in lines
of JSON on its standard output, and it ends with the worker that started it, also where that is
frozen: well before the worker's lease is over, and another begins the job again.
"""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import Any

LOOK_SECONDS = 0.1
SILENCE_SECONDS, SIGNS = 15.0, 5
KEPT = 4000
LONGEST_LINE = 1 << 20
LAUNCHER = Path(__file__).with_name("limited.py")
FULL_DISK = ("No space left on device", "disk is full", "Disk quota exceeded")
NO_ROOM = (
    "The disk of this installation is full. What was there before is whole. Ask whoever runs it to "
    "make room, and then do this again."
)
REFUSED_MEMORY = ("MemoryError", "bad_alloc", "Cannot allocate memory", "Out of Memory")
Tell = Callable[[dict[str, Any]], None]


class Limit(StrEnum):
    """What there was too little of."""

    MEMORY = "memory"
    TIME = "time"
    DISK = "disk"


@dataclass(frozen=True, slots=True)
class Ended:
    """How it went. `sentence` is empty where it went well; `said` is the end of what it said."""

    code: int
    limit: Limit | None
    sentence: str
    said: str


def calling(function: Callable[..., Any], *arguments: Any) -> list[str]:
    """The command that calls a module's function with arguments that JSON can carry."""
    named = f"{function.__module__}:{function.__qualname__}"
    module = "northing.interfaces.worker.called"
    return [sys.executable, "-m", module, named, json.dumps(arguments)]


def run_limited(
    command: list[str],
    *,
    memory: int,
    seconds: int,
    tell: Tell = lambda _: None,
    beat: Callable[[], None] = lambda: None,
    silence: float = SILENCE_SECONDS,
) -> Ended:
    """Run the command with at most so many bytes and seconds; `tell` gets each line it prints.

    `beat` is called ten times a second. Whatever `tell` or `beat` raises ends the command and is
    raised again. A worker that gives no sign of life for `silence` seconds loses the command.
    """
    bounds = [str(memory), str(seconds), str(silence)]
    bound = [sys.executable, "-I", "-S", str(LAUNCHER), *bounds]
    with subprocess.Popen(  # noqa: S603 - the command is the caller's, and no shell reads it
        [*bound, *command],
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as run:
        watch = _Watch(run, memory, monotonic() + seconds, tell)
        over = Event()
        signs = Thread(target=_give_signs, args=(run, over, silence / SIGNS), daemon=True)
        signs.start()
        try:
            while watch.goes_on():
                beat()
        finally:
            over.set()
            _kill(run)
            signs.join()
        return watch.ended(seconds)


@dataclass
class _Watch:
    """One command that runs: what it said so far, and which limit it hit."""

    run: subprocess.Popen[bytes]
    memory: int
    end: float
    tell: Tell
    limit: Limit | None = None
    looked_at: float = 0.0
    line: bytes = b""
    said: str = ""
    open: selectors.BaseSelector = field(default_factory=selectors.DefaultSelector)

    def __post_init__(self) -> None:
        for pipe in (self.run.stdout, self.run.stderr):
            self.open.register(pipe, selectors.EVENT_READ)  # type: ignore[arg-type] # both are pipes

    def goes_on(self) -> bool:
        """Hear what it says for a moment. False once it said all, or was too greedy."""
        for key, _ in self.open.select(LOOK_SECONDS):
            heard = os.read(key.fd, 1 << 16)
            if not heard:
                self.open.unregister(key.fileobj)
            elif key.fileobj is self.run.stdout:
                self._hear(heard)
            else:
                self._keep(heard)
        if monotonic() - self.looked_at > LOOK_SECONDS:
            self.looked_at = monotonic()
            self.limit = self._hit()
        return self.limit is None and (bool(self.open.get_map()) or self.run.poll() is None)

    def ended(self, seconds: int) -> Ended:
        self.open.close()
        code = self.run.wait()
        limit = self.limit
        if limit is None and code and any(sign in self.said for sign in REFUSED_MEMORY):
            limit = Limit.MEMORY
        if limit is None and code and any(sign in self.said for sign in FULL_DISK):
            limit = Limit.DISK
        if limit is None and code == -signal.SIGXCPU:
            limit = Limit.TIME
        return Ended(code, limit, _sentence(code, limit, self.memory, seconds), self.said)

    def _hit(self) -> Limit | None:
        if self.looked_at > self.end:
            return Limit.TIME
        return Limit.MEMORY if _used(self.run.pid) > self.memory else None

    def _hear(self, heard: bytes) -> None:
        *lines, self.line = (self.line + heard).split(b"\n")
        if len(self.line) > LONGEST_LINE:
            lines, self.line = [*lines, self.line], b""
        for line in lines:
            try:
                told = json.loads(line)
            except ValueError:
                told = None
            if isinstance(told, dict):
                self._tell(told)
            else:
                self._keep(line + b"\n")

    def _tell(self, told: dict[str, Any]) -> None:
        """What the worker does when it hears of something takes nothing from the command's time."""
        began = monotonic()
        self.tell(told)
        self.end += monotonic() - began

    def _keep(self, heard: bytes) -> None:
        self.said = (self.said + heard.decode("utf-8", "replace"))[-KEPT:]


def _sentence(code: int, limit: Limit | None, memory: int, seconds: int) -> str:
    if limit is Limit.MEMORY:
        return f"It needed more than {memory >> 20} MB of memory. Divide it into smaller parts."
    if limit is Limit.TIME:
        return f"It took longer than {seconds} seconds. Divide it into smaller parts."
    if limit is Limit.DISK:
        return NO_ROOM
    return "It ended with an error." if code else ""


def _give_signs(run: subprocess.Popen[bytes], over: Event, every: float) -> None:
    """From a thread, for what hears the command may have to wait for the database."""
    while not over.wait(every):
        try:
            os.write(run.stdin.fileno(), b".")  # type: ignore[union-attr] # it is a pipe
        except (OSError, ValueError):  # it ended meanwhile
            return


def _used(session: int) -> int:
    """The bytes in memory of the command and of all it started; 0 where nobody can tell.

    The session is led by what binds the command, which does not count.
    """
    used = 0
    for place in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, IndexError):
            # The second field is a name in brackets, which may hold anything.
            fields = place.read_text("utf-8", "replace").rpartition(")")[2].split()
            if int(fields[3]) == session and place.parent.name != str(session):
                used += int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
    return used


def _kill(run: subprocess.Popen[bytes]) -> None:
    """It and all it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(run.pid, signal.SIGKILL)
