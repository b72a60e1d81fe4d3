"""How does a worker come up, and how is it told to end?"""

from __future__ import annotations

import signal
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from typing_extensions import override

from northing.interfaces.worker.running import Worker


class Command(BaseCommand):
    """SIGTERM and Ctrl-C end it: what it was at is put back, and begun again by the next."""

    requires_system_checks = ()  # they would load every page, and it shows none
    help = "Work off what the application put off: imports, audits, reports."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--until-empty", action="store_true", help="end when nothing is ready")
        parser.add_argument("--lease", type=float, metavar="SECONDS", help="30 where left out")

    @override
    def handle(self, *_: Any, until_empty: bool, lease: float | None, **__: Any) -> None:
        worker = Worker()
        if lease:
            worker.lasts = timedelta(seconds=lease)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, worker.stop)
        if until_empty:
            worker.work_off()
        else:
            worker.run()
