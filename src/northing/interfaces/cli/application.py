"""How does a verb hand over to the web application?

The application is a program of its own: nothing of it is loaded here, for no other verb needs it.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from typing import NoReturn

from northing.interfaces.cli.endings import BAD_CASE, end


@dataclass(frozen=True, slots=True)
class Program:
    """A part of Northing that runs by itself, the extra that brings its libraries, and some."""

    name: str
    module: str
    extra: str
    needed: tuple[str, ...]


WEB = Program(
    name="The web application",
    module="northing.interfaces.web",
    extra="web",
    needed=("django", "allauth", "django_tasks_db", "gunicorn"),
)


def become(*arguments: str, program: Program = WEB) -> NoReturn:
    """This program ends, and the other one's command of these words is in its place."""
    missing = [name for name in program.needed if not _is_there(name)]
    if missing:
        why = f"{program.name} is not installed ({', '.join(missing)})."
        end(BAD_CASE, [f"{why} Install it with: pip install 'northing[{program.extra}]'"])
    command = [sys.executable, "-m", program.module, *arguments]
    sys.stdout.flush()
    os.execv(sys.executable, command)  # noqa: S606 - no shell reads it


def _is_there(name: str) -> bool:
    """Whether it could be imported; it is not."""
    try:
        return find_spec(name) is not None
    except ImportError:
        return False
