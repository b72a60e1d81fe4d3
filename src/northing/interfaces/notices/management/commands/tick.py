"""What has become due since somebody last looked?"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from typing_extensions import override

from northing.interfaces.notices.ticking import tick


class Command(BaseCommand):
    """Twice at once, or after a week without, it tells everybody once."""

    help = "Put to the queue what people are to hear of, and issue audits whose day has come."

    @override
    def handle(self, *_: Any, **__: Any) -> None:
        self.stdout.write(f"messages put off: {tick(timezone.now())}")
