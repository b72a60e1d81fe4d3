"""Where does an installation keep its database and its secret, and what is the secret?"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

_SECRET = "secret-key"  # noqa: S105 - the name of a file


def home_of(environment: Mapping[str, str]) -> Path:
    """`NORTHING_HOME`, else the folder for what programs keep; made where it is missing."""
    named = environment.get("NORTHING_HOME")
    kept = environment.get("XDG_DATA_HOME") or "~/.local/share"
    home = Path(named or f"{kept}/northing").expanduser().resolve()
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    return home


def secret_key(environment: Mapping[str, str], home: Path) -> str:
    """`SECRET_KEY`, else one drawn once for this installation that its owner alone can read."""
    if environment.get("SECRET_KEY"):
        return environment["SECRET_KEY"]
    path = home / _SECRET
    # Written aside and linked into place: of two processes that start at once, one wins whole.
    if not path.exists():
        aside = home / f".{_SECRET}-{os.getpid()}-{secrets.token_hex(4)}"
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
        with contextlib.suppress(FileExistsError):
            os.link(aside, path)
        aside.unlink()
    return path.read_text("utf-8")
