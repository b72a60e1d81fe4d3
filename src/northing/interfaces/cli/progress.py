"""How far is it, for whoever watches a terminal or asked for JSON, and for nobody else?"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from northing.cycle import Step, Tell

_AT_MOST_EVERY = 0.5  # seconds between two lines of one step


class Paced(NamedTuple):
    """A step, with records per second and seconds left where they can be told."""

    step: Step
    per_second: float | None
    seconds_left: float | None

    @property
    def share(self) -> float:
        return self.step.done / self.step.of if self.step.of else 0.0


class Pace:
    """Measures each step from its first word on; a step that knows its pace is believed."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._first: Step | None = None
        self._began = 0.0

    def of(self, step: Step) -> Paced:
        now = self._clock()
        if self._first is None or self._first.doing != step.doing:
            self._first, self._began = step, now
        seconds = now - self._began
        records, done = step.records - self._first.records, step.done - self._first.done
        pace = records / seconds if seconds > 0 and records > 0 else None
        left = seconds * (step.of - step.done) / done if seconds > 0 and done > 0 else None
        if step.per_second is not None:
            pace, left = step.per_second, step.seconds_left
        return Paced(step, pace, left)


@contextmanager
def progress(*, is_quiet: bool, as_json: bool = False) -> Iterator[Tell]:
    """Yields the teller the readers and the cycle call.

    As JSON: one object a line on standard error, two lines a second at most. Else a bar where
    standard error is a terminal, and nothing elsewhere.
    """
    if is_quiet or not (as_json or sys.stderr.isatty()):
        yield lambda _: None
    elif as_json:
        yield Lines()
    else:
        with _bar() as tell:
            yield tell


class Lines:
    """Writes one JSON object a line; the first and the last word of each step always."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        write: Callable[[str], object] | None = None,
    ) -> None:
        self._clock, self._pace = clock, Pace(clock)
        self._write = write or _to_stderr
        self._last: tuple[str, float] = ("", 0.0)

    def __call__(self, step: Step) -> None:
        doing, at = self._last
        now = self._clock()
        if step.doing == doing and step.done < step.of and now - at < _AT_MOST_EVERY:
            return
        self._last = (step.doing, now)
        self._write(json.dumps(as_object(self._pace.of(step)), ensure_ascii=False))


def as_object(paced: Paced) -> dict[str, object]:
    """What stands on a line: null where it cannot be told."""
    left, pace = paced.seconds_left, paced.per_second
    return {
        "step": paced.step.doing,
        "source": paced.step.source,
        "share": round(paced.share, 4),
        "records": paced.step.records,
        "records_per_second": None if pace is None else round(pace),
        "seconds_left": None if left is None else round(left, 1),
    }


def words_of(paced: Paced) -> str:
    """What stands behind the bar."""
    parts = [f"{paced.step.records:,} records"] if paced.step.records else []
    parts += [] if paced.per_second is None else [f"{paced.per_second:,.0f} a second"]
    parts += [] if paced.seconds_left is None else [f"{paced.seconds_left:,.0f} s left"]
    return ", ".join(parts)


def _to_stderr(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


@contextmanager
def _bar() -> Iterator[Tell]:
    pace = Pace()
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[words]}", markup=False),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None, words="")

        def tell(step: Step) -> None:
            named = f"{step.doing} {step.source}".strip()
            shown = "".join(one if one.isprintable() else "?" for one in named)
            bar.update(
                task,
                description=shown,
                completed=step.done,
                total=step.of or None,
                words=words_of(pace.of(step)),
            )

        yield tell
