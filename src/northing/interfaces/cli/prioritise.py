"""`northing prioritise`: what comes first, and how sure is that?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import typer

from northing.foundations.documents.blocks import Block, Heading
from northing.foundations.documents.numbers import percent
from northing.foundations.methods.estimate import Estimate
from northing.interfaces.cli.asked_files import asked_file
from northing.interfaces.cli.days import written_day
from northing.interfaces.cli.endings import BAD_CASE, end
from northing.interfaces.cli.reporting import leave_report
from northing.interfaces.reports.plain_json import as_json
from northing.stages.decide.priorities.engine import mapped, ranked
from northing.stages.decide.priorities.facts import Matrix, Ranking
from northing.stages.decide.priorities.intake.asked import Asked, UnreadablePriorities, asked_in
from northing.stages.decide.priorities.section import (
    matrix_section,
    measure_words,
    ranking_section,
)


def prioritise(
    file: Path = typer.Argument(help="A TOML file of criteria and options."),
    out: Path | None = typer.Option(
        None, "--out", "-o", help="The folder the report goes to (page, PDF, workbook, JSON)."
    ),
    seed: int = typer.Option(0, "--seed", min=0, help="The seed of every draw."),
    on: str | None = typer.Option(
        None, "--on", help="The day the report bears, as 2026-03-31; needed with --out."
    ),
    as_json_: bool = typer.Option(False, "--json", help="Say everything as JSON."),
) -> None:
    """Rank the options in FILE by what they are worth, and say what would turn the order."""
    content, rows = asked_file(file, "priorities")
    try:
        asked = asked_in(content, rows, file.name)
    except UnreadablePriorities as error:
        end(BAD_CASE, error.complaints)
    ranking, matrix = ranked(asked, seed=seed), mapped(asked, seed=seed)
    whole = {"ranking": ranking, "matrix": matrix}
    if out is not None:
        _write(out, asked, ranking, matrix, on=written_day(on, needed_with="--out"))
    if as_json_:
        typer.echo(as_json(whole), nl=False)
        return
    _say(ranking, matrix)


def _write(
    out: Path, asked: Asked, ranking: Ranking | None, matrix: Matrix | None, *, on: date
) -> None:
    blocks: list[Block] = []
    if matrix is not None and asked.matrix is not None:
        blocks += [Heading("What carries both money and mission?")]
        blocks += matrix_section(matrix, currency=asked.matrix.currency)
    if ranking is not None:
        blocks += [Heading("What comes first?"), *ranking_section(ranking, asked.names)]
    whole = {"ranking": ranking, "matrix": matrix}
    leave_report(out, "priorities", asked.title, blocks, whole, on=on)


def _say(ranking: Ranking | None, matrix: Matrix | None) -> None:
    for spot in matrix.spots if matrix else ():
        front = "on the front" if spot.on_front else "behind" if spot.front is not None else "?"
        typer.echo(
            f"{front:>12}  {spot.project.name}: return {measure_words(spot.returned, decimals=0)}, "
            f"advancement {measure_words(spot.advancement)}"
        )
    for one in ranking.placed if ranking else ():
        leads = one.leads
        under = percent(leads.value, decimals=0) if isinstance(leads, Estimate) else "unknown"
        tied = f", tied with {', '.join(one.tied_with)}" if one.tied_with else ""
        typer.echo(
            f"{one.rank:>3}. {one.option.name}: {measure_words(one.value)}, "
            f"first under {under} of all weights{tied}"
        )
    for out in ranking.vetoed if ranking else ():
        typer.echo(f"  -. {out.option.name}: does not keep the limit on {out.criterion}")
