"""`northing`: how is it started, and how does a run end?

Exit codes: 0 done (refused rows are counted in the report) · 2 the case or the command cannot be
understood · 3 nothing could be read · 4 the report cannot be written · 5 done, but something was
refused and `--strict` was asked for · 130 interrupted.
"""

from __future__ import annotations

from importlib.metadata import version as installed_version

import typer

from northing.interfaces.cli.verbs import Verbs

app = typer.Typer(
    cls=Verbs,
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


def main() -> None:
    """The entry point. Typer itself ends an interrupted run with 130."""
    app()
