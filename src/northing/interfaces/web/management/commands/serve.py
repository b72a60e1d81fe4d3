"""How does the application come up: tables, styles, the example, then server and worker?"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections
from typing_extensions import override

from northing.foundations.people.models import Organisation
from northing.interfaces.web.serving import (
    CannotServe,
    Household,
    check_is_free,
    server_command,
    worker_command,
)

EVERYWHERE = ("", "0.0.0.0", "[::]")  # noqa: S104 - compared with, not bound to


class Command(BaseCommand):
    """Everything before the server can be run again and again."""

    requires_system_checks = ()  # they would load every page here, too, where none is shown
    help = "Bring the database up to date and serve the application."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--bind", default="127.0.0.1:8000", metavar="HOST:PORT")
        parser.add_argument("--workers", type=int, default=2, help="server processes")
        parser.add_argument("--example", type=Path, help="a case to make an example of")
        parser.add_argument(
            "--without-worker",
            action="store_true",
            help="where `work` runs as a program of its own",
        )

    @override
    def handle(self, *_: Any, bind: str, workers: int, **wishes: Any) -> None:
        try:
            check_is_free(bind)
        except CannotServe as error:
            raise CommandError(str(error)) from error
        self._bring_up_to_date(wishes["example"])
        self._say_where(_address(bind))
        if not settings.ADDRESSES:  # links in letters lead to where it is served
            os.environ.setdefault("NORTHING_ADDRESS", _address(bind))
        connections.close_all()
        worker = None if wishes["without_worker"] else worker_command()
        code = Household(server_command(bind, workers), worker).run()
        if code:
            raise CommandError(f"The server ended with {code}.", returncode=1)

    def _bring_up_to_date(self, example: Path | None) -> None:
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        if example:
            call_command("seed", example, stdout=self.stdout)

    def _say_where(self, address: str) -> None:
        if not Organisation.objects.filter(is_example=False).exists():
            self.stdout.write("To set up an organisation of your own, open, once:")
            call_command("setup_link", address=address, stdout=self.stdout)
        self.stdout.write(f"Northing is served at {address} (data in {settings.HOME}).")
        self.stdout.flush()


def _address(bind: str) -> str:
    host, _colon, port = bind.rpartition(":")
    return f"http://{'127.0.0.1' if host in EVERYWHERE else host}:{port}"
