"""How does a worker say that it lives while a job keeps it busy?

A thread with a connection of its own renews the lease. It stops with the program: a worker that
was killed or frozen falls silent, one that computes does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.db import InterfaceError, OperationalError, connection

from northing.interfaces.worker import leases
from northing.interfaces.worker.queue import Beat


@contextmanager
def beating(beat: Beat, every: float) -> Iterator[None]:
    """Renew the lease every so many seconds until the block ends."""
    over = Event()
    thread = Thread(target=_beat_until, args=(over, beat, every), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _beat_until(over: Event, beat: Beat, every: float) -> None:
    try:
        while not over.wait(every):
            if not _renewed(beat):
                beat.lost.set()
                return
    finally:
        connection.close()


def _renewed(beat: Beat) -> bool:
    """A database that does not answer says nothing of the lease: the next beat asks again."""
    try:
        return leases.renew(beat.hold)
    except (OperationalError, InterfaceError):
        connection.close()
        return True
