"""How do all processes of the server count together, and go on where they stopped?

One small file in the home, mapped into the memory of each: a row of whole numbers, added to under
a lock of the system's. A process that is killed leaves its counts, and no lock.
"""

from __future__ import annotations

import fcntl
import mmap
import os
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

FILE = ".requests"
BOUNDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)  # seconds
STATUSES = range(100, 600)
_BUCKETS = len(BOUNDS) + 1
_MICROSECONDS = len(STATUSES) + _BUCKETS
_LENGTH = 8 * (_MICROSECONDS + 1)


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted since the installation was made: answers by status, and how long each took.

    `within[n]` counts those that took at most `BOUNDS[n]` seconds and longer than the bound before;
    the last counts the rest.
    """

    statuses: Mapping[int, int]
    within: Sequence[int]
    seconds: float


class Tally:
    """The numbers of one home."""

    def __init__(self, home: Path) -> None:
        number = os.open(home / FILE, os.O_RDWR | os.O_CREAT, 0o600)
        os.ftruncate(number, _LENGTH)  # a file that is new holds zeros
        self._number, self._between_threads = number, Lock()
        self._row = mmap.mmap(number, _LENGTH)

    def count(self, status: int, seconds: float) -> None:
        bucket = sum(seconds > bound for bound in BOUNDS)
        with self._between_threads:
            fcntl.flock(self._number, fcntl.LOCK_EX)
            try:
                if status in STATUSES:
                    self._add(status - STATUSES.start, 1)
                self._add(len(STATUSES) + bucket, 1)
                self._add(_MICROSECONDS, round(seconds * 1_000_000))
            finally:
                fcntl.flock(self._number, fcntl.LOCK_UN)

    def counted(self) -> Counted:
        row = struct.unpack(f"<{_MICROSECONDS + 1}Q", self._row[:])
        statuses = {status: number for status, number in zip(STATUSES, row, strict=False) if number}
        return Counted(statuses, row[len(STATUSES) : _MICROSECONDS], row[_MICROSECONDS] / 1_000_000)

    def _add(self, place: int, more: int) -> None:
        at = 8 * place
        (now,) = struct.unpack_from("<Q", self._row, at)
        struct.pack_into("<Q", self._row, at, now + more)
