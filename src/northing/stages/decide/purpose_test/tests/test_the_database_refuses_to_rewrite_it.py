"""Does the database itself refuse to rewrite words and what was taken, whoever asks it?"""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from northing.stages.decide.migrations import _words_stay
from northing.stages.decide.models import (
    FilterVersion,
    StoredAnswer,
    StoredDecision,
    StoredSignature,
)
from northing.stages.decide.purpose_test.actions.filtering import Rules, save_filter
from northing.stages.decide.purpose_test.actions.signing import sign
from northing.stages.decide.purpose_test.facts import Act
from northing.stages.decide.purpose_test.tests.house import NOON, make_house, make_submitted

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture
def house():
    return make_house()


def refused(rows, **columns):
    with pytest.raises(DatabaseError, match=_words_stay.REFUSAL), transaction.atomic():
        rows.update(**columns)


def test_words_and_wordings_are_only_added(house):
    row = make_submitted(house)
    sign(row, Act.OBJECT, "too dear", by=house.bruno, at=NOON, seen=row.rounds)
    refused(StoredSignature.objects.all(), reason="as cheap as can be")
    save_filter(Rules(name="Large", signers=[house.dora]), by=house.emil, at=NOON)
    refused(FilterVersion.objects.all(), number=9)


@pytest.mark.parametrize(
    "columns",
    [
        {"question": "Do we buy trams?"}, {"amount": 1}, {"result": "fail"}, {"grounds": []},
        {"is_overridden": True}, {"quorum": 9}, {"state": "draft"}, {"evidence": "none"},
    ],
    ids=str,
)  # fmt: skip
def test_what_was_accepted_reads_as_it_did(house, columns):
    row = make_submitted(house)
    StoredDecision.objects.filter(id=row.id).update(evidence="a count")
    sign(row, Act.AGREE, by=house.bruno, at=NOON, seen=row.rounds)
    refused(StoredDecision.objects.filter(id=row.id), **columns)
    refused(StoredAnswer.objects.filter(decision=row), reason="we guessed")
    StoredDecision.objects.get(id=row.id).save()


def test_all_guards_are_in_place():
    """Where this fails: the migration ends with `migrations.RunPython(_words_stay.install)`."""
    assert _words_stay.missing(connection) == set()
    with pytest.raises(NotImplementedError, match="oracle"):
        _words_stay.statements("oracle")
