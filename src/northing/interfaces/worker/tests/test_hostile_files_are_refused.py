"""Is a file that means harm refused in a sentence, while the worker and the next file go on?"""

from __future__ import annotations

import io
import zipfile
from uuid import uuid4

import pytest
from django.utils import timezone

from northing.foundations.people.tests.make import make_organisation
from northing.interfaces.worker.jobs import imports as jobs
from northing.interfaces.worker.running import Worker
from northing.interfaces.worker.taking import shelf
from northing.interfaces.worker.tests.make_case import cleared_afterwards
from northing.stages.records.imports.actions import HandedIn
from northing.stages.records.imports.models import Import

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture
def amina():
    with cleared_afterwards():
        yield make_organisation()


def looked_at(by, content, name):
    key = uuid4()
    kept = shelf().keep(by.organisation_id, key, [content], largest=1 << 30)
    jobs.hand_in(HandedIn(id=key, name=name, kept=kept), by=by, at=timezone.now())
    Worker().work_off()
    return Import.objects.get(id=key)


def packed(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


BOMB = packed(xl__workbook_xml=b"<x/>", bomb=b"0" * (80 << 20))
WIDE = (",".join(f"c{number}" for number in range(10_000)) + "\n").encode() * 2
SEALED = bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (BOMB, "bomb.xlsx", "unpacks to far more than its size"),
        (SEALED, "sealed.xlsx", "protected by a password"),
        (b"<!DOCTYPE html><html><body>Sign in</body>", "budget.csv", "is a web page"),
        (b"PK\x03\x04rest", "budget.csv", "is a workbook or document"),
        (WIDE, "wide.csv", "10000 columns; 1000 are read at most"),
        (b"MZ\x90\x00", "setup.exe", "are not read"),
        (b"\x00\x01\x02" * 300, "noise.pdf", "damaged"),
        (b"{" * 5_000, "deep.json", ""),
    ],
)
def test_it_is_refused_in_one_sentence(amina, content, name, reason):
    one = looked_at(amina, content, name)
    assert one.state == Import.State.REFUSED
    assert reason in one.reason
    assert "Traceback" not in one.reason
    assert "nobody foresaw" not in one.reason


def test_names_and_cells_that_mean_harm_are_only_words(amina):
    content = "Line,Amount\n\u202egnineercS\x00,90\n=cmd|' /C calc'!A0,12\n<script>,5\n".encode()
    one = looked_at(amina, content, "../../\u202ebudget\x00.csv")
    assert (one.state, one.path) == (Import.State.READY, "budget.csv")
    texts = [row["cells"][0] for row in one.account["preview"]]
    assert texts[1:] == ["=cmd|' /C calc'!A0", "<script>"]
    assert not any("\x00" in text for text in texts)
    plan = {"channel": "money", "currency": "EUR"}
    jobs.say_how(one, one.plan | plan, by=amina, at=timezone.now(), seen=one.revision)
    Worker().work_off()
    one.refresh_from_db()
    assert (one.state, one.account["records"]) == (Import.State.DONE, 3)


def test_the_reader_of_a_file_knows_no_secret_of_the_installation(amina, monkeypatch, tmp_path):
    """What a file could trick it into telling stands in no environment it has."""
    monkeypatch.setenv("NORTHING_SECRET_KEY", "a secret")
    one = looked_at(amina, b"Line,Amount\nScreening,90\n", "budget.csv")
    assert one.state == Import.State.READY
    assert "a secret" not in str(one.account)
