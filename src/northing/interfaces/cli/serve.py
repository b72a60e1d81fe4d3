"""`northing serve`: how does the web application come up from the command line?

The application is a program of its own: nothing of it is loaded here, for no other verb needs it.
"""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

import typer

from northing.interfaces.cli.endings import BAD_CASE, end

NEEDED = ("django", "allauth", "django_tasks_db", "gunicorn")
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
    missing = [name for name in NEEDED if not _is_there(name)]
    if missing:
        why = f"The web application is not installed ({', '.join(missing)})."
        end(BAD_CASE, [f"{why} Install it with: pip install 'northing[web]'"])
    command = [sys.executable, "-m", "northing.interfaces.web", "serve"]
    options = ["--bind", bind, "--workers", str(workers)]
    example = None if without_example else _invented()
    if example:
        options += ["--example", str(example)]
    sys.stdout.flush()
    os.execv(sys.executable, [*command, *options])  # noqa: S606 - no shell reads it


def _is_there(name: str) -> bool:
    """Whether it could be imported; it is not."""
    try:
        return find_spec(name) is not None
    except ImportError:
        return False


def _invented() -> Path | None:
    """The invented organisation: inside an installed package, or beside it in a checkout."""
    places = (PACKAGE / INVENTED, PACKAGE.parents[1] / INVENTED)
    return next((place for place in places if place.is_dir()), None)
