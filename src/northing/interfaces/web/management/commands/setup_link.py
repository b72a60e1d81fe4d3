"""Which link lets the first owner in?"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.urls import reverse
from django.utils import timezone
from typing_extensions import override

from northing.foundations.people.invitations import invite_founder


class Command(BaseCommand):
    """Whoever can run this on the machine may found an organisation; nobody else can."""

    help = "Print a link that founds an organisation: once, within 14 days."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--address", default="http://127.0.0.1:8000", help="where it is served")

    @override
    def handle(self, *_: Any, address: str, **__: Any) -> None:
        token = invite_founder(at=timezone.now())
        self.stdout.write(address.rstrip("/") + reverse("arrival", args=[token]))
