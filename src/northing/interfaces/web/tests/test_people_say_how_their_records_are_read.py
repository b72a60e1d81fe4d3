"""Can people say on one page how all their records are read, and see who may what they said?"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.interfaces.web.tests.rows_records import LOOKED, read
from northing.interfaces.worker.asking import ask_audit
from northing.interfaces.worker.running import Worker
from northing.interfaces.worker.tests.make_case import in_tables, small_case
from northing.stages.diagnose.linking import actions as linking
from northing.stages.diagnose.linking import store as links
from northing.stages.records.imports import store
from northing.stages.records.imports.actions import say_usage
from northing.stages.records.imports.facts import Usage
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger import store as ledger

pytestmark = [pytest.mark.database, pytest.mark.django_db]
TYPED = {"currency": "eur", "fiscal_year_starts": "10", "language": "de", "hides_members": "on",
         "names": " Greta Verhoeven\r\n\r\nSamir Haddad\r\nGreta Verhoeven",
         "revision": "0"}  # fmt: skip
SAID = Usage(names=("Greta Verhoeven", "Samir Haddad"), hides_members=True, fiscal_year_starts=10,
             currency="EUR", language="de")  # fmt: skip


@pytest.fixture
def amina(client):
    member = make_organisation()
    client.force_login(member.person)
    return member


def address(member, name="records_reading"):
    return reverse(name, args=[member.organisation_id])


def shown(client, member, name="records_reading"):
    found = client.get(address(member, name))
    assert found.status_code == 200
    return found.content.decode()


def test_what_is_typed_is_kept_and_shown_again(client, amina):
    assert "Nobody has said it yet" in shown(client, amina)
    assert client.post(address(amina), TYPED).status_code == 302
    assert store.usage(amina.organisation) == (SAID, 1)
    page = shown(client, amina)
    assert "2 names are left out of every report. So is the name of every member." in page
    assert "Greta Verhoeven\nSamir Haddad</textarea>" in page
    assert '<option value="10" selected>October</option>' in page


def test_sent_twice_it_is_one_change_and_another_meanwhile_is_not_overwritten(client, amina):
    for _ in range(2):
        assert client.post(address(amina), TYPED).status_code == 302
    assert store.usage(amina.organisation) == (SAID, 1)
    found = client.post(address(amina), TYPED | {"currency": "USD"})
    assert found.status_code == 422
    page = found.content.decode()
    assert "Somebody changed this meanwhile" in page
    assert "<dd>EUR</dd>" in page
    assert 'name="revision" value="1"' in page
    assert store.usage(amina.organisation) == (SAID, 1)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Ward 12", "Line 3, “Ward 12”: a name holds no digits."),
        ("B.", "Line 3, “B.”: this is too short for a name."),
        ("<b>@x</b>", "Line 3, “&lt;b&gt;@x&lt;/b&gt;”: a name is of letters."),
        ("Board of directors", "Line 3, “Board of directors”: this is a word or an office"),
    ],
)
def test_a_line_that_is_no_name_is_refused_with_its_place_and_stays(client, amina, line, said):
    found = client.post(address(amina), TYPED | {"names": f"Greta Verhoeven\r\n\r\n{line}"})
    assert found.status_code == 422
    page = found.content.decode()
    assert said in page
    assert "Greta Verhoeven" in page
    assert store.usage(amina.organisation) == (Usage(), 0)


@pytest.mark.parametrize(
    "wrong",
    [{"currency": "Euro"}, {"fiscal_year_starts": "13"}, {"language": "xx"}, {"revision": "-1"},
     {"names": "x" * 200}, {"names": "Amina Haddad\n" * 2001},
     {"revision": "9" * 20}],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_kept(client, amina, wrong):
    assert client.post(address(amina), TYPED | wrong).status_code == 422
    assert store.usage(amina.organisation) == (Usage(), 0)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.LEADER])
def test_whoever_may_only_look_reads_how_many_names_and_none_of_them(client, amina, role):
    say_usage(SAID, by=amina, at=NOON, seen=0)
    client.force_login(make_member(amina, "Bruno", role).person)
    page = shown(client, amina)
    assert "2 names are left out" in page
    assert "October" in page
    assert "Verhoeven" not in page
    assert client.post(address(amina), TYPED | {"names": ""}).status_code == 403


def test_an_audit_is_asked_for_in_the_currency_and_language_said_here(client, amina, tmp_path):
    in_tables(small_case(tmp_path / "small"), amina)
    say_usage(SAID, by=amina, at=NOON, seen=1)
    page = shown(client, amina, "audits_ask")
    assert address(amina) in page
    assert 'name="currency" value="EUR"' in page
    assert '<option value="de" selected>' in page
    assert "2 names are left out of its reports." in page
    assert "Verhoeven" not in page
    assert address(amina) in shown(client, amina, "records_imports")


def test_of_the_last_audit_and_all_files_what_was_said_later_is_proposed(client, amina, tmp_path):
    wish = in_tables(small_case(tmp_path / "small"), amina)
    later = NOON + timedelta(days=1)
    ask_audit(amina, replace(wish, currency="USD"), later)
    assert 'name="currency" value="USD"' in shown(client, amina, "audits_ask")
    said = Usage(currency="CHF")
    say_usage(said, by=amina, at=later + timedelta(days=1), seen=1)
    assert 'name="currency" value="CHF"' in shown(client, amina, "audits_ask")


def read_by(member):
    """Makes a file that names no currency read, as it is said then."""
    one = read(member, "budget.csv:2")
    plan = {"channel": "money", "path": one.path}
    Import.objects.filter(id=one.id).update(plan=plan, account=LOOKED, state="done")
    return one


def currencies(member):
    rows = ledger.records(member.organisation).order_by("name")
    return [(one.name, one.currency) for one in rows.filter(channel="money")]


def test_files_read_before_are_read_again_at_one_word_and_their_lines_keep_their_names(
    client, amina
):
    one = read_by(amina)
    linking.correct(
        ledger.record(amina.organisation, "budget.csv:2"), "p", bears=True, by=amina, at=NOON
    )
    assert "Which files were read otherwise?" not in shown(client, amina)
    client.post(address(amina), TYPED)
    assert "Read it again" in shown(client, amina)
    for said in ("1 file is read again.", "Every file is read as it is said here"):
        found = client.post(address(amina, "records_reading_again"), follow=True)
        assert said in found.content.decode()
        assert "being read" in found.content.decode()
    Worker().work_off()
    one.refresh_from_db()
    assert (one.state, one.reason) == ("done", "")
    assert currencies(amina) == [("budget.csv:2", "EUR")]
    assert [each.record for each in links.corrections(amina.organisation)] == ["budget.csv:2"]
    assert "Which files were read otherwise?" not in shown(client, amina)
    names_alone = TYPED | {"names": "Samir Haddad", "revision": "1"}
    assert client.post(address(amina), names_alone).status_code == 302
    assert "Which files were read otherwise?" not in shown(client, amina)


def test_whoever_may_only_look_has_nothing_read_again(client, amina):
    read_by(amina)
    say_usage(SAID, by=amina, at=NOON, seen=0)
    client.force_login(make_member(amina, "Bruno", Role.AUDITOR).person)
    assert "Read it again" not in shown(client, amina)
    assert client.post(address(amina, "records_reading_again")).status_code == 403
