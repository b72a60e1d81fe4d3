"""How is every answer counted and, where lines are wanted, told in one?

What is told: the address's pattern, never the address; no query, no sender, nobody's name.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache
from pathlib import Path
from time import perf_counter

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from northing.interfaces.web.watching.tally import Tally

log = logging.getLogger("northing.requests")
Answer = Callable[[HttpRequest], HttpResponseBase]


@cache
def tally() -> Tally:
    """Opened once in each process of the server."""
    return Tally(Path(settings.HOME))


def counted(answer: Answer) -> Answer:
    """The outermost middleware: also what the others answer is counted."""

    def count(request: HttpRequest) -> HttpResponseBase:
        began = perf_counter()
        found = answer(request)
        seconds = perf_counter() - began
        tally().count(found.status_code, seconds)
        told = {"status": found.status_code, "milliseconds": round(seconds * 1000, 1)}
        log.info("answered", extra=told | {"request": request})
        return found

    return count
