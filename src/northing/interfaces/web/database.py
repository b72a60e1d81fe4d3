"""Which database does `DATABASE_URL` name, and how is it to behave?"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

_WAIT_SECONDS = 20
_CONNECT_SECONDS = "10"  # a machine that swallows what is sent would keep a page for minutes
_PRAGMAS = (
    "journal_mode=WAL",  # readers and the one writer do not wait for each other
    "synchronous=FULL",  # a sign-off that was confirmed outlives a power cut
    f"busy_timeout={_WAIT_SECONDS * 1000}",
    "foreign_keys=ON",
    "journal_size_limit=27103364",
)
SQLITE: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",  # who reads and then writes holds the pen from the start
    "timeout": _WAIT_SECONDS,
    "init_command": "".join(f"PRAGMA {pragma};" for pragma in _PRAGMAS),
}


class UnknownDatabase(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """What `DATABASE_URL` says names no database that we run on."""


def database_of(url: str | None, home: Path) -> dict[str, Any]:
    """Django's entry for `sqlite:///PATH` or `postgres://USER:PASSWORD@HOST:PORT/NAME`.

    Without an address: a file in the installation's home.
    """
    if not url:
        return _sqlite(str(home / "northing.sqlite3"))
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.path[1:]))
    if parts.scheme not in ("postgres", "postgresql"):
        raise UnknownDatabase(
            f"DATABASE_URL begins with {parts.scheme!r}. Write sqlite:///PATH or "
            "postgres://USER:PASSWORD@HOST:PORT/NAME."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": _CONNECT_SECONDS} | dict(parse_qsl(parts.query)),
    }


def _sqlite(path: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": dict(SQLITE),
    }
