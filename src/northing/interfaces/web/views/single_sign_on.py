"""How does signing in through a provider begin and come back, also when the provider is ill?"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from allauth.socialaccount.providers.openid_connect import views
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from requests import RequestException

from northing.foundations.people import refusals
from northing.interfaces.web.sign_in import not_let_in

Step = Callable[[HttpRequest, str], HttpResponse]


def _told_when_ill(step: Step) -> Step:
    """A provider that does not answer, or not as OpenID Connect says, is no fault of ours."""

    @never_cache
    @wraps(step)
    def told(request: HttpRequest, provider_id: str) -> HttpResponse:
        try:
            return step(request, provider_id)
        except (RequestException, KeyError, ValueError):
            return not_let_in(request, refusals.PROVIDER_IS_ILL)

    return told


@_told_when_ill
def begin(request: HttpRequest, provider_id: str) -> HttpResponse:
    """By a form of ours alone: a link from elsewhere shows the page to sign in."""
    if request.method != "POST":
        return redirect("account_login")
    answer: HttpResponse = views.login(request, provider_id)
    return answer


@_told_when_ill
def come_back(request: HttpRequest, provider_id: str) -> HttpResponse:
    answer: HttpResponse = views.callback(request, provider_id)
    return answer
