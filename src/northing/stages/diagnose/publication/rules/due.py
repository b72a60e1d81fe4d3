"""When is an audit issued at the latest, by the rule that was there before it was asked for?"""

from __future__ import annotations

from datetime import datetime, timedelta

MOST_DAYS = 365


def due_at(done_at: datetime | None, days: int | None) -> datetime | None:
    """So many days after it was done; None where it is not done or no rule binds it."""
    if done_at is None or days is None:
        return None
    return done_at + timedelta(days=days)


def is_due(done_at: datetime | None, days: int | None, *, at: datetime) -> bool:
    """From that very moment on: with 0 days, as soon as it is done."""
    due = due_at(done_at, days)
    return due is not None and due <= at
