"""Can people hand files in, look at what they give, say how they are read, and take it back?"""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from northing.foundations.trail import store as trail
from northing.interfaces.web.tests.handing_in import (
    BUDGET,
    amina,
    filled,
    hands_in,
    read,
    shown,
    to,
)
from northing.interfaces.worker.running import Worker
from northing.stages.records.imports.models import Import, Mapping
from northing.stages.records.ledger import store

pytestmark = [pytest.mark.database, pytest.mark.django_db]
__all__ = ["amina"]


def test_a_file_goes_from_hand_to_records(client, amina):
    found = hands_in(client, amina, ("../budget.csv", BUDGET))
    one = Import.objects.get()
    page = to(amina, "records_import", handed_in=one.id)
    assert (found.url, one.path) == (page, "budget.csv")
    assert "Looking at the file" in shown(client, page)
    Worker().work_off()
    text = shown(client, page)
    assert "Read so, it gives 2 records; 1 line would be refused." in " ".join(text.split())
    assert "is not an amount" in text
    sent = filled(text)
    assert (sent["column-0"], sent["column-2"], sent["channel"]) == ("text", "amount", "money")
    assert client.post(page, sent | {"currency": "eur"}).url == page
    Worker().work_off()
    text = shown(client, page)
    assert "2 records." in text
    assert "1 line was refused." in text
    assert store.record(amina.organisation, "budget.csv:2").currency == "EUR"
    refused = client.get(to(amina, "records_refused", handed_in=one.id)).content.decode()
    assert refused.splitlines()[1].startswith(",3,Amount,abc,")
    kept = client.get(to(amina, "records_original", handed_in=one.id))
    assert b"".join(kept.streaming_content) == BUDGET
    assert kept["Content-Disposition"] == 'attachment; filename="budget.csv"'


def test_a_double_click_hands_in_one_file_and_the_same_bytes_are_told(client, amina):
    ticket = uuid4()
    first = hands_in(client, amina, ("budget.csv", BUDGET), ticket=ticket)
    second = hands_in(client, amina, ("budget.csv", BUDGET), ticket=ticket)
    assert first.url == second.url
    later = hands_in(client, amina, ("copy.csv", BUDGET))
    assert later.url == first.url
    assert "copy.csv is here already, byte for byte, as budget.csv" in shown(client, later.url)
    assert Import.objects.count() == 1


def test_several_files_at_once_are_an_import_each(client, amina):
    found = hands_in(client, amina, ("a.csv", BUDGET), ("a.csv", BUDGET + b"Rent,South,3,2024\n"))
    assert found.url == to(amina, "records_imports")
    assert sorted(Import.objects.values_list("path", flat=True)) == ["a-2.csv", "a.csv"]


def test_no_file_and_an_empty_file_are_told_beside_the_field(client, amina):
    for sent, said in (
        ({}, "Choose a file."),
        ({"given": SimpleUploadedFile("a.csv", b"")}, "This file is empty"),
    ):
        found = client.post(to(amina, "records_hand_in"), sent)
        assert found.status_code == 422
        assert said in found.content.decode()


def test_what_is_changed_is_looked_at_again_and_nothing_is_kept(client, amina):
    hands_in(client, amina, ("budget.csv", BUDGET))
    Worker().work_off()
    one = Import.objects.get()
    sent = filled(shown(client, to(amina, "records_import", handed_in=one.id)))
    address = to(amina, "records_preview", handed_in=one.id)
    found = client.post(address, sent | {"channel": "practices", "column-2": ""})
    assert "it gives 3 records" in " ".join(found.content.decode().split())
    assert 'value="practices" selected' in found.content.decode()
    wrong = client.post(address, sent | {"column-1": "text"}).content.decode()
    assert "Column Line holds this already" in wrong
    no_day = client.post(address, sent | {"date": "sometime"}).content.decode()
    assert "This is no period" in no_day
    assert 'value="sometime"' in no_day
    one.refresh_from_db()
    assert (one.state, one.revision) == (Import.State.READY, 1)


