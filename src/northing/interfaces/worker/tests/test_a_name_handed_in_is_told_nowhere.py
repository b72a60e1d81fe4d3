"""Is a name that people handed in said by no report, no row, no page of an audit, no log?"""

from __future__ import annotations

import logging
import zipfile
from io import BytesIO

import pytest
from django.core import serializers
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.foundations.trail.models import TrailEvent
from northing.interfaces.worker.asking import ask_audit
from northing.interfaces.worker.running import Worker
from northing.interfaces.worker.tests.make_case import (
    STATEMENT,
    cleared_afterwards,
    in_tables,
    small_case,
)
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.audits.models import StoredAudit, StoredFinding, StoredLink
from northing.stages.records.imports.actions import say_usage
from northing.stages.records.imports.facts import Usage

pytestmark = [pytest.mark.database, pytest.mark.either, pytest.mark.django_db]
NAME, MEMBER = "Zelda Quintana", "Bruno Oxenstierna"
PARTS = ("zelda", "quintana", "oxenstierna")
BUDGET = f"""Line,Department,Amount,Year
Screening days of {NAME} in the north,North,1200.50,2024
Screening days that {MEMBER} holds,South,900,2024
Home visits of Quintana in the dunes,North,90,2024
"""
SPOKEN = f"{NAME} promises: screening days in every district, and {MEMBER} visits at home.\n"
PAGES = ("audits_audit", "audits_issued")


@pytest.fixture
def amina():
    with cleared_afterwards():
        yield make_organisation()


@pytest.fixture
def wish(amina, tmp_path):
    """The small case, with a name in its words and in its deeds that no column lists."""
    folder = small_case(tmp_path / "small")
    (folder / "budget.csv").write_text(BUDGET, "utf-8")
    (folder / "statement.md").write_text(f"{STATEMENT}\n{SPOKEN}", "utf-8")
    make_member(amina, MEMBER)
    return in_tables(folder, amina)


def audited(amina, wish):
    audit = ask_audit(amina, wish, timezone.now())
    Worker().work_off()
    audit.refresh_from_db()
    assert audit.state == "done", audit.reason
    return audit


def said(text):
    return [one for one in PARTS if one in text.lower()]


def told_by(audit):
    """All that its reports say, each as a reader reads it."""
    for path in sorted((store.folder_of(audit) / "out").iterdir()):
        yield path.name, "\n".join(_read(path.name, path.read_bytes()))


def _read(name, content):
    if name.endswith(".pdf"):
        yield from (page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    elif name.endswith(".xlsx"):
        with zipfile.ZipFile(BytesIO(content)) as sheets:
            yield from (sheets.read(one).decode("utf-8", "replace") for one in sheets.namelist())
    else:
        yield content.decode("utf-8", "replace")


def pages_of(client, audit, member):
    """Every page of the audit that opens for this member, as it is read."""
    client.force_login(member.person)
    at = {"organisation": audit.organisation_id}
    addresses = [
        *(reverse(name, kwargs=at) for name in ("audits_list", "audits_findings", "home")),
        *(reverse(name, kwargs={**at, "audit": audit.id}) for name in PAGES),
        *(reverse("audits_commitment", kwargs={**at, "audit": audit.id, "promise": one})
          for one in ("screening", "visits")),
        *(reverse("audits_cell", kwargs={**at, "audit": audit.id, "promise": one, "channel": kind})
          for one in ("screening", "visits") for kind in ("words", "money")),
        *(reverse("audits_finding", kwargs={**at, "finding": one.id})
          for one in StoredFinding.objects.filter(audit=audit)),
    ]  # fmt: skip
    for address in addresses:
        found = client.get(address)
        if found.status_code == 200:
            yield address, found.content.decode()


def test_without_the_list_a_report_would_name_them(amina, wish):
    assert any(said(text) for _, text in told_by(audited(amina, wish)))


def test_with_it_no_report_no_row_no_page_no_log_and_no_trail_does(client, amina, wish, caplog):
    caplog.set_level(logging.DEBUG)
    usage = Usage(names=(NAME,), hides_members=True, currency="EUR")
    say_usage(usage, by=amina, at=NOON, seen=1)
    audit = audited(amina, wish)
    reports = dict(told_by(audit))
    assert [name for name, text in reports.items() if said(text)] == []
    assert "[person]" in reports["report.html"]
    rows = [*StoredAudit.objects.all(), *StoredFinding.objects.all(), *StoredLink.objects.all()]
    assert said(serializers.serialize("json", [*rows, *TrailEvent.objects.all()])) == []
    with transaction.atomic():  # taken back at its end: what is issued is never deleted
        StoredAudit.objects.update(issued_at=NOON)
        for role in (Role.OWNER, Role.AUDITOR, Role.MEMBER):
            pages = dict(pages_of(client, audit, make_member(amina, f"Reader {role}", role)))
            assert len(pages) >= 8
            assert [one for one, text in pages.items() if said(text)] == []
        transaction.set_rollback(True)
    assert said(caplog.text) == []
