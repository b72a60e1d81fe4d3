"""Is a back-up of one moment, while eight programs write, remove and replace?"""

from __future__ import annotations

import subprocess
import time

import pytest

from northing.interfaces.web.tests.installation import installation

pytestmark = pytest.mark.database
WRITERS = 8
# A unit is there together with its event and its file: made before its row, removed after it.
WRITER = """
import time, uuid; import django; django.setup()
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from northing.foundations.people.models import Organisation, Unit
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Event
organisation = Organisation.objects.get()
folder = settings.HOME / "organisations" / str(organisation.id) / "files"
folder.mkdir(parents=True, exist_ok=True)
print("begun", flush=True)
earlier = None
while True:
    time.sleep(0.05)
    unit = Unit(id=uuid.uuid4(), organisation=organisation, name=str(uuid.uuid4()))
    (folder / f"{unit.id}.part").write_text(str(unit.id) * 999)
    (folder / f"{unit.id}.part").rename(folder / str(unit.id))
    with transaction.atomic():
        unit.save(force_insert=True)
        append(Event(organisation.id, "unit made", timezone.now(), None, unit.id))
        if earlier:
            append(Event(organisation.id, "unit removed", timezone.now(), None, earlier))
            Unit.objects.filter(id=earlier).delete()
    if earlier:
        (folder / str(earlier)).unlink()
        print("done", flush=True)
        earlier = None
    else:
        earlier = unit.id
"""
WHOLE = """
import django; django.setup()
from django.conf import settings
from northing.foundations.people.models import Organisation, Unit
from northing.foundations.trail.models import TrailEvent
folder = settings.HOME / "organisations" / str(Organisation.objects.get().id) / "files"
units = set(Unit.objects.exclude(name="Clinic").values_list("id", flat=True))
told = {verb: set(TrailEvent.objects.filter(verb=verb).values_list("subject", flat=True))
        for verb in ("unit made", "unit removed")}
assert units == told["unit made"] - told["unit removed"]
assert all((folder / str(one)).read_text() == str(one) * 999 for one in units)
assert not list(folder.glob("*.part"))
print(len(told["unit made"]))
"""


def test_what_a_back_up_holds_was_true_at_one_moment(tmp_path):
    with installation(tmp_path / "here") as here, installation(tmp_path / "there") as there:
        here.fill()
        writers = [here.started("-c", WRITER, stdout=subprocess.PIPE) for _ in range(WRITERS)]
        try:
            for one in writers:
                assert one.stdout.readline() == "begun\n"
            kept = [tmp_path / f"{number}.tar.gz" for number in range(2)]
            for one in kept:
                here.run("backup", one)
                time.sleep(0.5)
            assert all(one.poll() is None for one in writers)
        finally:
            for one in writers:
                one.kill()
            wrote = [one.communicate()[0].count("done") for one in writers]
        assert all(wrote)
        made = []
        for number, one in enumerate(kept):
            wishes = ["--replace", "--really"] if number else []
            assert "entries hold" in there.run("restore", one, *wishes)
            made.append(int(there.python("-c", WHOLE)))
        assert 0 < made[0] < made[1]
