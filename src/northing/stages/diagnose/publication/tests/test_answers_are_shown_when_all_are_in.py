"""Are answers to a sample shown beside a finding only once nobody can be swayed by them?"""

from __future__ import annotations

import pytest

from northing.foundations.people.tests.make import NOON, make_organisation
from northing.stages.diagnose.publication.store import findings as store
from northing.stages.diagnose.verification.actions import drawing
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.diagnose.verification.tests.stored import make_sample, said, say, sit

pytestmark = [pytest.mark.database, pytest.mark.django_db]
NAMES = ["budget.csv:2", "budget.csv:3"]


def test_while_a_sample_is_open_nobody_sees_what_was_answered():
    amina = make_organisation()
    sample = make_sample(amina)
    sit(sample, amina)
    say(sample, amina, said(1, Answer.CONTRADICTS))
    assert store.checked(amina.organisation, NAMES) == {}
    drawing.close(sample, by=amina, at=NOON)
    assert store.checked(amina.organisation, NAMES) == {
        ("budget.csv:2", "care"): [Answer.CONTRADICTS]
    }
    assert store.checked(amina.organisation, ["budget.csv:9"]) == {}


def test_what_another_organisation_answered_is_not_shown_here():
    amina, chiara = make_organisation(), make_organisation("Dune Trust", "Chiara")
    sample = make_sample(chiara)
    sit(sample, chiara)
    say(sample, chiara, said(1, Answer.CONTRADICTS))
    drawing.close(sample, by=chiara, at=NOON)
    assert store.checked(amina.organisation, NAMES) == {}
