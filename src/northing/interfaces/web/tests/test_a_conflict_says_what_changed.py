"""Does whoever was too late read who changed what, and when, with what they typed still there?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from northing.foundations.people.access import Action, Role, Wish, opens
from northing.foundations.people.refusals import CHANGED_MEANWHILE, Refused
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.interfaces.web.changing import looking_at
from northing.interfaces.web.refusing import refusal_said
from northing.stages.clarify.commitments import actions
from northing.stages.clarify.commitments.actions import Promise

pytestmark = [pytest.mark.database, pytest.mark.django_db]
LATER = NOON + timedelta(minutes=41)


@pytest.fixture
def amina():
    return make_organisation()


@pytest.fixture
def changed(amina):
    """A commitment that Bruno changed while others looked at its first state."""
    bruno = make_member(amina, "Bruno", Role.PURPOSE_OFFICER)
    one = actions.add(Promise(text="Visits last longer"), by=amina, at=NOON)
    actions.amend(one, Promise(text="Visits last an hour"), by=bruno, at=LATER, seen=1)
    return one


def test_the_page_names_them_and_keeps_what_was_typed(client, amina, changed):
    client.force_login(amina.person)
    kept = {"organisation": amina.organisation_id, "commitment": changed.id}
    address = reverse("clarify_commitment_change", kwargs=kept)
    sent = {"text": "Visits last as long as they must", "weight": "1", "revision": "1"}
    answer = client.post(address, sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "nothing was overwritten" in page
    assert "The last change: Bruno changed a commitment, 4 May 2026, 12:41 (UTC)." in page
    assert "Visits last as long as they must" in page


@pytest.mark.parametrize("role", list(Role))
def test_who_may_not_read_the_trail_reads_when_and_no_more(amina, changed, role):
    reader = make_member(amina, "Chiara", role)
    with looking_at(reader, {"commitment": changed.id}):
        said = refusal_said(Refused(CHANGED_MEANWHILE))
    assert "12:41" in said
    assert ("Bruno" in said) is opens(role, Action.TRAIL, Wish.SEE)


def test_where_nothing_is_known_the_sentence_stands_alone(amina):
    alone = refusal_said(Refused(CHANGED_MEANWHILE))
    with looking_at(amina, {}):
        assert refusal_said(Refused(CHANGED_MEANWHILE)) == alone
    assert "changed" in alone


def test_it_is_said_in_german(amina, changed):
    with translation.override("de"), looking_at(amina, {"commitment": changed.id}):
        said = refusal_said(Refused(CHANGED_MEANWHILE))
    assert "Bruno" in said
    assert "Die letzte Änderung" in said
