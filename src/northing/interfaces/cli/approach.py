"""`northing approach`: should change begin at the top, at the front line, or at both?"""

from __future__ import annotations

from pathlib import Path

import typer

from northing.interfaces.cli.asked_files import asked_file
from northing.interfaces.cli.days import written_day
from northing.interfaces.cli.endings import BAD_CASE, end
from northing.interfaces.cli.reporting import leave_report
from northing.interfaces.reports.plain_json import as_json
from northing.stages.clarify.approach.facts import Advice
from northing.stages.clarify.approach.intake import UnreadableAnswers, asked_in
from northing.stages.clarify.approach.rules.advising import advice
from northing.stages.clarify.approach.rules.questions import QUESTIONS
from northing.stages.clarify.approach.section import answer, approach_section, ranked, turned


def approach(
    file: Path = typer.Argument(help="A TOML file of answers with their evidence."),
    out: Path | None = typer.Option(
        None, "--out", "-o", help="The folder the report goes to (page, PDF, workbook, JSON)."
    ),
    on: str | None = typer.Option(
        None, "--on", help="The day the report bears, as 2026-03-31; needed with --out."
    ),
    as_json_: bool = typer.Option(False, "--json", help="Say everything as JSON."),
) -> None:
    """Say which approach the answers in FILE speak for, and how little would turn that."""
    content, _ = asked_file(file, "approach")
    try:
        asked = asked_in(content, QUESTIONS, file.name)
    except UnreadableAnswers as error:
        end(BAD_CASE, error.complaints)
    found = advice(QUESTIONS, asked.replies)
    if out is not None:
        blocks = approach_section(found, QUESTIONS, asked.replies)
        day = written_day(on, needed_with="--out")
        leave_report(out, "approach", asked.title, blocks, found, on=day)
    if as_json_:
        typer.echo(as_json(found), nl=False)
    else:
        _say(found)


def _say(found: Advice) -> None:
    typer.echo(answer(found))
    for one in ranked(found):
        typer.echo(f"  {one.approach:<11} {one.points:+.2f} ({one.low:+.2f} to {one.high:+.2f})")
    for flag in found.flags:
        typer.echo(f"First: {flag}")
    typer.echo(turned(found, {one.id: one.text for one in QUESTIONS}))
    if found.open:
        typer.echo(
            f"{len(found.open)} of {len(QUESTIONS)} without evidence: {', '.join(found.open)}"
        )
