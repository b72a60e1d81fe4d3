"""Does everybody's first page, and every page of a sample, hold in the light, the dark and a hand?

With nothing in it, with a real audit behind it, and with two coders who differ.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.browser.walking import ROOT, Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]
HOUSE = """
import hashlib, json, shutil, sys
from pathlib import Path
import django
django.setup()
from django.conf import settings
from django.utils import timezone
from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.stages.clarify.commitments.actions import Promise, add
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.verification.actions import drawing
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.diagnose.verification.tests.stored import (
    make_audit, make_sample, said, say, sit)
from northing.stages.records.imports.models import Import

empty = make_organisation("Dune Trust", "Chiara")
amina = make_organisation()
bruno = make_member(amina, "Bruno", Role.CHAMPION)
for name, role in (("Daan", Role.MEMBER), ("Eva", Role.AUDITOR), ("Femi", Role.MANAGER)):
    make_member(amina, name, role)
now = timezone.now()
add(Promise(text="Every patient has longer appointments"), by=amina, at=now)
audit = make_audit(amina)
folder = settings.HOME / "organisations" / str(amina.organisation_id) / "audits" / str(audit.id)
shutil.copytree(sys.argv[1], folder / "out")
digest = hashlib.sha256((folder / "out" / "audit.json").read_bytes()).hexdigest()
StoredAudit.objects.update(files={"audit.json": digest}, issued_at=NOON)
for number, channel in enumerate(("decisions", "metrics", "money", "words")):
    Import.objects.create(
        organisation=amina.organisation, made_by=amina, channel=channel, name=f"{channel}.csv",
        path=f"{channel}.csv", sha256=str(number) * 64, bytes=9, state="done", made_at=now,
        received_on=now.date(), account={"records": 1200 * number, "refused": 7 * (number % 2),
                                         "last_on": f"2026-0{number + 1}-15"})
sample = make_sample(amina, pairs=40, coders=2)
sit(sample, amina, "A")
sit(sample, bruno, "B")
say(sample, amina, *(said(number, Answer.ADVANCES) for number in range(1, 9)))
say(sample, bruno, said(1, Answer.NEITHER, note="only a title"),
    *(said(number, Answer.ADVANCES) for number in range(2, 9)))
unknown = {"unknown": "too few labels: 2 of 90 pairs that are tagged"}
share = {"value": 0.71, "low": 0.58, "high": 0.84, "level": 0.95, "n": 31, "method": "drawn"}
told = {"answers": 16, "rule": "tentative", "disputed": [1],
        "alpha": {"value": 0.75, "low": 0.4, "high": 1.0, "level": 0.95, "n": 8, "method": "-"},
        "channels": [{"channel": "money", "checked": 8, "right": share, "overlooked": unknown}]}
drawing.keep_progress(sample.id, told)
other, _ = drawing.plan(audit.id, by=amina, at=now)
drawing.fail(other.id, "The case of this audit is no longer on this machine.", at=now)
print(json.dumps({"home": str(amina.organisation_id), "empty": str(empty.organisation_id),
                  "sample": str(sample.id), "failed": str(other.id)}))
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("home")) as found:
        yield found


@pytest.fixture(scope="module")
def house(site, audited, examples, tmp_path_factory):
    """The ids of an organisation with a real audit, and of one with nothing."""
    out = audited(examples / "harbour_health", tmp_path_factory.mktemp("out")).out
    around = dict(os.environ, NORTHING_HOME=str(site.home), PYTHONPATH=str(ROOT))
    around["DJANGO_SETTINGS_MODULE"] = "northing.interfaces.web.settings"
    around.pop("DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, "-c", HOUSE, str(out)], env=around, check=True, cwd=ROOT,
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return json.loads(done.stdout)


@pytest.fixture
def walks_in(browser, site):
    """`walks_in("amina")` signs in; whatever becomes of the test, nobody stays signed in."""
    walk = Walk(browser)

    def enter(name):
        walk.enters(site, f"{name}@example.org")
        return walk

    yield enter
    walk.page.close()
    browser.clear_cookies()


FIRST = [
    ("chiara", "What is there to do this week", "Say what the organisation promises."),
    ("amina", "What is there to do this week", "Settle 1 pair"),
    ("bruno", "What is there to do this week", "Settle 1 pair"),
    ("femi", "How do things stand", "Where do words and deeds part most?"),
    ("daan", "How do things stand", "Who can see what?"),
    ("eva", "How do things stand", "What was checked, and what is not settled?"),
]


@pytest.mark.parametrize(("name", "heading", "text"), FIRST)
@pytest.mark.usefixtures("house")
def test_everybody_signs_in_to_what_concerns_them(walks_in, name, heading, text):
    walk = walks_in(name)
    walk.sees(heading, f"today-{name}")
    assert text in walk.page.locator("main").inner_text()


def test_every_page_of_a_sample_holds(walks_in, site, house):
    walk = walks_in("amina")
    area = f"{site.address}/organisations/{house['home']}/verification/"
    sample = f"{area}{house['sample']}/"
    for address, heading, picture in (
        (area, "Which figures have people checked", "verify-samples"),
        (f"{area}{house['failed']}/", "Why was no sample drawn", "verify-failed"),
        (sample, "How far are the people", "verify-two"),
        (f"{sample}drawn/", "What was drawn", "verify-drawn-blind"),
        (f"{sample}filled/", "What does your filled sheet say", "verify-filled"),
        (f"{sample}differences/", "Where do the two coders differ", "verify-differences"),
    ):
        walk.page.goto(address)
        walk.sees(heading, picture)
    walk.press("advances it")
    walk.sees("Where do the two coders differ", "verify-settled")
    assert "Agreed" in walk.page.locator("main").inner_text()
    walk.page.goto(sample)
    walk.press("Close it for good")
    walk.sees("What did people find", "verify-closed")
    walk.page.goto(f"{sample}drawn/")
    walk.sees("What was drawn", "verify-drawn")
