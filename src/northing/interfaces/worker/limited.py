"""How does a program bind itself before it becomes another?

    python limited.py BYTES SECONDS PARENT COMMAND ...

Run as a program of its own, for nothing may happen between a fork and an exec in a program that
has threads. Standard library only.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys

DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG of linux/prctl.h
SLACK_BYTES = 512 << 20


def main(memory: int, seconds: int, parent: int, command: list[str]) -> None:
    """What is written is bounded, not what is reserved: DuckDB reserves far more than it uses.

    The parent watches what is really used and ends it at `memory`; this bound, further out,
    holds where one single demand is too fast for it to see.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIES_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:  # it died before that was said
            sys.exit(1)
    _bind(resource.RLIMIT_DATA, memory + SLACK_BYTES)
    _bind(resource.RLIMIT_CPU, seconds * (os.cpu_count() or 1))
    _bind(resource.RLIMIT_CORE, 0)
    os.execvp(command[0], command)  # noqa: S606 - the command is the caller's, and no shell reads it


def _bind(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (bound, bound))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
