"""Can people hand files in, say how they are read, find their records and correct them?"""

from __future__ import annotations

import re
from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import make_member, make_organisation
from northing.foundations.trail import store as trail
from northing.interfaces.worker.running import Worker
from northing.stages.clarify.commitments import actions as commitments
from northing.stages.clarify.commitments.actions import Promise
from northing.stages.diagnose.audits.models import StoredAudit, StoredFinding, StoredLink
from northing.stages.diagnose.linking import store as linking
from northing.stages.records.imports.models import Import, Mapping
from northing.stages.records.ledger import store
from northing.stages.records.ledger.models import StoredRecord, TypedRecord

pytestmark = [pytest.mark.database, pytest.mark.django_db]
BUDGET = b"""Line,Department,Amount,Year
Screening,North,1200.50,2024
Repairs,South,abc,2024
Home visits,North,90,2024
"""
MOST_QUERIES = 12


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
    assert "does not count" in shown(client, page)
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


@pytest.mark.parametrize("revision", ["2147483647", "9" * 5_000, "-1", "one", ""])
def test_a_state_that_cannot_be_is_one_that_changed_meanwhile(client, amina, revision):
    one = read(client, amina)
    sent = {"revision": revision}
    found = client.post(to(amina, "records_undoing", handed_in=one.id), sent, follow=True)
    assert "changed this meanwhile" in found.content.decode()
    one.refresh_from_db()
    assert one.state == Import.State.DONE


def test_records_are_searched_sorted_and_taken_along(client, amina):
    read(client, amina, BUDGET + b'"=SUM(A1)",North,7,2024\n')
    table = to(amina, "records_table")
    text = shown(client, f"{table}?q=SCREEN&channel=money")
    assert "1 record fits." in text
    assert "Screening" in text
    assert "Home visits" not in text
    assert "Nothing fits all of this" in shown(client, f"{table}?q=zephyr")
    file = client.get(f"{to(amina, 'records_file')}?order=smallest")
    lines = b"".join(file.streaming_content).decode().splitlines()
    assert lines[0].startswith("record,file,sheet,line,channel,text,amount")
    assert [line.split(",")[5] for line in lines[1:]] == ["'=SUM(A1)", "Home visits", "Screening"]


def test_links_are_corrected_where_the_record_is_shown_and_taken_back(client, amina):
    read(client, amina)
    page = to(amina, "records_record", record="budget.csv:2")
    said = {"record": "budget.csv:2", "commitment": "screening", "bears": "yes"}
    for _ in range(2):
        assert client.post(to(amina, "records_correction"), said).url == page
    (one,) = linking.corrections(amina.organisation)
    assert (one.record, one.text, one.bears) == ("budget.csv:2", "Screening", True)
    text = shown(client, page)
    assert "We screen everybody." in text
    assert "Take it back" in text
    assert 'aria-current="true"' in text
    assert "1 record fits." in shown(client, f"{to(amina, 'records_table')}?commitment=screening")
    client.post(to(amina, "records_correction_withdrawal", correction=one.id))
    assert linking.corrections(amina.organisation) == []
    unknown = client.post(to(amina, "records_correction"), said | {"commitment": "wealth"})
    assert unknown.url == page
    assert linking.corrections(amina.organisation) == []


