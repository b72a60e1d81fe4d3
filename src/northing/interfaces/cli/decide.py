"""`northing decide`: do the decisions in a repository pass their test, and who answers for them?"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import typer

from northing.case_file import UnreadableCase, find_case, read_case_file
from northing.foundations.documents.formula_safe import formula_safe
from northing.interfaces.cli.days import written_day
from northing.interfaces.cli.endings import BAD_CASE, NOTHING_READ, REFUSED, end
from northing.interfaces.cli.leaving import leave
from northing.interfaces.reports.plain_json import as_json
from northing.stages.decide.purpose_test.facts import Filter, Promise, Recorded
from northing.stages.decide.purpose_test.intake.filters import UnreadableFilters, filters_in
from northing.stages.decide.purpose_test.intake.pages import Complaint, page_of
from northing.stages.decide.purpose_test.rules.publishing import published
from northing.stages.decide.purpose_test.rules.reading_through import (
    complaints_of,
    complaints_of_all,
)
from northing.stages.decide.purpose_test.rules.replaying import replayed
from northing.stages.decide.purpose_test.rules.testing import result_of

FILTERS = "filters.toml"
LARGEST = 1_000_000

app = typer.Typer(
    add_completion=False, help="Are decisions tested against the mission, and signed by somebody?"
)


@app.command("check")
def check(
    folder: Path = typer.Argument(help="A folder of Markdown pages, one a decision."),
    case: Path = typer.Option(
        Path(), "--case", help="The case with the commitments (northing.toml or its folder)."
    ),
    on: str | None = typer.Option(
        None, "--on", help="The day reviews are held against, as 2026-03-31. Required."
    ),
    as_json_: bool = typer.Option(False, "--json", help="Say everything as JSON."),
) -> None:
    """Read every decision in FOLDER; end with 5 where one does not hold."""
    day = written_day(on, needed_with="northing decide check")
    pages, complaints = _pages(folder)
    promises, filters = _promises(case), _filters(folder)
    complaints += _of_each(pages, promises, filters, day)
    complaints += _of_all(pages)
    if as_json_:
        typer.echo(as_json({"pages": len(pages), "complaints": complaints}), nl=False)
    else:
        for one in complaints:
            typer.echo(f"{one.path}: {one.sentence}")
        typer.echo(f"{len(pages)} decisions read, {len(complaints)} things to mend.")
    if complaints:
        raise typer.Exit(REFUSED)


@app.command("test")
def put_to_the_test(
    page: Path = typer.Argument(help="A Markdown page of one decision."),
    case: Path = typer.Option(
        Path(), "--case", help="The case with the commitments (northing.toml or its folder)."
    ),
    as_json_: bool = typer.Option(False, "--json", help="Say everything as JSON."),
) -> None:
    """Put one decision to the test, and say why it came out so."""
    read, complaints = page_of(page.name, _text(page))
    if read is None:
        end(BAD_CASE, [f"{one.path}: {one.sentence}" for one in complaints])
    promises = _promises(case)
    unknown = {one.commitment for one in read.decision.answers} - {one.id for one in promises}
    if unknown:
        names = ", ".join(sorted(unknown))
        end(BAD_CASE, [f"{page.name}: no commitment is called {names}; mend the row."])
    found = result_of(read.decision, promises)
    if as_json_:
        typer.echo(as_json(found), nl=False)
        return
    typer.echo(found.result.value)
    for ground in found.grounds:
        typer.echo(f"  {ground.sentence}")


@app.command("replay")
def replay(
    folder: Path = typer.Argument(help="A folder of Markdown pages, one a decision."),
    case: Path = typer.Option(
        Path(), "--case", help="The case with the commitments (northing.toml or its folder)."
    ),
    as_json_: bool = typer.Option(False, "--json", help="Say everything as JSON."),
) -> None:
    """Try the filters in FOLDER/filters.toml on past decisions before they are switched on."""
    pages, _ = _pages(folder)
    promises, past = _promises(case), [page.decision for page in pages.values()]
    found = {one.id: replayed(one, past, promises) for one in _filters(folder)}
    if as_json_:
        typer.echo(as_json(found), nl=False)
        return
    for name, one in found.items():
        typer.echo(
            f"{name}: due for {len(one.due)} of {len(past)}, would have stopped "
            f"{len(one.blocked)}; {len(one.false_blocks)} of these turned out well, "
            f"{len(one.misses)} that turned out badly would have passed, {len(one.not_told)} have "
            "no outcome yet."
        )


@app.command("records")
def records(
    folder: Path = typer.Argument(help="A folder of Markdown pages, one a decision."),
    out: Path = typer.Option(..., "--out", "-o", help="The CSV file that a case can name."),
) -> None:
    """Write what was decided as a source of decisions that the next audit reads."""
    pages, _ = _pages(folder)
    rows = published(list(pages.values()))
    room = io.StringIO()
    sheet = csv.writer(room, lineterminator="\n")
    sheet.writerow(["Number", "Date", "Decision", "Unit", "Promise", "Bearing"])
    for one in rows:
        cells = (one.id, one.on.isoformat(), one.text, one.unit, one.commitment, one.stance)
        sheet.writerow([formula_safe(cell) for cell in cells])
    leave(out.parent, {out.name: room.getvalue().encode()})
    typer.echo(f"{len(rows)} records of {len(pages)} decisions written to {out}.")


def _pages(folder: Path) -> tuple[dict[str, Recorded], list[Complaint]]:
    """The decisions by the name of their page, and what was not understood."""
    paths = sorted(path for path in folder.glob("*.md") if path.name.casefold() != "readme.md")
    if not paths:
        end(NOTHING_READ, [f"{folder}: no Markdown page is there; check the folder."])
    pages: dict[str, Recorded] = {}
    complaints: list[Complaint] = []
    for path in paths:
        page, wrong = page_of(path.name, _text(path))
        complaints += wrong
        if page is not None:
            pages[path.name] = page
    return pages, complaints


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            end(BAD_CASE, [f"{path}: it is larger than a page can be (1 MB)."])
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        end(BAD_CASE, [f"{path}: it cannot be read ({error}); save it as UTF-8 text."])


def _promises(case: Path) -> list[Promise]:
    try:
        content = read_case_file(find_case(case))
    except UnreadableCase as error:
        end(BAD_CASE, error.complaints)
    return [
        Promise(one.id, one.text.rstrip("."), guardrail=one.guardrail) for one in content.commitment
    ]


def _filters(folder: Path) -> tuple[Filter, ...]:
    path = folder / FILTERS
    if not path.is_file():
        return ()
    try:
        return filters_in(tomllib.loads(_text(path)), FILTERS)
    except tomllib.TOMLDecodeError as error:
        end(BAD_CASE, [f"{path}: this is no TOML file: {error}. Mend that line."])
    except UnreadableFilters as error:
        end(BAD_CASE, error.complaints)


def _of_each(
    pages: Mapping[str, Recorded], promises: Sequence[Promise], filters: Sequence[Filter], on: date
) -> Iterator[Complaint]:
    for path, page in pages.items():
        for sentence in complaints_of(page, promises, filters, on=on):
            yield Complaint(path, sentence)


def _of_all(pages: Mapping[str, Recorded]) -> Iterator[Complaint]:
    paths = {page.decision.id: path for path, page in pages.items()}
    for one, sentence in complaints_of_all(list(pages.values())):
        yield Complaint(paths[one], sentence)
