"""What does Django have to know of notices?"""

from __future__ import annotations

from django.apps import AppConfig
from typing_extensions import override


class NoticesConfig(AppConfig):
    """What people hear of, and the round of the worker that looks each minute what is due."""

    name = "northing.interfaces.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"

    @override
    def ready(self) -> None:
        from northing.interfaces.notices.ticking import each_minute  # noqa: PLC0415 - needs tables
        from northing.interfaces.worker import rounds  # noqa: PLC0415

        rounds.EACH.append(each_minute)
