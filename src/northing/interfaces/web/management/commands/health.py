"""Is this installation ready? For whoever looks after it, and for what restarts it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from typing_extensions import override

from northing.interfaces.web.watching.readiness import answers


class Command(BaseCommand):
    """The same answers as `/ready`, without a server."""

    requires_system_checks = ()
    help = "Say whether database, tables, worker and disk are as they should be; 1 if not."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--without-worker", action="store_true", help="do not ask for a worker")

    @override
    def handle(self, *_: Any, without_worker: bool, **__: Any) -> None:
        missing = 0
        for one in answers():
            if without_worker and one.name == "worker":
                continue
            missing += bool(one.missing)
            self.stdout.write(f"{one.name}: {one.missing or 'ok'}")
        if missing:
            raise CommandError("It is not ready.")
