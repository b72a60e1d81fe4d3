"""Does work go on when the clock of the database is set back by an hour?

What was written before then lies in the future: that is how a test sets the clock back.
"""

from __future__ import annotations

from datetime import timedelta
from time import sleep

import pytest
from django.db.models.functions import Now
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from northing.foundations.trail import store as trail
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Event
from northing.foundations.trail.rules.chain import first_break
from northing.interfaces.worker import leases, presence
from northing.interfaces.worker.models import Lease, Presence
from northing.interfaces.worker.running import Worker
from northing.interfaces.worker.tests import make
from northing.interfaces.worker.tests.make import marks

pytestmark = [pytest.mark.database, pytest.mark.django_db]
HOUR = timedelta(hours=1)
SHORT = timedelta(seconds=1)


def set_back():
    for table in (Lease, Presence):
        table.objects.update(beat_at=Now() + HOUR)


def test_the_job_of_a_worker_that_died_does_not_wait_for_that_hour():
    make.make_one.enqueue("once")
    leases.take("the dead")
    set_back()
    assert leases.reclaim("another", SHORT, most=3) == []
    assert DBTaskResult.objects.get().status == "RUNNING"  # it is given its time first
    sleep(1.5)
    leases.reclaim("another", SHORT, most=3)
    Worker().work_off()
    assert marks() == ["once"]


def test_a_worker_that_lives_keeps_its_job():
    make.make_one.enqueue("once")
    hold = leases.take("the living")
    set_back()
    assert leases.renew(hold)
    leases.reclaim("another", SHORT, most=3)
    assert leases.renew(hold)
    assert Lease.objects.get().lost == 0


def test_nobody_is_taken_for_alive_by_a_beat_that_is_yet_to_come():
    presence.say("the dead")
    set_back()
    assert presence.last_heard() is None
    presence.say("the living")
    assert timezone.now() - presence.last_heard() < timedelta(seconds=30)


def test_work_put_off_before_is_done_and_once():
    make.make_one.enqueue("once")
    DBTaskResult.objects.update(enqueued_at=timezone.now() + HOUR)
    make.make_one.enqueue("again")
    Worker().work_off()
    assert marks() == ["again", "once"]


def test_the_trail_keeps_the_order_in_which_things_happened():
    chain, now = make_chain(), timezone.now()
    append(Event(chain, "before", now + HOUR))
    append(Event(chain, "after", now))
    entries = list(trail.entries(chain))
    assert [one.event.verb for one in entries] == ["before", "after"]
    assert first_break(trail.entries(chain)) is None


def make_chain():
    return make.Organisation.objects.create(name="Harbour Health", made_at=make.NOON).id
