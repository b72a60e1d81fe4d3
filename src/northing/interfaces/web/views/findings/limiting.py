"""How often may one address on the net ask for a page that needs no signing in?"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Concatenate, ParamSpec

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

Rest = ParamSpec("Rest")
View = Callable[Concatenate[HttpRequest, Rest], HttpResponse]
WINDOW_SECONDS = 60


def at_most(times: int) -> Callable[[View[Rest]], Callable[..., HttpResponse]]:
    """So often in a minute, counted for all worker programs together; then 429 until it is over."""

    def limited(view: View[Rest]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def counted(request: HttpRequest, *passed: Rest.args, **rest: Rest.kwargs) -> HttpResponse:
            if _count(request, view.__name__) > times:
                response = render(request, "429.html", status=429)
                response["Retry-After"] = str(WINDOW_SECONDS)
                return response
            return view(request, *passed, **rest)

        return counted

    return limited


def _count(request: HttpRequest, name: str) -> int:
    """How often this minute, this time included. What is kept of the address is a digest."""
    minute = int(timezone.now().timestamp()) // WINDOW_SECONDS
    asker = get_adapter(request).get_client_ip(request)
    key = "asked-" + sha256(f"{name} {minute} {asker}".encode()).hexdigest()
    if cache.add(key, 1, timeout=2 * WINDOW_SECONDS):
        return 1
    try:
        return int(cache.incr(key))
    except ValueError:  # it ran out between the two
        return 1
