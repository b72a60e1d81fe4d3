"""How does whoever runs the installation hand an organisation what is its own?"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from typing_extensions import override

from northing.foundations.people.models import Organisation
from northing.interfaces.web.carrying.writing import note_taking, pieces
from northing.interfaces.web.keeping.facts import NOT_UNDERSTOOD, NOT_WRITTEN, unwritable


class Command(BaseCommand):
    """Nobody has to stop working meanwhile. The trail of the organisation says that it was done."""

    help = "Write one organisation, with its files and its trail, into one archive."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("organisation", help="its id, or its whole name")
        parser.add_argument("place", type=Path, help="the file to write")
        parser.add_argument("--force", action="store_true", help="write over a file")

    @override
    def handle(self, *_: Any, organisation: str, place: Path, force: bool, **__: Any) -> None:
        if place.exists() and not force:
            told = f"{place} is there already. Choose another name, or --force."
            raise CommandError(told, returncode=NOT_WRITTEN)
        one, at = _named(organisation), timezone.now()
        beside = place.with_name(f".{place.name}.part")
        try:
            note_taking(one, by=None, at=at)
            with beside.open("wb") as file:
                size = sum(file.write(piece) for piece in pieces(one, at=at))
            beside.chmod(0o600)
            beside.replace(place)
        except OSError as error:
            refusal = unwritable(place, error)
            raise CommandError(str(refusal), returncode=refusal.code) from error
        finally:
            beside.unlink(missing_ok=True)
        self.stdout.write(f"{place} holds {one.name}, {size:,} bytes.")


def _named(wanted: str) -> Organisation:
    try:
        found = list(Organisation.objects.filter(id=UUID(wanted)))
    except ValueError:
        found = list(Organisation.objects.filter(name=wanted))
    if len(found) == 1:
        return found[0]
    why = "Two organisations are called so" if found else "There is no organisation of this name"
    known = ", ".join(f"{one.name} ({one.id})" for one in Organisation.objects.order_by("name"))
    raise CommandError(f"{why}. Give an id of: {known}", returncode=NOT_UNDERSTOOD)
