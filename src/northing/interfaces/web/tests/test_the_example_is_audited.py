"""Does a new installation have an audit of its example soon, behind the files that it reads?"""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from northing.foundations.people.models import Organisation
from northing.interfaces.worker.tests.make_case import EXAMPLES
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.records.imports.models import Import

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def test_one_audit_of_the_example_waits_behind_its_files(capsys):
    call_command("seed", EXAMPLES / "access_board")
    call_command("seed", EXAMPLES / "access_board")
    audit = StoredAudit.objects.get()
    assert audit.organisation == Organisation.objects.get(is_example=True)
    assert (audit.state, audit.on) == ("waiting", date(2025, 4, 30))
    assert (audit.wish["currency"], audit.wish["language"]) == ("USD", "en")
    put_off = [one.task_path.rpartition(".")[2] for one in DBTaskResult.objects.ready()]
    assert put_off == ["read_import"] * Import.objects.count() + ["run_audit"]
    assert "Sign in as owner@harbour.example" in capsys.readouterr().out
