"""How is an installation filled, for pictures of pages with nothing and with too much on them?

A program of its own: `NORTHING_HOME=… python -m tests.browser.crowds` makes two organisations
beside those that are there, with a worker running: one with nothing but its owner, and one with
more of everything than anybody would wish for. What is slow to come by (an audit over many
records) is asked for and waited for; what only has to be there is put into the tables.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from tests.browser.lived_in import AT, audited, lived_in

WAIT_SECONDS = 600
EXAMPLE, EMPTY = "Harbour Health", "Empty Trust"
CROWDED = "The Crowded Works Foundation for Everything That Could Be Promised"
OWNERS = {EMPTY: "empty@example.org", CROWDED: "crowded@example.org"}
NAMES = {EMPTY: "Bruno", CROWDED: "Chiara"}
THEMES = (
    "clinics in the northern district", "counselling for young people", "repair of school roofs",
    "interpreters at every desk", "clean water for the valley", "respite for family carers",
    "open books and published accounts", "night buses for shift workers", "home visits",
    "training for apprentices",
)  # fmt: skip


@dataclass(frozen=True)
class Size:
    """How much is too much."""

    units: int = 80
    members: int = 200
    commitments: int = 160
    versions: int = 40
    records: int = 11_000
    audits: int = 30
    files: int = 30
    many: int = 20


def main(size: Size = Size()) -> None:
    from django import setup

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "northing.interfaces.web.settings")
    setup()
    founded(EMPTY, OWNERS[EMPTY])
    example()
    crowd(founded(CROWDED, OWNERS[CROWDED]), size)


def founded(name, email):
    """The membership of an owner who can sign in."""
    from northing.foundations.people import invitations
    from tests.browser.walking import PASSWORD

    person = invitations.make_account(email, NAMES[name], PASSWORD, at=AT)
    return invitations.found(invitations.invite_founder(at=AT), name, person, at=AT)


def example():
    """The bundled example, once people have worked in it."""
    from northing.foundations.people.models import Member
    from northing.stages.diagnose.audits.models import StoredAudit

    owner = Member.objects.get(organisation__name=EXAMPLE, role="owner")
    audit = waited(StoredAudit.objects.get(organisation=owner.organisation), "done", "failed")
    lived_in(owner)
    repeated(audit, 1)
    audited(owner, StoredAudit.objects.get(organisation=owner.organisation, number=1))


def crowd(owner, size):
    people(owner, size)
    keys = promises(owner, size)
    files(owner, keys, size)
    lived_in(owner, size.many)
    audit = first_audit(owner)
    repeated(audit, size.audits)
    audited(owner, audit, size.many)


def people(owner, size):
    from northing.foundations.people.access import Role
    from northing.foundations.people.models import Invitation, Member, Person, Unit

    units = []
    for number in range(size.units):
        parent = units[number // 3] if number > 5 else None
        name = f"{THEMES[number % 10].capitalize()} {number}"
        units.append(Unit.objects.create(organisation=owner.organisation, parent=parent, name=name))
    roles = [role for role in Role if role is not Role.OWNER]
    for number in range(size.members):
        person = Person.objects.create_user(
            f"person{number}@example.org", None, name=f"Person Number {number}", made_at=AT
        )
        Member.objects.create(
            organisation=owner.organisation, person=person, unit=units[number % len(units)],
            role=roles[number % len(roles)], until=date(2027, 1, 1), joined_at=AT,
        )  # fmt: skip
        if number % 4 == 0:
            Invitation.objects.create(
                organisation=owner.organisation, email=f"invited{number}@example.org",
                role=Role.MEMBER, token_sha256=uuid4().hex * 2, sent_at=AT,
                expires_at=AT + timedelta(days=14),
            )  # fmt: skip


def promises(owner, size):
    from northing.stages.clarify.commitments import actions
    from northing.stages.clarify.commitments.actions import Promise
    from northing.stages.clarify.mission.models import MissionVersion

    for number in range(1, size.versions + 1):
        day = date(1985, 1, 1) + timedelta(days=365 * number)
        MissionVersion.objects.create(
            organisation=owner.organisation, number=number, effective_from=day, made_at=AT,
            text=f"We serve whoever comes to us, with {THEMES[number % 10]}. " * 6,
            approved_by="The board", approved_at=AT, reason="The world had changed.", made_by=owner,
        )  # fmt: skip
    layers = ("strategic", "operational", "cultural", "")
    made = []
    for number in range(size.commitments):
        text = f"We pay for {THEMES[number % 10]} in part {number} of the region, every year."
        promise = Promise(text=text, layer=layers[number % 4], guardrail=number % 9 == 0,
                          living_it=(THEMES[number % 10],), breaking_it=("cut", "postponed"),
                          owner=owner)  # fmt: skip
        made.append(actions.add(promise, by=owner, at=AT, key=f"promise-{number}").key)
    return made


def files(owner, keys, size):
    budget = ["Description,Approved,FY,Department,Commitment"]
    for number in range(size.records):
        key = keys[number % len(keys)] if number % 3 else ""
        year, unit = 2016 + number % 10, number % 40
        budget.append(
            f"{THEMES[number % 10]} no. {number},{100 + number % 900},{year},U{unit},{key}"
        )
    budget += [f"line {number} without a number,many,20{number},X," for number in range(400)]
    words = [f"## Chapter {one}\n\nWe are proud of {THEMES[one % 10]}.\n" for one in range(400)]
    decided = ["date,text"]
    decided += [f"2025-{1 + n % 12:02}-03,The board approves {THEMES[n % 10]}" for n in range(900)]
    handed = [
        handed_in(owner, "a very long name of a budget that nobody shortened.csv", "money", budget),
        handed_in(owner, "strategy.md", "words", words),
        handed_in(owner, "decisions.csv", "decisions", decided),
    ]
    for number in range(size.files):
        note = ["date,text", f"2025-02-03,Note {number}"]
        handed.append(handed_in(owner, f"notes-{number}.csv", "decisions", note))
    read(owner, handed)


def handed_in(owner, name, channel, lines):
    """The file on the shelf and in the queue."""
    from django.conf import settings

    from northing.foundations.sources.shelf import Shelf
    from northing.interfaces.worker.jobs import imports
    from northing.stages.records.imports.actions import HandedIn

    file, text = uuid4(), "\n".join(lines).encode()
    kept = Shelf(settings.HOME).keep(owner.organisation_id, file, [text], largest=10**9)
    plan = {"path": name, "channel": channel}
    return imports.hand_in(HandedIn(id=file, name=name, kept=kept, plan=plan), by=owner, at=AT)


def looked_at(*handed):
    """What the worker found in them: they wait for somebody to say how to read them."""
    return [waited(one, "ready", "refused") for one in handed]


def read(owner, handed):
    from northing.interfaces.worker.jobs import imports

    for one in looked_at(*handed):
        stands(one, "ready")
        imports.say_how(one, one.plan, by=owner, at=AT, seen=one.revision)
    for one in handed:
        stands(waited(one, "done", "refused"), "done")


def stands(row, state):
    if row.state != state:
        sys.exit(f"{row} is {row.state}: {row.reason}")


def first_audit(owner):
    from northing.interfaces.worker.asking import ask_audit
    from northing.stages.diagnose.audits.facts import Wish

    audit = waited(ask_audit(owner, Wish(on=date(2026, 3, 1)), AT), "done", "failed")
    stands(audit, "done")
    return audit


def waited(row, *states):
    """The row, as soon as the worker brought it into one of these states."""
    for _ in range(WAIT_SECONDS * 4):
        row.refresh_from_db()
        if row.state in states:
            return row
        time.sleep(0.25)
    sys.exit(f"{row} is still {row.state}")


def repeated(audit, times):
    """More audits of the same, with the same files and findings, as a list has after years."""
    from django.conf import settings

    from northing.stages.diagnose.audits.models import StoredAudit

    first = audits_folder(settings.HOME, audit.organisation_id) / str(audit.id)
    one = StoredAudit.objects.get(id=audit.id)
    for number in range(times):
        one.pk, one.number, one.on = uuid4(), one.number + 1, one.on + timedelta(days=30)
        StoredAudit.objects.bulk_create([one])
        linked(first, audits_folder(settings.HOME, one.organisation_id) / str(one.id))
        if number in (0, times - 1):
            as_found(audit, StoredAudit.objects.get(id=one.id))


def as_found(audit, copy):
    """The findings and links of one audit in another: those of the oldest and the newest copy,
    which are the ones that people open."""
    from northing.stages.diagnose.audits.models import StoredFinding, StoredLink

    findings = list(StoredFinding.objects.filter(audit=audit))
    for found in findings:
        found.pk, found.audit = uuid4(), copy
    StoredFinding.objects.bulk_create(findings)
    links = list(StoredLink.objects.filter(audit=audit))
    for link in links:
        link.pk, link.audit = None, copy
    StoredLink.objects.bulk_create(links, batch_size=2000)


def audits_folder(home: Path, organisation: UUID) -> Path:
    return home / "organisations" / str(organisation) / "audits"


def linked(source: Path, target: Path) -> None:
    for path in source.rglob("*"):
        if path.is_file():
            place = target / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            os.link(path, place)


if __name__ == "__main__":
    main()
