"""Where does the API stand, and what does an address that is none say?"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import path, re_path
from django.views.decorators.csrf import csrf_exempt

from northing.interfaces.api import errors
from northing.interfaces.api.api import answer, api
from northing.interfaces.api.errors import Problem

METHOD_NOT_ALLOWED = 405


@csrf_exempt
def nowhere(_request: HttpRequest) -> HttpResponse:
    return answer(errors.nowhere())


def in_one_shape(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A method that an address does not know is refused like everything else."""

    @wraps(view)
    def shaped(request: HttpRequest, **named: Any) -> HttpResponseBase:
        found = view(request, **named)
        if found.status_code != METHOD_NOT_ALLOWED or not isinstance(found, HttpResponse):
            return found
        problem = Problem(METHOD_NOT_ALLOWED, "method_unknown", errors.METHOD)
        problem.headers["Allow"] = found["Allow"]
        return answer(problem)

    return shaped


operations, application, namespace = api.urls
for one in operations:
    if one.callback is not None:
        one.callback = in_one_shape(one.callback)
urlpatterns = [
    path("", nowhere),
    path("", (operations, application, namespace)),
    re_path(r"^[\s\S]*$", nowhere),  # whatever it holds, line ends too
]
