"""How is work put off until after the request, and how does it stay one piece of work?

    @job
    def read_import(beat: Beat, import_id: str) -> None: ...

    read_import.enqueue(str(row.id))

`enqueue` writes a row in the caller's transaction: what is rolled back was never put off. A job
runs at least once, for its worker may die at any line; its effect is there exactly once where the
author keeps to two rules. Each transaction that writes calls `beat.guard()`: a worker that was
given up and wakes again then writes nothing. The last one calls `beat.finish()`: its effect and
the end of the job are one commit. Without `finish` a job that is begun again has to see by its
own rows what is done already.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Any, Concatenate, ParamSpec, cast, overload

from django_tasks.base import Task

from northing.interfaces.worker import leases
from northing.interfaces.worker.leases import Hold, LostLease

__all__ = ["Beat", "Job", "LostLease", "Stopped", "Unable", "job"]
Given = ParamSpec("Given")
Failed = Callable[..., None]


class Unable(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """The job cannot be done. Its text is the sentence that people read."""


class Stopped(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """The worker has to end; the job is put back and begun again by the next."""


class Beat:
    """What a job is given to say that it is alive, and to learn that it no longer counts."""

    def __init__(self, hold: Hold, stopped: Event) -> None:
        self.hold = hold
        self.lost = Event()
        self.stopped = stopped

    def __call__(self) -> None:
        """Call it now and then; it costs nothing. Raises LostLease, or Stopped at the end.

        A thread beside the job renews the lease: a transaction the job holds open does not
        delay that, nor does a long call into a library.
        """
        if self.lost.is_set():
            raise LostLease
        if self.stopped.is_set():
            raise Stopped

    def guard(self) -> None:
        """Inside a transaction: what it writes is written by whoever holds the job, or not."""
        leases.guard(self.hold)

    def finish(self) -> None:
        """Inside the last transaction: the job is done when it commits. Nothing comes after."""
        leases.finish(self.hold)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job(Task[Given, None]):
    """A function that the worker calls with a `Beat` and what it was put off with.

    `failed` is called with the same arguments and a sentence that says why it came to nothing,
    in the transaction that ends the job.
    """

    failed: Failed | None = None

    def run(self, beat: Beat, *given: Given.args, **named: Given.kwargs) -> None:
        cast("Callable[..., None]", self.func)(beat, *given, **named)


Wanted = Callable[Concatenate[Beat, Given], None]


@overload
def job(function: Wanted[Given]) -> Job[Given]: ...
@overload
def job(*, failed: Failed) -> Callable[[Wanted[Given]], Job[Given]]: ...


def job(function: Any = None, *, failed: Failed | None = None) -> Any:
    """Make a module's function a job: `@job`, or `@job(failed=tell_the_row)`."""

    def made(function: Callable[..., None]) -> Job[Any]:
        return Job(func=function, failed=failed)

    return made(function) if function else made
