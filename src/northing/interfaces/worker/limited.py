"""How does a program run within bounds, and end with whoever started it?

    python limited.py BYTES SECONDS SILENCE COMMAND ...

A program of its own beside the command, for nothing may happen between a fork and an exec in a
program that has threads. It hears a sign of life on its standard input; when that ends, or when
none came for SILENCE seconds, it ends the command and all that it started. A worker that was
killed is gone then, and one that was frozen does not go on working through its children while
another does its job. Standard library only.
"""

from __future__ import annotations

import os
import resource
import select
import signal
import subprocess
import sys
from time import monotonic

SLACK_BYTES = 512 << 20
LOOK_SECONDS = 0.1


def main(memory: int, seconds: int, silence: float, command: list[str]) -> int:
    """The command's own end, as if it had run alone."""
    run = subprocess.Popen(  # noqa: S603 - the command is the caller's, and no shell reads it
        command,
        stdin=subprocess.DEVNULL,
        preexec_fn=lambda: _bind_all(memory, seconds),  # noqa: PLW1509 - there are no threads
    )
    heard_at = monotonic()
    while run.poll() is None:
        if select.select([0], [], [], LOOK_SECONDS)[0]:
            if not os.read(0, 1 << 10):
                _end_all()
            heard_at = monotonic()
        if monotonic() - heard_at > silence:
            _end_all()
    if run.returncode < 0:
        os.kill(os.getpid(), -run.returncode)
    return run.returncode


def _end_all() -> None:
    os.killpg(0, signal.SIGKILL)


def _bind_all(memory: int, seconds: int) -> None:
    """What is written is bounded, not what is reserved: DuckDB reserves far more than it uses.

    The worker watches what is really used and ends the command at `memory`; this bound, further
    out, holds where one single demand is too fast for it to see.
    """
    _bind(resource.RLIMIT_DATA, memory + SLACK_BYTES)
    _bind(resource.RLIMIT_CPU, seconds * (os.cpu_count() or 1))
    _bind(resource.RLIMIT_CORE, 0)


def _bind(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (bound, bound))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), sys.argv[4:]))
