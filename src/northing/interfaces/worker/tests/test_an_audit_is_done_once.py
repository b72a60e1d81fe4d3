"""Is an audit done once, whoever dies on the way, and does it say why where it cannot be?"""

from __future__ import annotations

import os
import signal
from hashlib import sha256

import pytest
from django.conf import settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from northing.foundations.people.access import Role
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.people.tests.make import make_member, make_organisation
from northing.foundations.trail import store as trail
from northing.foundations.trail.rules.chain import first_break
from northing.interfaces.worker.asking import ask_audit
from northing.interfaces.worker.running import Worker
from northing.interfaces.worker.tests.make import until, worker
from northing.interfaces.worker.tests.make_case import (
    DAY,
    EXAMPLES,
    cleared_afterwards,
    in_tables,
    small_case,
)
from northing.stages.clarify.commitments.models import Commitment
from northing.stages.diagnose.audits import actions, store
from northing.stages.diagnose.audits.facts import NO_PROMISE, NO_RECORD, Wish
from northing.stages.diagnose.audits.models import StoredAudit, StoredFinding, StoredLink

pytestmark = [pytest.mark.database, pytest.mark.django_db]
REPORTS = {"audit.json", "gaps.csv", "links.parquet"}
REPORTS |= {f"report.{kind}" for kind in ("html", "pdf", "pptx", "xlsx")}


@pytest.fixture
def amina():
    with cleared_afterwards():
        yield make_organisation()


@pytest.fixture
def wish(amina, tmp_path):
    return in_tables(small_case(tmp_path / "small"), amina)


def asked(by, wish):
    return ask_audit(by, wish, timezone.now())


def verbs(member):
    return [one.event.verb for one in trail.entries(member.organisation_id)]


@pytest.mark.either
def test_an_audit_that_is_done_shows_all_it_found(amina, wish):
    audit = asked(amina, wish)
    assert (audit.state, audit.number, audit.on) == ("waiting", 1, DAY)
    Worker().work_off()
    audit.refresh_from_db()
    assert (audit.state, audit.reason, audit.progress) == ("done", "", {})
    content = store.content(audit)
    findings = list(store.findings(audit))
    assert [one.content for one in findings] == content["findings"]
    assert audit.summary["findings"] == len(findings)
    assert (audit.summary["records"], audit.summary["refused"]) == (5, 1)
    linked = {(one.record, one.commitment) for one in StoredLink.objects.filter(is_linked=True)}
    assert ("budget.csv:2", "screening") in linked
    assert audit.files.keys() == REPORTS
    for name, digest in audit.files.items():
        assert sha256(store.file_of(audit, name)).hexdigest() == digest


@pytest.mark.either
def test_the_head_of_the_trail_when_it_began_stands_in_its_reports(amina, wish):
    audit = asked(amina, wish)
    head = trail.head(amina.organisation_id)
    Worker().work_off()
    audit.refresh_from_db()
    assert (audit.trail_sequence, audit.trail_digest) == (head.sequence, head.digest)
    anchor = store.content(audit)["reproduce"]["anchor"]
    assert anchor == {"sequence": head.sequence, "digest": head.digest}
    assert f"--head {head.sequence}:{head.digest}".encode() in store.file_of(audit, "report.html")
    assert verbs(amina)[-2:] == ["audit asked for", "audit done"]
    assert first_break(trail.entries(amina.organisation_id), anchors=[head]) is None


def test_asked_for_twice_at_once_it_is_one_audit(amina, wish):
    assert asked(amina, wish) == asked(amina, wish)
    assert DBTaskResult.objects.count() == 1
    Worker().work_off()
    assert asked(amina, wish).number == 2


def test_where_there_is_nothing_to_compare_nobody_has_to_wait_for_that(amina):
    with pytest.raises(Refused, match=NO_PROMISE):
        asked(amina, Wish(on=DAY))
    Commitment.objects.create(organisation=amina.organisation, key="a", text="We care.",
                              made_at=timezone.now())  # fmt: skip
    with pytest.raises(Refused, match=NO_RECORD):
        asked(amina, Wish(on=DAY))
    leader = make_member(amina, "Bruno", Role.LEADER)
    with pytest.raises(NotAllowed):
        asked(leader, Wish(on=DAY))
    assert not StoredAudit.objects.exists()


