"""`northing ready`: is what change needs there, and on what record does that rest?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import typer

from northing.case import read_case
from northing.case_file import UnreadableCase
from northing.cycle import audit as run_cycle
from northing.interfaces.cli.days import day_of
from northing.interfaces.cli.endings import BAD_CASE, end
from northing.interfaces.cli.progress import progress
from northing.interfaces.cli.reporting import leave_report
from northing.interfaces.reports.json_readiness import readiness_json
from northing.interfaces.reports.plain_json import as_json
from northing.stages.diagnose.readiness.engine import ready as readiness_of
from northing.stages.diagnose.readiness.facts import Readiness
from northing.stages.diagnose.readiness.section import answer, readiness_section, why


def ready(
    case: Path = typer.Argument(help="The folder of a case, or its northing.toml."),
    root: Path | None = typer.Option(
        None, "--root", help="Where the case's files lie, if not beside it."
    ),
    on: str | None = typer.Option(
        None, "--on", help="The day it is asked for; the newest received date if not given."
    ),
    earlier: list[Path] = typer.Option(
        [], "--earlier", help="An audit.json that shows when words and deeds were last compared."
    ),
    said: list[str] = typer.Option(
        [], "--said", help="A question people answer with yes; without a record it stays unknown."
    ),
    out: Path | None = typer.Option(
        None, "--out", "-o", help="The folder the report goes to (page, PDF, workbook, JSON)."
    ),
    as_json_: bool = typer.Option(False, "--json", help="Say everything as JSON."),
) -> None:
    """Answer by the records of CASE whether what change needs is there."""
    with progress(is_quiet=True, as_json=False) as tell:
        try:
            content = read_case(case, root=root, tell=tell)
        except UnreadableCase as error:
            end(BAD_CASE, error.complaints)
        day = day_of(on, content)
        found = run_cycle(content, on=day, seed=0, tell=tell)
    answered = readiness_of(
        content.records,
        found.links.by_record(),
        audits=list(_days(earlier)),
        settled=found.links.settled,
        on=day,
        said=said,
    )
    if out is not None:
        _write(out, content.organisation, answered, found.redactor.redact)
    if as_json_:
        typer.echo(as_json(readiness_json(answered, found.redactor.redact)), nl=False)
    else:
        _say(answered)


def _days(earlier: Sequence[Path]) -> Iterator[tuple[str, date]]:
    for path in earlier:
        try:
            yield path.as_posix(), date.fromisoformat(json.loads(path.read_text("utf-8"))["on"])
        except (OSError, ValueError, KeyError, TypeError):
            end(BAD_CASE, [f"--earlier {path}: this is no audit.json of an earlier audit."])


def _write(out: Path, name: str, found: Readiness, redact: Callable[[str], str]) -> None:
    title = f"Is {name} ready for change?"
    blocks, content = readiness_section(found, redact), readiness_json(found, redact)
    leave_report(out, "readiness", title, blocks, content, on=found.on)


def _say(found: Readiness) -> None:
    typer.echo(answer(found))
    for one in found.answered:
        newest = f" ({one.rests_on[0].name})" if one.rests_on else ""
        typer.echo(f"  {one.answer:<8} {one.question.text} {why(one)}{newest}")
