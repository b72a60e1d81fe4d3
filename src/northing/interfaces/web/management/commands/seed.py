"""How does a new installation get the invented organisation to look around in?"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone
from typing_extensions import override

from northing.case import read_case
from northing.case_file import UnreadableCase
from northing.cycle import Case
from northing.foundations.people import invitations
from northing.foundations.people.access import Role
from northing.foundations.people.invitations import Place
from northing.foundations.people.models import Organisation, Person, Unit
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Event
from northing.interfaces.web.management.deciding import decide
from northing.interfaces.web.management.filling import fill, state_mission
from northing.interfaces.worker.asking import ask_audit
from northing.stages.diagnose.audits.facts import Wish

OWNER = ("owner@harbour.example", "Amina Owner")
OTHERS = (
    ("officer@harbour.example", "Bruno Officer", Role.PURPOSE_OFFICER),
    ("leader@harbour.example", "Chiara Leader", Role.LEADER),
    ("member@harbour.example", "Daan Member", Role.MEMBER),
)


class Command(BaseCommand):
    """Once: where an example organisation stands already, nothing is done."""

    help = "Make the invented organisation of a case, with its units and an owner."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("case", type=Path, help="the folder of the invented case")

    @override
    def handle(self, *_: Any, case: Path, **__: Any) -> None:
        if Organisation.objects.filter(is_example=True).exists():
            return
        try:
            content = read_case(case)
        except UnreadableCase as error:
            raise CommandError(" ".join(error.complaints)) from error
        with transaction.atomic():
            if not Organisation.objects.filter(is_example=True).exists():
                password = make_example(case, content)
                self.stdout.write(f"{content.organisation} (invented) is there to look around in.")
                self.stdout.write(f"Sign in as {OWNER[0]} with the password: {password}")
                self.stdout.write("It is shown this once.")


def make_example(case: Path, content: Case) -> str:
    """The example, and the password of its owner. The others cannot sign in.

    An audit is asked for behind its files, so that a finished one is soon there to look at.
    """
    units = sorted({record.unit for record in content.records if record.unit})
    at, password = timezone.now(), secrets.token_urlsafe(12)
    owner = invitations.make_account(*OWNER, password, at=at)
    ticket = invitations.invite_founder(at=at)
    member = invitations.found(ticket, content.organisation, owner, at=at)
    organisation = member.organisation
    Organisation.objects.filter(id=organisation.id).update(is_example=True)
    made = [Unit.objects.create(organisation=organisation, name=unit) for unit in units]
    people = {OWNER[1].split()[0].casefold(): member}
    for number, (email, called, role) in enumerate(OTHERS):
        unit = made[number % len(made)] if made else None
        person = Person.objects.create_user(email, None, name=called, made_at=at)
        token = invitations.invite(email, Place(role, unit), by=member, at=at)
        people[called.split()[0].casefold()] = invitations.accept(token, person, at=at)
    commitments, files = fill(case, by=member, at=at)
    state_mission(content, by=member, at=at)
    details = {"units": len(made), "accounts": len(OTHERS), "commitments": commitments}
    details["files"] = files
    details["decisions"] = decide(case, people, at=at)
    append(Event(organisation.id, "example made", at, owner.id, details=details))
    day = content.newest_received() or at.date()
    wish = Wish(on=day, currency=content.currency or "", language=content.language)
    ask_audit(member, wish, at)
    return password
