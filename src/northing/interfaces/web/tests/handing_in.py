"""How does a test hand a file in, say how it is read and have it read, as people do it?"""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from northing.foundations.people.tests.make import make_organisation
from northing.interfaces.worker.running import Worker
from northing.stages.clarify.commitments import actions as commitments
from northing.stages.clarify.commitments.actions import Promise
from northing.stages.records.imports.models import Import

BUDGET = b"""Line,Department,Amount,Year
Screening,North,1200.50,2024
Repairs,South,abc,2024
Home visits,North,90,2024
"""


@pytest.fixture
def amina(client):
    member = make_organisation()
    at = timezone.now()
    for key, text in (("screening", "We screen everybody."), ("visits", "We visit at home.")):
        commitments.add(Promise(text=text), by=member, at=at, key=key)
    client.force_login(member.person)
    return member


def to(member, name, **rows):
    return reverse(name, kwargs={"organisation": member.organisation_id, **rows})


def hands_in(client, member, *files, ticket=None):
    given = [SimpleUploadedFile(name, content) for name, content in files]
    sent = {"given": given, "ticket": str(ticket or uuid4())}
    return client.post(to(member, "records_hand_in"), sent)


def shown(client, address):
    found = client.get(address)
    assert found.status_code == 200
    return found.content.decode()


def filled(page):
    """What the form of a page would send as it stands."""
    sent = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    sent |= dict(re.findall(r'<input type="(?:text|number)" name="([^"]+)" value="([^"]*)"', page))
    for name, options in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        sent[name] = chosen[1] if chosen else ""
    return sent


def read(client, member, content=BUDGET, name="budget.csv", **but):
    """Handed in, looked at, said how, read: as people do it."""
    hands_in(client, member, (name, content))
    Worker().work_off()
    one = Import.objects.filter(organisation=member.organisation).latest("made_at")
    page = to(member, "records_import", handed_in=one.id)
    client.post(page, filled(shown(client, page)) | {"currency": "EUR"} | but)
    Worker().work_off()
    one.refresh_from_db()
    return one
