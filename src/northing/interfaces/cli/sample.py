"""`northing sample`: of which records are people asked, so that the figures can be verified?"""

from __future__ import annotations

import json
from pathlib import Path

import typer

from northing.case import read_case
from northing.case_file import UnreadableCase
from northing.cycle import Audit, Case, draw, population
from northing.cycle import audit as run_cycle
from northing.interfaces.cli.days import day_of
from northing.interfaces.cli.endings import BAD_CASE, end
from northing.interfaces.cli.leaving import leave
from northing.interfaces.cli.progress import progress
from northing.interfaces.cli.samples import asked, folder_of, keep, stored
from northing.interfaces.reports.label_sheet import sheet_csv, sheet_xlsx
from northing.stages.diagnose.verification.facts import AGREED, CODERS, Labelled, Sample
from northing.stages.diagnose.verification.rules.planning import Planned, planned

KINDS = (".xlsx", ".csv")
MOST_CODERS = len(CODERS)


def sample(
    case: Path = typer.Argument(help="The folder of a case, or its northing.toml."),
    out: Path | None = typer.Option(
        None, "--out", "-o", help="The sheet to write, .xlsx or .csv; else beside the sample."
    ),
    size: int = typer.Option(100, "--size", min=1, help="How many pairs people are asked about."),
    seed: int = typer.Option(0, "--seed", min=0, help="The seed of the drawing."),
    coders: int = typer.Option(
        1, "--coders", min=1, max=MOST_CODERS, help="1, or 2: two sheets, a fifth of them the same."
    ),
    precision: float | None = typer.Option(
        None, "--precision", help="Only say how many labels it takes for shares to ± this (0.05)."
    ),
    disputed: bool = typer.Option(
        False, "--disputed", help="Write what two coders disagree on of the newest sample."
    ),
    root: Path | None = typer.Option(
        None, "--root", help="Where the case's files lie, if not beside it."
    ),
    on: str | None = typer.Option(
        None, "--on", help="The day of the audit; the newest received date if not given."
    ),
    force: bool = typer.Option(False, "--force", help="Write over a sheet that is there already."),
    as_json: bool = typer.Option(False, "--json", help="Say the summary as JSON."),
) -> None:
    """Draw pairs of a record and a promise from CASE, and write a sheet for people to fill."""
    _check(out, precision)
    with progress(is_quiet=as_json) as tell:
        try:
            content = read_case(case, root=root, tell=tell)
        except UnreadableCase as error:
            end(BAD_CASE, error.complaints)
        if disputed:
            one = stored(content, None)
            sheets = _sheets(out, folder_of(case), one.sample, (AGREED,))
            _write(content, one, sheets, force=force)
            _say(one.sample, sheets, as_json=as_json)
            return
        found = run_cycle(content, on=day_of(on, content), seed=seed, tell=tell)
    if precision is not None:
        _say_plan(
            list(planned(population(found), half_width=precision)), precision, as_json=as_json
        )
        return
    one = _drawn(found, size=size, seed=seed, coders=coders)
    sheets = _sheets(out, folder_of(case), one.sample, CODERS[:coders])
    _write(content, one, sheets, force=force)
    keep(folder_of(case), one, content)
    _say(one.sample, sheets, as_json=as_json)


def _check(out: Path | None, precision: float | None) -> None:
    if out is not None and out.suffix.casefold() not in KINDS:
        end(BAD_CASE, [f"--out {out}: a sheet is written as .xlsx or .csv; give it that ending."])
    if precision is not None and not 0 < precision < 1:
        end(
            BAD_CASE,
            [f"--precision {precision}: write it as a share, such as 0.05 for ± 5 points."],
        )


def _drawn(found: Audit, *, size: int, seed: int, coders: int) -> Labelled:
    """A drawing that is there already keeps the labels it has."""
    new = draw(found, size=size, seed=seed, coders=coders)
    if not new.pairs:
        end(BAD_CASE, ["This case has no record that people could be asked about."])
    before = [one for one in found.case.labels if one.sample.id == new.id]
    return before[0] if before else Labelled(sample=new)


def _sheets(
    out: Path | None, folder: Path, one: Sample, coders: tuple[str, ...]
) -> dict[str, Path]:
    """One sheet a coder: labels-a.xlsx and labels-b.xlsx where there are two."""
    base = folder / f"labels-{one.id}.xlsx" if out is None else out
    if len(coders) == 1:
        return {coders[0]: base}
    return {name: base.with_name(f"{base.stem}-{name.lower()}{base.suffix}") for name in coders}


def _write(case: Case, one: Labelled, sheets: dict[str, Path], *, force: bool) -> None:
    there = [path for path in sheets.values() if path.exists()]
    if there and not force:
        end(
            BAD_CASE,
            [f"{path} is there already, and may hold answers; choose another --out, or write "
             "over it with --force." for path in there],
        )  # fmt: skip
    for coder, path in sheets.items():
        rows = asked(case, one, coder)
        if not rows:
            end(BAD_CASE, [f"Nothing waits for coder {coder}: no sheet was written."])
        is_csv = path.suffix.casefold() == ".csv"
        content = (
            sheet_csv(one.sample, coder, rows).encode()
            if is_csv
            else sheet_xlsx(one.sample, coder, rows)
        )
        leave(path.parent, {path.name: content})


def _say(one: Sample, sheets: dict[str, Path], *, as_json: bool) -> None:
    if as_json:
        told = {
            "sample": one.id, "pairs": len(one.pairs), "population": one.population,
            "population_sha256": one.population_sha256, "seed": one.seed,
            "outside": list(one.outside),
            "sheets": {coder: path.as_posix() for coder, path in sheets.items()},
        }  # fmt: skip
        typer.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    typer.echo(
        f"Sample {one.id}: {len(one.pairs)} of {one.population:,} pairs, seed {one.seed}.\n"
        f"Fingerprint of all pairs: {one.population_sha256}"
    )
    for coder, path in sheets.items():
        typer.echo(f"Sheet for coder {coder}: {path}")
    if one.outside:
        typer.echo(f"Too few for all: it does not speak for {'; '.join(one.outside)}.")
    typer.echo("When it is filled: northing verify CASE SHEET")


def _say_plan(found: list[Planned], precision: float, *, as_json: bool) -> None:
    if as_json:
        told = [
            {"channel": one.account, "records": one.records, "labels": one.labels} for one in found
        ]
        typer.echo(json.dumps({"precision": precision, "channels": told}, ensure_ascii=False))
        return
    typer.echo(
        f"Labels it takes until the share that serves a promise is known to ± {precision:g}:"
    )
    for one in found:
        typer.echo(f"  {one.account}: {one.labels:,} (of {one.records:,} records)")
    typer.echo("This is a plan: it takes for granted how right links usually are.")
