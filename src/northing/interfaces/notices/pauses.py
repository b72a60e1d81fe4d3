"""How long is waited before a message is tried again, and when is it given up?"""

from __future__ import annotations

from datetime import timedelta

PAUSES = tuple(timedelta(minutes=one) for one in (1, 2, 5, 10, 20, 40, 60, 120, 240, 360, 480, 720))
"""In all a day and ten hours: a server may be down over a night and a morning."""


def pause_after(attempts: int) -> timedelta | None:
    """The pause after so many attempts that came to nothing; None where it is given up."""
    return PAUSES[attempts - 1] if attempts <= len(PAUSES) else None
