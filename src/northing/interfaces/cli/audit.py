"""`northing audit`: where do words and deeds part?"""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import typer

from northing.case import read_case
from northing.case_file import UnreadableCase
from northing.cycle import Audit, Step
from northing.cycle import audit as run_cycle
from northing.foundations.documents.blocks import Document
from northing.foundations.documents.html import to_html
from northing.foundations.documents.pdf import to_pdf
from northing.foundations.documents.pptx import to_pptx
from northing.foundations.documents.xlsx import to_xlsx
from northing.foundations.trail.facts import Head
from northing.interfaces.cli.days import day_of
from northing.interfaces.cli.earlier import UnreadableAudit, earlier_sources
from northing.interfaces.cli.endings import BAD_CASE, REFUSED, end
from northing.interfaces.cli.engines import WORK, CannotRun, Work
from northing.interfaces.cli.heads import head_in
from northing.interfaces.cli.leaving import leave
from northing.interfaces.cli.progress import progress
from northing.interfaces.cli.summary import as_object, print_summary
from northing.interfaces.reports.audit_json import to_json
from northing.interfaces.reports.languages import ENGLISH, LANGUAGES, file_in, told_for
from northing.interfaces.reports.report import report_of, slides_of
from northing.interfaces.reports.tables import gaps_csv, links_parquet


def audit(
    case: Path = typer.Argument(help="The folder of a case, or its northing.toml."),
    out: Path = typer.Option(..., "--out", "-o", help="The folder the report goes to."),
    root: Path | None = typer.Option(
        None, "--root", help="Where the case's files lie, if not beside it."
    ),
    on: str | None = typer.Option(
        None, "--on", help="The day of the audit; the newest received date if not given."
    ),
    seed: int = typer.Option(0, "--seed", min=0, help="The seed of every draw."),
    earlier: list[Path] = typer.Option(
        [],
        "--earlier",
        help="An earlier audit.json: what it read and is gone now counts at its worst.",
    ),
    engine: str = typer.Option(
        "local", "--engine", help="Where records are linked: local, or spark (northing[spark])."
    ),
    master: str = typer.Option(
        "local-cluster[2,1,2048]", "--master", help="The address of the Spark cluster."
    ),
    resume: bool = typer.Option(
        False, "--resume", help="Go on where a killed audit of the same case and --out stopped."
    ),
    anchor: str | None = typer.Option(
        None, "--anchor", help="The head of a trail, NUMBER:DIGEST, to be written into the reports."
    ),
    language: list[str] = typer.Option(
        [ENGLISH],
        "--report-language",
        help="The language of the reports, en or de; given again, each further one is written "
        "beside the first, as report.de.html. audit.json is always English.",
    ),
    strict: bool = typer.Option(False, "--strict", help="End with 5 if anything was refused."),
    as_json: bool = typer.Option(
        False, "--json", help="Say the summary as JSON, and the progress too."
    ),
    quiet: bool = typer.Option(False, "--quiet", "-q", help="Say nothing that is not asked for."),
) -> None:
    """Audit CASE; write report.html, .pdf, .xlsx, .pptx, gaps.csv, links.parquet, audit.json."""
    languages = _languages(language)
    head = None if anchor is None else head_in(anchor, option="--anchor")
    with progress(is_quiet=quiet, as_json=as_json) as tell:
        work = Work(engine=engine, master=master, folder=out / WORK, resume=resume, tell=tell)
        try:
            content = read_case(case, root=root, tell=tell)
            before = tuple(one for path in earlier for one in earlier_sources(path))
            found = run_cycle(
                content,
                on=day_of(on, content),
                seed=seed,
                earlier=before,
                tell=tell,
                matcher=work.matcher(),
            )
        except (UnreadableCase, UnreadableAudit, CannotRun) as error:
            end(BAD_CASE, str(error).splitlines())
        tell(Step("writing the report", 0, 1))
        leave(out, _files(found, engine, head, languages))
    work.clear()
    _say(found, out, work, as_json=as_json, quiet=quiet)
    if strict and any(source.refused for source in content.sources):
        raise typer.Exit(REFUSED)


def _languages(asked: list[str]) -> list[str]:
    """Each once, in the order asked for; the first one's reports bear no language in their name."""
    for one in asked:
        if one not in LANGUAGES:
            known = " and ".join(LANGUAGES)
            said = f"'{one}' is no language a report is told in; there are {known}."
            raise typer.BadParameter(said, param_hint="--report-language")
    return list(dict.fromkeys(asked))


def _files(
    found: Audit, engine: str, anchor: Head | None, languages: list[str]
) -> dict[str, bytes]:
    """The reports, and audit.json last: where it is new, all others are."""
    named = version("northing")
    content = to_json(found, version=named, engine=engine, anchor=anchor).encode()
    document = report_of(found, version=named, anchor=anchor)
    files: dict[str, bytes] = {}
    for at, language in enumerate(languages):
        for name, report in _reports(found, document, language, content).items():
            files[file_in(name, language) if at else name] = report
    return files | {
        "gaps.csv": gaps_csv(found).encode(),
        "links.parquet": links_parquet(found),
        "audit.json": content,
    }


def _reports(found: Audit, document: Document, language: str, content: bytes) -> dict[str, bytes]:
    """The same report in every form, in one language."""
    digest = sha256(content).hexdigest()
    told = told_for(document, language, content_sha256=digest)
    slides = told_for(slides_of(found, document), language, content_sha256=digest)
    return {
        "report.html": to_html(told).encode(),
        "report.pdf": to_pdf(told, on=found.on),
        "report.xlsx": to_xlsx(told, on=found.on),
        "report.pptx": to_pptx(slides, on=found.on),
    }


def _say(found: Audit, out: Path, work: Work, *, as_json: bool, quiet: bool) -> None:
    if as_json:
        summary = as_object(found, out, reused=work.reused)
        typer.echo(json.dumps(summary, ensure_ascii=False, indent=1))
    elif not quiet:
        print_summary(found, out, reused=work.reused)
