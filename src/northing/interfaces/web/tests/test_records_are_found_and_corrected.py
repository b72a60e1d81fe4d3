"""Can people find their records, correct what is said of them and type in what no file has?"""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import make_member
from northing.interfaces.web.tests.handing_in import BUDGET, amina, read, shown, to
from northing.stages.diagnose.audits.models import StoredAudit, StoredFinding, StoredLink
from northing.stages.diagnose.linking import store as linking
from northing.stages.records.ledger.models import StoredRecord, TypedRecord

pytestmark = [pytest.mark.database, pytest.mark.django_db]
MOST_QUERIES = 12
__all__ = ["amina"]


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
        with CaptureQueriesContext(connection) as asked:
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
