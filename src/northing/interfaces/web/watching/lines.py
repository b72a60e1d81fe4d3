"""What may a line of the log say, so that whoever reads logs learns nothing of people?

A line tells when, how grave, which part of the program, what happened by the words of its source,
and a few plain facts. It never tells an address that was asked for, a query, a sender, a name, or
the text of an error, for errors quote what they choked on: of an error stay its kinds and places.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import PurePath
from traceback import walk_tb
from types import TracebackType
from typing import Any

from django.http import HttpRequest
from gunicorn.glogging import Logger
from typing_extensions import override

OURS = ("northing", "gunicorn.started")
PLAIN = ("status", "status_code", "milliseconds", "job", "attempt")
NO_ADDRESS = "(none)"
MOST_ERRORS, MOST_PLACES = 5, 40
Fact = str | int | float | list[str]


class Lines(logging.Formatter):
    """A line of plain text: the moment, the gravity, the part, the words, the facts."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        facts = facts_of(record)
        first = " ".join(str(facts.pop(name)) for name in ("at", "level", "part", "what"))
        rest = (f"{name}={_one_line(value)}" for name, value in facts.items())
        return " ".join([first, *rest])


class JsonLines(logging.Formatter):
    """The same as one JSON object a line."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(facts_of(record), ensure_ascii=True)


class ServerLog(Logger):  # type: ignore[misc] # gunicorn ships no types
    """The server's own lines say no more than those of the application."""

    @override
    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        # The program that starts the server's processes sets up no Django, and so no settings.
        kind = JsonLines if os.environ.get("NORTHING_LOG") == "json" else Lines
        for handler in self.error_log.handlers:
            handler.setFormatter(kind())


def facts_of(record: logging.LogRecord) -> dict[str, Fact]:
    at = datetime.fromtimestamp(record.created, UTC)
    facts: dict[str, Fact] = {
        "at": at.isoformat(timespec="milliseconds"),
        "level": record.levelname,
        "part": record.name,
        "what": _words(record),
    }
    facts |= _plain(record)
    facts |= _of_request(getattr(record, "request", None))
    if record.exc_info and record.exc_info[1]:
        facts |= _of_error(record.exc_info[1])
    return facts


def _words(record: logging.LogRecord) -> str:
    """Our own messages name ids and kinds alone; of others the words that stand in their source.

    A message without arguments may have been put together before: only its place is told.
    """
    if record.name.startswith(OURS):
        return record.getMessage()
    if record.args and isinstance(record.msg, str):
        return record.msg
    return f"at {PurePath(record.pathname).name}:{record.lineno}"


def _plain(record: logging.LogRecord) -> Mapping[str, Fact]:
    """What came along as a number; a text may hold anything."""
    given = ((name, getattr(record, name, None)) for name in PLAIN)
    return {name: value for name, value in given if isinstance(value, int | float)}


def _of_request(request: object) -> Mapping[str, Fact]:
    if not isinstance(request, HttpRequest):
        return {}
    found = request.resolver_match
    method = request.method if request.method in METHODS else "other"
    return {"method": str(method), "address": found.route if found else NO_ADDRESS}


METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def _of_error(error: BaseException) -> Mapping[str, Fact]:
    chain = list(_chain(error))
    return {
        "errors": [f"{type(one).__module__}.{type(one).__qualname__}" for one in chain],
        "places": [place for one in chain for place in _places(one.__traceback__)][:MOST_PLACES],
    }


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, and those that led to it."""
    one: BaseException | None = error
    for _ in range(MOST_ERRORS):
        if one is None:
            return
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _places(trace: TracebackType | None) -> Iterator[str]:
    for frame, line in walk_tb(trace):
        yield f"{PurePath(frame.f_code.co_filename).name}:{line} {frame.f_code.co_name}"


def _one_line(value: Fact) -> str:
    return ",".join(value) if isinstance(value, list) else str(value)
