"""Do the pages of a sample ask, keep and show what they should, with and without script?"""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from uuid import uuid4

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django_tasks_db.models import DBTaskResult
from openpyxl import load_workbook

from northing.foundations.methods.agreement import NO_VARIATION
from northing.foundations.people.access import Role
from northing.foundations.people.models import Organisation, Person
from northing.foundations.people.tests.make import make_member, make_organisation
from northing.interfaces.web.templatetags.answers import no_agreement_said, place_said
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.diagnose.verification.models import Seat, StoredLabel, StoredSample
from northing.stages.diagnose.verification.rules.judging import NOBODY_TWICE
from northing.stages.diagnose.verification.tests.stored import (
    make_audit,
    make_sample,
    said,
    say,
    sit,
    standing,
)

pytestmark = [pytest.mark.database]


@pytest.fixture
def amina(db):
    return make_organisation()


@pytest.fixture
def bruno(amina):
    return make_member(amina, "Bruno", Role.CHAMPION)


def page(client, member, name, sample, **query):
    client.force_login(member.person)
    found = client.get(at(name, sample), query)
    assert found.status_code == 200, found
    return found.content.decode()


def at(name, sample):
    return reverse(f"verify_{name}", args=[sample.organisation_id, sample.id])


def hidden(text, name):
    return re.search(rf'name="{name}" value="([^"]+)"', text)[1]


def test_an_answer_without_script_is_one_however_often_the_button_is_pressed(client, amina):
    sample = make_sample(amina)
    sit(sample, amina)
    text = page(client, amina, "queue", sample)
    sent = {"pair": hidden(text, "pair"), "id": hidden(text, "id"), "answer": "advances"}
    for _ in range(2):
        assert client.post(at("queue", sample), sent | {"note": "a note"}).status_code == 302
    assert standing(sample) == {1: Answer.ADVANCES}
    assert StoredLabel.objects.count() == 1
    assert 'data-pair="2"' in page(client, amina, "queue", sample)
    found = client.post(at("undo", sample))
    assert found.url.endswith("?pair=1")
    assert 'data-pair="1"' in client.get(found.url).content.decode()
    assert standing(sample) == {}


def test_a_pair_shows_its_neighbours_and_nothing_the_machine_thought(client, amina):
    sample = make_sample(amina)
    sit(sample, amina)
    text = page(client, amina, "queue", sample) + page(client, amina, "ahead", sample)
    assert "Chairs for patients" in text
    assert "a bonus for the number of patients seen" in text
    for word in ("linked", "plausible", "tagged", "match_score", "probability"):
        assert word not in text, word


def test_a_pair_passed_over_comes_again(client, amina):
    sample = make_sample(amina, pairs=3)
    sit(sample, amina)
    assert 'data-pair="3"' in page(client, amina, "queue", sample, after=2)
    assert 'data-pair="1"' in page(client, amina, "queue", sample, after=3)
    assert 'data-pair="1"' in page(client, amina, "queue", sample, after="9" * 40)


@pytest.mark.parametrize(
    "body",
    ["", "[]", "{}", '{"answers": 3}', '{"answers": [3]}', '{"answers": [{"pair": 1}]}',
     '{"answers": [{"id": "x", "pair": 1, "answer": "advances", "turn": 1}]}',
     '{"answers": [{"id": "5f0c1f3e-6d4b-4a57-9d3c-111111111111", "pair": 1, "answer": "yes"}]}',
     '{"answers": ' + "[" * 5000 + "]" * 5000 + "}", "\x00"],
)  # fmt: skip
def test_whatever_else_a_page_may_send_is_refused_in_a_sentence(client, amina, body):
    sample = make_sample(amina)
    sit(sample, amina)
    client.force_login(amina.person)
    found = client.post(at("answers", sample), body, content_type="application/json")
    assert found.status_code == 422
    assert found.json()["refused"]
    assert StoredLabel.objects.count() == 0


def test_a_script_s_answers_are_kept_whole_and_quickly(
    client, amina, django_assert_max_num_queries
):
    sample = make_sample(amina, pairs=100)
    sit(sample, amina)
    client.force_login(amina.person)
    one = {"id": str(uuid4()), "pair": 7, "answer": "neither", "note": "", "turn": 1}
    with django_assert_max_num_queries(25):
        found = sent(client, sample, one)
    assert found.json() == {"turn": 1}
    other = {"id": str(uuid4()), "pair": 999, "answer": "neither", "note": "", "turn": 2}
    assert (
        sent(client, sample, other | {"pair": 8}, other | {"id": str(uuid4())}).status_code == 422
    )
    assert standing(sample) == {7: Answer.NEITHER}


