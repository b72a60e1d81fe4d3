"""`northing backup` and `northing restore`: how is what an installation stores kept safe?"""

from __future__ import annotations

import typer

from northing.interfaces.cli.application import become


def backup(
    place: str = typer.Argument(help="A file, a folder, or - for standard output."),
    force: bool = typer.Option(False, "--force", help="Write over a file that is there already."),
    keep: int | None = typer.Option(
        None, "--keep", min=1, help="In a folder: remove all back-ups but the newest so many."
    ),
) -> None:
    """Write all that the web application stores into one file, while people work."""
    options = [*(["--force"] if force else []), *(["--keep", str(keep)] if keep else [])]
    become("backup", *options, "--", place)


def restore(
    file: str = typer.Argument(help="The file that northing backup wrote."),
    only_check: bool = typer.Option(
        False, "--only-check", help="Only see that it is whole and of a known version."
    ),
    replace: bool = typer.Option(
        False, "--replace", help="Also where something stands; that is saved first."
    ),
    really: bool = typer.Option(False, "--really", help="With --replace: do not ask again."),
) -> None:
    """Bring back what a back-up holds: all of it, into an empty installation, or nothing."""
    wishes = {"--only-check": only_check, "--replace": replace, "--really": really}
    become("restore", *(name for name, is_so in wishes.items() if is_so), "--", file)
