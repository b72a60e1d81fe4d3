"""Do answers given in the browser change the next audit, as a sheet's answers would?"""

from __future__ import annotations

import pytest
from django.db import transaction
from django.utils import timezone

from northing.foundations.people.tests.make import NOON, make_organisation
from northing.interfaces.worker.asking import ask_audit
from northing.interfaces.worker.jobs.verification import draw_sample, plan_sample
from northing.interfaces.worker.running import Worker
from northing.interfaces.worker.tests.make_case import cleared_afterwards, in_tables, small_case
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.actions import drawing
from northing.stages.diagnose.verification.actions.drawing import Wanted
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.diagnose.verification.models import Seat, StoredSample
from northing.stages.diagnose.verification.tests.stored import said, say, sit

pytestmark = [pytest.mark.database, pytest.mark.either, pytest.mark.django_db]


@pytest.fixture
def amina():
    with cleared_afterwards():
        yield make_organisation()
        Seat.objects.all().delete()
        StoredSample.objects.all().delete()


def audited(amina, wish):
    audit = ask_audit(amina, wish, timezone.now())
    Worker().work_off()
    audit.refresh_from_db()
    assert audit.state == "done", audit.reason
    return audit


def put_off(job, sample):
    with transaction.atomic():
        job.enqueue(str(sample.id))
    Worker().work_off()
    return StoredSample.objects.get(id=sample.id)


def test_what_people_answered_stands_in_the_next_audit_once_it_is_closed_and_not_in_the_last(
    amina, tmp_path
):
    wish = in_tables(small_case(tmp_path / "small"), amina)
    first = audited(amina, wish)
    assert audits.content(first)["verification"]["samples"] == []
    sample, _ = drawing.plan(first.id, by=amina, at=NOON)
    put_off(plan_sample, sample)
    drawing.draw(sample, Wanted(8, 1), by=amina, at=NOON)
    sample = put_off(draw_sample, sample)
    assert sample.state == StoredSample.State.OPEN, sample.reason
    sit(sample, amina)
    asked = store.waiting(sample, "A")
    say(sample, amina, *(said(number, Answer.NEITHER, note="Amina") for number in asked))
    between = audits.content(audited(amina, wish))["verification"]
    assert [(one["id"], one["answered"]) for one in between["samples"]] == [(sample.name, 0)]
    assert (between["labels"], [one for one in between["cells"] if one["checked"]]) == (0, [])
    drawing.close(sample, by=amina, at=NOON)
    second = audited(amina, wish)
    told = audits.content(second)["verification"]["samples"]
    assert [(one["id"], one["answered"]) for one in told] == [(sample.name, len(asked))]
    assert audits.content(first)["verification"]["samples"] == []
    kept = audits.folder_of(second) / "case" / "verification" / f"{sample.name}.json"
    assert "Amina" not in kept.read_text("utf-8")
