"""What does Django have to know of webhooks?"""

from __future__ import annotations

from django.apps import AppConfig
from typing_extensions import override


class WebhooksConfig(AppConfig):
    """Whom we tell of events, and the round of the worker that looks for what is to be told."""

    name = "northing.interfaces.webhooks"
    label = "webhooks"
    default_auto_field = "django.db.models.BigAutoField"

    @override
    def ready(self) -> None:
        from northing.interfaces.webhooks.jobs import put_off_what_is_due  # noqa: PLC0415 - needs tables
        from northing.interfaces.worker import rounds  # noqa: PLC0415

        rounds.EACH.append(put_off_what_is_due)
