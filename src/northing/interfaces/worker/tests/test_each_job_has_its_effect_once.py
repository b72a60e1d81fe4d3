"""Is the effect of a job there exactly once: among many workers, dead ones and frozen ones?"""

from __future__ import annotations

import signal
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django_tasks_db.models import DBTaskResult

from northing.interfaces.worker import leases
from northing.interfaces.worker.leases import LostLease
from northing.interfaces.worker.models import Lease
from northing.interfaces.worker.running import Worker
from northing.interfaces.worker.tests import make
from northing.interfaces.worker.tests.make import marks, until, worker

pytestmark = [pytest.mark.database, pytest.mark.django_db]
MANY = 200
SHORT = ("--lease", "1")


def states():
    return sorted(DBTaskResult.objects.values_list("status", flat=True))


def test_two_workers_share_many_jobs_and_do_none_twice(tmp_path):
    names = sorted(f"job {number:03}" for number in range(MANY))
    for name in names:
        make.make_one.enqueue(name)
    with worker(tmp_path) as first, worker(tmp_path) as second:
        until(lambda: DBTaskResult.objects.successful().count() == MANY)
        for one in (first, second):
            one.terminate()
            assert one.wait(10) == 0
    assert marks() == names
    by_worker = {row.worker_ids[0] for row in DBTaskResult.objects.all()}
    assert len(by_worker) == 2
    assert not Lease.objects.exists()


def test_the_job_of_a_killed_worker_is_taken_up_by_another(tmp_path):
    make.make_one_slowly.enqueue("once", str(tmp_path))
    with worker(tmp_path, *SHORT) as first:
        until((tmp_path / "begun-1").exists)
        first.kill()
        first.wait()
        with worker(tmp_path, *SHORT):
            until(lambda: DBTaskResult.objects.successful().exists())
    assert marks() == ["once"]


def test_a_frozen_worker_that_wakes_writes_nothing(tmp_path):
    make.make_one_slowly.enqueue("once", str(tmp_path))
    with worker(tmp_path, *SHORT) as first:
        until((tmp_path / "begun-1").exists)
        first.send_signal(signal.SIGSTOP)
        with worker(tmp_path, *SHORT):
            until(lambda: DBTaskResult.objects.successful().exists())
        (tmp_path / "leave").touch()
        first.send_signal(signal.SIGCONT)
        first.terminate()
        said = first.communicate(timeout=20)[1]
    assert "was lost to another worker" in said
    assert marks() == ["once"]
    assert states() == ["SUCCESSFUL"]


def test_a_long_job_keeps_its_lease_without_a_word(tmp_path):
    make.make_one_slowly.enqueue("once", str(tmp_path))
    with worker(tmp_path, *SHORT), worker(tmp_path, *SHORT):
        until((tmp_path / "begun-1").exists)
        before = Lease.objects.get().beat_at
        until(lambda: Lease.objects.get().beat_at - before > timedelta(seconds=2))
        (tmp_path / "leave").touch()
        until(lambda: DBTaskResult.objects.successful().exists())
    assert not (tmp_path / "begun-2").exists()
    assert marks() == ["once"]


def test_a_worker_that_is_told_to_end_puts_its_job_back(tmp_path):
    make.wait_for_the_end.enqueue(str(tmp_path))
    with worker(tmp_path) as first:
        until((tmp_path / "begun").exists)
        first.terminate()
        assert first.wait(10) == 0
    assert states() == ["READY"]
    Worker().work_off()
    assert states() == ["SUCCESSFUL"]


def test_a_job_that_kills_every_worker_is_given_up_with_a_reason(tmp_path):
    make.kill_the_worker.enqueue("greedy")
    for _ in range(3):
        until(lambda: _one_more_round(tmp_path))
    until(lambda: not Worker(lasts=timedelta(0)).reclaim() and states() == ["FAILED"])
    assert marks()[0].startswith("greedy: The work was begun several times")


def _one_more_round(home):
    Worker(lasts=timedelta(0)).reclaim()
    if states() != ["READY"]:
        return False
    with worker(home, "--until-empty") as one:
        return one.wait(30) == 9


def test_what_the_caller_takes_back_was_never_put_off():
    with transaction.atomic():
        make.make_one.enqueue("never")
        transaction.set_rollback(True)
    assert not Worker().one()
    assert marks() == []


def test_an_effect_that_is_taken_back_does_not_end_the_job():
    make.make_one.enqueue("once")
    hold = leases.take("first")
    with transaction.atomic():
        leases.finish(hold)
        transaction.set_rollback(True)
    assert states() == ["RUNNING"]
    assert leases.renew(hold)


def test_of_two_holds_the_older_guards_nothing():
    make.make_one.enqueue("once")
    old = leases.take("first")
    assert leases.reclaim("second", timedelta(0), most=3) == []
    new = leases.take("second")
    assert (old.job, new.attempt) == (new.job, old.attempt + 2)
    assert not leases.renew(old)
    for write in (leases.guard, leases.finish):
        with pytest.raises(LostLease), transaction.atomic():
            write(old)
    with transaction.atomic():
        leases.guard(new)


def test_what_ended_long_ago_is_forgotten_and_what_waits_is_not():
    for name in ("old", "new"):
        make.make_one.enqueue(name)
    Worker().work_off()
    make.make_one.enqueue("waiting")
    ended = DBTaskResult.objects.successful()
    long_ago = ended.latest("finished_at").finished_at - timedelta(days=31)
    ended.filter(args_kwargs__args=["old"]).update(finished_at=long_ago)
    assert leases.forget(timedelta(days=30)) == 1
    assert states() == ["READY", "SUCCESSFUL"]


def test_a_guard_without_a_transaction_is_a_mistake_that_is_told():
    make.make_one.enqueue("once")
    hold = leases.take("first")
    assert not connection.in_atomic_block
    with pytest.raises(RuntimeError, match="open one around it"):
        leases.guard(hold)
