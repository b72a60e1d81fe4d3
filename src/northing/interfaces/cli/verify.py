"""`northing verify`: what did people answer, did they agree, and what does not fit?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typer

from northing.case import read_case
from northing.case_file import UnreadableCase
from northing.cycle import Case
from northing.foundations.methods.agreement import verdict
from northing.foundations.sources.opened import ReadOptions
from northing.foundations.sources.reading import read
from northing.foundations.sources.rows import Reading, Refusal
from northing.interfaces.cli.check import sentence
from northing.interfaces.cli.endings import BAD_CASE, NOTHING_READ, REFUSED, end
from northing.interfaces.cli.samples import folder_of, keep, stored, with_labels
from northing.interfaces.reports.audit_json import measure
from northing.interfaces.reports.label_sheet import SHEET
from northing.stages.diagnose.verification.facts import CODERS, Labelled
from northing.stages.diagnose.verification.intake.sheets import (
    NEEDED,
    SheetRead,
    labels_in,
    sample_named_in,
)
from northing.stages.diagnose.verification.rules.asking import waiting_for
from northing.stages.diagnose.verification.rules.judging import Heard, Records, heard
from northing.stages.diagnose.verification.section import RULES, alpha_words

_SEED = 0


def verify(
    case: Path = typer.Argument(help="The folder of a case, or its northing.toml."),
    labels: list[Path] = typer.Argument(help="The filled sheets, .xlsx or .csv."),
    root: Path | None = typer.Option(
        None, "--root", help="Where the case's files lie, if not beside it."
    ),
    strict: bool = typer.Option(False, "--strict", help="End with 5 if anything was refused."),
    as_json: bool = typer.Option(False, "--json", help="Say the summary as JSON."),
) -> None:
    """Read filled sheets of a sample back; every later audit of CASE uses the answers."""
    try:
        content = read_case(case, root=root)
    except UnreadableCase as error:
        end(BAD_CASE, error.complaints)
    refused = False
    known: dict[str, Labelled] = {}
    for path in labels:
        one, found = _sheet(path, content, known)
        known[one.sample.id] = with_labels(one, found.labels)
        refused = refused or bool(found.refused)
        _complain(path, found, one)
    if not any(one.labels for one in known.values()):
        end(NOTHING_READ, ["No answer could be read; fill the column *answer* and try again."])
    for one in known.values():
        keep(folder_of(case), one, content)
        _say(one, content, as_json=as_json)
    if strict and refused:
        raise typer.Exit(REFUSED)


def _sheet(path: Path, case: Case, known: dict[str, Labelled]) -> tuple[Labelled, SheetRead]:
    """One sheet and the sample it is of; ends the run where it is no sheet of a sample here."""
    is_csv = path.suffix.casefold() in (".csv", ".tsv", ".txt")
    options = ReadOptions(kind="csv") if is_csv else ReadOptions(sheet=SHEET)
    reading = read(path.resolve().parent, path.resolve(), options=options)
    lacking = _lacking(reading)
    if not reading.rows or lacking:
        told = [sentence(one) for one in reading.refusals]
        lack = f" It lacks the column {', '.join(lacking)}." if reading.rows else ""
        end(
            BAD_CASE,
            [*told, f"{path}: this is no sheet of northing sample.{lack} Name the sheet it wrote."],
        )
    name = sample_named_in(reading.rows)
    if name is None:
        end(BAD_CASE, [f"{path}: no row names a pair of a sample. Name the sheet that was filled."])
    one = known.get(name) or stored(case, name)
    found = labels_in(reading.rows, one.sample)
    return one, SheetRead(found.labels, reading.refusals + found.refused, found.unanswered)


def _lacking(reading: Reading) -> list[str]:
    there = {name.strip().casefold() for name in reading.columns}
    return [name for name in NEEDED if name not in there]


def _complain(path: Path, found: SheetRead, one: Labelled) -> None:
    for refusal in found.refused:
        typer.echo(f"{path.name}, {_sentence(refusal)}", err=True)
    before = {(each.pair, each.coder): each.answer for each in one.labels}
    changed = sum(
        before.get((each.pair, each.coder), each.answer) is not each.answer for each in found.labels
    )
    if changed:
        typer.echo(
            f"{path.name}: {changed} answers were different before; these stand now.", err=True
        )


def _sentence(refusal: Refusal) -> str:
    told = sentence(refusal)
    return f"{told[:1].lower()}{told[1:]}"


def _say(one: Labelled, case: Case, *, as_json: bool) -> None:
    found = heard(one, Records(case.records), case.commitments, seed=_SEED)
    if as_json:
        typer.echo(json.dumps(_as_object(one, found), ensure_ascii=False, indent=1))
        return
    waiting = {
        coder: len(waiting_for(one, coder))
        for coder in CODERS
        if any(coder in pair.coders for pair in one.sample.pairs)
    }
    typer.echo(
        f"Sample {one.sample.id}: {found.answered} of {len(one.sample.pairs)} pairs answered."
    )
    for coder, left in waiting.items():
        if left:
            typer.echo(f"  {left} wait for coder {coder}; no answer is taken for none.")
    typer.echo(f"  Agreement (Krippendorff's alpha): {alpha_words(found.alpha)}.")
    typer.echo(f"  What follows: {RULES[verdict(found.alpha)]}.")
    _say_open(found)
    typer.echo("Every later northing audit of this case uses these answers.")


def _say_open(found: Heard) -> None:
    if found.disputed:
        numbers = ", ".join(map(str, found.disputed))
        typer.echo(
            f"  {len(found.disputed)} in dispute (no. {numbers}): not used until both agree; "
            "northing sample CASE --disputed writes a sheet for it, northing label CASE "
            "--coder agreed asks here."
        )
    gone = sorted({pair.record for pair in found.vanished})
    if gone:
        typer.echo(
            f"  {len(gone)} records are no longer in the case ({', '.join(gone[:5])}): their "
            "answers rest, the others are used."
        )
    if found.reworded:
        typer.echo(f"  {found.reworded} answers were given to a promise in other words: set aside.")


def _as_object(one: Labelled, found: Heard) -> dict[str, Any]:
    return {
        "sample": one.sample.id,
        "asked": len(one.sample.pairs),
        "answered": found.answered,
        "waiting": {coder: len(waiting_for(one, coder)) for coder in CODERS},
        "disputed": list(found.disputed),
        "vanished": sorted({pair.record for pair in found.vanished}),
        "reworded": found.reworded,
        "alpha": measure(found.alpha),
        "rule": verdict(found.alpha),
    }
