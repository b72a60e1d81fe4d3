"""Does whoever reads German read findings in German, reasons and figures too, and others not?"""

from __future__ import annotations

import html
import json
import re
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import translation

from northing.case import read_case
from northing.cycle import audit
from northing.foundations.people.tests.make import make_organisation
from northing.interfaces.reports.audit_json import to_json
from northing.interfaces.reports.json_findings import TOLD
from northing.interfaces.web.reading_aloud import methods_said, text_said
from northing.interfaces.web.tests.rows_audits import real
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.audits.rules.telling import sentence_in
from northing.stages.diagnose.findings.rules.catalogue.all import CATALOGUE
from northing.stages.diagnose.publication.tests.make import make_told_audit

pytestmark = [pytest.mark.database, pytest.mark.either, pytest.mark.django_db]
EXAMPLE = Path(__file__).parents[5] / "examples" / "harbour_health"


@pytest.fixture(scope="module")
def example():
    """What the audit of the invented organisation says: findings of every kind."""
    case = read_case(EXAMPLE)
    return json.loads(to_json(audit(case, on=date(2026, 2, 1), seed=0), version="9.9"))


@pytest.fixture
def told(client, example):
    member = make_organisation()
    client.force_login(member.person)
    return make_told_audit(member, example, 1)


def page(client, name, audit, *ids, language):
    address = reverse(name, args=[audit.organisation_id, *ids])
    found = client.get(address, HTTP_ACCEPT_LANGUAGE=language)
    assert found.status_code == 200
    text = re.sub(r"<[^>]+>", " ", found.content.decode())
    return re.sub(r"\s+", " ", html.unescape(text))


def one_of_each(audit):
    return list({one.code: one for one in store.findings(audit)}.values())


def spaced(text):
    return re.sub(r"\s+", " ", text)


def test_each_kind_of_finding_is_told_in_german_and_none_of_it_in_english(client, told):
    kinds = one_of_each(told)
    assert len(kinds) >= 15
    for one in kinds:
        text = page(client, "audits_finding", told, one.id, language="de")
        with translation.override("de"):
            assert text_said(CATALOGUE[one.code].title) in text
        for part in TOLD:
            english = sentence_in(one.content, part)
            with translation.override("de"):
                german = text_said(english)
            if english and english != german and part != "cause":
                assert spaced(german) in text, (one.code, part)
                assert spaced(english) not in text, (one.code, part)


def test_who_reads_english_reads_what_the_audit_wrote(client, told):
    for one in one_of_each(told)[:4]:
        text = page(client, "audits_finding", told, one.id, language="en")
        assert spaced(one.statement) in text
        assert CATALOGUE[one.code].title in text


def test_lists_and_today_speak_the_reader_s_language(client, told):
    first = store.findings(told)[0]
    with translation.override("de"):
        german = text_said(sentence_in(first.content, "statement"))
    assert spaced(german)[:80] in page(client, "audits_findings", told, language="de")
    assert spaced(german)[:80] in page(client, "audits_audit", told, told.id, language="de")


def test_an_audit_from_before_sentences_had_places_is_read_as_it_was_written(client):
    member = make_organisation()
    client.force_login(member.person)
    content = json.loads(json.dumps(real()))
    for one in content["findings"]:
        del one["told"]
    old = make_told_audit(member, content, 1)
    for one in one_of_each(old):
        assert spaced(one.statement) in page(client, "audits_finding", old, one.id, language="de")


def test_why_an_audit_came_to_nothing_is_said_in_german(client):
    member = make_organisation()
    client.force_login(member.person)
    made = make_told_audit(member, real(), 1)
    why = "It needed more than 2048 MB of memory. Divide it into smaller parts."
    StoredAudit.objects.filter(id=made.id).update(state="failed", reason=why)
    for name, ids in (("audits_list", ()), ("audits_audit", (made.id,))):
        text = page(client, name, made, *ids, language="de")
        assert "Es brauchte mehr als 2048 MB Speicher. In kleinere Teile teilen." in text
        assert why in page(client, name, made, *ids, language="en")


def reasons(value):
    """Every reason for which something is unknown, and every name of a method."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key in ("unknown", "no_interval", "reason_unknown") and one:
                yield text_said, one
            elif key == "method" and one:
                yield methods_said, one
            else:
                yield from reasons(one)
    elif isinstance(value, list):
        for one in value:
            yield from reasons(one)


def test_every_reason_and_every_method_of_the_example_has_german_words(example):
    content = {key: value for key, value in example.items() if key not in ("statements", "tests")}
    with translation.override("de"):
        left = {one for said, one in reasons(content) if said(one) == one}
    assert left == set()
