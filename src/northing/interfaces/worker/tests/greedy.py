"""Which programs ask for too much in tests?"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from time import sleep


def count(most: int):
    for number in range(most):
        yield {"done": number + 1, "of": most}


def grow_slowly() -> None:
    kept = []
    while True:
        kept.append(bytearray(8 << 20))
        sleep(0.01)


def demand_at_once() -> None:
    bytearray(64 << 30)


def sleep_long() -> None:
    sleep(600)


def end_itself() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def have_a_child_that_sleeps():
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    yield {"child": child.pid}
    child.wait()


def chatter():
    sys.stdout.write("no json\n[1, 2]\n")
    yield {"said": "ä" * 100_000}
    raise ValueError("row 3")
