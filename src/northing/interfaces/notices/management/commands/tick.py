"""What has become due since somebody last looked?"""

from __future__ import annotations

import signal
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone
from typing_extensions import override

from northing.interfaces.notices.ticking import A_MINUTE, tick


class Command(BaseCommand):
    """Twice at once, or after a week without, it tells everybody once."""

    help = "Put to the queue what people are to hear of, and issue audits whose day has come."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--each-minute", action="store_true", help="again and again, until ended"
        )

    @override
    def handle(self, *_: Any, each_minute: bool, **__: Any) -> None:
        ended = Event()
        for number in (signal.SIGTERM, signal.SIGINT) if each_minute else ():
            signal.signal(number, lambda *_: ended.set())
        self._look()
        while each_minute and not ended.wait(A_MINUTE):
            close_old_connections()
            self._look()

    def _look(self) -> None:
        self.stdout.write(f"messages put off: {tick(timezone.now())}")
