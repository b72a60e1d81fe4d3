"""How does a worker work the queue off?"""

from __future__ import annotations

import logging
import os
import secrets
import socket
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Event
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections

from northing.interfaces.worker import endings, leases, presence, rounds
from northing.interfaces.worker.endings import BROKEN_OFF, named_job
from northing.interfaces.worker.heart import beating
from northing.interfaces.worker.leases import Hold, LostLease
from northing.interfaces.worker.queue import Beat, Stopped, Unable

log = logging.getLogger(__name__)
BEATS_A_LEASE = 5
KEPT = timedelta(days=30)
DATABASE_GONE = (OperationalError, InterfaceError)


def _drawn_name() -> str:
    return f"{socket.gethostname()[:32]}-{os.getpid()}-{secrets.token_hex(4)}"


@dataclass
class Worker:
    """One worker, with a name that no other has."""

    name: str = field(default_factory=_drawn_name)
    lasts: timedelta = field(default_factory=lambda: settings.WORKER_LEASE)
    attempts: int = field(default_factory=lambda: settings.WORKER_ATTEMPTS)
    pause_seconds: float = 0.5
    stopped: Event = field(default_factory=Event)

    def run(self) -> None:
        """One job at a time until `stop` is called; between them, look after silent workers."""
        leases.forget(KEPT)
        looked_at = float("-inf")
        while not self.stopped.is_set():
            close_old_connections()
            if monotonic() - looked_at > self._beat_seconds:
                looked_at = monotonic()
                presence.say(self.name)
                self.reclaim()
                rounds.go()
            if not self.one():
                self.stopped.wait(self.pause_seconds)
        presence.leave(self.name)

    def stop(self, *_: Any) -> None:
        """The job at hand is put back at its next beat, and begun again by another worker."""
        self.stopped.set()

    def work_off(self) -> None:
        """Run what is ready until nothing is."""
        while self.one():
            pass

    def one(self) -> bool:
        """Run the next job. False where none is ready."""
        hold = leases.take(self.name)
        if hold is None:
            return False
        beat = Beat(hold, self.stopped)
        try:
            with beating(beat, self._beat_seconds):
                _run(beat)
        except LostLease:
            log.warning("Job %s was lost to another worker; nothing was written.", hold.job)
        except DATABASE_GONE:  # the lease runs out, and the job is begun again
            log.warning("Job %s was broken off.", hold.job, exc_info=True)
        return True

    def reclaim(self) -> None:
        """Put back what silent workers held, and end what was begun too often."""
        for hold in leases.reclaim(self.name, self.lasts, most=self.attempts):
            with suppress(LostLease):
                endings.fail(hold, Unable(BROKEN_OFF))

    @property
    def _beat_seconds(self) -> float:
        return self.lasts.total_seconds() / BEATS_A_LEASE


def _run(beat: Beat) -> None:
    row = leases.job_of(beat.hold)
    try:
        named_job(row).run(beat, *row.args_kwargs["args"], **row.args_kwargs["kwargs"])
        _finish(beat.hold)
    except Stopped:
        leases.release(beat.hold)
    except LostLease:
        raise
    except DATABASE_GONE as error:
        if not endings.is_for_want_of_room(error):
            raise
        endings.fail(beat.hold, error)
    except Exception as error:
        log.exception("Job %s failed.", row.task_path)
        endings.fail(beat.hold, error)


def _finish(hold: Hold) -> None:
    """Where the job finished itself in its last transaction, there is nothing left to do."""
    if not leases.is_finished(hold):
        leases.finish(hold)
