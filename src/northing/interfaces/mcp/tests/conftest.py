"""What do tests of the server share? A database that other programs see, as tests of the worker."""

from __future__ import annotations

import pytest

from northing.interfaces.worker.tests.conftest import _django_db_helper
from northing.interfaces.worker.tests.make_case import cleared_afterwards
from northing.stages.clarify.models import Commitment
from northing.stages.decide.models import StoredDecision, StoredPriorities, StoredSignature

HOLDING_TOO = (StoredSignature, StoredDecision, StoredPriorities, Commitment)
__all__ = ["_django_db_helper"]


@pytest.fixture(autouse=True)
def cleared(request):
    """What tests left goes before their organisations go."""
    if "django_db" not in request.keywords:
        yield
        return
    request.getfixturevalue("db")
    with cleared_afterwards():
        yield
        for rows in HOLDING_TOO:
            rows.objects.all().delete()
