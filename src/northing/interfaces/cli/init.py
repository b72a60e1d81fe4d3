"""`northing init`: which questions turn a folder of files into a case?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import typer

from northing.case_file import FILE_NAME
from northing.foundations.sources.reading import read
from northing.foundations.sources.rows import Place
from northing.interfaces.cli.case_writing import DraftCommitment, DraftSource, written_case
from northing.interfaces.cli.endings import BAD_CASE, CANNOT_WRITE, end
from northing.stages.clarify.commitments.facts import Layer
from northing.stages.clarify.commitments.rules.proposing import (
    Proposal,
    id_for,
    proposals_in,
    split_in_two,
)
from northing.stages.records.imports.rules.channels import READABLE, channel_for
from northing.stages.records.ledger.facts import Channel

_TEXTS = ("docx", "pdf", "markdown", "text")
_SKIP = "skip"


def init(
    folder: Path = typer.Argument(Path(), help="The folder with the organisation's files."),
    force: bool = typer.Option(False, "--force", help="Write over a case that is there already."),
) -> None:
    """Ask a few questions about the files in FOLDER and write FOLDER/northing.toml."""
    target = folder / FILE_NAME
    if not folder.is_dir():
        end(BAD_CASE, [f"{folder} is no folder; name the folder with the organisation's files."])
    if target.exists() and not force:
        end(BAD_CASE, [f"{target} is there already; edit it, or write over it with --force."])
    name = typer.prompt("What is the organisation called?")
    currency = typer.prompt(
        "In which currency are its accounts (EUR, USD, …)? Empty if none",
        default="",
        show_default=False,
    )
    language = typer.prompt("In which language are its texts (en, de)?", default="en")
    sources = _ask_sources(folder)
    commitments = _ask_commitments(folder, sources, language)
    if not commitments or not sources:
        end(BAD_CASE, ["A case needs at least one commitment and one file; nothing was written."])
    _write(target, written_case(name, currency.upper(), language, commitments, sources))
    typer.echo(
        f"\nWritten: {target}\nNext: northing check {folder}\n"
        f"Then: northing audit {folder} --out {folder / 'report'}"
    )


def _write(target: Path, content: str) -> None:
    try:
        target.write_text(content, "utf-8")
    except OSError as error:
        end(CANNOT_WRITE, [f"{target} cannot be written: {error.strerror}."])


def _ask_sources(folder: Path) -> list[DraftSource]:
    found = sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and path.suffix.casefold() in READABLE
        and not path.name.startswith(("~$", "."))
    )
    typer.echo(
        f"\n{len(found)} files can be read. For each, say what kind of record it holds; "
        "Enter takes the guess."
    )
    typer.echo(f"Kinds: {', '.join(Channel)}, or {_SKIP}.")
    sources = []
    for path in found:
        relative = path.relative_to(folder).as_posix()
        channel = _choose(f"  {relative}", [*map(str, Channel), _SKIP], channel_for(path))
        if channel != _SKIP:
            sources.append(DraftSource(relative, channel))
    return sources


def _choose(question: str, allowed: list[str], default: str) -> str:
    """Ask until the answer, or a beginning of it that fits only one, is among `allowed`."""
    while True:
        answer = str(typer.prompt(question, default=default)).strip().casefold()
        fitting = [one for one in allowed if one == answer] or [
            one for one in allowed if one.startswith(answer)
        ]
        if len(fitting) == 1:
            return fitting[0]
        typer.echo(f"    '{answer}' is none of: {', '.join(allowed)}.")


def _ask_commitments(
    folder: Path, sources: list[DraftSource], language: str
) -> list[DraftCommitment]:
    statements = [one for one in sources if one.channel == Channel.WORDS]
    proposals = proposals_in(_sentences(folder, statements), language=language)
    kept: list[DraftCommitment] = []
    if proposals:
        typer.echo(
            f"\n{len(proposals)} sentences promise something. "
            "For each: keep, edit, split or drop (or stop)."
        )
    for proposal in proposals:
        if not _take(proposal, kept):
            break
    while not kept or typer.confirm("\nAnother commitment?", default=False):
        text = typer.prompt(
            "State a promise in one sentence (empty to end)", default="", show_default=False
        )
        if not text.strip():
            break
        kept.append(_draft(text.strip(), kept))
    return kept


def _sentences(folder: Path, statements: list[DraftSource]) -> Iterator[tuple[str, Place]]:
    for source in statements:
        reading = read(folder, folder / source.path)
        for row in reading.rows:
            if reading.kind in _TEXTS:
                yield " ".join(str(row.cells.get("text") or "").split()), row.place


def _take(proposal: Proposal, kept: list[DraftCommitment]) -> bool:
    """Ask about one proposal; False where the person has had enough."""
    typer.echo(
        f"\n  {proposal.text}\n  ({proposal.place.path}, line {proposal.place.line}; "
        f"because of “{', '.join(proposal.cue)}”)"
    )
    answer = _choose(
        "  keep, edit, split, drop or stop", ["keep", "edit", "split", "drop", "stop"], "keep"
    )
    if answer == "keep":
        kept.append(_draft(proposal.text, kept))
    elif answer == "edit":
        kept.append(_draft(typer.prompt("  Your wording", default=proposal.text), kept))
    elif answer == "split":
        for part in split_in_two(proposal.text):
            kept.append(_draft(typer.prompt("  One promise", default=part), kept))
    return answer != "stop"


def _draft(text: str, kept: list[DraftCommitment]) -> DraftCommitment:
    layer = _choose("  Layer", [str(one) for one in Layer], str(Layer.OPERATIONAL))
    living = typer.prompt(
        "  A sign that it is lived (empty for none)", default="", show_default=False
    )
    breaking = typer.prompt(
        "  A sign that it is broken (empty for none)", default="", show_default=False
    )
    return DraftCommitment(
        id=id_for(text, [one.id for one in kept]),
        text=text,
        layer=layer,
        living_it=(living.strip(),) if living.strip() else (),
        breaking_it=(breaking.strip(),) if breaking.strip() else (),
    )
