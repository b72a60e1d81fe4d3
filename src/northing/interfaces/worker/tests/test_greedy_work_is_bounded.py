"""Does the worker outlive work that asks for too much, and does the work end with the worker?"""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

from northing.interfaces.worker.limits import Limit, calling, run_limited
from northing.interfaces.worker.tests import greedy
from northing.interfaces.worker.tests.make import until

MUCH = 512 << 20
PARENT = """
from northing.interfaces.worker.limits import calling, run_limited
from northing.interfaces.worker.tests import greedy
run_limited(calling(greedy.have_a_child_that_sleeps), memory=512 << 20, seconds=60,
            tell=lambda told: print(told["child"], flush=True), silence=1)
"""


def run(function, *arguments, memory=MUCH, seconds=60, **more):
    return run_limited(calling(function, *arguments), memory=memory, seconds=seconds, **more)


def is_there(number):
    """A program that is dead but not yet taken notice of is not there."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{number}/status").read_text()
    except FileNotFoundError:
        return False


def test_work_that_keeps_to_its_bounds_tells_how_far_it_is():
    told = []
    ended = run(greedy.count, 3, tell=told.append)
    assert told == [{"done": number, "of": 3} for number in (1, 2, 3)]
    assert (ended.code, ended.limit, ended.sentence) == (0, None, "")


@pytest.mark.parametrize("greed", [greedy.grow_slowly, greedy.demand_at_once])
def test_too_much_memory_is_said_and_the_worker_lives(greed):
    ended = run(greed, memory=256 << 20)
    assert ended.limit is Limit.MEMORY
    assert ended.sentence == ("It needed more than 256 MB of memory. Divide it into smaller parts.")


def test_too_much_time_is_said():
    began = monotonic()
    ended = run(greedy.sleep_long, seconds=1)
    assert (ended.limit, ended.code != 0) == (Limit.TIME, True)
    assert ended.sentence == "It took longer than 1 seconds. Divide it into smaller parts."
    assert monotonic() - began < 20


def test_an_error_is_no_limit_and_the_end_of_what_was_said_is_kept():
    told = []
    ended = run(greedy.chatter, tell=told.append)
    assert told == [{"said": "ä" * 100_000}]
    assert (ended.code, ended.limit, ended.sentence) == (1, None, "It ended with an error.")
    assert "no json\n[1, 2]" in ended.said
    assert "ValueError: row 3" in ended.said


def test_whoever_listens_can_end_it():
    class EnoughError(Exception):
        pass

    def beat():
        raise EnoughError

    began = monotonic()
    with pytest.raises(EnoughError):
        run(greedy.sleep_long, beat=beat)
    assert monotonic() - began < 20


def test_what_it_started_ends_with_it():
    told = []
    run(greedy.have_a_child_that_sleeps, seconds=2, tell=told.append)
    until(lambda: not is_there(told[0]["child"]))


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGSTOP])
def test_all_of_it_ends_with_a_worker_that_is_killed_or_frozen(end):
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE) as parent:
        grandchild = int(parent.stdout.readline())
        child = int(Path(f"/proc/{grandchild}/stat").read_text().rpartition(")")[2].split()[1])
        assert is_there(child)
        parent.send_signal(end)
        until(lambda: not is_there(child) and not is_there(grandchild))
        parent.kill()


def test_a_worker_that_is_busy_elsewhere_keeps_it():
    def tell(_):
        sleep(1.5)

    assert run(greedy.count, 2, tell=tell, silence=0.5).code == 0


def test_an_end_by_a_signal_is_told_as_such():
    assert run(greedy.end_itself).code == -signal.SIGTERM
