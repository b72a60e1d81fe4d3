"""`northing judge`: what does a language model make of the deeds nobody has judged yet?

The one verb that sends anything anywhere: only to the address of `[judge]` in the case, only what
is redacted, and only after it said what it would cost. Answers are kept beside the case by the
hash of what was asked; the next audit reads them as suggestions, never as verdicts.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from northing.case import read_case
from northing.case_file import JudgePart, UnreadableCase, find_case, read_case_file
from northing.cycle import Audit, audit
from northing.interfaces.cli.asking import Asked, NoJudge, ask_all, connected
from northing.interfaces.cli.endings import BAD_CASE, CANNOT_WRITE, NOTHING_READ, end
from northing.stages.diagnose.stance.facts import Opinion
from northing.stages.diagnose.stance.intake import JUDGED, opinions_in
from northing.stages.diagnose.stance.rules.asking import Price, Question, price_of, questions_for

KEY = "NORTHING_JUDGE_KEY"
HOW = (
    "There is no [judge] in the case. Add one with the url of a server that speaks OpenAI's chat "
    f"completions and the name of its model; a key, where one is needed, is read from {KEY}."
)


def judge(
    case: Path = typer.Argument(help="The folder of a case, or its northing.toml."),
    root: Path | None = typer.Option(
        None, "--root", help="Where the case's files lie, if not beside it."
    ),
    most: int = typer.Option(200, "--most", min=1, help="Ask about so many pairs at most."),
    yes: bool = typer.Option(False, "--yes", "-y", help="Do not ask before anything is sent."),
) -> None:
    """Ask the case's language model about deeds nobody has judged: suggestions, no verdicts."""
    try:
        place = find_case(case)
        settings = read_case_file(place).judge
        found = _audited(case, root)
    except UnreadableCase as error:
        end(BAD_CASE, error.complaints)
    if settings is None:
        end(BAD_CASE, [HOW])
    if found is None:
        end(NOTHING_READ, ["No record could be read; northing check says why."])
    target = place.parent / JUDGED
    questions = _open(_questions(found, settings), _kept(target))[:most]
    if not questions:
        typer.echo("There is nothing to ask: every open pair has an answer already.")
        return
    price = price_of(questions, per_million=settings.prices())
    typer.echo(_announced(price, settings))
    if not yes and not _agreed():
        typer.echo("Nothing was sent.")
        return
    _report(_ask(questions, settings, target), target)


def _audited(case: Path, root: Path | None) -> Audit | None:
    content = read_case(case, root=root)
    on = content.newest_received()
    return audit(content, on=on, seed=0) if content.records and on else None


def _questions(found: Audit, settings: JudgePart) -> tuple[Question, ...]:
    return questions_for(
        found.case.records,
        found.links.by_record(),
        found.case.commitments,
        model=settings.model,
        redact=found.redactor.redact,
    )


def _kept(target: Path) -> tuple[Opinion, ...]:
    if not target.is_file():
        return ()
    try:
        kept, complaints = opinions_in(target.read_text("utf-8", errors="replace"))
    except OSError as error:
        end(CANNOT_WRITE, [f"{target} cannot be read: {error.strerror}."])
    for one in complaints:
        typer.echo(f"{target}, {one}.", err=True)
    return kept


def _open(questions: Sequence[Question], kept: Sequence[Opinion]) -> list[Question]:
    known = {one.prompt_sha256 for one in kept}
    return [one for one in questions if one.sha256 not in known]


def _announced(price: Price, settings: JudgePart) -> str:
    cost = "the case names no price" if price.cost is None else f"about {price.cost:.2f} in money"
    return (
        f"{price.questions} questions to {settings.model} at {settings.url}: about "
        f"{price.tokens_sent:,} tokens sent and {price.tokens_back:,} back; {cost}. Names the case "
        "knows, addresses and numbers of people are taken out; all else of these records is sent."
    )


def _agreed() -> bool:
    if not sys.stdin.isatty():
        typer.echo("Say --yes to send it without being asked.", err=True)
        return False
    return typer.confirm("Send it?", default=False)


def _ask(questions: Sequence[Question], settings: JudgePart, target: Path) -> Asked:
    try:
        client = connected(settings.url, key=os.environ.get(KEY, ""))
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("a", encoding="utf-8") as file:
            return ask_all(client, questions, model=settings.model, keep=file)
    except NoJudge as error:
        end(BAD_CASE, [str(error)])
    except OSError as error:
        end(CANNOT_WRITE, [f"{target} cannot be written: {error.strerror}."])


def _report(asked: Asked, target: Path) -> None:
    typer.echo(f"{asked.answered} answers kept in {target}. The next audit shows them.")
    if asked.unreadable:
        typer.echo(f"{asked.unreadable} answers were none of the four and were not kept.", err=True)
    if asked.stopped:
        end(BAD_CASE, [asked.stopped])
