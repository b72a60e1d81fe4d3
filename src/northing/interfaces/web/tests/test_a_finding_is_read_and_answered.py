"""Does a finding show both sides of its evidence, and is what is done about it kept beside it?"""

from __future__ import annotations

import csv
import io
import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.audits.models import StoredAudit, StoredLink
from northing.stages.diagnose.audits.tests.told import content, finding, gap, measure
from northing.stages.diagnose.findings import actions, store
from northing.stages.diagnose.findings.actions import Answer, Plan
from northing.stages.diagnose.findings.facts import Thread
from northing.stages.diagnose.publication.tests.make import make_told_audit
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger.models import StoredRecord

pytestmark = [pytest.mark.database, pytest.mark.django_db]
TOLD = finding(
    counter="Three others advance it.",
    counter_evidence=["budget.csv:9"],
    evidence=["budget.csv:2", "gone.csv:1"],
    confidence="tagged",
    criteria="We care.",
    condition="We did not.",
    cause="",
    records_checked=4,
    turned={"on": "2025-03-01", "low": "2025-01-01", "high": "2025-06-01", "level": 0.95},
    further_signs=[{"code": "gone-silent", "severity": "low", "statement": "It fell silent."}],
)
THREAD = Thread("guardrail-crossed", "care", "money")


@pytest.fixture
def amina(client):
    member = make_organisation()
    client.force_login(member.person)
    return member


@pytest.fixture
def told(amina):
    """An issued audit with one finding, and two of its three records still there."""
    audit = make_told_audit(amina, content(findings=[TOLD]))
    file = Import.objects.create(
        organisation=amina.organisation, channel="money", name="budget.csv", path="budget.csv",
        sha256="a" * 64, bytes=1, state="done", received_on=date(2026, 1, 2), made_at=NOON,
    )  # fmt: skip
    for line, text in ((2, "Bonus <per> visit"), (9, "Time for long visits")):
        StoredRecord.objects.create(
            organisation=amina.organisation, source=file, name=f"budget.csv:{line}",
            channel="money", text=text, amount=1200, currency="EUR", side="spending", line=line,
        )  # fmt: skip
    StoredLink.objects.create(
        audit=audit, record="budget.csv:2", commitment="care", channel="money",
        origin="machine", is_linked=True, words="bonus, visit", match_score=0.4,
    )  # fmt: skip
    return audit


def issued(audit):
    StoredAudit.objects.filter(id=audit.id).update(issued_at=NOON)


def page(client, member, name, *ids, **asked):
    found = client.get(reverse(name, args=[member.organisation_id, *ids]), asked)
    return found.status_code, found.getvalue().decode()


def only(audit):
    return audits.findings(audit).get().id


def test_both_sides_stand_beside_each_other_with_who_linked_them(client, amina, told):
    code, text = page(client, amina, "audits_finding", only(told))
    assert code == 200
    rests_on, against = text.split('id="against"')
    assert "Bonus &lt;per&gt; visit" in rests_on
    assert "the machine compared the words (bonus, visit)" in rests_on
    assert "gone.csv:1" in rests_on
    assert "Time for long visits" in against
    assert "Three others advance it." in against
    assert "not checked by a person" in against


def test_the_parts_an_auditor_knows_are_there_and_holes_are_holes(client, amina, told):
    _, text = page(client, amina, "audits_finding", only(told))
    for said in ("We care.", "We did not.", "2025-03-01", "2025-01-01 and 2025-06-01",
                 "It fell silent.", "between +10.0 and +20.0; n = 40, census"):  # fmt: skip
        assert said in text, said
    assert re.search(r'sign-unknown"><span>not established<', text)
    assert "nobody has checked a sample of this promise" in text


def test_whoever_may_not_read_records_sees_where_they_are_and_no_word_of_them(client, amina, told):
    issued(told)
    client.force_login(make_member(amina, "Bruno", Role.MEMBER).person)
    code, text = page(client, amina, "audits_finding", only(told))
    assert code == 200
    assert "budget.csv:2" in text
    assert "Bonus" not in text


