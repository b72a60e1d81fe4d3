"""Does the invented organisation say what it is for, in the words of its own documents?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from northing.case import read_case
from northing.foundations.people.tests.make import NOON, make_organisation
from northing.interfaces.web.management.filling import state_mission
from northing.stages.clarify.commitments import actions, store
from northing.stages.clarify.commitments.actions import Promise
from northing.stages.clarify.mission import store as missions

pytestmark = [pytest.mark.database, pytest.mark.django_db]
EXAMPLE = Path(__file__).parents[5] / "examples" / "harbour_health"


@pytest.fixture(scope="module")
def harbour():
    return read_case(EXAMPLE)


def test_its_mission_holds_since_its_strategy_and_brings_every_commitment(harbour):
    amina = make_organisation()
    care = actions.add(Promise(text="Every patient is a whole person"), by=amina, at=NOON)
    state_mission(harbour, by=amina, at=NOON)
    found = missions.current(amina.organisation, on=date(2023, 1, 1))
    assert found.text.startswith("Harbour Health keeps the people of the coast well")
    assert found.approved_by == "strategy.docx, line 3"
    assert [one.kind for one in store.changes_of(care)] == ["new"]


def test_a_case_whose_documents_name_no_mission_gets_none(harbour):
    amina = make_organisation()
    state_mission(replace(harbour, records=()), by=amina, at=NOON)
    assert missions.versions(amina.organisation) == []
