"""Is every chain of this installation whole, and may one take it along?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from typing_extensions import override

from northing.foundations.trail import store, triggers
from northing.foundations.trail.actions import INSTALLATION
from northing.foundations.trail.exported import lines_of
from northing.foundations.trail.rules.chain import first_break


class Command(BaseCommand):
    """`trail verify` reads every chain; `trail export` writes one to standard output."""

    help = "Verify every chain of the trail in the database, or export one."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("verb", choices=["verify", "export"])
        parser.add_argument(
            "--chain",
            type=UUID,
            default=INSTALLATION,
            help="the id of an organisation; the installation's own chain where left out",
        )

    @override
    def handle(self, *_: Any, verb: str, chain: UUID, **__: Any) -> None:
        if verb == "export":
            for line in lines_of(store.entries(chain)):
                self.stdout.write(line, ending="")
            return
        broken = [one for one in store.chains() if not self._holds(one)]
        if not triggers.are_in_place(connection):
            self.stderr.write("The database does not refuse changes: its triggers are missing.")
            broken.append(INSTALLATION)
        if broken:
            raise CommandError("The trail is not what was written.", returncode=5)

    def _holds(self, chain: UUID) -> bool:
        found = first_break(store.entries(chain))
        if found:
            self.stderr.write(f"{chain}: broken at entry {found.sequence}: {found.reason}.")
            return False
        head = store.head(chain)
        self.stdout.write(f"{chain}: {head.sequence} entries hold; head {head.digest}")
        return True
