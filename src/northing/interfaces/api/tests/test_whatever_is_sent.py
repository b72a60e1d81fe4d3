"""Does the API answer as its document says, whatever is sent to it?

Cases are drawn from the document itself: every operation, with what it asks for and with what it
does not, with ids that are there and ids that are not. `positive_data_acceptance` is left out: what
a record has to have goes beyond what JSON Schema can say (money has a currency), and the document
names the 409 and 422 it is refused with.

On PostgreSQL some cases for every change, and on SQLite ten times as many in the slow lane.
"""

from __future__ import annotations

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from hypothesis import HealthCheck, settings
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS

from northing.interfaces.api.tests.knocking import token_of
from northing.interfaces.api.tests.test_every_operation import House, key_of
from northing.interfaces.web.wsgi import application

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def closing(environ, start_response):
    """As a server does it: what is handed out in pieces is read to its end, and closed."""
    answer = application(environ, start_response)
    try:
        return [b"".join(answer)]
    finally:
        answer.close()


document = schemathesis.openapi.from_wsgi("/api/openapi.json", closing)
LEFT_OUT = ["positive_data_acceptance"]


@pytest.fixture
def house(settings):
    """One for all cases of an operation; a server would end its connection after each."""
    settings.API_CALLS_A_MINUTE = 10**9
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    found = House()
    found.secret = token_of(found.owner)
    yield found
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


ANYHOW = {"deadline": None, "derandomize": True, "suppress_health_check": list(HealthCheck)}


@pytest.mark.skipif(connection.vendor == "sqlite", reason="PostgreSQL refuses more than SQLite")
@document.parametrize()
@settings(max_examples=6, **ANYHOW)
def test_every_answer_is_in_the_document(case, house):
    check(case, house)


@pytest.mark.slow
@document.parametrize()
@settings(max_examples=60, **ANYHOW)
def test_every_answer_to_many_cases_is_in_the_document(case, house):
    check(case, house)


def check(case, house):
    ids = house.rows[house.owner.organisation_id] | {"organisation": house.owner.organisation}
    ids["file"] = "audit.json" if "/audits/" in case.path else ids["handed_in"]
    if case.meta is None or case.meta.generation.mode is GenerationMode.POSITIVE:
        for name in case.path_parameters or {}:
            case.path_parameters[name] = str(key_of(ids[name]))
    headers = {"Authorization": f"Bearer {house.secret}"}
    case.call_and_validate(headers=headers, excluded_checks=CHECKS.get_by_names(LEFT_OUT))
