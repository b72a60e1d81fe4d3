"""What is whoever waits for a job told when it comes to nothing?"""

from __future__ import annotations

import pytest
from django_tasks_db.models import DBTaskResult

from northing.interfaces.worker.endings import GONE, UNEXPECTED
from northing.interfaces.worker.running import Worker
from northing.interfaces.worker.tests import make
from northing.interfaces.worker.tests.make import marks

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def test_a_job_that_cannot_be_done_says_why():
    make.make_none.enqueue("budget.csv")
    Worker().work_off()
    assert marks() == ["budget.csv: Row 3 of budget.csv is no date."]
    assert DBTaskResult.objects.get().status == "FAILED"


def test_an_error_nobody_foresaw_is_told_without_its_innards(caplog):
    make.break_down.enqueue("budget.csv")
    Worker().work_off()
    assert marks() == [f"budget.csv: {UNEXPECTED}"]
    assert "KeyError" in DBTaskResult.objects.get().traceback
    assert "nobody foresaw this" in caplog.text


def test_an_error_takes_back_what_the_job_had_begun(caplog):
    make.make_one_and_break.enqueue("half")
    make.make_one.enqueue("whole")
    Worker().work_off()
    assert marks() == ["whole"]
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["FAILED", "SUCCESSFUL"]


@pytest.mark.parametrize("path", ["northing.gone.job", "os.path.join", "nowhere"])
def test_work_of_an_unknown_kind_ends(path, caplog):
    make.make_one.enqueue("once")
    DBTaskResult.objects.update(task_path=path)
    Worker().work_off()
    row = DBTaskResult.objects.get()
    assert (row.status, marks()) == ("FAILED", [])
    assert GONE in row.traceback


def test_a_listener_that_fails_does_not_keep_the_job_from_ending(caplog, monkeypatch):
    make.make_none.enqueue("budget.csv")
    monkeypatch.setattr(make, "mark", lambda _: 1 / 0)
    Worker().work_off()
    assert DBTaskResult.objects.get().status == "FAILED"
    assert "Nobody could be told" in caplog.text
