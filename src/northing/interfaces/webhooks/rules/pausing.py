"""How long is waited before something is sent again?"""

from __future__ import annotations

from datetime import timedelta

_MINUTE, _HOUR = 60, 3_600
PAUSES = tuple(
    timedelta(seconds=one)
    for one in (
        5, 30, 2 * _MINUTE, 10 * _MINUTE, 30 * _MINUTE,
        _HOUR, 2 * _HOUR, 4 * _HOUR, 6 * _HOUR, 10 * _HOUR,
    )
)  # fmt: skip
"""Ten pauses that grow, a day in all: whoever restarts a server is told within the minute, and a
weekend's outage does not knock a thousand times."""


def pause_after(tries: int) -> timedelta | None:
    """The pause after so many tries; None where the day is over."""
    return PAUSES[tries - 1] if tries <= len(PAUSES) else None
