"""Do pages about something else open though a file of the newest audit is not what was written?"""

from __future__ import annotations

import pytest
from django.urls import reverse

from northing.foundations.people.tests.make import NOON, make_organisation
from northing.interfaces.web.tests import rows_clarify, rows_plans
from northing.interfaces.worker.jobs.audits import lay_out
from northing.interfaces.worker.queue import Unable
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.audits.facts import Wish
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


def test_a_new_audit_says_why_it_cannot_look_back(tmp_path):
    amina = make_organisation()
    kept = {"organisation": amina.organisation, "on": NOON.date(), "asked_at": NOON}
    StoredAudit.objects.create(number=1, state="done", done_at=NOON, issued_at=NOON, **kept)
    new = StoredAudit.objects.create(number=2, state="running", **kept)
    with pytest.raises(Unable, match="take it back from a back-up"):
        lay_out(new, Wish(on=NOON.date()), tmp_path / "audit")