def sent(client, sample, *answers):
    body = json.dumps({"answers": answers})
    return client.post(at("answers", sample), body, content_type="application/json")


def test_the_second_coder_never_sees_the_first_s_answers(client, amina, bruno):
    sample = make_sample(amina, coders=2)
    sit(sample, amina, "A")
    sit(sample, bruno, "B")
    say(sample, amina, said(1, Answer.CONTRADICTS, note="Amina's note"))
    for name in ("queue", "sample", "ahead", "differences", "drawn", "file"):
        assert "Amina&#x27;s note" not in page(client, bruno, name, sample), name
        assert "money" not in page(client, bruno, name, sample) or name not in ("drawn", "file")
    assert "not both answered yet" in page(client, bruno, "differences", sample)


def test_of_agreement_that_is_not_reckoned_yet_nothing_is_claimed(client, amina, bruno):
    sample = make_sample(amina, coders=2)
    sit(sample, amina, "A")
    sit(sample, bruno, "B")
    for one in (amina, bruno):
        say(sample, one, said(1, Answer.CONTRADICTS))
    found = page(client, amina, "sample", sample)
    assert "it is reckoned together with the figures above" in found
    assert "No pair was answered by both yet." not in found


@pytest.mark.parametrize(
    ("reason", "told"),
    [(NOBODY_TWICE, "No pair was answered by both yet."),
     (NO_VARIATION, "Both gave one and the same answer throughout")],
)  # fmt: skip
def test_why_agreement_is_unknown_is_said_as_it_was_reckoned(reason, told):
    assert no_agreement_said({"alpha": {"unknown": reason}}).startswith(told)


def test_where_two_differ_they_put_down_what_they_agree_on(client, amina, bruno):
    sample = make_sample(amina, coders=2)
    sit(sample, amina, "A")
    sit(sample, bruno, "B")
    say(sample, amina, said(1, Answer.ADVANCES), said(2))
    say(sample, bruno, said(1, Answer.NEITHER), said(2))
    text = page(client, bruno, "differences", sample)
    assert "On 1 pair" in text
    ticket = {"pair": "1", "id": hidden(text, "id"), "answer": "advances"}
    for _ in range(2):
        client.post(at("differences", sample), ticket)
    assert standing(sample, "agreed") == {1: Answer.ADVANCES}
    assert DBTaskResult.objects.count() >= 1


def test_an_auditor_reads_the_population_and_after_closing_every_answer(client, amina):
    sample = make_sample(amina)
    sit(sample, amina)
    say(sample, amina, said(1, Answer.CONTRADICTS))
    auditor = make_member(amina, "Chiara", Role.AUDITOR)
    text = page(client, auditor, "drawn", sample)
    assert "northing sample CASE --size 10 --seed 0 --coders 1 --on 2026-05-01" in text
    assert "contradicts it" not in text
    assert json.loads(page(client, auditor, "file", sample))["labels"] == []
    assert "opens for you when the sample is closed" in page(client, amina, "file", sample)
    client.force_login(amina.person)
    client.post(at("closing", sample))
    assert "contradicts it" in page(client, auditor, "drawn", sample)
    assert len(json.loads(page(client, amina, "file", sample))["labels"]) == 1
    assert "no answers" in page(client, amina, "filled", sample)


def test_a_sheet_goes_out_and_comes_back(client, amina):
    sample = make_sample(amina)
    sit(sample, amina)
    client.force_login(amina.person)
    taken = client.get(at("sheet", sample))
    assert taken["Content-Disposition"].endswith('a.xlsx"')
    book = load_workbook(BytesIO(taken.content))
    names = {cell.value: cell.column for cell in book["Pairs"][1]}
    book["Pairs"].cell(2, names["answer"]).value = "advances"
    book["Pairs"].cell(3, names["answer"]).value = "perhaps"
    found = handed_in(client, sample, book)
    assert found.status_code == 200, found.content.decode()
    assert "none of the answers" in found.content.decode()
    assert standing(sample) == {1: Answer.ADVANCES}
    book["Pairs"].cell(3, names["answer"]).value = "neither"
    assert handed_in(client, sample, book).status_code == 302
    assert handed_in(client, sample, book).status_code == 302
    assert standing(sample) == {1: Answer.ADVANCES, 2: Answer.NEITHER}
    assert StoredLabel.objects.count() == 2


