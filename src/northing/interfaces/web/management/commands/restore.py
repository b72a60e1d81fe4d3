"""How does an installation become again what a back-up holds?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils import timezone
from typing_extensions import override

from northing.interfaces.web.keeping import restoring, state
from northing.interfaces.web.keeping.facts import NOT_UNDERSTOOD, Refusal

ASKED = "Everything here is replaced by the back-up. Write replace to go on: "


class Command(BaseCommand):
    """It is looked at first; then all of it comes, or nothing."""

    requires_system_checks = ()  # what is stored can be had back even where the pages are broken
    help = "Bring back what a back-up holds, into an empty installation."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("place", type=Path, help="the file that `backup` wrote")
        parser.add_argument("--only-check", action="store_true", help="only see that it is whole")
        parser.add_argument("--replace", action="store_true", help="also where something stands")
        parser.add_argument("--really", action="store_true", help="with --replace: ask no more")

    @override
    def handle(self, *_: Any, place: Path, **wishes: Any) -> None:
        try:
            looked = self._look(place)
            if not wishes["only_check"]:
                self._restore(place, looked, **wishes)
        except Refusal as error:
            raise CommandError(str(error), returncode=error.code) from error

    def _look(self, place: Path) -> restoring.Looked:
        looked = restoring.look(place)
        told = looked.heading
        self._say(
            f"{place} is whole: the database and {looked.files} files, {looked.bytes:,} bytes, of "
            f"{told.made_at}, by Northing {told.northing}."
        )
        return looked

    def _restore(self, place: Path, looked: restoring.Looked, **wishes: Any) -> None:
        settled = restoring.settle()
        if settled:
            self._say(settled)
        stands = restoring.check_is_empty(may_replace=wishes["replace"])
        if stands:
            self._make_sure(stands, is_sure=wishes["really"])
        restoring.take_back(place, looked)
        connection.close()
        self._bring_forward()
        self._say(f"{', '.join(state.standing())} are here again. Everybody signs in anew.")

    def _make_sure(self, stands: list[str], *, is_sure: bool) -> None:
        self._say(f"Here stand {', '.join(stands)}.")
        if not is_sure and not _says_replace():
            raise Refusal("Nothing was changed.", NOT_UNDERSTOOD)
        state.database().check_is_free()
        saved = restoring.save_what_stands(timezone.now())
        self._say(f"What stood here is in {saved}.")

    def _bring_forward(self) -> None:
        before = set(state.applied())
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        newer = sorted(set(state.applied()) - before)
        self._say(f"{len(newer)} steps forward: {', '.join(newer) or 'none was needed'}.")
        call_command("trail", "verify", stdout=self.stdout, stderr=self.stderr)

    def _say(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()


def _says_replace() -> bool:
    try:
        return input(ASKED).strip() == "replace"
    except EOFError:
        return False
