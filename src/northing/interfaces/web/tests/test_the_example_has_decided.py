"""Does whoever looks around in the invented organisation find decisions, and one to sign?"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils import timezone

from northing.case_file import FILE_NAME, read_case_file
from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import make_member, make_organisation
from northing.foundations.trail import store as trail
from northing.foundations.trail.rules.chain import first_break
from northing.interfaces.web.management.deciding import decide
from northing.stages.clarify.commitments import actions as commitments
from northing.stages.clarify.commitments.actions import Promise
from northing.stages.decide.purpose_test.store import filters, rows

pytestmark = [pytest.mark.database, pytest.mark.django_db]
EXAMPLE = Path(__file__).parents[5] / "examples" / "harbour_health"


@pytest.fixture
def people():
    """Amina and three others, with what the example promises."""
    amina = make_organisation()
    for one in read_case_file(EXAMPLE / FILE_NAME).commitment:
        promise = Promise(text=one.text, guardrail=one.guardrail)
        commitments.add(promise, by=amina, at=timezone.now(), key=one.id)
    return {
        "amina": amina,
        "bruno": make_member(amina, "Bruno", Role.PURPOSE_OFFICER),
        "chiara": make_member(amina, "Chiara", Role.LEADER),
        "daan": make_member(amina, "Daan"),
    }


def test_what_was_decided_before_stands_there_and_one_waits_for_the_owner(people):
    amina = people["amina"]
    assert decide(EXAMPLE, people, at=timezone.now()) == 3
    found = rows.decisions(amina.organisation).order_by("number")
    states = list(found.values_list("state", "result"))
    assert states == [
        ("accepted", "pass with conditions"), ("rejected", "fail"), ("accepted", "pass"),
        ("submitted", "pass"),
    ]  # fmt: skip
    assert [one.number for one in rows.waiting_for(amina)] == [4]
    assert [one.is_on for one in filters.filters(amina.organisation)] == [True, True]
    assert first_break(trail.entries(amina.organisation_id)) is None


def test_a_case_without_decisions_beside_it_has_none(people, tmp_path):
    assert decide(tmp_path / "dunes", people, at=timezone.now()) == 0
