"""Does an audit's page say what was found, to whom it may, and only what was written?"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from northing.case import read_case
from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.interfaces.reports.languages import language_of
from northing.interfaces.web.tests.rows_audits import real
from northing.interfaces.web.views.audits.reading import in_order
from northing.interfaces.web.views.findings.issued import HANDED_ON
from northing.interfaces.worker.case_folder import write_case
from northing.interfaces.worker.tests.make_case import in_tables, small_case
from northing.stages.diagnose.audits import actions, store
from northing.stages.diagnose.audits.models import PublicationRule, StoredAudit, StoredLink
from northing.stages.diagnose.audits.rules.cells import summary_of
from northing.stages.diagnose.publication.tests.make import make_told_audit
from northing.stages.diagnose.verification.models import StoredSample
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger.models import StoredRecord

pytestmark = [pytest.mark.database, pytest.mark.django_db]
MOST_QUERIES = 16


@pytest.fixture
def amina(client):
    member = make_organisation()
    client.force_login(member.person)
    return member


@pytest.fixture
def audit(amina, tmp_path):
    """Of the small case: its records and links are rows, its files lie where they belong."""
    wish = in_tables(small_case(tmp_path / "small"), amina)
    told = real()
    made = make_told_audit(amina, told, 1, summary=summary_of(told), wish=wish.as_json(),
                           trail_sequence=3, trail_digest="0f" * 32)  # fmt: skip
    write_case(amina.organisation, store.folder_of(made) / "case", wish)
    for number, one in enumerate(read_case(tmp_path / "small").records):
        StoredRecord.objects.create(
            organisation=amina.organisation, name=one.id, channel=one.channel, text=one.text,
            amount=one.amount, currency=one.currency or "", side=one.side, line=one.place.line,
            effective_on=one.effective_on, unit=one.unit or "",
        )  # fmt: skip
        StoredLink.objects.create(
            audit=made, record=one.id, commitment="visits" if "ome" in one.text else "screening",
            channel=one.channel, origin="machine", is_linked=number % 2 == 0, match_score=0.43,
            words="visits",
        )  # fmt: skip
    return made


def page(client, name, audit, *more, status=200, **asked):
    found = client.get(reverse(name, args=[audit.organisation_id, audit.id, *more]), asked)
    assert found.status_code == status, found.content.decode()
    return found.content.decode()


def told(text):
    """What a reader sees, without the markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)).replace("\u00a0", " ")


def test_the_answer_stands_first_with_its_interval_and_what_it_rests_on(client, audit):
    text = told(page(client, "audits_audit", audit))
    answer = text.index("Most at “")
    assert text.index("Where do words and deeds part?") < answer < text.index("Where is which gap?")
    assert "points more" in text[answer : answer + 300]
    assert "records, " in text[answer : answer + 400]
    assert "not issued" in text


def test_the_map_leads_into_each_cell_and_the_unknown_is_never_empty(client, audit, amina):
    text = page(client, "audits_audit", audit)
    assert reverse("audits_cell", args=[amina.organisation_id, audit.id, "visits", "money"]) in text
    content = dict(real())
    content["gaps"] = [
        gap | {"gap": {"unknown": "nobody wrote it down"}, "do": {"unknown": "no record"}}
        for gap in content["gaps"]
    ]
    other = make_told_audit(amina, content, 2, summary=summary_of(content))
    text = page(client, "audits_audit", other)
    assert "Nothing could be compared" in text
    assert text.count('<td class="unknown"') == 2
    assert "nobody wrote it down" in text
    rows = text[text.index("gap-map") :]
    assert "0.0" not in told(rows[: rows.index("</table>")])


def test_a_hundred_promises_are_shown_by_the_widest_and_all_on_request(client, amina):
    content = dict(real())
    (gap, *_) = [one for one in content["gaps"] if one["commitment"] == "visits"]
    names = [f"promise-{number}" for number in range(100)]
    promise = content["commitments"][0]
    content["commitments"] = [promise | {"id": one, "text": f"We keep {one}."} for one in names]
    content["gaps"] = [
        gap | {"commitment": one, "period": None, "unit": None, "gap": gap["gap"] | {
            "value": at / 200, "low": 0, "high": 1, "no_interval": ""}}
        for at, one in enumerate(names)
    ]  # fmt: skip
    audit = make_told_audit(amina, content, 1, summary=summary_of(content))
    text = page(client, "audits_audit", audit)
    assert "Shown are the 25 widest of 100 commitments." in told(text)
    assert "commitments/promise-99/" in text
    assert "commitments/promise-3/" not in text
    assert "commitments/promise-3/" in page(client, "audits_audit", audit, all="")


