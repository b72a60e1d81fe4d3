"""What does Django have to know of records?"""

from __future__ import annotations

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """What is stored of what was done."""

    name = "northing.stages.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
