"""When was somebody last seen in a session, without a write for every page they open?

The list of one's sessions says so to the minute. To write it with each page would make every
reader wait for whoever writes, which on SQLite is one at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from time import monotonic

from allauth.usersessions.models import UserSession
from django.http import HttpRequest
from django.http.response import HttpResponseBase

EVERY_SECONDS = 60.0
MOST_KEPT = 10_000
PROBES = ("/health", "/ready", "/metrics")
"""Whoever asks these visits nobody, and they answer without a database, whatever cookie comes."""
Answer = Callable[[HttpRequest], HttpResponseBase]
Seen = tuple[str, str, str]


def seen(answer: Answer) -> Answer:
    """Each process writes once a minute, and at once where the address or the browser is new."""
    written: dict[Seen, float] = {}
    pen = Lock()

    def is_due(one: Seen) -> bool:
        now = monotonic()
        with pen:
            if now - written.get(one, float("-inf")) < EVERY_SECONDS:
                return False
            if len(written) >= MOST_KEPT:
                written.clear()
            written[one] = now
            return True

    def answered(request: HttpRequest) -> HttpResponseBase:
        key = None if request.path in PROBES else request.session.session_key
        if key and request.user.is_authenticated and is_due(_seen(request, key)):
            UserSession.objects.create_from_request(request)
        return answer(request)

    return answered


def _seen(request: HttpRequest, key: str) -> Seen:
    around = request.META
    address = f"{around.get('REMOTE_ADDR', '')} {around.get('HTTP_X_FORWARDED_FOR', '')}"
    return key, address, around.get("HTTP_USER_AGENT", "")[:200]
