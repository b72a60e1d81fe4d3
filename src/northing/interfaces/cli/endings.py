"""How does a run end when it cannot go on?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

import typer

BAD_CASE = 2
NOTHING_READ = 3
CANNOT_WRITE = 4
REFUSED = 5


def end(code: int, sentences: Iterable[str]) -> NoReturn:
    """Say each sentence on standard error and leave with the documented code."""
    for sentence in sentences:
        typer.echo(sentence, err=True)
    raise typer.Exit(code)
