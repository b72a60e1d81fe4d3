"""Does a back-up of an earlier version, with all that people kept in it, come forward?

Its files come back to the byte, its tables as this version reads them, on both databases.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from northing.interfaces.web.tests.installation import installation

pytestmark = pytest.mark.database
HERE = Path(__file__).parent
EARLIER = ("records_and_audits",)
KEPT = """
import json, django; django.setup()
from hashlib import sha256
from django.core.management import call_command
from django.test import Client
from django.conf import settings
from northing.foundations.people.models import Member, Person, Token
from northing.stages.clarify.mission.models import MissionVersion
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.audits.models import StoredAudit, StoredFinding, StoredLink
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger import store as ledger
from northing.stages.records.ledger.store import Wanted
call_command("createcachetable", verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
owner = Member.objects.get(role="owner")
audit = StoredAudit.objects.get()
client = Client(SERVER_NAME="127.0.0.1")
client.force_login(owner.person, settings.AUTHENTICATION_BACKENDS[0])
mine = f"/organisations/{owner.organisation_id}/"
pages = ("", "records/", "records/?q=screen", "audits/", f"audits/{audit.id}/", "trail/")
found = {
    "signs in": Person.objects.get(name="Amina").check_password("a harbour in the morning"),
    "members": sorted(Member.objects.values_list("person__name", "role")),
    "mission": [one.text for one in MissionVersion.objects.all()],
    "tokens": list(Token.objects.values_list("name", flat=True)),
    "imports": sorted(Import.objects.values_list("name", "state")),
    "records": sorted(one.name for one in ledger.records(owner.organisation)),
    "sought": sorted(one.name for one in ledger.wanted(owner.organisation, Wanted(text="screen"))),
    "audit": [audit.state, StoredFinding.objects.exists(), StoredLink.objects.exists()],
    "files": {name: sha256(audits.file_of(audit, name)).hexdigest() == told
              for name, told in audit.files.items()},
    "pages": {one: client.get(mine + one).status_code for one in pages},
}
call_command("migrate", check=True, verbosity=0)
call_command("makemigrations", check=True, dry_run=True, verbosity=0)
print(json.dumps(found))
"""
REPORTS = ("audit.json", "gaps.csv", "links.parquet", "report.html", "report.pdf", "report.xlsx")
EXPECTED = {
    "signs in": True,
    "members": [["Amina", "owner"], ["Bruno", "leader"]],
    "mission": ["Health for everybody in the harbour."],
    "tokens": ["nightly"],
    "imports": [["budget 2025.csv", "done"], ["budget.csv", "done"], ["statement.md", "done"]],
    "records": [*(f"budget 2025.csv:{n}" for n in (2, 3, 4)), "typed/decisions.csv:2"],
    "sought": ["budget 2025.csv:2"],
    "audit": ["done", True, True],
    "files": dict.fromkeys(REPORTS, True),
}  # fmt: skip


@pytest.mark.parametrize("name", EARLIER)
def test_all_of_it_is_here_again(tmp_path, name):
    with installation(tmp_path / "there") as there:
        kind = "postgresql" if there.database else "sqlite"
        said = there.run("restore", HERE / f"{name}.{kind}.tar.gz")
        assert "1 organisations, 2 people, 14 files are here again" in said
        assert "entries hold; head" in said
        found = json.loads(there.python("-c", KEPT).splitlines()[-1])
        assert set(found.pop("pages").values()) == {200}
        assert found == EXPECTED
        there.run("backup", tmp_path / "again.tar.gz")
