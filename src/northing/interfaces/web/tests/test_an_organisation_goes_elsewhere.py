"""Is an organisation that was taken along the same elsewhere, and is a bad archive refused?"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile
from pathlib import Path
from uuid import uuid4

import pytest
from django.apps import apps
from django.urls import reverse

from northing.foundations.people import invitations, personal
from northing.foundations.people import store as people
from northing.foundations.people.access import Role
from northing.foundations.people.invitations import Place
from northing.foundations.people.models import Member, Organisation
from northing.foundations.people.tests.make import NOON, make_member, make_organisation, make_person
from northing.foundations.trail import store as trail
from northing.foundations.trail.models import SealedValue
from northing.foundations.trail.rules.chain import first_break
from northing.interfaces.web.carrying import facts, tables
from northing.interfaces.web.carrying.checking import opened
from northing.interfaces.web.carrying.taking_in import take_in
from northing.interfaces.web.keeping.facts import Refusal
from northing.interfaces.web.tests.installation import ROOT, Installation, installation

pytestmark = pytest.mark.database
ID = re.compile(r'"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"')
FILLED = """
import django; django.setup()
from datetime import date
from decimal import Decimal
from django.conf import settings
from northing.foundations.people.access import Role
from northing.foundations.people.models import Organisation
from northing.foundations.people.tests.make import NOON, make_member, make_organisation, make_unit
from northing.interfaces.web.tests import (
    rows_audits, rows_clarify, rows_decide, rows_records, rows_verify)
from northing.stages.decide.models import StoredDecision, StoredFilter
from northing.stages.diagnose.models import StoredAudit
from northing.stages.records.models import Import, StoredRecord
owner = make_organisation()
unit = make_unit(owner.organisation, "Clinic")
make_unit(owner.organisation, "Ward", unit)
make_member(owner, "Bruno", Role.LEADER, unit)
make_member(make_organisation("Dune Trust", "Chiara"), "Daan")
for area in (rows_clarify, rows_records, rows_audits, rows_verify, rows_decide):
    area.rows(owner)
by = StoredFilter.objects.get(organisation=owner.organisation)
StoredDecision.objects.filter(organisation=owner.organisation).update(
    caught=[{"filter": str(by.id), "name": by.name, "version": by.version}])
file = Import.objects.filter(organisation=owner.organisation).first()
for line in range(1200):
    StoredRecord.objects.create(organisation=owner.organisation, source=file, name=f"m.csv:{line}",
        channel="money", text=f"Überweisung {line}", amount=Decimal("12.5"), side="spending",
        given=[["visits", 1.0]], effective_on=date(2026, 1, 2), sought="x")
from northing.interfaces.web.tests.anything import fill
fill(owner.organisation, NOON)
StoredAudit.objects.filter(organisation=owner.organisation, issued_at=None).update(issued_at=NOON)
print(owner.organisation_id)
"""
COUNTED = """
import django; django.setup()
from northing.foundations.people.models import Organisation, Person, Member
print(Organisation.objects.count(), Member.objects.count(),
      Person.objects.exclude(password__startswith="!").count())
"""


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """An installation on SQLite that stands empty, to be copied."""
    made = Installation(tmp_path_factory.mktemp("empty"), "")
    made.run("migrate", "-v0")
    made.run("createcachetable")
    return made


@pytest.fixture(scope="module")
def here(empty, tmp_path_factory):
    """An installation on SQLite with two organisations; the first of them is carried."""
    made = Installation(tmp_path_factory.mktemp("here"), "")
    shutil.copy(empty.home / "northing.sqlite3", made.home)
    return made


@pytest.fixture(scope="module")
def carried(here, tmp_path_factory):
    """The archive of an organisation with something in every table, and the organisation's id."""
    organisation = here.python("-c", FILLED).strip().splitlines()[-1]
    kept = here.home / "organisations" / organisation / "files" / str(uuid4())
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(b"text,amount\nVisits,12\n")
    case = kept.parents[1] / "audits" / str(uuid4()) / "case" / "a.csv"
    case.parent.mkdir(parents=True)
    case.hardlink_to(kept)
    place = tmp_path_factory.mktemp("archive") / "harbour.northing.zip"
    said = here.run("export_organisation", organisation, place)
    assert "holds Harbour Health" in said
    return place, organisation


@pytest.fixture
def there(empty, tmp_path):
    """Another installation; on PostgreSQL, where the tests run on it."""
    with installation(tmp_path / "there") as one:
        if one.database:
            one.run("migrate", "-v0")
            one.run("createcachetable")
        else:
            shutil.copy(empty.home / "northing.sqlite3", one.home)
        yield one


