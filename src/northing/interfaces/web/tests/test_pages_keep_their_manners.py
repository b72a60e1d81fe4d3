"""Do pages carry no script or style of their own, keep what was typed, say what is wrong?"""

from __future__ import annotations

import re

import pytest
from django.core.management import call_command
from django.urls import reverse

from northing.foundations.people.models import Unit
from northing.foundations.people.tests.make import make_organisation
from northing.interfaces.web import urls
from northing.interfaces.web.tests.test_every_door import AREAS

pytestmark = [pytest.mark.database, pytest.mark.django_db]
INLINE = re.compile(
    r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE
)
PLAIN = (
    "/account/", "/account/erasure/", "/sign-in/2fa/", "/sign-in/2fa/webauthn/",
    "/sign-in/password/change/",
)  # fmt: skip


@pytest.fixture
def amina(client):
    member = make_organisation('<b>Harbour</b> & "Health"')
    client.force_login(member.person)
    return member


def pages(member):
    """Every address that shows a page: not the files, not what only takes a form."""
    ward = Unit.objects.get_or_create(organisation=member.organisation, name="Ward")[0]
    rows = {"member": member.id, "unit": ward.id}
    for area in AREAS:
        rows |= {key: getattr(row, "id", row) for key, row in area.rows(member).items()}
    for one in urls.organisation_pages:
        named = {key: rows[key] for key in one.pattern.converters if key in rows}
        if len(named) == len(one.pattern.converters):
            yield reverse(one.name, kwargs={"organisation": member.organisation_id, **named})


def is_part(text):
    """What a page asks for to renew a part of itself has no head and no language of its own."""
    return "<!doctype" not in text and "<main" not in text


@pytest.mark.either
@pytest.mark.parametrize("language", ["en", "de"])
def test_no_page_carries_a_script_a_style_or_what_people_typed_as_markup(client, amina, language):
    for address in (*pages(amina), *PLAIN):
        found = client.get(address, HTTP_ACCEPT_LANGUAGE=language)
        if found.status_code == 405 or not found["Content-Type"].startswith("text/html"):
            if found.streaming:
                list(found.streaming_content)
            continue
        text = found.content.decode()
        if address.endswith("/progress/") and found.status_code == 302:
            continue  # of work that is done: to the page of what it gave
        assert found.status_code == 200, address
        assert is_part(text) or f'<html lang="{language}">' in text, address
        assert not INLINE.search(text), address
        assert "<b>Harbour" not in text
        assert "default-src 'none'" in found["Content-Security-Policy"]
        assert "unsafe" not in found["Content-Security-Policy"]


def test_the_page_to_sign_in_carries_no_script_of_its_own(client):
    assert not INLINE.search(client.get("/sign-in/login/").content.decode())


def test_what_was_typed_stays_and_the_sentence_stands_beside_its_field(client, amina):
    address = reverse("invitation", args=[amina.organisation_id])
    sent = {"email": "bruno@example.org", "role": "outside auditor"}
    found = client.post(address, sent)
    text = found.content.decode()
    assert found.status_code == 422
    assert 'value="bruno@example.org"' in text
    assert re.search(r'id="id_until_error".*outside auditor looks in until a day', text, re.DOTALL)
    assert re.search(r'<input[^>]*name="until"[^>]*aria-invalid="true"', text)


def test_a_page_that_is_not_there_says_so_in_the_look_of_the_others(client):
    found = client.get("/nowhere/")
    assert found.status_code == 404
    assert "There is nothing here" in found.content.decode()


def test_the_tables_of_the_models_are_those_of_the_migrations():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_commands_found_verify_and_export(capsys):
    call_command("setup_link", address="https://n.example/")
    assert re.match(r"https://n\.example/arrival/\S{40,}/\n", capsys.readouterr().out)
    call_command("trail", "verify")
    assert "entries hold; head" in capsys.readouterr().out
    call_command("trail", "export")
    assert '"verb":"set-up link made"' in capsys.readouterr().out
