"""What does Django have to know of clarify?"""

from __future__ import annotations

from django.apps import AppConfig


class ClarifyConfig(AppConfig):
    """What is stored of what was promised."""

    name = "northing.stages.clarify"
    label = "clarify"
    default_auto_field = "django.db.models.BigAutoField"
