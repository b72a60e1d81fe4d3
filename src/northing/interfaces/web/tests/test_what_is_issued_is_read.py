"""Is everything that was found shown once an audit is issued, to exactly those the rule names?"""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import make_member, make_organisation
from northing.interfaces.web.views.findings import limiting
from northing.interfaces.web.views.findings.issued import A_MINUTE
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.audits.models import Opinion, StoredAudit
from northing.stages.diagnose.audits.tests.told import content, finding
from northing.stages.diagnose.findings import actions as following
from northing.stages.diagnose.findings.actions import Answer
from northing.stages.diagnose.findings.facts import Thread
from northing.stages.diagnose.publication import actions
from northing.stages.diagnose.publication.actions import Rule, View
from northing.stages.diagnose.publication.tests.make import make_told_audit

pytestmark = [pytest.mark.database, pytest.mark.django_db]
FOUND = [
    finding(code, severity=severity, statement=f"Found: “{code}” & {severity}.", commitment=where)
    for code, severity, where in (
        ("guardrail-crossed", "high", "care"),
        ("gone-silent", "medium", "care"),
        ("announced-again-without-means", "low", ""),
        ("done-and-not-told", "note", "care"),
    )
]
TOLD = content(findings=FOUND)


@pytest.fixture
def amina(client):
    cache.clear()
    member = make_organisation()
    client.force_login(member.person)
    return member


def made(amina, readers="public", days=0, number=1, **but):
    """An audit under such a rule, asked for and done as long ago as it takes to be due."""
    now = timezone.now()
    rule = actions.fix_rule(Rule(readers=readers, days=days), by=amina, at=now - timedelta(days=3))
    return make_told_audit(
        amina, TOLD, number, rule=rule, asked_at=now - timedelta(days=2),
        **{"done_at": now - timedelta(days=1)} | but,
    )  # fmt: skip


def within(client, member, name, *ids):
    return client.get(reverse(name, args=[member.organisation_id, *ids]))


def public(client, audit, *more):
    client.logout()
    return client.get(reverse("public_file" if more else "public_audit", args=[audit.id, *more]))


def text_of(response):
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def test_every_finding_of_the_audit_is_on_the_issued_page_and_on_the_public_one(client, amina):
    audit = made(amina)
    for page in (within(client, amina, "audits_issued", audit.id), public(client, audit)):
        text = text_of(page)
        assert [one["statement"] in text for one in audits.content(audit)["findings"]] == [True] * 4
        assert "Findings: 4, all of them shown" in text


def test_an_audit_whose_day_has_come_is_issued_by_whoever_looks_first(client, amina):
    audit = made(amina)
    assert not audit.issued_at
    assert public(client, audit).status_code == 200
    row = StoredAudit.objects.get(id=audit.id)
    assert row.issued_at
    assert row.issued_by is None


@pytest.mark.parametrize(
    ("readers", "days", "but"),
    [("members", 0, {}), ("public", 30, {}), ("public", 0, {"state": "running", "done_at": None})],
)
def test_no_stranger_reads_what_the_rule_does_not_open(client, amina, readers, days, but):
    audit = made(amina, readers, days, **but)
    assert public(client, audit).status_code == 404
    assert public(client, audit, "audit.json").status_code == 404


def test_an_address_nobody_was_given_opens_nothing(client, amina):
    made(amina)
    assert client.get(reverse("public_audit", args=[uuid4()])).status_code == 404


def test_a_page_for_everybody_is_not_listed_and_tells_nobody_where_one_came_from(client, amina):
    response = public(client, made(amina))
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response["Referrer-Policy"] == "no-referrer"
    text = response.content.decode()
    assert str(amina.organisation_id) not in text
    assert "Amina" not in text


def test_whoever_asks_too_often_waits_a_minute(client, amina, monkeypatch):
    # The clock stands still, or a slow machine would ask half of it in the next minute.
    now = timezone.now()
    monkeypatch.setattr(limiting, "timezone", SimpleNamespace(now=lambda: now))
    audit = made(amina)
    codes = {public(client, audit).status_code for _ in range(A_MINUTE)}
    assert codes == {200}
    late = public(client, audit)
    assert (late.status_code, late["Retry-After"]) == (429, "60")
    other = client.get(reverse("public_audit", args=[audit.id]), REMOTE_ADDR="203.0.113.7")
    assert other.status_code == 200


