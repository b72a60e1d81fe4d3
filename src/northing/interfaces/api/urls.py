"""Where does the API stand, and what does an address that is none say?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path
from django.views.decorators.csrf import csrf_exempt

from northing.interfaces.api import errors
from northing.interfaces.api.api import answer, api


@csrf_exempt
def nowhere(_request: HttpRequest) -> HttpResponse:
    return answer(errors.nowhere())


urlpatterns = [path("", nowhere), path("", api.urls), re_path(r"^.*$", nowhere)]
