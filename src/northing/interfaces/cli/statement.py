"""`northing statement`: what does a statement promise, and what does it leave open?"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import typer

from northing.foundations.methods.estimate import Estimate, Measure
from northing.foundations.sources.reading import read
from northing.foundations.sources.rows import Place
from northing.interfaces.cli.endings import BAD_CASE, NOTHING_READ, end
from northing.interfaces.reports.audit_json import plain
from northing.interfaces.reports.json_statements import statements
from northing.stages.clarify.commitments.rules.proposing import proposals_in
from northing.stages.clarify.mission.engine import checked_statements
from northing.stages.clarify.mission.facts import Checked, Said, Statement
from northing.stages.clarify.mission.section import LABELS

_LEAST_WORDS = 3


def statement(
    file: Path = typer.Argument(help="A text, Markdown, Word or PDF file with the statement."),
    organisation: str = typer.Option("", "--organisation", help="Its name; taken out to compare."),
    language: str = typer.Option("en", "--language", help="Of the text; the rules read English."),
    every: bool = typer.Option(
        False, "--all", help="Every sentence, also those that promise none."
    ),
    as_json: bool = typer.Option(False, "--json", help="Say it as JSON."),
) -> None:
    """Hold the promises in FILE against a checklist, and ask what they leave open."""
    if not file.is_file():
        end(BAD_CASE, [f"There is no file {file}; name the file that holds the statement."])
    found = checked_statements(
        _promises(_sentences(file), language, every=every),
        organisation=organisation,
        language=language,
    )
    if as_json:
        typer.echo(json.dumps(_as_object(found), ensure_ascii=False, indent=1))
    for one in () if as_json else found:
        _print(one)
    if not found:
        hint = "" if every else "; look at every sentence with --all"
        end(NOTHING_READ, [f"No promise was found in {file}{hint}."])


def _sentences(file: Path) -> list[tuple[str, Place]]:
    reading = read(file.parent, file)
    for refusal in reading.refusals:
        typer.echo(f"{refusal.reason} {refusal.remedy}", err=True)
    read_ones = (
        (" ".join(str(row.cells.get("text") or "").split()), row.place) for row in reading.rows
    )
    return [one for one in read_ones if len(re.findall(r"\w+", one[0])) >= _LEAST_WORDS]


def _promises(
    sentences: list[tuple[str, Place]], language: str, *, every: bool
) -> tuple[Statement, ...]:
    if every:
        numbered = enumerate(dict.fromkeys(text for text, _ in sentences), 1)
        return tuple(Statement(id=str(number), text=text) for number, text in numbered)
    return tuple(
        Statement(id=one.id, text=one.text) for one in proposals_in(sentences, language=language)
    )


def _print(one: Checked) -> None:
    typer.echo(f"\n{one.statement.text}")
    for answer in one.answers:
        sign = {Said.YES: "yes", Said.UNSURE: "?", Said.NO: "no"}[answer.said]
        words = f"“{answer.span}”" if answer.span else ""
        told = ": ".join(part for part in (words, answer.why) if part)
        typer.echo(f"  {LABELS[answer.point]:<31} {sign:<4} {told}")
    typer.echo(f"  {'Ideas (1) or things (7)':<31} {_figure(one.grounding)}")
    typer.echo(f"  {'Could be anybody’s (0 to 1)':<31} {_figure(one.generic)}")
    for prompt in one.prompts:
        typer.echo(f"  → {prompt}")


def _figure(one: Measure) -> str:
    if not isinstance(one, Estimate) or one.low is None or one.high is None:
        return f"?    {one.no_interval if isinstance(one, Estimate) else one.reason}"
    return f"{one.value:.2f} ({one.low:.2f} to {one.high:.2f}, n = {one.n})"


def _as_object(found: tuple[Checked, ...]) -> dict[str, Any]:
    found_plain: dict[str, Any] = plain({"statements": statements(found, lambda text: text)})
    return found_plain
