"""What does Django have to know of the pages?"""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages and the commands."""

    name = "northing.interfaces.web"
    label = "web"