def test_one_promise_is_told_with_its_records_on_each_side(client, audit):
    text = told(page(client, "audits_commitment", audit, "visits"))
    assert "We visit at home whoever cannot come." in text
    assert "Home visits in the dunes" in text
    assert "No record was marked as running against it." in text
    assert "What does nobody know?" in text
    page(client, "audits_commitment", audit, "never-promised", status=404)


def test_a_cell_shows_how_it_was_made_and_leads_to_each_record(client, audit):
    text = page(client, "audits_cell", audit, "screening", "money")
    assert "How large is the gap in money" in text
    assert "the machine compared the words" in told(text)
    assert "match 0.43 of 1" in told(text)
    linked = set(re.findall(r"records/record/([^\"]+)\"", text))
    plausible = page(client, "audits_cell", audit, "screening", "money", links="plausible")
    assert linked
    assert linked.isdisjoint(re.findall(r"records/record/([^\"]+)\"", plausible))
    page(client, "audits_cell", audit, "screening", "time", status=404)
    words = told(page(client, "audits_cell", audit, "screening", "words"))
    assert "What do words say of this promise?" in words


def test_the_records_of_a_cell_are_paged_and_none_comes_twice(client, audit):
    StoredLink.objects.bulk_create(
        StoredLink(audit=audit, record=f"more.csv:{number}", commitment="visits", channel="money",
                   origin="rule", is_linked=True)
        for number in range(120)
    )  # fmt: skip
    seen, asked = [], {}
    for _ in range(5):
        text = page(client, "audits_cell", audit, "visits", "money", **asked)
        seen += re.findall(r"more\.csv:\d+", text)
        older = re.search(r"after=(\d+)", text)
        if not older:
            break
        asked = {"after": older[1]}
    assert len(seen) == len(set(seen)) == 120
    for wrong in ("x", "-1", "9" * 40, "٣"):
        page(client, "audits_cell", audit, "visits", "money", after=wrong)


@pytest.mark.parametrize("role", [Role.MEMBER, Role.MANAGER])
def test_a_draft_is_not_there_for_whom_only_issued_audits_are(client, audit, amina, role):
    client.force_login(make_member(amina, "Bruno", role).person)
    for name, more in (("audits_audit", ()), ("audits_progress", ()),
                       ("audits_commitment", ("visits",)), ("audits_file", ("audit.json",)),
                       ("audits_cell", ("visits", "money"))):  # fmt: skip
        page(client, name, audit, *more, status=404)
    assert (
        "No audit is issued yet."
        in client.get(reverse("audits_list", args=[amina.organisation_id])).content.decode()
    )


def test_whom_records_are_closed_for_reads_figures_without_them(client, audit, amina):
    StoredAudit.objects.filter(id=audit.id).update(issued_at=NOON)
    client.force_login(make_member(amina, "Bruno", Role.MEMBER).person)
    for name, more in (("audits_commitment", ("visits",)), ("audits_cell", ("visits", "money"))):
        text = page(client, name, audit, *more)
        assert "Home visits in the dunes" not in text
        assert "Records are open to others in your organisation." in text
    page(client, "audits_file", audit, "case.zip", status=404)


def test_nothing_is_shown_of_an_audit_whose_file_was_altered(client, audit):
    path = store.folder_of(audit) / "out" / "audit.json"
    path.write_bytes(path.read_bytes().replace(b"We visit", b"We shun!"))
    for name, more in (("audits_audit", ()), ("audits_commitment", ("visits",)),
                       ("audits_cell", ("visits", "money")),
                       ("audits_file", ("audit.json",))):  # fmt: skip
        text = page(client, name, audit, *more, status=409)
        assert "is not what it was when it was written" in text
        assert "We shun" not in text


