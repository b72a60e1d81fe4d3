"""Does the job draw what anybody draws again from the same case, and say why it cannot?"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from northing.foundations.people.tests.make import NOON, make_organisation
from northing.interfaces.worker.jobs.verification import (
    NO_CASE,
    draw_sample,
    plan_sample,
    reckon_with_answers,
)
from northing.interfaces.worker.running import Worker
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.actions import drawing
from northing.stages.diagnose.verification.actions.drawing import Wanted
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.diagnose.verification.models import Seat, StoredSample
from northing.stages.diagnose.verification.tests.stored import make_audit, said, say, sit

pytestmark = [pytest.mark.database, pytest.mark.django_db]
EXAMPLE = Path(__file__).parents[5] / "examples" / "harbour_health"
SIZE = 60


@pytest.fixture
def amina():
    yield make_organisation()
    Seat.objects.all().delete()
    StoredSample.objects.all().delete()
    StoredAudit.objects.all().delete()


@pytest.fixture
def case(amina):
    """The case of a done audit, where the worker looks for it."""
    audit = make_audit(amina)
    folder = settings.HOME / "organisations" / str(amina.organisation_id) / "audits"
    found = folder / str(audit.id) / "case"
    shutil.copytree(EXAMPLE, found)
    yield found
    shutil.rmtree(folder)


def put_off(job, sample):
    with transaction.atomic():
        job.enqueue(str(sample.id))
    Worker(pause_seconds=0.05).work_off()
    return StoredSample.objects.get(id=sample.id)


def drawn(amina, coders=2):
    sample, _ = drawing.plan(StoredAudit.objects.get().id, by=amina, at=NOON)
    sample = put_off(plan_sample, sample)
    assert sample.state == StoredSample.State.PLANNED, sample.reason
    drawing.draw(sample, Wanted(SIZE, coders), by=amina, at=NOON)
    return put_off(draw_sample, sample)


@pytest.mark.either
def test_a_sample_is_planned_drawn_answered_and_reckoned_with(amina, case, tmp_path):
    sample = drawn(amina)
    assert sample.state == StoredSample.State.OPEN, sample.reason
    assert [one["size"] for one in sample.plan["sizes"]] == [50, 100, 200, 400]
    again = by_the_command_line(tmp_path, StoredAudit.objects.get().on.isoformat())
    assert again["sample"]["pairs"] == sample.content["sample"]["pairs"]
    assert again["sample"]["id"] == sample.name
    shown = store.questions(sample).first().content
    assert shown["promise"]
    assert shown["record"]
    sit(sample, amina)
    asked = store.waiting(sample, "A")
    say(sample, amina, *(said(number, Answer.ADVANCES) for number in asked))
    sample = put_off(reckon_with_answers, sample)
    assert sample.progress["answers"] == len(asked)
    assert sample.progress["rule"] == "undecidable"
    assert {one["channel"] for one in sample.progress["channels"]} >= {"money", "decisions"}


def by_the_command_line(tmp_path, day):
    copy = tmp_path / "case"
    shutil.copytree(EXAMPLE, copy)
    options = ["--size", str(SIZE), "--seed", "0", "--coders", "2", "--on", day, "--json"]
    subprocess.run(
        [sys.executable, "-m", "northing", "sample", str(copy), *options],
        check=True, capture_output=True,
    )  # fmt: skip
    return json.loads(next((copy / "verification").glob("*.json")).read_text("utf-8"))


def test_a_case_that_is_gone_fails_the_sample_with_a_sentence(amina):
    make_audit(amina)
    sample, _ = drawing.plan(StoredAudit.objects.get().id, by=amina, at=timezone.now())
    found = put_off(plan_sample, sample)
    assert (found.state, found.reason) == (StoredSample.State.FAILED, NO_CASE)


def test_a_case_without_records_fails_the_sample_with_a_sentence(amina, case):
    shutil.rmtree(case)
    case.mkdir()
    (case / "northing.toml").write_text('[organisation]\nname = "Harbour Health"\n', "utf-8")
    sample, _ = drawing.plan(StoredAudit.objects.get().id, by=amina, at=NOON)
    found = put_off(plan_sample, sample)
    assert found.state == StoredSample.State.FAILED
    assert found.reason
