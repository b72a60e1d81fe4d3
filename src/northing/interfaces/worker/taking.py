"""How is a file read outside of this program, and what did that give?"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_noop

from northing.foundations.sources.shelf import Shelf
from northing.interfaces.worker import reading
from northing.interfaces.worker.limits import Ended, calling, run_limited
from northing.stages.records.imports import store as imports
from northing.stages.records.imports.facts import taken_to_mean
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger.rules.stored import Cell

LOOK_BYTES, LOOK_SECONDS = 1 << 30, 60
LEFT_LYING = timedelta(days=1)
TAKE_BYTES, TAKE_SECONDS = 4 << 30, 1_800
BROKEN = gettext_noop(
    "The file makes its reader break off. Save it again in the program it comes from, as CSV or "
    "XLSX, and hand that in."
)
GONE = gettext_noop("The file is no longer on the shelf of this installation. Hand it in again.")


class Unreadable(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """The file as a whole cannot be read. Its text is the sentence that people read."""


Put = Callable[[list[list[Cell]], dict[str, Any]], None]
"""Is given some thousand records, each as the cells it is stored in, and how far the reader is."""


def shelf() -> Shelf:
    return Shelf(settings.HOME)


def looked_at(one: Import, said: Mapping[str, Any], known: Collection[str]) -> dict[str, Any]:
    """What its beginning would give, read as `said`. Raises `Unreadable`."""
    usual = _usual(one)
    with _laid_out(one) as root:
        arguments = (str(root), one.path, dict(said), sorted(known), usual)
        ended = run_limited(
            calling(reading.look, *arguments), memory=LOOK_BYTES, seconds=LOOK_SECONDS
        )
        return _account(root, ended, usual)


def taken_from(
    one: Import,
    said: Mapping[str, Any],
    known: Collection[str],
    *,
    put: Put,
    beat: Callable[[], None],
) -> dict[str, Any]:
    """The account of a file of which `put` gets all records, while its reader goes on reading.

    Raises `Unreadable`; then what was put in so far is no part of anything.
    """
    usual = _usual(one)
    with _laid_out(one) as root:
        arguments = (str(root), one.path, dict(said), sorted(known), usual)
        with _Chunks(root / reading.RECORDS, put) as chunks:
            ended = run_limited(
                calling(reading.take, *arguments),
                memory=TAKE_BYTES,
                seconds=TAKE_SECONDS,
                tell=chunks.heard,
                beat=beat,
            )
        return _account(root, ended, usual)


class _Chunks:
    """Takes what a reader wrote, as soon as it tells of it."""

    def __init__(self, place: Path, put: Put) -> None:
        self._place, self._put = place, put
        self._taken = 0

    def __enter__(self) -> _Chunks:
        self._place.touch()
        self._file = self._place.open(encoding="utf-8")
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def heard(self, told: dict[str, Any]) -> None:
        some: list[list[Cell]] = []
        while self._taken < int(told.get("chunks", 0)):
            some = json.loads(self._file.readline())
            self._taken += 1
            self._put(some, told)
        if not some:
            self._put(some, told)


@contextmanager
def _laid_out(one: Import) -> Iterator[Path]:
    """A folder that holds nothing but the file, under the path that evidence names."""
    beside = shelf().folder(one.organisation_id) / "reading"
    beside.mkdir(parents=True, exist_ok=True)
    _sweep(beside)
    with tempfile.TemporaryDirectory(dir=beside) as root:
        try:
            shelf().laid_out(one.organisation_id, one.id, Path(root), one.path)
        except FileNotFoundError as error:
            raise Unreadable(GONE) from error
        yield Path(root)


def _usual(one: Import) -> dict[str, Any]:
    """What a file that does not say it is taken to mean, as in the case; nobody's name."""
    usage, _ = imports.usage(one.organisation)
    return taken_to_mean(usage)


def _sweep(beside: Path) -> None:
    """What programs that were killed left lying goes after a day."""
    oldest = (timezone.now() - LEFT_LYING).timestamp()
    for left in beside.iterdir():
        with suppress(OSError):
            if left.stat().st_mtime < oldest:
                shutil.rmtree(left)


def _account(root: Path, ended: Ended, usual: Mapping[str, Any]) -> dict[str, Any]:
    """A file that gave no row at all is refused with the first of its reasons.

    What it was taken to mean is kept beside, to tell later whether that is still so.
    """
    if ended.limit:
        raise Unreadable(ended.sentence)
    if ended.code:
        raise Unreadable(BROKEN)
    account: dict[str, Any] = json.loads((root / reading.ACCOUNT).read_text("utf-8"))
    if not account["rows"]:
        first = account["refusals"][0] if account["refusals"] else None
        raise Unreadable(f"{first['reason']} {first['remedy']}" if first else BROKEN)
    return account | {"usual": dict(usual)}
