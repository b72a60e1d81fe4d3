"""`northing budget`: what would a budget true to the mission look like, also with less?"""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import typer

from northing.foundations.documents.blocks import Block
from northing.foundations.documents.formula_safe import formula_safe
from northing.interfaces.cli.asked_files import asked_file
from northing.interfaces.cli.current_budget import current_file
from northing.interfaces.cli.days import written_day
from northing.interfaces.cli.endings import BAD_CASE, REFUSED, end
from northing.interfaces.cli.reporting import leave_report
from northing.interfaces.reports.plain_json import as_json
from northing.stages.decide.budget.facts import Conflict, Cut, Exchange, Proposal
from northing.stages.decide.budget.intake.asked import AskedBudget, UnreadableBudget, asked_in
from northing.stages.decide.budget.rules.cutting import cut
from northing.stages.decide.budget.rules.exchanging import exchanges
from northing.stages.decide.budget.rules.proposing import propose
from northing.stages.decide.budget.section.telling import (
    cents,
    conflict_section,
    cut_section,
    exchanges_section,
    proposal_section,
)

Found = Proposal | Cut | Conflict


def budget(
    file: Path | None = typer.Argument(None, help="A TOML file of lines and limits."),
    from_case: Path | None = typer.Option(
        None,
        "--from",
        metavar="CASE",
        help="Write the current budget of a case as such a file, to be gone on with.",
    ),
    cut_by: float | None = typer.Option(
        None, "--cut", min=0, max=100, help="Propose for so many percent less than the total."
    ),
    exchange: bool = typer.Option(
        False, "--exchange", help="Also list what more money back would cost the mission."
    ),
    out: Path | None = typer.Option(
        None, "--out", "-o", help="The folder the report goes to (page, PDF, workbook, JSON, CSV)."
    ),
    seed: int = typer.Option(0, "--seed", min=0, help="The seed of every draw."),
    on: str | None = typer.Option(
        None, "--on", help="The day the report bears, as 2026-03-31; needed with --out."
    ),
    as_json_: bool = typer.Option(False, "--json", help="Say everything as JSON."),
) -> None:
    """Propose the budget that does most for the mission and keeps every limit in FILE."""
    if from_case is not None:
        typer.echo(current_file(from_case), nl=False)
        return
    if file is None:
        end(BAD_CASE, ["Name a file of lines and limits, or a case with --from."])
    content, rows = asked_file(file, "budget")
    try:
        asked = asked_in(content, rows, file.name)
    except UnreadableBudget as error:
        end(BAD_CASE, error.complaints)
    found: Found = (
        propose(asked.lines, asked.limits)
        if cut_by is None
        else cut(asked.lines, asked.limits, percent=cut_by, seed=seed)
    )
    limits = found.proposal.limits if isinstance(found, Cut) else asked.limits
    traded = exchanges(asked.lines, limits) if exchange else ()
    edge = () if isinstance(traded, Conflict) else traded
    if out is not None:
        _write(out, asked, found, edge, on=written_day(on, needed_with="--out"))
    if as_json_:
        typer.echo(as_json({"found": found, "exchanges": edge}), nl=False)
    else:
        _say(asked, found)
    if isinstance(found, Conflict):
        raise typer.Exit(REFUSED)


def _blocks(asked: AskedBudget, found: Found, edge: tuple[Exchange, ...]) -> list[Block]:
    currency = asked.currency
    if isinstance(found, Conflict):
        return list(conflict_section(found, currency=currency))
    if isinstance(found, Cut):
        blocks = cut_section(found, asked.names, currency=currency)
    else:
        blocks = proposal_section(found, asked.names, currency=currency)
    return [*blocks, *(exchanges_section(edge, currency=currency) if edge else ())]


def _write(
    out: Path, asked: AskedBudget, found: Found, edge: tuple[Exchange, ...], *, on: date
) -> None:
    whole = {"found": found, "exchanges": edge}
    sheet = {} if isinstance(found, Conflict) else {"budget.csv": _sheet(found).encode()}
    blocks = _blocks(asked, found, edge)
    leave_report(out, "budget", asked.title, blocks, whole, on=on, beside=sheet)


def _sheet(found: Proposal | Cut) -> str:
    """The proposed budget with its differences, as a spreadsheet reads it."""
    proposal = found.proposal if isinstance(found, Cut) else found
    room = io.StringIO()
    sheet = csv.writer(room, lineterminator="\r\n")
    sheet.writerow(["id", "name", "now", "proposed", "change"])
    for one in proposal.given:
        amounts = (f"{amount / 100:.2f}" for amount in (one.line.now, one.amount, one.change))
        sheet.writerow([formula_safe(one.line.id), formula_safe(one.line.name), *amounts])
    return room.getvalue()


def _say(asked: AskedBudget, found: Found) -> None:
    if isinstance(found, Conflict):
        typer.echo(f"No budget of {cents(found.budget, asked.currency)} keeps all of:", err=True)
        for limit in found.limits:
            typer.echo(f"  {limit}", err=True)
        return
    proposal = found.proposal if isinstance(found, Cut) else found
    for one in proposal.given:
        typer.echo(
            f"{cents(one.amount, asked.currency):>16}  {one.line.name} "
            f"(today {cents(one.line.now, asked.currency)})"
        )
    typer.echo(
        f"{cents(proposal.spent, asked.currency):>16}  spent, "
        f"{cents(proposal.left, asked.currency)} left"
    )
