"""What does Django have to know of diagnose?"""

from __future__ import annotations

from django.apps import AppConfig


class DiagnoseConfig(AppConfig):
    """What is stored of where the two part."""

    name = "northing.stages.diagnose"
    label = "diagnose"
    default_auto_field = "django.db.models.BigAutoField"
