"""How is a sample planned, drawn and reckoned with, beside the pages?"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from northing.foundations.sources.shelf import Shelf
from northing.interfaces.reports.labels_json import labels_json
from northing.interfaces.worker.limits import run_limited
from northing.interfaces.worker.queue import Beat, Unable, job
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.actions import drawing
from northing.stages.diagnose.verification.models import StoredSample

MEMORY, SECONDS = 2 << 30, 3_600
CHILD = "northing.interfaces.worker.children.sampling"
"""Named, not imported: what it needs to read and link weighs more than the pages."""
NO_CASE = gettext_noop(
    "The case of this audit is no longer on this machine. Run the audit again, and draw from that."
)
NOTHING_TO_ASK = gettext_noop("This audit has no record that people could be asked about.")


def _failed(sample: str, sentence: str) -> None:
    drawing.fail(UUID(sample), sentence, at=timezone.now())


@job(failed=_failed)
def plan_sample(beat: Beat, sample: str) -> None:
    """How precise would the figures be after how many answers?"""
    row = StoredSample.objects.select_related("audit").get(id=sample)
    found = _child(beat, row, "plan", [])
    if not found["pairs"]:
        raise Unable(NOTHING_TO_ASK)
    with transaction.atomic():
        beat.guard()
        drawing.keep_plan(row.id, found)
        beat.finish()


@job(failed=_failed)
def draw_sample(beat: Beat, sample: str) -> None:
    """The pairs, and each as people are shown it."""
    row = StoredSample.objects.select_related("audit").get(id=sample)
    wishes = {"size": row.size, "seed": row.seed, "coders": row.coders}
    found = _child(beat, row, "draw", [wishes])
    if not found["questions"]:
        raise Unable(NOTHING_TO_ASK)
    with transaction.atomic():
        beat.guard()
        drawing.keep_drawing(row.id, found["content"], found["questions"], at=timezone.now())
        beat.finish()


@job
def reckon_with_answers(beat: Beat, sample: str) -> None:
    """What do the answers so far say of the figures? Of no consequence where it fails."""
    row = StoredSample.objects.select_related("audit").get(id=sample)
    labelled = store.labelled(row)
    with TemporaryDirectory() as folder:
        labels = Path(folder) / "labels.json"
        labels.write_text(labels_json(labelled), "utf-8")
        found = _child(beat, row, "reckon", [str(labels)])
    with transaction.atomic():
        beat.guard()
        drawing.keep_progress(row.id, {**found, "answers": len(labelled.labels)})
        beat.finish()


def _telling(sample: UUID) -> Callable[[dict[str, Any]], None]:
    """Keeps how far it is, at most once a second; of no consequence once it is done."""
    kept_at = float("-inf")

    def tell(told: dict[str, Any]) -> None:
        nonlocal kept_at
        if monotonic() - kept_at >= 1:
            kept_at = monotonic()
            drawing.tell(sample, told)

    return tell


def _child(beat: Beat, row: StoredSample, function: str, more: list[Any]) -> Mapping[str, Any]:
    """What the function of the child leaves, of the case of the sample's audit."""
    if row.audit is None:
        raise Unable(NO_CASE)
    case = Shelf(settings.HOME).folder(row.organisation_id) / "audits" / str(row.audit_id) / "case"
    if not case.is_dir():
        raise Unable(NO_CASE)
    day = [] if function == "reckon" else [row.audit.on.isoformat()]
    with TemporaryDirectory() as folder:
        out = Path(folder) / "found.json"
        given = json.dumps([str(case), *day, *more, str(out)])
        called = [sys.executable, "-m", "northing.interfaces.worker.called"]
        ended = run_limited(
            [*called, f"{CHILD}:{function}", given],
            memory=MEMORY,
            seconds=SECONDS,
            beat=beat,
            tell=_telling(row.id),
        )
        if ended.limit:
            raise Unable(ended.sentence)
        if ended.code:
            raise RuntimeError(ended.said)
        found: Mapping[str, Any] = json.loads(out.read_text("utf-8"))
    return found
