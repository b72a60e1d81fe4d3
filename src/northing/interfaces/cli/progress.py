"""How far is it, for whoever watches a terminal, and for nobody else?"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from northing.cycle import Tell


@contextmanager
def progress(*, is_quiet: bool) -> Iterator[Tell]:
    """Yields the teller the readers and the cycle call; silent where nobody watches."""
    console = Console(stderr=True)
    if is_quiet or not sys.stderr.isatty():
        yield lambda *_: None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def tell(step: str, done: int, of: int) -> None:
            bar.update(task, description=step or "done", completed=done, total=of)

        yield tell
