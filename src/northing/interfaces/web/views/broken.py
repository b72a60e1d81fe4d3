"""What does somebody get when an answer could not be made, and no database may be asked for it?"""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template

from northing.interfaces.api import errors
from northing.interfaces.api.api import answer
from northing.interfaces.api.errors import Problem
from northing.interfaces.web.watching.outages import is_away

RETRY_SECONDS = "15"


def broken(request: HttpRequest) -> HttpResponse:
    """Django asks for this while the exception is at hand: 503 where only the database is away."""
    away = is_away(sys.exc_info()[1])
    found = _told(503, "database_away", errors.AWAY, request) if away else _ours(request)
    if away:
        found["Retry-After"] = RETRY_SECONDS
    return found


def _ours(request: HttpRequest) -> HttpResponse:
    return _told(500, "our_fault", errors.OUR_FAULT, request)


def _told(status: int, error: str, said: tuple[str, str], request: HttpRequest) -> HttpResponse:
    if request.path.startswith("/api/"):
        return answer(Problem(status, error, said))
    return HttpResponse(get_template(f"{status}.html").render(), status=status)