def test_a_record_is_typed_in_changed_withdrawn_and_brought_back(client, amina):
    sent = {
        "channel": "decisions",
        "text": "The rest fund\nis withdrawn.",
        "effective_on": "2026-03-01",
        "commitment": "visits",
        "stance": "contradicts",
        "ticket": str(uuid4()),
    }
    for _ in range(2):
        found = client.post(to(amina, "records_new"), sent)
    row = TypedRecord.objects.get()
    assert found.url == to(amina, "records_record", record="typed/decisions.csv:2")
    assert StoredRecord.objects.get().text == "The rest fund is withdrawn."
    assert row.received_on == timezone.now().date()
    page = to(amina, "records_typed", typed=row.id)
    client.post(page, sent | {"text": "The rest fund stays.", "revision": 1})
    other = client.post(page, sent | {"text": "Lost?", "revision": 1})
    assert other.status_code == 422
    assert "Somebody changed this meanwhile" in other.content.decode()
    assert "Lost?" in other.content.decode()
    assert StoredRecord.objects.get().text == "The rest fund stays."
    client.post(to(amina, "records_typed_withdrawal", typed=row.id), {"revision": 2})
    assert not StoredRecord.objects.exists()
    client.post(to(amina, "records_typed_return", typed=row.id), {"revision": 3})
    assert StoredRecord.objects.get().effective_on == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("but", "said"),
    [
        ({"channel": "money"}, "Money and time are counted by their amount"),
        ({"channel": "money", "amount": "12"}, "Give the currency"),
        ({"stance": "advances"}, "Name the commitment"),
        ({"effective_on": "31/02/2026"}, "Enter a valid date"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(client, amina, but, said):
    sent = {"channel": "decisions", "text": "Kept words", "effective_on": "2026-03-01"} | but
    found = client.post(to(amina, "records_new"), sent)
    assert found.status_code == 422
    assert said in found.content.decode()
    assert "Kept words" in found.content.decode()
    assert not TypedRecord.objects.exists()


def test_what_is_refused_of_a_file_is_said_in_the_reader_s_language(client, amina):
    one = read(client, amina)
    page = to(amina, "records_import", handed_in=one.id)
    german = client.get(page, HTTP_ACCEPT_LANGUAGE="de").content.decode()
    assert "„abc“ ist kein Betrag." in german
    assert "Eine Zahl schreiben, etwa 1200.50" in german
    assert "is not an amount" not in german
    assert "is not an amount" in shown(client, page)


@pytest.mark.parametrize("has_audit", [False, True])
def test_a_page_asks_the_database_little(client, amina, has_audit):
    one = read(client, amina)
    if has_audit:
        finds(audited(amina), "budget.csv:2")
    for name, rows in (
        ("records_table", {}),
        ("records_record", {"record": "budget.csv:2"}),
        ("records_imports", {}),
        ("records_import", {"handed_in": one.id}),
        ("records_new", {}),
    ):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            shown(client, to(amina, name, **rows))
        questions = [one for one in asked if "SAVEPOINT" not in one["sql"]]
        assert len(questions) <= MOST_QUERIES, "\n".join(
            [name, *(one["sql"][:70] + " … " + one["sql"][-120:] for one in asked)]
        )


def test_who_only_reads_is_shown_no_button(client, amina):
    one = read(client, amina)
    client.force_login(make_member(amina, "Bruno", Role.AUDITOR).person)
    for name, rows in (("records_table", {}), ("records_import", {"handed_in": one.id})):
        text = shown(client, to(amina, name, **rows))
        assert "Hand in files" not in text
        assert "Undo the import" not in text


def finds(audit, record):
    """A finding that rests on the record."""
    StoredFinding.objects.create(
        audit=audit,
        position=1,
        code="deed_falls_short",
        statement="Less is done than is said.",
        content={"evidence": [record], "counter_evidence": []},
    )


def audited(member):
    """An audit that is done: it ties screening to its promise, and finds visits plausible alone."""
    audit = StoredAudit.objects.create(
        organisation=member.organisation,
        number=1,
        on=date(2026, 5, 4),
        state=StoredAudit.State.DONE,
        asked_at=timezone.now(),
        asked_by=member,
    )
    made = ((2, "screening", True, 0.81), (4, "visits", False, 0.3))
    for line, commitment, is_linked, points in made:
        StoredLink.objects.create(
            audit=audit,
            record=f"budget.csv:{line}",
            commitment=commitment,
            channel="money",
            origin="machine",
            is_linked=is_linked,
            match_score=points,
            words="screening",
            nearest="screening days",
        )
    return audit


def found_by(client, member, key):
    text = shown(client, f"{to(member, 'records_table')}?commitment={key}")
    return [name for name in ("Screening", "Home visits") if f">{name}</a>" in text]


def test_what_the_newest_audit_ties_and_what_people_say_of_it_is_found(client, amina):
    read(client, amina)
    audited(amina)
    assert found_by(client, amina, "screening") == ["Screening"]
    assert found_by(client, amina, "visits") == []
    assert found_by(client, amina, "none") == ["Home visits"]
    for record, commitment, bears in (
        ("budget.csv:2", "screening", "no"),
        ("budget.csv:4", "visits", "yes"),
    ):
        said = {"record": record, "commitment": commitment, "bears": bears}
        client.post(to(amina, "records_correction"), said)
    assert found_by(client, amina, "screening") == []
    assert found_by(client, amina, "visits") == ["Home visits"]
    assert found_by(client, amina, "none") == ["Screening"]


def test_a_record_shows_who_or_what_linked_it_in_words(client, amina):
    read(client, amina)
    audited(amina)
    text = shown(client, to(amina, "records_record", record="budget.csv:2"))
    for words in ("the machine compared the words", "close match (0.81)", "screening days"):
        assert words in text
    text = shown(client, to(amina, "records_record", record="budget.csv:4"))
    assert "plausible, not counted" in text
    assert "It bears on none, as far as anybody knows." in text
    client.force_login(make_member(amina, "Bruno", Role.MANAGER).person)
    text = shown(client, to(amina, "records_record", record="budget.csv:2"))
    assert "No audit that you may see has read it yet." in text
