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
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

WAIT_SECONDS = 300
EMPTY, CROWDED = "Empty Trust", "The Crowded Works Foundation for Everything That Could Be Promised"
OWNERS = {EMPTY: "empty@example.org", CROWDED: "crowded@example.org"}
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
THEMES = (
    "clinics in the northern district", "counselling for young people", "repair of school roofs",
    "interpreters at every desk", "clean water for the valley", "respite for family carers",
    "open books and published accounts", "night buses for shift workers", "home visits",
    "training for apprentices",
)  # fmt: skip


@dataclass(frozen=True)
class Size:
    """How much is too much."""

    units: int = 120
    members: int = 300
    commitments: int = 300
    versions: int = 40
    records: int = 20_000
    audits: int = 30
    values: int = 60
    files: int = 25


def main(size: Size = Size()) -> None:
    from django import setup

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "northing.interfaces.web.settings")
    setup()
    founded(EMPTY, OWNERS[EMPTY])
    crowd(founded(CROWDED, OWNERS[CROWDED]), size)


def founded(name, email):
    """The membership of an owner who can sign in."""
    from northing.foundations.people import invitations
    from tests.browser.walking import PASSWORD

    person = invitations.make_account(email, name.split()[0], PASSWORD, at=AT)
    return invitations.found(invitations.invite_founder(at=AT), name, person, at=AT)


def crowd(owner, size):
    people(owner, size)
    keys = promises(owner, size)
    files(owner, keys, size)
    audit = first_audit(owner)
    followed(owner, audit)
    repeated(audit, size)


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
    from northing.stages.clarify.mission.models import MissionVersion, Value

    for number in range(1, size.versions + 1):
        day = date(1985, 1, 1) + timedelta(days=365 * number)
        MissionVersion.objects.create(
            organisation=owner.organisation, number=number, effective_from=day, made_at=AT,
            text=f"We serve whoever comes to us, with {THEMES[number % 10]}. " * 6,
            approved_by="The board", approved_at=AT, reason="The world had changed.", made_by=owner,
        )  # fmt: skip
    for number in range(size.values):
        Value.objects.create(
            organisation=owner.organisation, name=f"Value {number}", made_at=AT,
            meaning="We say what we do and do what we say, whoever is looking.",
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
    lines = ["Description,Approved,FY,Department,Commitment"]
    for number in range(size.records):
        key = keys[number % len(keys)] if number % 3 else ""
        year, unit = 2016 + number % 10, number % 40
        lines.append(
            f"{THEMES[number % 10]} no. {number},{100 + number % 900},{year},U{unit},{key}"
        )
    lines += [f"line {number} without a number,many,20{number},X," for number in range(400)]
    handed_in(owner, "a very long name of a budget that nobody shortened.csv", "money", lines)
    words = [f"## Chapter {one}\n\nWe are proud of {THEMES[one % 10]}.\n" for one in range(400)]
    handed_in(owner, "strategy.md", "words", words)
    decided = ["date,text"]
    decided += [f"2025-{1 + n % 12:02}-03,The board approves {THEMES[n % 10]}" for n in range(900)]
    handed_in(owner, "decisions.csv", "decisions", decided)
    for number in range(60):
        handed_in(
            owner, f"notes-{number}.csv", "decisions", ["date,text", f"2025-02-03,Note {number}"]
        )


def handed_in(owner, name, channel, lines):
    """The file on the shelf and in the queue; how it is read is said once it was looked at."""
    from django.conf import settings

    from northing.foundations.sources.shelf import Shelf
    from northing.interfaces.worker.jobs import imports
    from northing.stages.records.imports.actions import HandedIn

    file, text = uuid4(), "\n".join(lines).encode()
    kept = Shelf(settings.HOME).keep(owner.organisation_id, file, [text], largest=10**9)
    plan = {"path": name, "channel": channel}
    one = imports.hand_in(HandedIn(id=file, name=name, kept=kept, plan=plan), by=owner, at=AT)
    waited(one, "ready", "refused")
    if one.state == "ready":
        imports.say_how(one, one.plan | plan, by=owner, at=AT, seen=one.revision)


def first_audit(owner):
    from northing.interfaces.worker.asking import ask_audit
    from northing.stages.diagnose.audits.facts import Wish

    audit = waited(ask_audit(owner, Wish(on=date(2026, 3, 1)), AT), "done", "failed")
    if audit.state != "done":
        sys.exit(f"the crowded audit failed: {audit.reason}")
    return audit


def waited(row, *states):
    """The row, as soon as the worker brought it into one of these states."""
    for _ in range(WAIT_SECONDS * 4):
        row.refresh_from_db()
        if row.state in states:
            return row
        time.sleep(0.25)
    sys.exit(f"{row} is still {row.state}")


def followed(owner, audit):
    from northing.stages.diagnose.audits.store import findings
    from northing.stages.diagnose.findings.models import FollowUp, StoredReply

    for found in findings(audit)[:200]:
        follow = FollowUp.objects.create(
            organisation=owner.organisation, code=found.code, commitment=found.commitment,
            channel=found.channel, owner=owner, due_on=date(2026, 4, 1),
            root_cause="Nobody was asked to look at it between two meetings of the board.",
        )  # fmt: skip
        for number in range(3):
            StoredReply.objects.create(
                follow_up=follow, text=f"We look into it, for the {number + 1}. time.",
                role="director", on=AT.date(), made_at=AT, made_by=owner,
            )  # fmt: skip


def repeated(audit, size):
    """More audits of the same, with the same files, as a list has them after years."""
    from django.conf import settings

    from northing.stages.diagnose.audits.models import StoredAudit

    first = audits_folder(settings.HOME, audit.organisation_id) / str(audit.id)
    for number in range(size.audits):
        audit.pk, audit.number = uuid4(), audit.number + 1
        audit.on -= timedelta(days=30)
        StoredAudit.objects.bulk_create([audit])
        linked(first, audits_folder(settings.HOME, audit.organisation_id) / str(audit.id))
        if number > size.audits:
            break


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
