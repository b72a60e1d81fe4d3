"""Do pages about something else open though a file of the newest audit is not what was written?"""

from __future__ import annotations

import pytest
from django.urls import reverse

from northing.foundations.people.tests.make import NOON, make_organisation
from northing.interfaces.web.tests import rows_clarify, rows_plans
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.models import StoredAudit

pytestmark = [pytest.mark.database, pytest.mark.either, pytest.mark.django_db]


def test_they_do_without_what_it_found(client):
    amina = make_organisation()
    rows_clarify.rows(amina)
    plans = rows_plans.rows(amina)
    gone = StoredAudit.objects.create(organisation=amina.organisation, number=1, on=NOON.date(),
                                      state="done", asked_at=NOON, done_at=NOON)  # fmt: skip
    with pytest.raises(store.Altered):
        store.content(gone)
    client.force_login(amina.person)
    here = amina.organisation_id
    for name, row in (("home", None), ("audits_ask", None), ("plans_budgets_new", None),
                      ("plans_budget", plans["budget"]), ("plans_priority", plans["priority"]),
                      ("clarify_commitments", None), ("guided", None)):  # fmt: skip
        address = reverse(name, args=[here, *([row.id] if row else [])])
        assert client.get(address).status_code == 200, name
    found = client.post(reverse("plans_priorities_gaps", args=[here]))
    assert found.url == reverse("plans_priorities_new", args=[here])
