"""How does whoever runs the installation take in an organisation that comes from another?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.urls import reverse
from django.utils import timezone
from typing_extensions import override

from northing.interfaces.web.carrying.checking import opened
from northing.interfaces.web.carrying.taking_in import TakenIn, take_in
from northing.interfaces.web.keeping.facts import NOT_UNDERSTOOD, Refusal


class Command(BaseCommand):
    """It is read through first; then all of it comes, or nothing."""

    help = "Read an organisation back from the archive that export-organisation wrote."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("archive", type=Path, help="the file")
        parser.add_argument("--owner", default="", help="the e-mail address of who will own it")
        parser.add_argument("--only-check", action="store_true", help="only see that it is whole")
        parser.add_argument("--address", default="http://127.0.0.1:8000", help="where it is served")

    @override
    def handle(self, *_: Any, archive: Path, owner: str, **wishes: Any) -> None:
        if not wishes["only_check"]:
            _check_address(owner)
        try:
            with opened(archive) as found:
                told = found.manifest
                self.stdout.write(
                    f"{archive} is whole: {told.name}, {len(told.parts)} parts, of "
                    f"{told.made_at}, by Northing {told.northing}."
                )
                if not wishes["only_check"]:
                    taken = take_in(found, owner=owner, at=timezone.now())
                    self._say(taken, owner, wishes["address"])
        except Refusal as error:
            raise CommandError(str(error), returncode=error.code) from error

    def _say(self, taken: TakenIn, owner: str, address: str) -> None:
        """What came of it, and the link by which its owner comes in."""
        one = taken.organisation
        ids = "new ids, for some were taken here" if taken.is_new else "the ids it had"
        self.stdout.write(
            f"{one.name} is here under {one.id}, with {ids}. {taken.people} people wait to be "
            f"invited. This link lets {owner} in as its owner, once, within 14 days:"
        )
        self.stdout.write(address.rstrip("/") + reverse("arrival", args=[taken.token]))


def _check_address(owner: str) -> None:
    try:
        validate_email(owner)
    except ValidationError as error:
        told = "--owner ADDRESS: the e-mail address of who will own the organisation is needed."
        raise CommandError(told, returncode=NOT_UNDERSTOOD) from error
