"""What does Django have to know of decide?"""

from __future__ import annotations

from django.apps import AppConfig


class DecideConfig(AppConfig):
    """What is stored of what is decided, and of what is given up for it."""

    name = "northing.stages.decide"
    label = "decide"
    default_auto_field = "django.db.models.BigAutoField"
