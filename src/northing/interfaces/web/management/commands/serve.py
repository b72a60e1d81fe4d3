"""How does the application come up: tables, styles, the example, then the server?"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from typing_extensions import override

from northing.foundations.people.models import Organisation

THREADS = "8"
EVERYWHERE = ("", "0.0.0.0", "[::]")  # noqa: S104 - compared with, not bound to


class Command(BaseCommand):
    """Everything before the server can be run again and again."""

    help = "Bring the database up to date and serve the application."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--bind", default="127.0.0.1:8000", metavar="HOST:PORT")
        parser.add_argument("--workers", default="2", help="server processes")
        parser.add_argument("--example", type=Path, help="a case to make an example of")

    @override
    def handle(self, *_: Any, bind: str, workers: str, example: Path | None, **__: Any) -> None:
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        if example:
            call_command("seed", example, stdout=self.stdout)
        host, _colon, port = bind.rpartition(":")
        address = f"http://{'127.0.0.1' if host in EVERYWHERE else host}:{port}"
        if not Organisation.objects.filter(is_example=False).exists():
            self.stdout.write("To set up an organisation of your own, open, once:")
            call_command("setup_link", address=address, stdout=self.stdout)
        self.stdout.write(f"Northing is served at {address} (data in {settings.HOME}).")
        self.stdout.flush()
        _become_the_server(bind, workers)


def _become_the_server(bind: str, workers: str) -> None:
    options = [
        "--bind",
        bind,
        "--workers",
        workers,
        "--threads",
        THREADS,
        "--worker-class",
        "gthread",
    ]
    quiet = ["--no-control-socket", "--log-level", "warning"]
    command = [sys.executable, "-m", "gunicorn", "northing.interfaces.web.wsgi", *options, *quiet]
    os.execv(sys.executable, command)  # noqa: S606 - the arguments are ours, and no shell reads them
