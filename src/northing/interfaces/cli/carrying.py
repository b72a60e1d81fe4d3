"""`northing export-organisation` and `import-organisation`: how does one organisation move?"""

from __future__ import annotations

import typer

from northing.interfaces.cli.application import become


def export_organisation(
    organisation: str = typer.Argument(help="Its id, or its whole name."),
    place: str = typer.Argument(help="The file to write."),
    force: bool = typer.Option(False, "--force", help="Write over a file that is there already."),
) -> None:
    """Write one organisation of the web application into one archive, while people work."""
    become("export_organisation", *(["--force"] if force else []), "--", organisation, place)


def import_organisation(
    archive: str = typer.Argument(help="The file that export-organisation wrote."),
    owner: str = typer.Option("", "--owner", help="The e-mail address of who will own it."),
    only_check: bool = typer.Option(
        False, "--only-check", help="Only see that it is whole and known here."
    ),
    address: str = typer.Option(
        "http://127.0.0.1:8000", "--address", help="Where the application is served."
    ),
) -> None:
    """Read an organisation back from its archive: all of it, or nothing."""
    wishes = [*(["--only-check"] if only_check else []), "--owner", owner, "--address", address]
    become("import_organisation", *wishes, "--", archive)