def test_a_report_leaves_as_it_was_written_and_runs_nothing(client, audit, amina):
    address = reverse("audits_file", args=[amina.organisation_id, audit.id, "audit.json"])
    found = client.get(address)
    assert b"".join(found.streaming_content) == store.file_of(audit, "audit.json")
    assert found["Content-Type"] == "application/json"
    assert found["Content-Disposition"] == 'attachment; filename="harbour-health-1-audit.json"'
    assert found["X-Content-Type-Options"] == "nosniff"
    assert found["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    for name in ("never.html", "../case/northing.toml", "..%2faudit.json", "northing.toml"):
        assert client.get(address.replace("audit.json", quote(name, safe="/%"))).status_code == 404


def test_the_case_can_be_taken_along_and_read_again(client, audit, amina, tmp_path):
    address = reverse("audits_file", args=[amina.organisation_id, audit.id, "case.zip"])
    found = client.get(address)
    with zipfile.ZipFile(io.BytesIO(b"".join(found.streaming_content))) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path / "taken")
    folder = tmp_path / "taken" / "harbour-health-1-case"
    assert len(read_case(folder / "case").records) == 5
    readme = (folder / "README.txt").read_text("utf-8")
    assert f"--on {audit.on} --seed 0 --anchor 3:{'0f' * 32}" in readme


def test_a_case_with_answers_to_an_open_sample_is_not_handed_out(client, audit, amina):
    folder = store.folder_of(audit) / "case" / "verification"
    folder.mkdir()
    (folder / "s1.json").write_text("{}", "utf-8")
    sample = StoredSample.objects.create(organisation=amina.organisation, name="s1", size=1, seed=0,
                                         state="open", asked_at=NOON)  # fmt: skip
    page(client, "audits_file", audit, "case.zip", status=404)
    assert "once the sample in it is closed" in page(client, "audits_audit", audit)
    StoredSample.objects.filter(id=sample.id).update(state="closed")
    assert "once the sample in it is closed" not in page(client, "audits_audit", audit)


def test_one_that_runs_says_how_far_it_is_and_then_gives_way(client, amina, tmp_path):
    wish = in_tables(small_case(tmp_path / "small"), amina)
    audit, _ = actions.ask(wish, by=amina, at=NOON)
    assert "It waits for a worker" in page(client, "audits_audit", audit)
    actions.begin(audit)
    actions.tell(audit, {"step": "linking records", "share": 0.25, "records": 8192,
                         "records_per_second": 1200, "seconds_left": 130.0})  # fmt: skip
    text = page(client, "audits_audit", audit)
    assert 'value="25" max="100"' in text
    assert "8,192 records, 1,200 a second, about 3 minutes left in this step" in told(text)
    assert '<noscript><meta http-equiv="refresh"' in text
    actions.fail(
        audit, "It needed more than 1 MB of memory. Divide it into smaller parts.", at=NOON
    )
    assert "It needed more than 1 MB of memory." in page(client, "audits_audit", audit)
    part = reverse("audits_progress", args=[amina.organisation_id, audit.id])
    whole = reverse("audits_audit", args=[amina.organisation_id, audit.id])
    assert client.get(part, headers={"HX-Request": "true"})["HX-Redirect"] == whole
    assert client.get(part)["Location"] == whole  # a part is no page of its own


def ask(client, amina, **sent):
    address = reverse("audits_ask", args=[amina.organisation_id])
    return client.post(address, {"language": "en", "on": "2026-03-31"} | sent)


def test_asking_says_what_is_incomplete_before(client, amina, tmp_path):
    address = reverse("audits_ask", args=[amina.organisation_id])
    assert "There is nothing to compare yet." in client.get(address).content.decode()
    in_tables(small_case(tmp_path / "small"), amina)
    Import.objects.filter(path="budget.csv").update(account={"refused": 1})
    PublicationRule.objects.create(organisation=amina.organisation, readers="members", days=30,
                                   fixed_at=NOON - timedelta(days=1))  # fmt: skip
    text = told(client.get(address).content.decode())
    assert "budget.csv : 1 line could not be read." in text
    assert "it is issued at the latest 30 days after it is done, with every finding" in text


