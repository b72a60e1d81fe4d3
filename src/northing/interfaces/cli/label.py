"""`northing label`: how does one person answer a sample in a terminal, one record at a time?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import typer

from northing.case import read_case
from northing.case_file import UnreadableCase
from northing.cycle import Case
from northing.interfaces.cli.endings import BAD_CASE, end
from northing.interfaces.cli.samples import asked, folder_of, keep, stored, with_labels
from northing.stages.diagnose.verification.facts import (
    AGREED,
    CODERS,
    Answer,
    Label,
    Labelled,
)
from northing.stages.diagnose.verification.rules.asking import waiting_for
from northing.stages.diagnose.verification.section import Question

KEYS = {
    "a": Answer.ADVANCES,
    "c": Answer.CONTRADICTS,
    "n": Answer.NEITHER,
    "?": Answer.CANNOT_TELL,
}
UNDO, QUIT = "u", "q"
_HELP = "a advances · c contradicts · n neither · ? cannot tell · u undo · q quit"
_NOTE = "A note may follow the letter: n only a title."


def label(
    case: Path = typer.Argument(help="The folder of a case, or its northing.toml."),
    coder: str = typer.Option(
        CODERS[0], "--coder", help="A, B, or agreed: what two coders settled between them."
    ),
    sample: str | None = typer.Option(
        None, "--sample", help="The id of the sample; else the newest."
    ),
    root: Path | None = typer.Option(
        None, "--root", help="Where the case's files lie, if not beside it."
    ),
) -> None:
    """Answer a sample of CASE in the terminal; every answer is kept at once, go on at any time."""
    if coder not in (*CODERS, AGREED):
        end(BAD_CASE, [f"--coder {coder}: write A, B or {AGREED}."])
    try:
        content = read_case(case, root=root)
    except UnreadableCase as error:
        end(BAD_CASE, error.complaints)
    talk = _Talk(content, folder_of(case), stored(content, sample), coder)
    talk.go_on()


@dataclass(slots=True)
class _Talk:
    """One sitting: what was answered in it, the newest last, can be taken back."""

    case: Case
    folder: Path
    one: Labelled
    coder: str
    given: list[Label] = field(default_factory=list)

    def go_on(self) -> None:
        rows = asked(self.case, self.one, self.coder)
        typer.echo(f"Sample {self.one.sample.id}, coder {self.coder}. {_HELP}. {_NOTE}")
        while True:
            waits = {pair.number for pair in waiting_for(self.one, self.coder)}
            row = next((each for each in rows if each.pair.number in waits), None)
            if row is None:
                typer.echo(f"All {len(rows)} answered. Thank you. Next: northing audit.")
                return
            _show(row, done=len(rows) - len(waits), of=len(rows))
            if not self._ask(row):
                typer.echo(f"{len(waits)} wait. Go on with the same command.")
                return

    def _ask(self, row: Question) -> bool:
        """False where the person has had enough."""
        while True:
            try:
                typed = typer.prompt("", prompt_suffix="> ", default="", show_default=False)
            except typer.Abort:
                return False
            key, _, note = typed.strip().partition(" ")
            if key.casefold() == QUIT:
                return False
            if key.casefold() == UNDO:
                if self._undo():
                    return True
                continue
            if key.casefold() in KEYS:
                self._keep(row, KEYS[key.casefold()], note.strip())
                return True
            typer.echo(f"'{typed[:20]}' is none of them. {_HELP}.")

    def _keep(self, row: Question, answer: Answer, note: str) -> None:
        one = Label(pair=row.pair.number, coder=self.coder, answer=answer, note=note)
        self.given.append(one)
        self._save(with_labels(self.one, [one]))

    def _undo(self) -> bool:
        if not self.given:
            typer.echo("Nothing was answered in this sitting.")
            return False
        last = self.given.pop()
        self._save(Labelled(sample=self.one.sample, labels=_without(self.one.labels, last)))
        typer.echo(f"Taken back: no. {last.pair}.")
        return True

    def _save(self, one: Labelled) -> None:
        self.one = one
        keep(self.folder, one, self.case)


def _without(labels: Sequence[Label], last: Label) -> tuple[Label, ...]:
    return tuple(one for one in labels if (one.pair, one.coder) != (last.pair, last.coder))


def _show(row: Question, *, done: int, of: int) -> None:
    typer.echo(f"\n{done + 1} of {of} · no. {row.pair.number}")
    for name, text in (
        ("Promise", row.promise),
        ("Living it", row.living),
        ("Breaking it", row.breaking),
        ("Record", row.record),
        ("Kind", row.kind),
        ("Where", " · ".join(part for part in (row.place, row.heading, row.unit) if part)),
        ("Amount", row.amount),
    ):
        if text:
            typer.echo(f"  {name + ':':13}{text}")