def test_an_audit_that_cannot_be_done_says_why_in_a_sentence(amina, wish, monkeypatch):
    asked_for = asked(amina, wish)
    monkeypatch.setattr(settings, "AUDIT_BYTES", 1 << 20)
    Worker().work_off()
    asked_for.refresh_from_db()
    assert asked_for.state == "failed"
    assert asked_for.reason == "It needed more than 1 MB of memory. Divide it into smaller parts."
    assert verbs(amina)[-1] == "audit failed"
    assert not StoredFinding.objects.exists()


@pytest.mark.either
def test_what_the_command_line_says_of_a_case_it_cannot_read_is_what_people_read(amina, wish):
    audit = asked(amina, wish)
    Commitment.objects.filter(key="visits").update(weight=-1)
    Worker().work_off()
    audit.refresh_from_db()
    assert audit.state == "failed"
    assert audit.reason.startswith("northing.toml, commitment 2, *weight*")


@pytest.mark.either
def test_a_report_that_was_altered_is_not_taken_for_the_report(amina, wish):
    audit = asked(amina, wish)
    Worker().work_off()
    audit.refresh_from_db()
    store.content(audit)
    path = store.folder_of(audit) / "out" / "audit.json"
    kept = path.stat()
    path.write_bytes(path.read_bytes().replace(b"Harbour", b"Sailors"))
    with pytest.raises(store.Altered):
        store.file_of(audit, "audit.json")
    with pytest.raises(store.Altered):
        store.content(audit)
    assert kept.st_size == path.stat().st_size
    path.unlink()
    with pytest.raises(store.Altered):
        store.content(audit)


def test_links_that_an_attempt_before_had_written_are_there_once(amina, wish):
    audit = asked(amina, wish)
    actions.keep_links([
        StoredLink(audit=audit, record=f"old.csv:{number}", commitment="visits", channel="money",
                   origin="rule", is_linked=True)
        for number in range(2_500)
    ])  # fmt: skip
    Worker().work_off()
    links = StoredLink.objects.filter(audit=audit)
    assert not links.filter(record__startswith="old.csv").exists()
    assert links.count() == links.values("record", "commitment").distinct().count() > 0


@pytest.mark.either
def test_what_was_audited_stays_what_it_was(amina, wish):
    first = asked(amina, wish)
    Worker().work_off()
    Commitment.objects.filter(key="visits").update(text="We visit nobody.")
    asked(amina, wish)
    Worker().work_off()
    first.refresh_from_db()
    second = StoredAudit.objects.get(number=2)
    texts = [store.content(one)["commitments"][1]["text"] for one in (first, second)]
    assert texts == ["We visit at home whoever cannot come.", "We visit nobody."]


def killed_in_the_middle(tmp_path, audit, is_in_the_middle):
    with worker(settings.HOME, "--lease", "1") as first:
        until(is_in_the_middle)
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
    audit.refresh_from_db()
    assert audit.state == "running"
    assert not StoredFinding.objects.exists()
    with worker(settings.HOME, "--lease", "1"):
        until(lambda: StoredAudit.objects.get(id=audit.id).state == "done")
    audit.refresh_from_db()


@pytest.mark.parametrize("step", ["reading", "comparing words with deeds"])
def test_of_a_killed_worker_nothing_is_lost_and_nothing_is_there_twice(amina, tmp_path, step):
    audit = asked(amina, in_tables(EXAMPLES / "harbour_health", amina))
    seen = lambda: StoredAudit.objects.get(id=audit.id).progress.get("step") == step  # noqa: E731
    killed_in_the_middle(tmp_path, audit, seen)
    content = store.content(audit)
    assert [one.content for one in store.findings(audit)] == content["findings"]
    links = StoredLink.objects.filter(audit=audit)
    assert links.count() == links.values("record", "commitment").distinct().count()
    assert verbs(amina).count("audit done") == 1
    assert not (store.folder_of(audit) / "out" / ".northing-work").exists()
