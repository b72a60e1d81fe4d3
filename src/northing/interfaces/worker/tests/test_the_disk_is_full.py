"""Is everything whole, and said in plain words, when the disk fills up in the middle of work?

A disk of two megabytes is mounted for the test; where that may not be, the test is left out.
"""

from __future__ import annotations

import errno
import os
import subprocess
from uuid import uuid4

import pytest
from django.db import OperationalError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from northing.foundations.people.models import Member
from northing.foundations.people.tests.make import make_organisation
from northing.foundations.trail import store as trail
from northing.foundations.trail.rules.chain import first_break
from northing.interfaces.worker import endings, leases
from northing.interfaces.worker.asking import ask_audit
from northing.interfaces.worker.jobs import imports as jobs
from northing.interfaces.worker.limits import NO_ROOM
from northing.interfaces.worker.running import Worker
from northing.interfaces.worker.taking import shelf
from northing.interfaces.worker.tests import make
from northing.interfaces.worker.tests.make import marks
from northing.interfaces.worker.tests.make_case import cleared_afterwards, in_tables, small_case
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.records.imports.actions import HandedIn
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger import store as ledger
from northing.stages.records.ledger.models import StoredRecord

pytestmark = [pytest.mark.database, pytest.mark.django_db, pytest.mark.slow]
ROOM = 2 << 20
LINE = b"A visit of the nurse at home long enough to fill a disk,North,12.50,2024-03-01\n"
TABLE = b"Line,Department,Amount,Date\n" + LINE * 9_000


@pytest.fixture
def small_disk(tmp_path, settings):
    """The installation's home on a disk with hardly any room."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mounted, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    settings.HOME = disk
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


@pytest.fixture
def amina():
    with cleared_afterwards():
        yield make_organisation()
    StoredRecord.objects.all().delete()
    Import.objects.all().delete()
    Member.objects.all().delete()


def handed_in(by):
    key = uuid4()
    kept = shelf().keep(by.organisation_id, key, [TABLE], largest=1 << 30)
    one = jobs.hand_in(HandedIn(id=key, name="visits.csv", kept=kept), by=by, at=timezone.now())
    Worker().work_off()
    one.refresh_from_db()
    plan = one.plan | {"channel": "money", "currency": "EUR"}
    jobs.say_how(one, plan, by=by, at=timezone.now(), seen=one.revision)
    return one


def test_an_import_that_finds_no_room_says_so_and_is_done_once_there_is(amina, small_disk):
    one = handed_in(amina)
    Worker().work_off()
    one.refresh_from_db()
    assert (one.state, one.reason) == (Import.State.REFUSED, NO_ROOM)
    assert not ledger.records(amina.organisation).exists()
    assert not StoredRecord.objects.exists()
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    jobs.actions.say_anew(one, by=amina, at=timezone.now(), seen=one.revision)
    one.refresh_from_db()
    jobs.say_how(one, one.plan, by=amina, at=timezone.now(), seen=one.revision)
    Worker().work_off()
    one.refresh_from_db()
    assert one.state == Import.State.DONE
    assert ledger.records(amina.organisation).count() == StoredRecord.objects.count() == 9_000
    assert first_break(trail.entries(amina.organisation_id)) is None


def test_an_audit_that_finds_no_room_for_its_report_says_so(amina, small_disk, tmp_path):
    wish = in_tables(small_case(tmp_path / "small"), amina)
    filler = small_disk / "filler"
    filler.write_bytes(b"0" * (ROOM - (100 << 10)))
    audit = ask_audit(amina, wish, timezone.now())
    Worker().work_off()
    audit.refresh_from_db()
    assert (audit.state, audit.reason) == (StoredAudit.State.FAILED, NO_ROOM)
    filler.unlink()
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    again = ask_audit(amina, wish, timezone.now())
    Worker().work_off()
    again.refresh_from_db()
    assert (again.state, again.reason) == (StoredAudit.State.DONE, "")


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("database or disk is full"),
        OperationalError('could not extend file "base/5/1": No space left on device'),
        OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
    ],
)
def test_a_database_without_room_ends_the_work_with_that_sentence(error):
    make.make_one.enqueue("one")
    endings.fail(leases.take("first"), error)
    assert marks() == [f"one: {NO_ROOM}"]
    assert DBTaskResult.objects.get().status == "FAILED"
