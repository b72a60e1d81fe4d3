"""`northing trail verify`: is an exported trail what was written?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

import typer

from northing.foundations.trail.exported import LONGEST_LINE, UnreadableExport, entries_in
from northing.foundations.trail.facts import Entry
from northing.foundations.trail.rules.chain import NOTHING, first_break, head_of
from northing.interfaces.cli.endings import BAD_CASE, NOTHING_READ, REFUSED, end
from northing.interfaces.cli.heads import head_in

app = typer.Typer(
    add_completion=False, help="What was done, by whom and when: is it what was written?"
)


@app.callback()
def trail() -> None:
    """What was done, by whom and when: is it what was written?"""


@app.command("verify")
def verify(
    file: Path = typer.Argument(help="The trail as the application exports it (JSON Lines)."),
    head: list[str] = typer.Option(
        [], "--head", help="A head written down earlier, as NUMBER:DIGEST."
    ),
) -> None:
    """Recompute every digest of an exported trail; needs neither the database nor the web extra."""
    anchors = [head_in(one, option="--head") for one in head]
    last = _Last()
    try:
        with file.open(encoding="utf-8") as lines:
            broken = first_break(last.watch(entries_in(_bounded(lines))), anchors=anchors)
    except UnreadableExport as error:
        end(BAD_CASE, [str(error)])
    except (OSError, UnicodeDecodeError) as error:
        end(NOTHING_READ, [f"{file} cannot be read: {error}."])
    if broken:
        end(REFUSED, [f"Entry {broken.sequence}: {broken.reason}."])
    if last.head == NOTHING:
        end(NOTHING_READ, [f"{file} holds no entry."])
    typer.echo(f"{last.head.sequence} entries are as they were written.")
    typer.echo(f"head {last.head.sequence}:{last.head.digest}")


class _Last:
    """Remembers the head of what went past."""

    def __init__(self) -> None:
        self.head = NOTHING

    def watch(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        for entry in entries:
            self.head = head_of(entry)
            yield entry


def _bounded(file: TextIO) -> Iterator[str]:
    """A line without an end would fill the memory: it is read in parts and then refused."""
    while line := file.readline(LONGEST_LINE + 1):
        yield line
