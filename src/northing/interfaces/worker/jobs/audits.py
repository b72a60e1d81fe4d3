"""How is an audit run, so that it can be killed at any line and still ends once?

The command line does the work, in a program of its own with limits of its own; what it leaves are
files. An audit that was broken off goes on where it stopped, from the case as it was first
written. Only what was found becomes rows, and only by whoever holds the job.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import Any

import pyarrow.parquet as pq
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from northing.interfaces.reports.languages import ENGLISH, LANGUAGES
from northing.interfaces.worker.case_folder import write_case
from northing.interfaces.worker.limits import Ended, run_limited
from northing.interfaces.worker.queue import Beat, Unable, job
from northing.stages.diagnose.audits import actions, store
from northing.stages.diagnose.audits.facts import Wish, wish_in
from northing.stages.diagnose.audits.models import StoredAudit, StoredLink
from northing.stages.diagnose.audits.rules.cells import summary_of

CASE, OUT, EARLIER = "case", "out", "earlier.json"
A_CHUNK = 2_000
TOLD_EVERY_SECONDS = 0.5
SENTENCES = (2, 3, 4)
"""Codes with which the command line ends after it said, in a sentence, why it could not go on."""
SHELL = 'exec env -u DATABASE_URL -u SECRET_KEY -u EMAIL_PASSWORD nice -n 5 "$@" 2>&1'
"""The command with its progress and its sentences on one stream, without our secrets."""
ENDED_BADLY = gettext_noop(
    "The audit ended with an error that nobody foresaw. Ask for it again; if it ends so again, "
    "whoever runs the installation finds the reason in its log."
)

LOOKS_BACK_AT_ALTERED = gettext_noop(
    "A new audit looks back at the newest issued one, and a file of that one was altered or is "
    "gone. Ask whoever runs the installation to take it back from a back-up; then ask again."
)


def _failed(audit_id: str, sentence: str) -> None:
    actions.fail(StoredAudit.objects.get(id=audit_id), sentence, at=timezone.now())


@job(failed=_failed)
def run_audit(beat: Beat, audit_id: str) -> None:
    """From the rows of an organisation to an audit that is done."""
    audit = StoredAudit.objects.select_related("organisation").get(id=audit_id)
    wish = wish_in(audit.on, audit.wish)
    with transaction.atomic():
        beat.guard()
        actions.begin(audit)
    folder = store.folder_of(audit)
    lay_out(audit, wish, folder)
    ended = _run(beat, audit, command_of(audit, wish, folder))
    if ended.code or ended.limit:
        raise Unable(_why(ended))
    out = folder / OUT
    _keep_links(beat, audit, out / "links.parquet")
    content = json.loads((out / store.CONTENT).read_bytes())
    outcome = actions.Outcome(
        files={one.name: _digest(one) for one in sorted(out.iterdir()) if one.is_file()},
        summary=summary_of(content),
        findings=content["findings"],
    )
    with transaction.atomic():
        beat.guard()
        actions.finish(audit, outcome, at=timezone.now())
        beat.finish()


def lay_out(audit: StoredAudit, wish: Wish, folder: Path) -> None:
    """The case, unless an attempt before wrote it: what is audited does not change on the way."""
    if (folder / CASE).is_dir():
        return
    folder.mkdir(parents=True, exist_ok=True)
    before = store.newest(audit.organisation, issued=True)
    if before:
        sources = _read_before(_content(before), wish)
        (folder / EARLIER).write_text(json.dumps({"sources": sources}), "utf-8")
    write_case(audit.organisation, folder / CASE, wish)


def _content(before: StoredAudit) -> dict[str, Any]:
    """Without it nobody would see what is missing now and was there: so it is not left out."""
    try:
        return store.content(before)
    except store.Altered as error:
        raise Unable(LOOKS_BACK_AT_ALTERED) from error


def _read_before(content: Mapping[str, Any], wish: Wish) -> list[dict[str, Any]]:
    """What the newest issued audit read of the channels that are asked for now."""
    wanted = set(wish.channels)
    return [
        {key: one[key] for key in ("path", "channel", "rows_read", "total")}
        for one in content["sources"]
        if not wanted or one["channel"] in wanted
    ]


def command_of(audit: StoredAudit, wish: Wish, folder: Path) -> list[str]:
    """What a person would type; `--resume` goes on where an attempt before stopped."""
    earlier = folder / EARLIER
    typed = [
        *("audit", str(folder / CASE), "--out", str(folder / OUT), "--json", "--resume"),
        *("--on", wish.on.isoformat(), "--seed", str(wish.seed)),
        *("--anchor", f"{audit.trail_sequence}:{audit.trail_digest}"),
        *(("--earlier", str(earlier)) if earlier.exists() else ()),
        *(word for one in report_languages(wish) for word in ("--report-language", one)),
    ]
    return ["/bin/sh", "-c", SHELL, "sh", sys.executable, "-m", "northing", *typed]


def report_languages(wish: Wish) -> tuple[str, ...]:
    """English, which alone is issued; beside it what its people write or whoever asked reads."""
    wanted = {ENGLISH, wish.language, wish.report_language}
    return tuple(one for one in LANGUAGES if one in wanted)


def _run(beat: Beat, audit: StoredAudit, command: list[str]) -> Ended:
    return run_limited(
        command,
        memory=settings.AUDIT_BYTES,
        seconds=settings.AUDIT_SECONDS,
        tell=_teller(audit),
        beat=beat,
    )


def _teller(audit: StoredAudit) -> Callable[[dict[str, Any]], None]:
    """Writes down how far it is, twice a second at most; a new step always."""
    last: list[Any] = ["", 0.0]

    def tell(told: dict[str, Any]) -> None:
        now = monotonic()
        if "step" in told and (told["step"] != last[0] or now - last[1] > TOLD_EVERY_SECONDS):
            last[:] = told["step"], now
            actions.tell(audit, told)

    return tell


def _why(ended: Ended) -> str:
    """The command line's own sentence where it ended with one."""
    if ended.limit is None and ended.code in SENTENCES and ended.said.strip():
        return ended.said.strip()[-600:]
    return ended.sentence if ended.limit else ENDED_BADLY


def _keep_links(beat: Beat, audit: StoredAudit, path: Path) -> None:
    """In many short transactions: a long one would keep everybody else from writing.

    What an attempt before left is cleared first. Nobody is shown links of an audit that is not
    done.
    """
    while _guarded(beat, partial(actions.clear_links, audit, most=A_CHUNK)):
        pass
    rows = _links(audit, path)
    while some := list(islice(rows, A_CHUNK)):
        _guarded(beat, partial(actions.keep_links, some))


def _guarded(beat: Beat, write: Callable[[], int]) -> int:
    beat()
    with transaction.atomic():
        beat.guard()
        return write()


def _links(audit: StoredAudit, path: Path) -> Iterator[StoredLink]:
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=A_CHUNK):
            for row in batch.to_pylist():
                yield actions.link_of(audit, row)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        found = sha256()
        while piece := file.read(1 << 20):
            found.update(piece)
        return found.hexdigest()
