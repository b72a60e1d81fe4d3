"""`northing serve`: how does the web application come up from the command line?"""

from __future__ import annotations

from pathlib import Path

import typer

from northing.interfaces.cli.application import become

INVENTED = Path("examples") / "harbour_health"
PACKAGE = Path(__file__).parents[2]


def serve(
    bind: str = typer.Option("127.0.0.1:8000", "--bind", help="Where to answer, as HOST:PORT."),
    workers: int = typer.Option(2, "--workers", min=1, help="Server processes."),
    without_example: bool = typer.Option(
        False, "--without-example", help="Make no invented organisation to look around in."
    ),
) -> None:
    """Serve the web application, with a worker beside it, until Ctrl-C."""
    options = ["--bind", bind, "--workers", str(workers)]
    example = None if without_example else _invented()
    if example:
        options += ["--example", str(example)]
    become("serve", *options)


def _invented() -> Path | None:
    """The invented organisation: inside an installed package, or beside it in a checkout."""
    places = (PACKAGE / INVENTED, PACKAGE.parents[1] / INVENTED)
    return next((place for place in places if place.is_dir()), None)
