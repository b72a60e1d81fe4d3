"""How is everything this installation keeps put into one file?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from typing_extensions import override

from northing.interfaces.web.keeping.facts import Refusal
from northing.interfaces.web.keeping.making import (
    Made,
    back_up_into,
    back_up_to,
    name_at,
    thin_out,
)


class Command(BaseCommand):
    """Nobody has to stop working meanwhile."""

    requires_system_checks = ()  # what is stored can be saved even where the pages are broken
    help = "Write the database and all files into one file, while people work."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("place", help="a file, a folder, or - for standard output")
        parser.add_argument("--force", action="store_true", help="write over a file")
        parser.add_argument(
            "--keep", type=int, metavar="N", help="in a folder: remove all but the newest N"
        )

    @override
    def handle(self, *_: Any, place: str, force: bool, keep: int | None, **__: Any) -> None:
        if keep is not None and (keep < 1 or not Path(place).is_dir()):
            raise CommandError("--keep N: N is at least 1, and PLACE a folder.", returncode=2)
        try:
            self._back_up(place, force=force, keep=keep)
        except Refusal as error:
            raise CommandError(str(error), returncode=error.code) from error

    def _back_up(self, place: str, *, force: bool, keep: int | None) -> None:
        at = timezone.now()
        if place == "-":
            back_up_into(sys.stdout.buffer, at)
            return
        path = Path(place)
        to = path / name_at(at) if path.is_dir() else path
        made = back_up_to(to, at, may_replace=force)
        self.stdout.write(_sentence(to, made))
        for one in thin_out(path, keep) if keep else ():
            self.stdout.write(f"{one} is removed; the newest {keep} are kept.")


def _sentence(place: Path, made: Made) -> str:
    return (
        f"{place} holds the database and {made.files} files, {made.bytes:,} bytes before packing. "
        "The secret key is not in it."
    )
