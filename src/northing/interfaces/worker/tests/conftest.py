"""What do tests of the worker share? A database where what is written stays, for other programs."""

from __future__ import annotations

import pytest
from django.db import connections
from django_tasks_db.models import DBTaskResult

from northing.foundations.people.models import Organisation, Person
from northing.interfaces.worker.models import Lease, Presence


@pytest.fixture
def _django_db_helper(django_db_setup, django_db_blocker):
    """In place of pytest-django's: no transaction around the test, for other programs have to see
    what it writes; and no emptying of all tables after it, for the trail refuses that.
    """
    with django_db_blocker.unblock():
        known = set(Person.objects.values_list("id", flat=True))
        yield
        Organisation.objects.all().delete()
        Person.objects.exclude(id__in=known).delete()
        for table in (DBTaskResult, Lease, Presence):
            table.objects.all().delete()
        connections.close_all()
