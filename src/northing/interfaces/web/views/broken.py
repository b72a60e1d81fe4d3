"""What does somebody get when an answer could not be made, and no database may be asked for it?"""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import get_template

from northing.interfaces.web.watching.outages import is_away

RETRY_SECONDS = "15"
# As the API says everything it does not do, for programs and therefore in English.
AWAY = {
    "error": "database_away",
    "sentence": "The database does not answer; nothing of this was done.",
    "field": None,
    "remedy": "Send it again when Retry-After has passed.",
}
OUR_FAULT = {
    "error": "our_fault",
    "sentence": "Something went wrong on our side; nothing of this was done.",
    "field": None,
    "remedy": "Send it again; if it happens again, tell whoever runs this installation the time.",
}


def broken(request: HttpRequest) -> HttpResponse:
    """Django asks for this while the exception is at hand: 503 where only the database is away."""
    away = is_away(sys.exc_info()[1])
    status, said = (503, AWAY) if away else (500, OUR_FAULT)
    found = _answer(request, status, said)
    if away:
        found["Retry-After"] = RETRY_SECONDS
    return found


def _answer(request: HttpRequest, status: int, said: dict[str, str | None]) -> HttpResponse:
    if request.path.startswith("/api/"):
        return JsonResponse(said, status=status)
    return HttpResponse(get_template(f"{status}.html").render(), status=status)