def parts(place):
    with zipfile.ZipFile(place) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(place, to, change):
    """The archive anew, with its parts changed and the manifest telling of them as they are."""
    told = parts(place)
    change(told)
    manifest = json.loads(told.pop(facts.MANIFEST))
    for part in manifest["parts"]:
        if part["name"] in told:
            content = told[part["name"]]
            part |= {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            if part["lines"] is not None:
                part["lines"] = content.count(b"\n")
    manifest |= told.pop("manifest", {})
    with zipfile.ZipFile(to, "w") as archive:
        for name, content in (told | {facts.MANIFEST: json.dumps(manifest).encode()}).items():
            archive.writestr(name, content)
    return to


def test_elsewhere_it_is_the_same_and_leaves_as_it_came(here, there, carried, tmp_path):
    place, organisation = carried
    said = there.run("import_organisation", place, "--owner", "amina@example.org")
    assert "with the ids it had" in said
    assert "/arrival/" in said
    again = tmp_path / "again.northing.zip"
    there.run("export_organisation", organisation, again)
    first, second = parts(place), parts(again)
    assert set(first) == set(second)
    stated = {facts.MANIFEST, facts.README, facts.TRAIL}
    for name in set(first) - stated:
        assert first[name] == second[name], name
    assert all(first[one].strip() for one in first if one.startswith(facts.TABLES)), [
        one for one in first if one.startswith(facts.TABLES) and not first[one].strip()
    ]
    assert second[facts.TRAIL].startswith(first[facts.TRAIL])
    added = [json.loads(one)["verb"] for one in
             second[facts.TRAIL].removeprefix(first[facts.TRAIL]).splitlines()]  # fmt: skip
    assert added == ["organisation taken in", "invitation sent", "organisation taken along"]
    assert "entries hold" in there.run("trail", "verify")
    folder = Path("organisations") / organisation
    same = {name: one for name, one in here.files.items() if name.startswith(str(folder))}
    assert there.files == same
    assert there.python("-c", COUNTED).split() == ["1", "2", "0"]


def test_no_secret_and_nobody_else_is_in_it(carried):
    whole = b"".join(parts(carried[0]).values())
    for secret in (b"pbkdf2", b"password", b"token_sha256", b"Dune Trust", b"chiara@"):
        assert secret not in whole.replace(b"no password and no secret", b""), secret


def test_beside_itself_it_gets_new_ids_and_its_trail_stays_a_file(here, carried, tmp_path):
    place, organisation = carried
    said = here.run("import_organisation", place, "--owner", "bruno@example.org")
    assert "with new ids" in said
    new = said.split(" is here under ")[1].split(",")[0]
    assert new != organisation
    before = here.home / "organisations" / new / "before" / f"{organisation}.jsonl"
    assert before.read_bytes() == parts(place)[facts.TRAIL]
    assert "entries hold" in here.run("trail", "verify")
    again = tmp_path / "second.northing.zip"
    here.run("export_organisation", new, again)
    counted = [
        {name: told.count(b"\n") for name, told in parts(one).items() if name.endswith(".jsonl")
         and name.startswith(facts.TABLES)} for one in (place, again)
    ]  # fmt: skip
    assert counted[0] == counted[1]
    first, second = (table_texts(one) for one in (place, again))
    old = {json.loads(line)["id"] for line in first.splitlines() if '"id": "' in line}
    assert len(old) > 30
    named = {one for one in set(ID.findall(first)) & old if first.count(one) > 1}
    assert any(f'"signers": ["{one}"]' in first for one in named)
    left = [line for line in second.splitlines() if not old.isdisjoint(ID.findall(line))]
    assert left == []  # also inside of lists and tables


def table_texts(place):
    told = parts(place)
    return "".join(told[one].decode() for one in sorted(told) if one.startswith(facts.TABLES))


BAD = {
    "a part is altered": lambda told: told.__setitem__(
        facts.TRAIL, told[facts.TRAIL].replace(b"organisation founded", b"organisation foundes", 1)
    ),
    "a row names another organisation's member": lambda told: told.__setitem__(
        "tables/people.member.jsonl",
        told["tables/people.member.jsonl"].replace(b'"person_id": "', b'"person_id": "f', 1)
        .replace(b'"f', b'"', 0),
    ),
    "a path leads out": lambda told: told.__setitem__("files/../../x", b"x"),
    "a state there is not": lambda told: told.__setitem__(
        "tables/people.member.jsonl",
        told["tables/people.member.jsonl"].replace(b'"owner"', b'"king"'),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_damaged_archive_is_refused_in_one_sentence(carried, tmp_path, name):
    bad = changed(carried[0], tmp_path / "bad.zip", BAD[name])
    assert refused(bad).startswith("The archive is damaged: ")


def test_what_was_cut_short_or_is_newer_or_none_is_refused(carried, tmp_path):
    whole = carried[0].read_bytes()
    short, flipped = tmp_path / "short.zip", tmp_path / "flipped.zip"
    short.write_bytes(whole[:-2000])
    at = len(whole) // 3
    flipped.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
    assert "is damaged" in refused(short)
    assert "is damaged" in refused(flipped)
    for newer in ({"form": 2}, {"migrations": ["people 0999_more"]}):
        later = changed(carried[0], tmp_path / "later.zip", lambda told, new=newer: told.update(
            manifest=new))  # fmt: skip
        assert "newer Northing" in refused(later)
    other = shutil.make_archive(str(tmp_path / "other"), "zip", ROOT / "docs" / "decisions")
    assert "no archive" in refused(Path(other))
    assert "not there" in refused(tmp_path / "no.zip")


def refused(place):
    """What is said of it, in one sentence for whoever runs the installation."""
    with pytest.raises(Refusal) as caught, opened(place):
        pass
    said = str(caught.value)
    assert "nothing was changed" in said or said.endswith("there.") or "no archive" in said
    return said


@pytest.mark.django_db
def test_where_a_row_cannot_be_none_comes(carried, tmp_path, settings):
    settings.HOME = tmp_path
    name = "tables/people.unit.jsonl"

    def twice(told):
        first = json.loads(told[name].splitlines()[0])
        told[name] += json.dumps(first | {"id": str(uuid4())}).encode() + b"\n"

    bad = changed(carried[0], tmp_path / "bad.zip", twice)
    with pytest.raises(Refusal, match="the database refuses a row"), opened(bad) as archive:
        take_in(archive, owner="amina@example.org", at=NOON)
    assert Organisation.objects.count() == 0
    assert not list((tmp_path / "organisations").glob("*"))


@pytest.mark.django_db
def test_a_membership_waits_for_the_bearer_of_its_address(carried, tmp_path, settings):
    settings.HOME = tmp_path
    others = SealedValue.objects.filter(value="Bruno").count()
    with opened(carried[0]) as archive:
        taken = take_in(archive, owner="amina@example.org", at=NOON)
    waiting = Member.objects.get(
        organisation=taken.organisation, person__awaits="bruno@example.org"
    )
    assert not waiting.person.is_active
    assert not waiting.person.has_usable_password()
    amina = invitations.accept(taken.token, make_person("Amina"), at=NOON)
    assert amina.role == Role.OWNER
    token = invitations.invite("bruno@example.org", Place(Role.MEMBER), by=amina, at=NOON)
    bruno = invitations.accept(token, make_person("Bruno"), at=NOON)
    assert (bruno.id, bruno.role) == (waiting.id, Role.MEMBER)
    joined = [one.event for one in trail.entries(taken.organisation.id)
              if one.event.actor == waiting.person_id]  # fmt: skip
    assert people.names([waiting.person_id]) == {waiting.person_id: "Bruno"}
    assert joined
    personal.erase(bruno.person, at=NOON)
    assert people.names([waiting.person_id]) == {}
    assert SealedValue.objects.filter(value="Bruno").count() == others
    assert first_break(trail.entries(taken.organisation.id)) is None


@pytest.mark.django_db
def test_an_owner_takes_it_from_a_page_and_nobody_else_does(client, tmp_path, settings):
    settings.HOME = tmp_path
    amina = make_organisation()
    page = reverse("archive", args=[amina.organisation_id])
    client.force_login(amina.person)
    assert "amina@example.org" in client.get(page).content.decode()
    found = client.post(page)
    assert found["Content-Disposition"].startswith('attachment; filename="harbour-health-')
    place = tmp_path / "taken.zip"
    place.write_bytes(b"".join(found.streaming_content))
    with opened(place) as archive:
        assert archive.manifest.name == "Harbour Health"
        *_, last = archive.entries()
        assert (last.event.verb, last.event.actor) == ("organisation taken along", amina.person_id)
    for role in set(Role) - {Role.OWNER}:
        client.force_login(make_member(amina, f"As {role}", role).person)
        assert client.post(page).status_code == 403


def test_of_every_table_it_is_decided_whether_it_goes_along():
    own = {one.label for one in apps.get_app_configs() if one.name.startswith("northing.")}
    assert own - set(tables.CARRIED) - set(tables.LEFT_BEHIND) == set()
    for model in tables.carried():
        assert tables.path_to_organisation(model)
        assert not model._meta.local_many_to_many
