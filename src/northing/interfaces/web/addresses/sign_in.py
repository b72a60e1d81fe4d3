"""Where does somebody sign in, and what of it is not open to anybody?

An address is shown to be somebody's by an invitation that was sent to it, or by a provider of its
domain. To take another one without that is no page of ours: whoever came later with a provider's
word for it would come into the account of whoever took it first.
"""

from __future__ import annotations

from typing import Any, NoReturn

from allauth.account import urls
from django.http import Http404, HttpRequest
from django.urls import URLPattern

CLOSED = frozenset({"account_email", "account_confirm_email", "account_email_verification_sent"})


def closed(_request: HttpRequest, **_asked: Any) -> NoReturn:
    raise Http404


def _opened(one: URLPattern) -> URLPattern:
    """The name stays, since the library asks for it; behind it there is nothing."""
    if one.name not in CLOSED:
        return one
    return URLPattern(one.pattern, closed, one.default_args, one.name)


pages = [_opened(one) for one in urls.urlpatterns]
