"""How are priorities and budgets worked out beside the pages, within bounds?"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from northing.interfaces.worker.limits import run_limited
from northing.interfaces.worker.queue import Beat, Unable, job
from northing.stages.decide.budget import actions as budgets
from northing.stages.decide.budget.models import StoredBudget
from northing.stages.decide.priorities import actions as priorities
from northing.stages.decide.priorities import store as given
from northing.stages.decide.priorities.models import StoredPriorities
from northing.stages.decide.studies import actions as studies
from northing.stages.decide.studies.models import Study

MEMORY, SECONDS = 2 << 30, 600
CHILD = "northing.interfaces.worker.children.planning"
"""Named, not imported: what it needs to solve weighs more than the pages."""
NO_END = gettext_noop(
    "No answer was found within the time and the memory there is. Ask about fewer options or "
    "lines, or leave out what does not tell them apart."
)


def _priorities_failed(study: str, sentence: str) -> None:
    row = StoredPriorities.objects.get(id=UUID(study))
    studies.fail(row, priorities.KIND, sentence, at=timezone.now())


def _budget_failed(study: str, sentence: str) -> None:
    row = StoredBudget.objects.get(id=UUID(study))
    studies.fail(row, budgets.KIND, sentence, at=timezone.now())


@job(failed=_priorities_failed)
def work_out_priorities(beat: Beat, study: str) -> None:
    """From what is asked, with the weights of all who gave any, to an order."""
    row = StoredPriorities.objects.get(id=UUID(study))
    if not _begun(beat, row):
        return
    wish = {"asked": row.asked, "seed": row.seed, "weights": given.weights_of(row)}
    found = _child(beat, row, "priorities", wish)
    _keep(beat, row, priorities.KIND, lambda: found)


@job(failed=_budget_failed)
def work_out_budget(beat: Beat, study: str) -> None:
    """From lines and limits to a budget, after the cut that was asked for last."""
    row = StoredBudget.objects.get(id=UUID(study))
    if not _begun(beat, row):
        return
    wish = {"asked": row.asked, "seed": row.seed, "cut": str(row.cut)}
    found = {budgets.key_of(row.cut): _child(beat, row, "budget", wish)}
    _keep(beat, row, budgets.KIND, lambda: budgets.with_cut(row, found))


def _begun(beat: Beat, row: Study) -> bool:
    with transaction.atomic():
        beat.guard()
        return studies.begin(row)


def _keep(
    beat: Beat, row: Study, kind: studies.Kind, result: Callable[[], Mapping[str, Any]]
) -> None:
    with transaction.atomic():
        beat.guard()
        studies.finish(row, kind, result(), at=timezone.now())
        beat.finish()


def _child(beat: Beat, row: Study, function: str, wish: Mapping[str, Any]) -> Mapping[str, Any]:
    with TemporaryDirectory() as folder:
        asked, out = Path(folder) / "asked.json", Path(folder) / "found.json"
        asked.write_text(json.dumps(wish), "utf-8")
        arguments = json.dumps([str(asked), str(out)])
        ended = run_limited(
            [sys.executable, "-m", "northing.interfaces.worker.called", f"{CHILD}:{function}",
             arguments],
            memory=MEMORY, seconds=SECONDS, beat=beat, tell=lambda told: studies.tell(row, told),
        )  # fmt: skip
        if ended.limit:
            raise Unable(NO_END)
        if ended.code:
            raise RuntimeError(ended.said)
        found: Mapping[str, Any] = json.loads(out.read_text("utf-8"))
    return found
