"""What does Django have to know of the worker?"""

from __future__ import annotations

import pkgutil
from importlib import import_module

from django.apps import AppConfig
from typing_extensions import override

JOBS = "northing.interfaces.worker.jobs"


class WorkerConfig(AppConfig):
    """The queue and who works it off. Every module in `jobs` is there from the start."""

    name = "northing.interfaces.worker"
    label = "worker"
    default_auto_field = "django.db.models.BigAutoField"

    @override
    def ready(self) -> None:
        for found in pkgutil.iter_modules(import_module(JOBS).__path__, f"{JOBS}."):
            import_module(found.name)
