"""What does Django have to know of the trail?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.db import connection
from typing_extensions import override


class TrailConfig(AppConfig):
    """The trail, and the one setting it cannot do without."""

    name = "northing.foundations.trail"
    label = "trail"
    default_auto_field = "django.db.models.BigAutoField"

    @override
    def ready(self) -> None:
        checks.register(transactions_begin_immediate)


def transactions_begin_immediate(**_: Any) -> Sequence[checks.CheckMessage]:
    """On SQLite a transaction that first reads and then writes would lose to another writer."""
    options = connection.settings_dict.get("OPTIONS", {})
    if connection.vendor != "sqlite" or options.get("transaction_mode") == "IMMEDIATE":
        return []
    hint = "Set OPTIONS['transaction_mode'] to 'IMMEDIATE' for SQLite."
    return [checks.Error("Writers of the trail would lose events.", hint=hint, id="trail.E001")]
