"""`northing`: which verbs are there, and how does a run end?

Exit codes: 0 done (refused rows are counted in the report) · 2 the case or the command cannot be
understood · 3 nothing could be read · 4 the report cannot be written · 5 done, but something was
refused and `--strict` was asked for · 130 interrupted.
"""

from __future__ import annotations

from importlib.metadata import version as installed_version

import typer

from northing.interfaces.cli import (
    audit,
    budget,
    carrying,
    check,
    decide,
    init,
    judge,
    keeping,
    label,
    mcp,
    prioritise,
    sample,
    serve,
    statement,
    trail,
    verify,
)

app = typer.Typer(
    name="northing",
    help="Shows an organisation, with evidence, where its words and its deeds part.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _say_version(value: bool) -> None:
    if value:
        typer.echo(f"northing {installed_version('northing')}")
        raise typer.Exit


@app.callback()
def northing(
    version: bool = typer.Option(
        False, "--version", callback=_say_version, is_eager=True, help="Say the version."
    ),
) -> None:
    """Shows an organisation, with evidence, where its words and its deeds part."""


app.command("init")(init.init)
app.command("check")(check.check)
app.command("audit")(audit.audit)
app.command("judge")(judge.judge)
app.command("sample")(sample.sample)
app.command("label")(label.label)
app.command("verify")(verify.verify)
app.command("statement")(statement.statement)
app.command("prioritise")(prioritise.prioritise)
app.command("budget")(budget.budget)
app.command("serve")(serve.serve)
app.command("mcp")(mcp.mcp)
app.command("backup")(keeping.backup)
app.command("restore")(keeping.restore)
app.command("export-organisation")(carrying.export_organisation)
app.command("import-organisation")(carrying.import_organisation)
app.add_typer(decide.app, name="decide")
app.add_typer(trail.app, name="trail")


def main() -> None:
    """The entry point. Typer itself ends an interrupted run with 130."""
    app()