def test_a_file_is_handed_out_only_as_it_was_issued(client, amina):
    audit = made(amina)
    found = public(client, audit, "audit.json")
    assert found.status_code == 200
    assert "sandbox" in found["Content-Security-Policy"]
    assert found["Content-Disposition"].startswith("attachment")
    for name in ("links.parquet", "..%2Faudit.json", "report.html", "case.zip"):
        assert public(client, audit, name).status_code == 404
    (audits.folder_of(audit) / "out" / "audit.json").write_text("{}")
    altered = public(client, audit, "audit.json")
    assert altered.status_code == 409
    assert "is not, byte for byte, what was issued" in html.unescape(altered.content.decode())


def test_findings_stay_on_the_page_where_the_file_was_altered(client, amina):
    audit = made(amina)
    public(client, audit)
    (audits.folder_of(audit) / "out" / "audit.json").write_text("{}")
    text = text_of(public(client, audit))
    assert all(one["statement"] in text for one in FOUND)
    assert "do not rely on the file" in text


def test_replies_and_opinions_of_a_later_day_stand_beside_it(client, amina):
    audit = made(amina)
    actions.issue_due(amina.organisation, at=timezone.now())
    thread = Thread("guardrail-crossed", "care", "money")
    answer = Answer(text="We put it right.", role="board")
    following.reply(thread, answer, by=amina, at=timezone.now())
    auditor = make_member(amina, "Bruno", Role.AUDITOR)
    for kind, said in (("adverse", "No vouchers."), ("clean", "Vouchers came.")):
        view = View(kind=kind, text=said)
        actions.give_opinion(audit, view, by=auditor, at=timezone.now())
    text = text_of(public(client, audit))
    for said in ("We put it right.", "No vouchers.", "Vouchers came.", "outside auditor"):
        assert said in text
    assert "Bruno" not in text


def test_a_reply_that_the_report_printed_stands_there_once(client, amina):
    printed = [
        {"on": "2026-01-02", "by": "board", "text": "We know."},
        {"on": "2025-01-02", "by": "treasurer", "text": "Typed into the case."},
    ]
    told = content(findings=[finding(replies=printed)])
    audit = make_told_audit(amina, told, issued=True)
    answer = Answer(text="We know.", role="board")
    day = datetime(2026, 1, 2, 9, tzinfo=UTC)
    following.reply(Thread("guardrail-crossed", "care", "money"), answer, by=amina, at=day)
    text = text_of(within(client, amina, "audits_issued", audit.id))
    assert text.count("We know.") == 1
    assert text.count("Typed into the case.") == 1


def test_an_audit_that_was_kept_back_or_set_aside_is_named(client, amina):
    first = make_told_audit(amina, TOLD, 1)
    actions.set_aside(first, "The wrong year.", by=amina, at=timezone.now(), seen=1)
    second = made(amina, number=2)
    text = text_of(public(client, second))
    assert "Audit 1, as of 15 January 2026: set aside, “The wrong year.”" in text


def test_an_audit_of_a_part_says_that_it_is_one(client, amina):
    wish = {"channels": ["money"], "commitments": ["care"]}
    audit = made(amina, wish=wish)
    for page in (within(client, amina, "audits_issue", audit.id), public(client, audit)):
        text = text_of(page)
        assert "asked to look at a part only" in text
        assert "Channels: money. Commitments: “We care.”." in text
    assert "a part only" not in text_of(public(client, made(amina, number=2)))


def test_issuing_is_asked_once_and_said_before(client, amina):
    audit = make_told_audit(amina, TOLD)
    address = reverse("audits_issue", args=[amina.organisation_id, audit.id])
    assert "Findings as of 15 January 2026: 4" in text_of(client.get(address))
    assert client.post(address, {"revision": 1}).status_code == 422
    assert client.post(address, {"revision": 1, "sure": "on"}).status_code == 302
    again = client.post(address, {"revision": 1, "sure": "on"})
    assert again.status_code == 422
    assert "nothing of it changes any more" in html.unescape(again.content.decode())