def test_before_it_is_issued_a_finding_is_not_there_for_who_may_not_see_audits(client, amina, told):
    client.force_login(make_member(amina, "Bruno", Role.MEMBER).person)
    assert page(client, amina, "audits_finding", only(told))[0] == 404
    assert "There is no audit here that you may read yet" in page(
        client, amina, "audits_findings")[1]  # fmt: skip
    issued(told)
    assert page(client, amina, "audits_finding", only(told))[0] == 200


def sent(client, member, name, audit, **form):
    address = reverse(name, args=[member.organisation_id, only(audit)])
    return client.post(address, form)


def test_a_finding_is_taken_up_on_its_page(client, amina, told):
    bruno = make_member(amina, "Bruno", Role.MANAGER)
    day = timezone.now().date() + timedelta(days=9)
    found = sent(client, amina, "audits_finding_plan", told, revision=0, owner=bruno.id,
                 root_cause="The rota.", due_on=day.isoformat(), state="under way")  # fmt: skip
    assert found.status_code == 302
    row = store.follow_up(amina.organisation, THREAD)
    assert (row.owner, row.due_on, row.state) == (bruno, day, "under way")
    text = page(client, amina, "audits_finding", only(told))[1]
    assert "The rota." in text
    assert "Bruno (manager)" in text


def test_the_second_of_two_is_told_and_keeps_what_was_typed(client, amina, told):
    actions.follow(THREAD, Plan(root_cause="First."), by=amina, at=NOON, seen=0)
    found = sent(client, amina, "audits_finding_plan", told, revision=0, state="open",
                 root_cause="Second.")  # fmt: skip
    text = found.content.decode()
    assert found.status_code == 422
    assert "Somebody changed this meanwhile" in text
    assert "First." in text
    assert "Second.</textarea>" in text
    assert 'name="revision" value="1"' in text


def test_there_is_no_way_to_close_a_finding(client, amina, told):
    found = sent(client, amina, "audits_finding_plan", told, revision=0, state="closed")
    assert found.status_code == 422
    assert store.follow_up(amina.organisation, THREAD) is None


def test_an_owner_of_a_finding_may_reply_and_any_other_member_may_not(client, amina, told):
    issued(told)
    bruno = make_member(amina, "Bruno", Role.MEMBER)
    daan = make_member(amina, "Daan", Role.MEMBER)
    actions.follow(THREAD, Plan(owner=bruno), by=amina, at=NOON, seen=0)
    for member in (daan, bruno):
        client.force_login(member.person)
        found = sent(client, member, "audits_finding_reply", told, text="It is mended.",
                     role="head of clinics", ticket=str(uuid4()))  # fmt: skip
        assert found.status_code == 302
    replies = store.replies(amina.organisation)
    assert [(one.made_by, one.text) for one in replies] == [(bruno, "It is mended.")]
    assert "It is mended." in page(client, bruno, "audits_finding", only(told))[1]


def test_a_reply_without_words_is_asked_for_beside_its_field(client, amina, told):
    found = sent(client, amina, "audits_finding_reply", told, text=" ", role="board")
    assert found.status_code == 422
    assert 'value="board"' in found.content.decode()


def later(amina, number=2, **told):
    return make_told_audit(amina, content(on="2026-02-15", **told), number)


def test_a_later_audit_that_looked_and_did_not_find_it_says_so_with_both_figures(
    client, amina, told
):
    later(amina, gaps=[gap(gap=measure(0.0, 0.02))])
    text = page(client, amina, "audits_finding", only(told))[1]
    assert "Audit 2 (as of 15 February 2026) looked at the same promise" in text
    assert "between +10.0 and +20.0" in text
    assert "between 0.0 and +2.0" in text


def test_a_later_audit_that_did_not_look_says_that_and_closes_nothing(client, amina, told):
    actions.follow(THREAD, Plan(), by=amina, at=NOON, seen=0)
    later(amina, sources=[])
    text = page(client, amina, "audits_finding", only(told))[1]
    assert "that audit read no records of this channel" in text
    assert "no longer finds it" not in text
    listed = page(client, amina, "audits_findings")[1]
    assert "not looked at again" in listed


