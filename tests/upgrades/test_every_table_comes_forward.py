"""Do the rows of every table of the version before come forward, and do its pages show them?

`every_table.json` says how many rows that version kept in each; tables that hold nothing of
anybody (sessions, work under way) are left out.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from northing.interfaces.web.tests.installation import installation

pytestmark = pytest.mark.database
HERE = Path(__file__).parent
NAME, TRAIL = "every_table", "trail_event"
KEPT = json.loads((HERE / f"{NAME}.json").read_text("utf-8"))
FOUND = """
import json, django; django.setup()
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from northing.foundations.people.models import Member
from northing.interfaces.web import urls
from northing.interfaces.web.tests.every_table import tables
from northing.stages.decide.models import StoredBudget, StoredDecision, StoredFilter
from northing.stages.decide.models import StoredPriorities
call_command("createcachetable", verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
call_command("migrate", check=True, verbosity=0)
owner = Member.objects.filter(role="owner", organisation__name="Harbour Health").get()
client = Client(SERVER_NAME="127.0.0.1")
client.force_login(owner.person, settings.AUTHENTICATION_BACKENDS[0])
here = owner.organisation_id
seen = [one.name for one in urls.organisation_pages if not one.pattern.converters]
pages = {name: reverse(name, args=[here]) for name in seen}
for name, model in (("decide_decision", StoredDecision), ("decide_filter", StoredFilter),
                    ("plans_priority", StoredPriorities), ("plans_budget", StoredBudget)):
    row = model.objects.filter(organisation=here).order_by("-made_at").first()
    pages[name] = reverse(name, args=[here, row.id])
answers = {}
for name, address in pages.items():
    found = client.get(address)
    answers[name] = found.status_code
    if found.streaming:
        list(found.streaming_content)
rows = {name: model._base_manager.count() for name, model in tables().items()}
print(json.dumps({"rows": rows, "answers": answers}))
"""
READ = {200, 302, 405}
"""A page, one that leads to another, or an address that only takes a form."""


def test_every_row_is_here_again_and_every_page_opens(tmp_path):
    with installation(tmp_path / "there") as there:
        kind = "postgresql" if there.database else "sqlite"
        said = there.run("restore", HERE / f"{NAME}.{kind}.tar.gz")
        assert "2 organisations, 4 people" in said
        assert "entries hold; head" in said
        found = json.loads(there.python("-c", FOUND).splitlines()[-1])
        told = {name: found["rows"][name] for name in KEPT}
        assert told.pop(TRAIL) > KEPT[TRAIL]  # that it was restored stands in it, too
        assert told == {name: count for name, count in KEPT.items() if name != TRAIL}
        assert {name: one for name, one in found["answers"].items() if one not in READ} == {}
        assert found["answers"]["decide_decision"] == found["answers"]["plans_budget"] == 200
        assert there.run("trail", "verify").count("entries hold; head") == 3
