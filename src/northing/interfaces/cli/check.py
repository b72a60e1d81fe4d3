"""`northing check`: what would be read, what would be refused, and why?"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import typer

from northing.case import read_case
from northing.case_file import UnreadableCase
from northing.cycle import Case
from northing.foundations.sources.rows import Refusal
from northing.interfaces.cli.endings import BAD_CASE, NOTHING_READ, REFUSED, end
from northing.interfaces.cli.progress import progress
from northing.stages.records.ledger.facts import SourceAccount

_SHOWN = 20


def check(
    case: Path = typer.Argument(help="The folder of a case, or its northing.toml."),
    root: Path | None = typer.Option(
        None, "--root", help="Where the case's files lie, if not beside it."
    ),
    strict: bool = typer.Option(False, "--strict", help="End with 5 if anything would be refused."),
    as_json: bool = typer.Option(False, "--json", help="Say it as JSON, and the progress too."),
) -> None:
    """Read CASE without judging it: files, guessed columns, refusals with their remedies."""
    with progress(is_quiet=False, as_json=as_json) as tell:
        try:
            content = read_case(case, root=root, tell=tell)
        except UnreadableCase as error:
            end(BAD_CASE, error.complaints)
    if as_json:
        typer.echo(json.dumps(_as_object(content), ensure_ascii=False, indent=1))
    else:
        _print(content)
    if not content.records:
        raise typer.Exit(NOTHING_READ)
    if strict and any(source.refused for source in content.sources):
        raise typer.Exit(REFUSED)


def _print(case: Case) -> None:
    by_channel = Counter(str(record.channel) for record in case.records)
    typer.echo(
        f"{case.organisation}: {len(case.commitments)} commitments, {len(case.records):,} records"
    )
    typer.echo("  " + ", ".join(f"{count:,} {channel}" for channel, count in by_channel.items()))
    chosen = dict(case.chosen)
    for source in case.sources:
        typer.echo("")
        typer.echo(
            f"{source.path} ({source.kind}, {source.channel}): "
            f"{counted(source.records, 'record')} from {counted(source.rows_read, 'row')}"
        )
        if source.path in chosen:
            _print_columns(source.path, case)
        for reason, count in source.left_out.items():
            typer.echo(f"  left out: {count:,} {reason}")
        for note in source.notes:
            typer.echo(f"  {note}")
        _print_refusals(source)
    if case.repeats:
        typer.echo(f"\n{len(case.repeats):,} records were met twice and count once.")
    for one in case.discrepancies:
        typer.echo(
            f"\n{one.fault}: {one.label} ({one.period}) states {one.stated:,}, "
            f"its parts {one.found:,}"
        )


def counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _print_columns(path: str, case: Case) -> None:
    chosen = dict(case.chosen)[path]
    words = [
        f"{name} = {column}{' (guessed)' if name in chosen.guessed else ''}"
        for name, column in chosen.columns.items()
    ]
    words += [
        f"amount for {period} = {column}{' (guessed)' if 'amount' in chosen.guessed else ''}"
        for period, column in chosen.amounts.items()
    ]
    typer.echo("  columns: " + "; ".join(words))


def _print_refusals(source: SourceAccount) -> None:
    for one in source.refused[:_SHOWN]:
        typer.echo(f"  refused: {sentence(one)}")
    if len(source.refused) > _SHOWN:
        typer.echo(
            f"  … and {len(source.refused) - _SHOWN:,} more refusals; --json lists them all."
        )


def sentence(one: Refusal) -> str:
    """Sheet North, line 14, column *Date*, '31/02': not a date. Write it as …"""
    at = [f"sheet {one.place.sheet}"] if one.place.sheet else []
    at += [f"line {one.place.line}"] if one.place.line is not None else []
    at += [f"column *{one.place.column}*"] if one.place.column else []
    at += [f"'{one.value[:80]}'"] if one.value else []
    where = ", ".join(at)
    return f"{where + ': ' if where else ''}{one.reason.rstrip('.')}. {one.remedy}"


def _as_object(case: Case) -> dict[str, Any]:
    return {
        "organisation": case.organisation,
        "commitments": [one.id for one in case.commitments],
        "records": dict(Counter(str(record.channel) for record in case.records)),
        "sources": [
            {
                "path": source.path,
                "kind": source.kind,
                "channel": str(source.channel),
                "rows_read": source.rows_read,
                "records": source.records,
                "left_out": dict(source.left_out),
                "notes": list(source.notes),
                "refused": [
                    {
                        "sheet": one.place.sheet,
                        "line": one.place.line,
                        "column": one.place.column,
                        "value": one.value,
                        "reason": one.reason,
                        "remedy": one.remedy,
                    }
                    for one in source.refused
                ],
            }
            for source in case.sources
        ],
        "repeats": len(case.repeats),
    }