def test_a_finding_that_comes_back_is_open_again(client, amina, told):
    actions.follow(THREAD, Plan(state="to be audited again"), by=amina, at=NOON, seen=0)
    later(amina)
    assert "✓" not in page(client, amina, "audits_findings")[1]
    assert 'class="sign-better"' in page(client, amina, "audits_findings")[1]
    later(amina, 3, findings=[TOLD])
    text = page(client, amina, "audits_findings")[1]
    assert 'class="sign-better"' not in text
    assert "to be audited again" in text


def test_a_finding_of_files_that_were_altered_is_shown_and_says_so(client, amina, told):
    path = audits.folder_of(told) / "out" / "audit.json"
    path.write_text("{}")
    for name, ids in (("audits_finding", [only(told)]), ("audits_findings", [])):
        assert page(client, amina, name, *ids)[0] == 200
    assert "is not, byte for byte, what was written" in page(
        client, amina, "audits_finding", only(told))[1]  # fmt: skip
    later(amina)
    assert "Nothing is compared with it" in page(client, amina, "audits_compare")[1]


def test_what_is_late_is_shown_and_can_be_asked_for(client, amina, told):
    soon = timezone.now().date() + timedelta(days=1)
    actions.follow(THREAD, Plan(due_on=soon), by=amina, at=NOON, seen=0)
    assert "▲" not in page(client, amina, "audits_findings")[1].split("<tbody>")[1]
    store._all(amina.organisation).update(due_on=date(2026, 5, 5))
    text = page(client, amina, "audits_findings", state="late")[1]
    assert "▲ late" in text
    assert "No finding passes this filter" in page(
        client, amina, "audits_findings", state="answered")[1]  # fmt: skip


@pytest.mark.parametrize(
    "asked", [{"sort": "no such"}, {"audit": "x"}, {"audit": str(uuid4())}, {"owner": "'--"}]
)
def test_filters_that_mean_nothing_break_nothing(client, amina, told, asked):
    assert page(client, amina, "audits_findings", **asked)[0] == 200


def test_the_table_to_take_along_runs_no_formula_and_names_nobody(client, amina):
    bruno = make_member(amina, "Bruno", Role.MANAGER)
    make_told_audit(amina, content(findings=[finding(statement="=HYPERLINK(1)")]))
    actions.follow(THREAD, Plan(owner=bruno), by=amina, at=NOON, seen=0)
    actions.reply(THREAD, Answer(text="So it is.", role="board"), by=amina, at=NOON)
    _, text = page(client, amina, "audits_findings_file")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["statement"] == "'=HYPERLINK(1)"
    assert (row["state"], row["answered for by"], row["replies"]) == ("answered", "manager", "1")
    assert "Bruno" not in text


def test_many_findings_stand_on_pages_and_are_asked_in_few_queries(
    client, amina, django_assert_max_num_queries
):
    many = [finding(commitment=f"care-{at}") for at in range(260)]
    make_told_audit(amina, content(findings=many))
    with django_assert_max_num_queries(30):
        text = page(client, amina, "audits_findings")[1]
    assert "1 to 50 of 260" in text
    last = page(client, amina, "audits_findings", page="6", sort="severity")[1]
    assert "251 to 260 of 260" in last
    assert "sort=severity&amp;page=5" in last


def test_two_audits_are_compared_in_words_and_numbers(client, amina, told):
    second = later(amina, gaps=[gap(gap=measure(0.0, 0.02))])
    code, text = page(client, amina, "audits_compare")
    assert code == 200
    assert "Of 1 gaps, 1 came closer together and 0 went further apart; 0 turned round" in text
    assert "2 are no longer found (0 of them" in text  # the finding and its further sign
    assert "The way of measuring changed too" not in text
    same = page(client, amina, "audits_compare", earlier=str(second.id), later=str(second.id))[1]
    assert "Nothing: the same files, promises" in same
    assert page(client, amina, "audits_compare", earlier=str(uuid4()))[0] == 404


def test_another_organisations_audit_cannot_be_compared_or_listed(client, amina, told):
    strange = make_told_audit(make_organisation("Dune Trust", "Chiara"), content())
    later(amina)
    assert page(client, amina, "audits_compare", earlier=str(strange.id))[0] == 404
    assert str(strange.id) not in page(client, amina, "audits_findings", audit=str(strange.id))[1]
