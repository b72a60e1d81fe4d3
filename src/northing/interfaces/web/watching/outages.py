"""Did something fail because the database was not there, or because we are wrong?"""

from __future__ import annotations

from django.db import InterfaceError, OperationalError

# Classes of SQLSTATE: connections that fail, a server that ends or begins, and too little of it.
AWAY_STATES = ("08", "57P", "53")
AWAY_NAMES = ("SQLITE_BUSY", "SQLITE_CANTOPEN", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY")


def is_away(error: BaseException | None) -> bool:
    """Whether the same would succeed once the database is there again.

    A table that is missing or two who wait for each other are no such thing. psycopg names no
    state where it never reached a server.
    """
    if isinstance(error, InterfaceError):
        return True
    if not isinstance(error, OperationalError):
        return False
    cause = error.__cause__
    name = getattr(cause, "sqlite_errorname", None)
    if name is not None:
        return str(name).startswith(AWAY_NAMES)
    state = getattr(cause, "sqlstate", None)
    return state is None or str(state).startswith(AWAY_STATES)
