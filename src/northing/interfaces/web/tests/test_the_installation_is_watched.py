"""Do probes learn what they need, and nothing of people?"""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from northing.foundations.people.tests.make import make_organisation
from northing.interfaces.web.keeping.moving import ROOM
from northing.interfaces.web.watching import readiness
from northing.interfaces.web.watching.tally import BOUNDS, Tally
from northing.interfaces.worker import presence
from northing.interfaces.worker.models import Presence

A_LINE = re.compile(
    r'# (HELP|TYPE) northing_\w+ .+|northing_\w+(\{\w+="[\w.+]+"\})? [0-9.e+-]+', re.ASCII
)
OURS = "a-word-of-this-test"
PROMETHEUS = {"HTTP_AUTHORIZATION": f"Bearer {OURS}"}


def test_health_asks_no_database(client):
    found = client.get("/health")
    assert (found.status_code, found.content) == (200, b"up\n")
    assert client.post("/health").status_code == 405


def test_a_probe_over_plain_http_is_not_sent_elsewhere(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/health").status_code == 200
    assert client.get("/health/more").status_code == 301


@pytest.mark.database
@pytest.mark.django_db
class TestReady:
    def told(self, client):
        found = client.get("/ready")
        assert (found.status_code == 200) == (set(found.json().values()) == {"ok"})
        return found.json()

    def test_where_a_worker_was_heard_of_all_is_well(self, client, capsys):
        presence.say("one")
        assert set(self.told(client)) == {"database", "migrations", "restoring", "worker", "disk"}
        assert set(self.told(client).values()) == {"ok"}
        call_command("health")
        assert capsys.readouterr().out.count(": ok\n") == 5

    def test_without_a_worker_nothing_that_was_put_off_is_done(self, client):
        assert "No worker was heard of lately" in self.told(client)["worker"]
        with pytest.raises(CommandError, match="It is not ready"):
            call_command("health")
        call_command("health", "--without-worker")

    def test_a_worker_that_fell_silent_is_gone(self, client, settings):
        presence.say("one")
        long_ago = timezone.now() - 3 * settings.WORKER_LEASE
        Presence.objects.update(beat_at=long_ago)
        assert "No worker was heard of lately" in self.told(client)["worker"]
        presence.leave("one")
        assert readiness.silence() is None

    def test_tables_of_another_version_are_told(self, client):
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM django_migrations WHERE app = 'worker'")
        assert "run `migrate`" in self.told(client)["migrations"]

    def test_a_restoring_that_was_broken_off_is_told(self, client, settings):
        presence.say("one")
        (settings.HOME / ROOM).mkdir()
        try:
            assert "run `restore` again" in self.told(client)["restoring"]
        finally:
            (settings.HOME / ROOM).rmdir()

    def test_a_disk_that_is_nearly_full_is_told(self, client, monkeypatch):
        monkeypatch.setattr(readiness, "LEAST_FREE_BYTES", 1 << 60)
        assert "make room there" in self.told(client)["disk"]


@pytest.mark.database
@pytest.mark.django_db
class TestMetrics:
    def test_each_line_is_one_of_prometheus_and_names_nobody(self, client):
        make_organisation("Dune Trust", "Chiara")
        presence.say("one")
        client.get("/organisations/?who=chiara")
        found = client.get("/metrics")
        text = found.content.decode()
        assert found["Content-Type"].startswith("text/plain; version=0.0.4")
        assert [line for line in text.splitlines() if not A_LINE.fullmatch(line)] == []
        assert re.search(r'northing_requests_total\{status="404"\} [1-9]', text)
        assert "northing_worker_silence_seconds 0" in text
        assert not re.search(r"chiara|dune|organisations/", text, re.IGNORECASE)

    def test_work_is_counted_by_state_and_the_oldest_has_its_age(self, client):
        for status, number in ((TaskResultStatus.READY, 3), (TaskResultStatus.FAILED, 2)):
            for _ in range(number):
                put_off(status)
        hour = timedelta(hours=1)
        put_off(TaskResultStatus.READY, run_after=timezone.now() + hour)  # is not due
        first = DBTaskResult.objects.filter(status=TaskResultStatus.READY).first()
        DBTaskResult.objects.filter(id=first.id).update(enqueued_at=timezone.now() - hour)
        text = client.get("/metrics").content.decode()
        assert 'northing_jobs{state="waiting"} 4' in text
        assert 'northing_jobs{state="failed"} 2' in text
        assert re.search(r"northing_oldest_waiting_job_seconds 36\d\d\.", text)

    @pytest.mark.parametrize(
        "around",
        [
            {"REMOTE_ADDR": "10.0.0.7"},
            {"REMOTE_ADDR": ""},
            {"HTTP_X_FORWARDED_FOR": "203.0.113.9"},
            {"HTTP_X_FORWARDED_PROTO": "https"},
            {"HTTP_FORWARDED": "for=203.0.113.9"},
            {"HTTP_AUTHORIZATION": "Bearer "},
            {"REMOTE_ADDR": "10.0.0.7", "HTTP_AUTHORIZATION": "Bearer another"},
        ],
    )
    def test_for_others_it_is_not_there(self, client, around, settings):
        settings.METRICS_TOKEN = "" if around.get("HTTP_AUTHORIZATION") == "Bearer " else "token"
        is_here = around == {"HTTP_AUTHORIZATION": "Bearer "}
        assert client.get("/metrics", **around).status_code == (200 if is_here else 404)

    def test_behind_a_proxy_everybody_seems_to_be_this_machine(self, client, settings):
        settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
        assert client.get("/metrics").status_code == 404
        settings.METRICS_TOKEN = OURS
        assert client.get("/metrics", **PROMETHEUS).status_code == 200
        assert client.get("/metrics", REMOTE_ADDR="10.0.0.7", **PROMETHEUS).status_code == 200


def put_off(status, **but):
    DBTaskResult.objects.create(
        status=status, args_kwargs={"args": [], "kwargs": {}}, task_path="a.b", backend_name="x",
        exception_class_path="", traceback="", **({"run_after": timezone.now()} | but),
    )  # fmt: skip


COUNTS = """
import sys
from pathlib import Path
from northing.interfaces.web.watching.tally import Tally
tally = Tally(Path(sys.argv[1]))
for number in range(500):
    tally.count(200 if number % 5 else 500, 0.02)
"""


def test_many_processes_and_threads_lose_no_count(tmp_path):
    command = [sys.executable, "-c", COUNTS, str(tmp_path)]
    runs = [subprocess.Popen(command) for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        shared = Tally(tmp_path)
        list(threads.map(lambda _: shared.count(302, 99), range(400)))
    assert [run.wait() for run in runs] == [0] * 4
    found = Tally(tmp_path).counted()
    assert found.statuses == {200: 1600, 302: 400, 500: 400}
    assert sum(found.within) == 2400
    assert found.within[BOUNDS.index(0.025)] == 2000
    assert found.within[-1] == 400
    assert found.seconds == pytest.approx(2000 * 0.02 + 400 * 99)


def test_what_is_no_status_is_counted_by_its_duration_alone(tmp_path):
    tally = Tally(tmp_path)
    tally.count(999, 0.005)
    assert (tally.counted().statuses, sum(tally.counted().within)) == ({}, 1)
