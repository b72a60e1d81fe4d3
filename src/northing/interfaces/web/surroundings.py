"""What does the machine tell the application, and where may its secrets stand?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

IN_FILES = ("DATABASE_URL", "SECRET_KEY", "EMAIL_PASSWORD", "NORTHING_METRICS_TOKEN")
ENDING = "_FILE"


class UnreadableSecret(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """A secret that is said to stand in a file, and does not."""


def with_secrets(environment: Mapping[str, str]) -> Mapping[str, str]:
    """The environment, with the secrets that it names files of.

    `SECRET_KEY_FILE=/run/secrets/key` stands for `SECRET_KEY`: other programs can read an
    environment, and logs often tell it.
    """
    found = {
        name: environment[name + ENDING] for name in IN_FILES if environment.get(name + ENDING)
    }
    return dict(environment) | {name: _read(name, Path(path)) for name, path in found.items()}


def _read(name: str, path: Path) -> str:
    try:
        content = path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableSecret(f"{name}{ENDING} names {path}, which cannot be read.") from error
    if not content:
        raise UnreadableSecret(f"{name}{ENDING} names {path}, which is empty.")
    return content
