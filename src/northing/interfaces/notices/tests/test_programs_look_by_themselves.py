"""Do programs that look at once tell it once, and does a worker look without being asked?"""

from __future__ import annotations

from threading import Barrier, Event, Thread

import pytest
from django.core.management import call_command
from django.db import connections
from django_tasks_db.models import DBTaskResult

from northing.foundations.people.tests.make import make_organisation
from northing.interfaces.notices.models import Message, Notice
from northing.interfaces.notices.tests.make import make_audit, now
from northing.interfaces.notices.tests.post_office import post_office
from northing.interfaces.notices.ticking import tick
from northing.interfaces.worker.tests.conftest import _django_db_helper
from northing.interfaces.worker.tests.make import until, worker

pytestmark = [pytest.mark.database, pytest.mark.django_db]
__all__ = ["_django_db_helper"]


@pytest.fixture
def amina():
    return make_organisation()


def test_several_that_look_at_once_tell_it_once(amina):
    make_audit(amina, "failed")
    make_audit(amina, number=2)
    here, found = Barrier(4), []

    def look():
        here.wait()
        found.append(tick(now()))
        connections.close_all()

    runs = [Thread(target=look) for _ in range(4)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert sorted(found) == [0, 0, 0, 1]
    assert (Message.objects.count(), Notice.objects.count()) == (1, 2)
    assert DBTaskResult.objects.count() == 1


def test_the_command_says_how_many(amina, capsys):
    make_audit(amina, "failed")
    for _ in range(2):
        call_command("tick")
    assert capsys.readouterr().out == "messages put off: 1\nmessages put off: 0\n"


def test_a_worker_looks_by_itself(amina, tmp_path):
    make_audit(amina, "failed")
    with worker(tmp_path):
        until(lambda: Message.objects.filter(state="sent").exists())
    [letter] = (tmp_path / "letters").iterdir()
    assert "Audit 1 failed" in letter.read_text()


@pytest.mark.slow
def test_a_worker_killed_before_it_could_note_it_sends_the_same_letter_again(
    amina, settings, tmp_path, monkeypatch
):
    make_audit(amina, "failed")
    with post_office(settings) as office:
        for name, text in (("HOST", "127.0.0.1"), ("PORT", office.port), ("SECURITY", "none")):
            monkeypatch.setenv(f"EMAIL_{name}", str(text))
        office.keeps_waiting = Event()
        with worker(tmp_path, "--lease", "2") as run:
            until(lambda: office.letters)
            run.kill()
        office.keeps_waiting.set()
        office.keeps_waiting = None
        with worker(tmp_path, "--lease", "2"):
            until(lambda: Message.objects.filter(state="sent").exists())
        first, second = office.letters
        assert first["Message-ID"] == second["Message-ID"]
        assert first.get_body(("plain",)).get_content() == second.get_body(("plain",)).get_content()