def handed_in(client, sample, book):
    out = BytesIO()
    book.save(out)
    out.seek(0)
    out.name = "my answers.xlsx"
    return client.post(at("filled", sample), {"sheet": out})


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"a,b\n1,2\n", b"\x00" * 1000])
def test_a_file_that_is_no_sheet_is_refused_beside_its_field(client, amina, content):
    sample = make_sample(amina)
    sit(sample, amina)
    client.force_login(amina.person)
    out = BytesIO(content)
    out.name = "answers.csv"
    found = client.post(at("filled", sample), {"sheet": out})
    assert found.status_code == 422
    assert 'class="errorlist"' in found.content.decode()


def test_a_sample_is_asked_for_from_an_audit_that_is_done(client, amina):
    audit = make_audit(amina)
    address = reverse("verify_samples", args=[amina.organisation_id])
    client.force_login(amina.person)
    for _ in range(2):
        assert client.post(address, {"audit": audit.number}).status_code == 302
    client.post(address, {"audit": "99"})
    sample = StoredSample.objects.get()
    assert DBTaskResult.objects.count() == 1
    found = client.get(at("sample", sample), HTTP_HX_REQUEST="true")
    assert "HX-Refresh" not in found
    StoredSample.objects.update(state=StoredSample.State.PLANNED)
    assert client.get(at("sample", sample), HTTP_HX_REQUEST="true")["HX-Refresh"] == "true"
    found = client.post(at("sample", sample), {"size": "none", "coders": "1"})
    assert found.status_code == 422
    assert "none" in found.content.decode()
    for _ in range(2):
        assert client.post(at("sample", sample), {"size": "40", "coders": "2"}).status_code == 302
    assert DBTaskResult.objects.count() == 2


@pytest.fixture
def _kept(django_db_setup, django_db_blocker):
    """A database without a transaction around the test: several write to it at once."""
    with django_db_blocker.unblock():
        known = set(Person.objects.values_list("id", flat=True))
        yield
        Seat.objects.all().delete()
        StoredSample.objects.all().delete()
        StoredAudit.objects.all().delete()
        Organisation.objects.all().delete()
        Person.objects.exclude(id__in=known).delete()
        connections.close_all()


@pytest.mark.usefixtures("_kept")
def test_two_coders_at_once_lose_nothing_and_count_nothing_twice():
    amina = make_organisation()
    bruno = make_member(amina, "Bruno", Role.CHAMPION)
    sample = make_sample(amina, pairs=40, coders=2)
    sit(sample, amina, "A")
    sit(sample, bruno, "B")
    with ThreadPoolExecutor(8) as hands:
        found = [
            hands.submit(_sends, sample, member, number, turn)
            for coder, member in (("A", amina), ("B", bruno))
            for turn, number in enumerate(store.waiting(sample, coder), start=1)
            for _ in range(2)
        ]
        assert {one.result() for one in found} == {200}
    asked = {coder: len(standing(sample, coder)) for coder in "AB"}
    assert asked == {"A": 24, "B": 24}
    assert StoredLabel.objects.filter(sample=sample).count() == 48


def _sends(sample, member, number, turn):
    """The same answer has the same id, however often a line sends it."""
    client = Client()
    client.force_login(member.person)
    ticket = f"{number:08x}-0000-4000-8000-{member.person_id.hex[:12]}"
    one = {"id": ticket, "pair": number, "answer": "advances", "note": "", "turn": turn}
    try:
        return sent(client, sample, one).status_code
    finally:
        connections.close_all()


def test_the_place_of_a_record_is_said_in_the_language_of_whoever_checks():
    with translation.override("de"):
        said = place_said("budget.xlsx, sheet North, line 5, column FY")
    assert said == "budget.xlsx, Blatt North, Zeile 5, Spalte FY"
    assert place_said("line.csv, line 5") == "line.csv, line 5"