def test_a_double_click_asks_for_one_audit(client, amina, tmp_path):
    in_tables(small_case(tmp_path / "small"), amina)
    first, second = ask(client, amina), ask(client, amina)
    assert first.status_code == second.status_code == 302
    assert first.url == second.url
    one = StoredAudit.objects.get()
    assert (one.wish["channels"], one.wish["commitments"], one.wish["seed"]) == ([], [], 0)


def test_a_part_may_be_asked_for_and_what_was_typed_stays(client, amina, tmp_path):
    in_tables(small_case(tmp_path / "small"), amina)
    found = ask(client, amina, seed="-1", currency="euros", channels=["words"])
    text = found.content.decode()
    assert found.status_code == 422
    assert 'value="euros"' in text
    assert not StoredAudit.objects.exists()
    ask(client, amina, seed="7", currency="eur", channels=["words"], commitments=["visits"])
    wish = StoredAudit.objects.get().wish
    assert (wish["channels"], wish["commitments"]) == (["words"], ["visits"])
    assert (wish["seed"], wish["currency"]) == (7, "EUR")


@pytest.mark.parametrize("channels", [["steel"], ["words", "<b>"]])
def test_a_kind_of_record_there_is_not_is_refused(client, amina, tmp_path, channels):
    in_tables(small_case(tmp_path / "small"), amina)
    assert ask(client, amina, channels=channels).status_code == 422


def test_the_list_gives_each_answer_in_a_sentence(client, audit, amina):
    text = told(client.get(reverse("audits_list", args=[amina.organisation_id])).content.decode())
    assert "Words and deeds part most at “" in text
    assert "not issued" in text


def test_many_audits_are_paged_and_none_comes_twice(client, amina):
    StoredAudit.objects.bulk_create(
        StoredAudit(organisation=amina.organisation, number=number, on=NOON.date(), state="failed",
                    reason="It failed.", asked_at=NOON, asked_by=amina)
        for number in range(1, 61)
    )  # fmt: skip
    address, seen, asked = reverse("audits_list", args=[amina.organisation_id]), [], {}
    for _ in range(3):
        text = client.get(address, asked).content.decode()
        seen += map(int, re.findall(r">(\d+)<span class=\"unseen\"> \(Audit\)", text))
        older = re.search(r"before=(\d+)", text)
        asked = {"before": older[1]} if older else {}
    assert seen == list(range(60, 0, -1))
    assert "There is no older audit." in client.get(address, {"before": 1}).content.decode()
    for wrong in ("x", "-1", "9" * 40):
        assert client.get(address, {"before": wrong}).status_code == 200


def test_what_was_said_last_time_is_proposed_again(client, amina, tmp_path):
    in_tables(small_case(tmp_path / "small"), amina)
    ask(client, amina, currency="usd", language="de", meaning="on")
    text = client.get(reverse("audits_ask", args=[amina.organisation_id])).content.decode()
    assert 'value="USD"' in text
    assert '<option value="de" selected>' in text


def test_pages_ask_the_database_little(client, audit, amina):
    for name, more in (("audits_audit", ()), ("audits_commitment", ("visits",)),
                       ("audits_cell", ("visits", "money"))):  # fmt: skip
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page(client, name, audit, *more)
        assert len(asked) <= MOST_QUERIES, name


def test_whoever_reads_german_is_given_the_report_in_german(client, amina, tmp_path):
    in_tables(small_case(tmp_path / "small"), amina)
    address = reverse("audits_ask", args=[amina.organisation_id])
    client.post(address, {"language": "en", "on": "2026-03-31"}, HTTP_ACCEPT_LANGUAGE="de")
    assert StoredAudit.objects.get().wish["report_language"] == "de"
    names = ["audit.json", "report.de.html", "report.de.pdf", "report.html", "report.pdf"]
    with translation.override("de"):
        assert sorted(names, key=in_order)[:2] == ["report.de.html", "report.de.pdf"]
    with translation.override("en"):
        assert sorted(names, key=in_order)[:2] == ["report.html", "report.pdf"]


def test_what_is_issued_is_english_alone():
    assert {language_of(name) for name in HANDED_ON} == {"en"}
    assert language_of("report.de.html") == "de"
