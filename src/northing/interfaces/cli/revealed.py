"""`northing revealed`: which purpose do past choices show, beside the one that was stated?"""

from __future__ import annotations

from pathlib import Path

import typer

from northing.foundations.sources.reading import read
from northing.interfaces.cli.days import written_day
from northing.interfaces.cli.endings import BAD_CASE, REFUSED, end
from northing.interfaces.cli.reporting import leave_report
from northing.interfaces.reports.plain_json import as_json
from northing.stages.diagnose.revealed.facts import RevealedPurpose, TooLittle
from northing.stages.diagnose.revealed.intake import Asked, UnreadableChoices, asked_in
from northing.stages.diagnose.revealed.rules.revealing import revealed_purpose
from northing.stages.diagnose.revealed.section import (
    answer,
    interval,
    points,
    revealed_section,
    verdict,
)


def revealed(
    file: Path = typer.Argument(help="A CSV or XLSX table of choices with their options."),
    seed: int = typer.Option(0, "--seed", min=0, help="The seed of every draw."),
    out: Path | None = typer.Option(
        None, "--out", "-o", help="The folder the report goes to (page, PDF, workbook, JSON)."
    ),
    on: str | None = typer.Option(
        None, "--on", help="The day the report bears, as 2026-03-31; needed with --out."
    ),
    as_json_: bool = typer.Option(False, "--json", help="Say everything as JSON."),
) -> None:
    """Lay what the choices in FILE followed beside what was said to matter."""
    asked = _asked(file)
    names = {one.id: one.name for one in asked.dimensions}
    found = revealed_purpose(asked.choices, asked.dimensions, seed=seed)
    if out is not None:
        day = written_day(on, needed_with="--out")
        blocks = revealed_section(found, names)
        leave_report(out, "revealed", "Stated and revealed purpose", blocks, found, on=day)
    if as_json_:
        typer.echo(as_json(found), nl=False)
    else:
        _say(found, names)
    if isinstance(found, TooLittle):
        raise typer.Exit(REFUSED)


def _asked(file: Path) -> Asked:
    found = read(file.parent, Path(file.name))
    if found.refusals:
        end(BAD_CASE, [f"{one.place.path}: {one.reason} {one.remedy}" for one in found.refusals])
    rows = [
        (
            row.place.line or 0,
            {name.strip().casefold(): _said(cell) for name, cell in row.cells.items()},
        )
        for row in found.rows
    ]
    try:
        return asked_in(rows, [one.strip().casefold() for one in found.columns], file.name)
    except UnreadableChoices as error:
        end(BAD_CASE, error.complaints)


def _said(cell: object) -> str:
    return "" if cell is None else str(cell)


def _say(found: RevealedPurpose | TooLittle, names: dict[str, str]) -> None:
    typer.echo(answer(found, names))
    for one in found.weights if isinstance(found, RevealedPurpose) else ():
        typer.echo(
            f"  {names[one.dimension]}: stated {one.stated:.0%}, revealed "
            f"{interval(one.revealed)}, apart {points(one.apart)}: {verdict(one)}"
        )