def test_rules_are_said_and_remembered_for_the_next_file_of_that_shape(client, amina):
    rule = {
        "rule-column-0": "Line",
        "rule-value-0": "Screen*; Vaccin*",
        "rule-commitment-0": "screening",
    }
    one = read(client, amina, **rule)
    assert one.plan["rule"] == [
        {"where": {"Line": ["Screen*", "Vaccin*"]}, "commitment": "screening"}
    ]
    assert Mapping.objects.get().name == "budget.csv"
    hands_in(client, amina, ("april.csv", BUDGET.replace(b"90", b"91")))
    Worker().work_off()
    april = Import.objects.get(path="april.csv")
    text = shown(client, to(amina, "records_import", handed_in=april.id))
    assert "Read as last time" in text
    assert 'value="Screen*; Vaccin*"' in text


def test_several_columns_of_amounts_are_one_record_for_each_period(client, amina):
    wide = b"Line,FY2024,FY2025\nScreening,10,20\nRent,30,40\n"
    one = read(client, amina, wide, "wide.csv")
    assert one.plan["columns"]["amount"] == {"FY2024": "FY2024", "FY2025": "FY2025"}
    assert one.account["records"] == 4


def test_two_people_who_say_how_make_one_import(client, amina):
    hands_in(client, amina, ("budget.csv", BUDGET))
    Worker().work_off()
    page = to(amina, "records_import", handed_in=Import.objects.get().id)
    sent = filled(shown(client, page)) | {"currency": "EUR"}
    for _ in range(2):
        client.post(page, sent)
    Worker().work_off()
    assert store.records(amina.organisation).count() == 2


def test_an_import_is_undone_and_read_again(client, amina):
    one = read(client, amina)
    page = to(amina, "records_import", handed_in=one.id)
    client.post(to(amina, "records_undoing", handed_in=one.id), {"revision": one.revision})
    assert f"Why does {one.path} not count?" in shown(client, page)
    assert "There are no records yet" in shown(client, to(amina, "records_table"))
    stale = client.post(
        to(amina, "records_redoing", handed_in=one.id), {"revision": one.revision}, follow=True
    )
    assert "Somebody changed this meanwhile" in stale.content.decode()
    one.refresh_from_db()
    client.post(to(amina, "records_redoing", handed_in=one.id), {"revision": one.revision})
    Worker().work_off()
    assert store.records(amina.organisation).count() == 2
    verbs = [entry.event.verb for entry in trail.entries(amina.organisation_id)]
    assert verbs[-6:] == [
        "file handed in", "import begun", "import done", "import undone", "import begun",
        "import done",
    ]  # fmt: skip


def test_what_waits_for_somebody_stands_first(client, amina):
    read(client, amina)
    hands_in(client, amina, ("later.csv", BUDGET.replace(b"90", b"91")))
    Worker().work_off()
    Import.objects.filter(path="later.csv").update(made_at=datetime(2020, 1, 1, tzinfo=UTC))
    found = shown(client, to(amina, "records_imports"))
    assert "1 file waits for you to say how it is to be read. 1 file is read." in found
    assert found.index("later.csv") < found.index("budget.csv")


def test_a_state_that_cannot_be_is_one_that_changed_meanwhile(client, amina):
    one = read(client, amina)
    for revision in ("2147483647", "9" * 5_000, "-1", "one", ""):
        sent = {"revision": revision}
        found = client.post(to(amina, "records_undoing", handed_in=one.id), sent, follow=True)
        assert "changed this meanwhile" in found.content.decode(), revision[:20]
        one.refresh_from_db()
        assert one.state == Import.State.DONE


def test_what_is_refused_of_a_file_is_said_in_the_reader_s_language(client, amina):
    one = read(client, amina)
    page = to(amina, "records_import", handed_in=one.id)
    german = client.get(page, HTTP_ACCEPT_LANGUAGE="de").content.decode()
    assert "„abc“ ist kein Betrag." in german
    assert "Eine Zahl schreiben, etwa 1200.50" in german
    assert "is not an amount" not in german
    assert "is not an amount" in shown(client, page)
