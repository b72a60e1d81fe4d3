"""Is the server up, is the installation ready, and what may a program that watches it be told?"""

from __future__ import annotations

import hmac
from ipaddress import ip_address

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from northing.interfaces.web.watching.measures import CONTENT_TYPE, measures
from northing.interfaces.web.watching.readiness import answers

PASSED_ON = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
             "X-Real-Ip")  # fmt: skip


@never_cache
@require_safe
def health(_request: HttpRequest) -> HttpResponse:
    """Asks nothing of anybody: where this answers, the server is up."""
    return HttpResponse("up\n", content_type="text/plain")


@never_cache
@require_safe
def ready(_request: HttpRequest) -> HttpResponse:
    """503 as long as somebody who came now could not work. The sentences name no content."""
    found = {one.name: one.missing or "ok" for one in answers()}
    status = 200 if set(found.values()) == {"ok"} else 503
    return JsonResponse(found, status=status)


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """For this machine itself, or whoever brings the token; for others it is not there."""
    if not (_bears_token(request) or _is_this_machine(request)):
        raise Http404
    return HttpResponse("\n".join(measures()) + "\n", content_type=CONTENT_TYPE)


def _bears_token(request: HttpRequest) -> bool:
    wanted: str = settings.METRICS_TOKEN
    given = request.headers.get("Authorization", "").encode()
    return bool(wanted) and hmac.compare_digest(given, f"Bearer {wanted}".encode())


def _is_this_machine(request: HttpRequest) -> bool:
    """Behind a proxy everybody seems to come from here: then only the token opens."""
    if settings.IS_HTTPS or settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        return False
    if any(name in request.headers for name in PASSED_ON):
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
