"""Which doors does the API have, and in which shape does it refuse?"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.operation import Operation
from typing_extensions import override

from northing.foundations.people.access import Action
from northing.foundations.people.changes import Change, last_change, rows_in
from northing.foundations.people.refusals import CHANGED_MEANWHILE, NotAllowed, Refused
from northing.interfaces.api import errors
from northing.interfaces.api.addresses import ROUTERS
from northing.interfaces.api.door import call_of
from northing.interfaces.api.errors import Problem, problem_of, with_change
from northing.stages.diagnose.audits.store import Altered

WHOLE = ("sent", "asked")
"""What our functions call all that came in at once; whoever sent it knows no such part."""
TOLD = (
    "What the pages can read and write, for programs. A token acts for a member: it may what its "
    "scopes name and what its member may at that moment, whichever is less. Every refusal is an "
    "Error. What makes something takes an Idempotency-Key: the same key twice makes one."
)


class Api(NinjaAPI):
    """An operation is called as its function is, whatever module that lies in."""

    @override
    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__


api = Api(
    title="Northing",
    version="1",
    description=TOLD,
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="api",
)
for router in ROUTERS:
    for view in router.path_operations.values():
        for one in view.operations:
            scope = {"x-scope": one.auth_callbacks[0].said}  # type: ignore[attr-defined]
            one.openapi_extra = {**(one.openapi_extra or {}), **scope}
    api.add_router("", router)


@api.exception_handler(Problem)
def _problem(_request: HttpRequest, problem: Problem) -> HttpResponse:
    return answer(problem)


@api.exception_handler(Refused)
def _refused(request: HttpRequest, refused: Refused) -> HttpResponse:
    problem = problem_of(refused)
    if refused.code == CHANGED_MEANWHILE:
        problem = with_change(problem, _change(request, refused))
    return answer(problem)


def _change(request: HttpRequest, refused: Refused) -> Change | None:
    """What was done last to what the refusal, or else the address, is about."""
    call, match = call_of(request), request.resolver_match
    rows = refused.rows or rows_in(match.kwargs if match else {})
    return last_change(rows, told_to=call.member, may_read=call.may(Action.TRAIL))


@api.exception_handler(AuthenticationError)
def _no_token(_request: HttpRequest, _error: Any) -> HttpResponse:
    return answer(Problem(401, "no_token", errors.NO_TOKEN))


@api.exception_handler(NotAllowed)
def _not_allowed(_request: HttpRequest, _error: Any) -> HttpResponse:
    return answer(Problem(403, "not_allowed", errors.NOT_ALLOWED))


@api.exception_handler(Http404)
def _nowhere(_request: HttpRequest, _error: Any) -> HttpResponse:
    return answer(errors.nowhere())


@api.exception_handler(Altered)
def _altered(_request: HttpRequest, _error: Any) -> HttpResponse:
    return answer(Problem(409, "file_altered", errors.ALTERED))


@api.exception_handler(ValidationError)
def _unfit(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    """The first part that will not do, by its place; what was sent is not sent back."""
    first = error.errors[0]
    place = [str(one) for one in first["loc"][1:] if one not in WHOLE]
    return answer(errors.wrong(".".join(place), str(first["msg"])))


@api.exception_handler(HttpError)
@api.exception_handler(MultiPartParserError)
@api.exception_handler(SuspiciousOperation)
def _unreadable(_request: HttpRequest, error: Any) -> HttpResponse:
    if isinstance(error, RequestDataTooBig):
        return answer(Problem(413, "too_large", errors.TOO_LARGE))
    return answer(Problem(400, "unreadable", errors.UNREADABLE))


def answer(problem: Problem) -> HttpResponse:
    """The refusal as JSON; a 401 says by which door one comes in."""
    response = JsonResponse(problem.content.model_dump(mode="json"), status=problem.status)
    for name, value in problem.headers.items():
        response[name] = value
    if problem.status == 401:  # noqa: PLR2004 - a number of HTTP
        response["WWW-Authenticate"] = "Bearer"
    return response
