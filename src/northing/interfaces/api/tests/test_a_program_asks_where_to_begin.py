"""Can a program ask how ready an organisation is, and state where change should begin?"""

from __future__ import annotations

import pytest
from django.utils import timezone

from northing.foundations.people.tests.make import make_organisation
from northing.interfaces.api.tests.knocking import Knock, token_of
from northing.stages.clarify.approach import store
from northing.stages.records.ledger.models import StoredRecord

pytestmark = [pytest.mark.database, pytest.mark.django_db]
URGENT = {"question": "urgent", "answer": 4, "evidence": "The contract ends in June."}


@pytest.fixture
def amina():
    return make_organisation()


@pytest.fixture
def knock(amina):
    return Knock(token_of(amina), amina.organisation_id)


def test_a_statement_is_made_once_and_read_with_what_it_speaks_for(knock, amina):
    sent = {"answers": [URGENT], "chosen": "top-down", "seen": 0}
    made = [knock.post("/approach", sent, key="first") for _ in range(2)]
    assert [one.status_code for one in made] == [201, 201]
    assert store.statements(amina.organisation).count() == 1
    [found] = knock.get("/approach").json()
    assert (found["chosen"], found["advised"], len(found["open"])) == ("top-down", None, 13)
    late = knock.post("/approach", sent)
    assert late.status_code == 409


@pytest.mark.parametrize(
    "answers", [[URGENT, URGENT], [{**URGENT, "question": "fun"}], [{**URGENT, "answer": 5}]]
)
def test_an_answer_to_no_question_of_ours_is_refused(knock, answers):
    assert knock.post("/approach", {"answers": answers, "seen": 0}).status_code == 422


def test_readiness_says_what_holds_back_and_texts_only_to_whom_records_are_open(knock, amina):
    StoredRecord.objects.create(
        organisation=amina.organisation, name="survey.csv:2", channel="voice", side="spending",
        text="They did not listen.", sought="", effective_on=timezone.now().date(),
        is_dated_to_day=True,
    )  # fmt: skip
    found = knock.get("/readiness").json()
    assert found["whole"] == "unknown"
    assert "audited" in found["bottleneck"]
    assert texts_in(found) == ["They did not listen."]
    narrow = Knock(token_of(amina, "audits:see"), amina.organisation_id)
    assert texts_in(narrow.get("/readiness").json()) == [""]
    assert narrow.get("/approach").status_code == 403


def texts_in(found):
    return [one["text"] for question in found["questions"] for one in question["rests_on"]]
