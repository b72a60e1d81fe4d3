"""How does signing in through a SAML provider begin, and how does its answer come back?

The answer arrives by a form of another site, without the cookie of whoever is signing in. It is
checked there and then; what is believed of it waits, once and for a short while, for the very
browser that asked.
"""

from __future__ import annotations

import logging
from dataclasses import asdict
from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import complete_social_login
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.sessions import LoginSession
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from northing.foundations.people import refusals
from northing.interfaces.web.saml_provider import (
    Asserted,
    Here,
    NotBelieved,
    SamlProvider,
    asserted,
    description,
    question,
)
from northing.interfaces.web.sign_in import not_let_in

LARGEST_ANSWER = 400_000
REMEMBERED_SECONDS = 24 * 3600  # longer than any answer is good for
_WAITS = ("saml_answer", "northing_answer")
_LOG = logging.getLogger("northing.saml")


@never_cache
def begin(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """By a form of ours alone: a link from elsewhere shows the page to sign in."""
    one = _provider(organization_slug)
    if request.method != "POST":
        return redirect("account_login")
    address, asked = question(one, _here(request, one), _asked(request))
    app = get_adapter().get_app(request, provider="saml", client_id=one.id)
    app.get_provider(request).stash_redirect_state(
        request, AuthProcess.LOGIN, get_next_redirect_url(request), state_id=asked
    )
    return redirect(address)


@csrf_exempt
@never_cache
@require_POST
def come_back(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """The provider's answer. What it proves waits for the browser that asked; nothing else does."""
    one = _provider(organization_slug)
    try:
        if len(request.POST.get("SAMLResponse", "")) > LARGEST_ANSWER:
            raise NotBelieved("larger than any answer")
        found = asserted(one, _here(request, one), _asked(request))
        if not cache.add(f"saml:{one.id}:{found.id}", "answered", REMEMBERED_SECONDS):
            raise NotBelieved("it came a second time")
    except NotBelieved as error:
        _LOG.warning("saml answer not believed: %s", error)
        return not_let_in(request, refusals.NOT_VOUCHED)
    response = redirect("saml_finish", one.id)
    waiting = LoginSession(request, *_WAITS)
    waiting.store["answer"] = asdict(found)
    waiting.store.set_expiry(60)
    waiting.save(response)
    response.status_code = 303
    return response


@never_cache
@require_safe
def finish(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """Whoever asked the question comes for its answer; of anybody else nothing is believed."""
    one = _provider(organization_slug)
    waiting = LoginSession(request, *_WAITS)
    told = waiting.store.get("answer")
    waiting.delete()
    if not told:
        return not_let_in(request, refusals.NOT_VOUCHED)
    found = Asserted(**told)
    app = get_adapter().get_app(request, provider="saml", client_id=one.id)
    provider = app.get_provider(request)
    try:
        state = provider.unstash_redirect_state(request, found.question)
    except PermissionDenied:
        return not_let_in(request, refusals.NOT_VOUCHED)
    login = provider.sociallogin_from_response(request, _Named(found.person))
    login.state, login.account.extra_data = state, {"saml": asdict(found)}
    answer: HttpResponse = complete_social_login(request, login)
    return answer


@require_safe
def metadata(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """What whoever runs the provider needs to know of this application."""
    one = _provider(organization_slug)
    return HttpResponse(
        description(one, _here(request, one)), content_type="application/samlmetadata+xml"
    )


class _Named:
    """As much of an answer as allauth needs to know whose account it is."""

    def __init__(self, person: str) -> None:
        self._person = person

    def get_attributes(self) -> dict[str, Any]:
        return {}

    def get_nameid(self) -> str:
        return self._person

    def get_nameid_format(self) -> str:
        return ""


def _provider(name: str) -> SamlProvider:
    one = settings.SINGLE_SIGN_ON.get(name)
    if not isinstance(one, SamlProvider):
        raise Http404
    return one


def _here(request: HttpRequest, one: SamlProvider) -> Here:
    return Here(
        request.build_absolute_uri(reverse("saml_metadata", args=[one.id])),
        request.build_absolute_uri(reverse("saml_acs", args=[one.id])),
    )


def _asked(request: HttpRequest) -> dict[str, Any]:
    """The request as python3-saml takes it."""
    return {
        "https": "on" if request.is_secure() else "off",
        "http_host": request.get_host(),
        "script_name": request.META.get("SCRIPT_NAME", ""),
        "path_info": request.path_info,
        "get_data": request.GET.dict(),
        "post_data": request.POST.dict(),
    }