def test_an_audit_is_set_aside_only_with_a_reason(client, amina):
    audit = make_told_audit(amina, TOLD)
    address = reverse("audits_issue_aside", args=[amina.organisation_id, audit.id])
    assert client.post(address, {"revision": 1, "reason": " "}).status_code == 422
    assert client.post(address, {"revision": 1, "reason": "The wrong year."}).status_code == 302
    assert StoredAudit.objects.get(id=audit.id).set_aside_reason == "The wrong year."


def test_the_rule_says_what_it_binds_and_from_when(client, amina):
    audit = made(amina, "members", 30)
    address = reverse("audits_rule", args=[amina.organisation_id])
    text = text_of(client.get(address))
    assert "30 days after it is done at the latest" in text
    assert f'<th scope="row"><a href="/organisations/{amina.organisation_id}/audits/' in text
    sent = {"readers": "public", "days": 0, "ticket": str(uuid4())}
    for _ in range(2):
        assert client.post(address, sent).status_code == 302
    assert StoredAudit.objects.get(id=audit.id).rule.readers == "members"
    assert text_of(client.get(address)).count("anybody who has the address, without") == 3
    assert client.post(address, {"readers": "public", "days": 4000}).status_code == 422


def test_an_outside_auditor_gives_an_opinion_and_the_owner_cannot(client, amina):
    audit = make_told_audit(amina, TOLD)
    address = reverse("audits_opinion", args=[amina.organisation_id, audit.id])
    form = {"kind": "qualified", "text": "But for the vouchers.", "ticket": str(uuid4())}
    assert client.post(address, form).status_code == 403
    client.force_login(make_member(amina, "Bruno", Role.AUDITOR).person)
    for _ in range(2):
        assert client.post(address, form).status_code == 302
    assert Opinion.objects.get().text == "But for the vouchers."
    assert client.post(address, {"kind": "splendid", "text": "!"}).status_code == 422


@pytest.fixture
def many(amina):
    """An issued audit of 60 findings, as an audit has them: the gravest first."""
    graves = [("high", 20), ("medium", 20), ("low", 20)]
    found = [
        finding(severity=grave, statement=f"Found: “{grave}-{at}”.", commitment=f"{grave}-{at}")
        for grave, number in graves
        for at in range(number)
    ]
    return make_told_audit(amina, content(findings=found), issued=True)


def shown(text):
    return re.findall("Found: “([a-z]+)-[0-9]+”", text)


@pytest.mark.parametrize("asked", ["", "all"])
def test_a_page_of_many_findings_asks_little_of_the_database(
    client, amina, many, asked, django_assert_max_num_queries
):
    address = reverse("audits_issued", args=[amina.organisation_id, many.id])
    with django_assert_max_num_queries(30):
        text = text_of(client.get(address, {"page": asked} if asked else {}))
    assert "Findings: 60, all of them shown" in text
    assert len(shown(text)) == (60 if asked else 25)


def test_many_findings_are_told_page_by_page_the_gravest_first(client, amina, many):
    address, told = reverse("audits_issued", args=[amina.organisation_id, many.id]), []
    text = text_of(client.get(address))
    assert "The gravest stand first" in text
    while further := re.search('rel="next" href="([^"]+)"', text):
        told += shown(text)
        text = text_of(client.get(address + further[1].partition("#")[0]))
    assert told + shown(text) == ["high"] * 20 + ["medium"] * 20 + ["low"] * 20
    assert "51 to 60 of 60" in text
    assert ">51. " in text


def test_a_stranger_leafs_through_what_is_public_and_no_further_than_it_goes(client, amina):
    audit = made(amina)
    for asked in ("2", "0", "-1", "never", "9" * 30, "all"):
        page = client.get(reverse("public_audit", args=[audit.id]), {"page": asked})
        assert len(re.findall('id="finding-', text_of(page))) == 4
