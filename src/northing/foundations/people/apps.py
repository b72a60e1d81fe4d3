"""What does Django have to know of people?"""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People, organisations, units, members and invitations."""

    name = "northing.foundations.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
