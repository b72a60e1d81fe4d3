"""Does a program that was too late hear who changed what, when, and no more than it may know?"""

from __future__ import annotations

from datetime import datetime

import pytest

from northing.foundations.people.access import Action, Role, Wish
from northing.foundations.people.tests.make import make_member, make_organisation
from northing.foundations.people.tokens import Scope
from northing.interfaces.api.tests.knocking import knock

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture
def amina():
    return make_organisation()


def too_late(ours, path, sent):
    answer = ours.send("put", path, sent)
    assert (answer.status_code, answer.json()["error"]) == (409, "changed_meanwhile")
    return answer.json()["changed"]


def test_who_what_which_parts_and_when(amina):
    bruno = make_member(amina, "Bruno", Role.PURPOSE_OFFICER)
    ours, theirs = knock(amina), knock(bruno)
    made = ours.post("/commitments", {"text": "Visits last longer"}).json()
    path = f"/commitments/{made['id']}"
    sent = {"text": "Visits last an hour", "revision": made["revision"]}
    assert theirs.send("put", path, sent).status_code == 200
    told = too_late(ours, path, sent | {"text": "Visits last a day"})
    assert (told["by"], told["what"], told["parts"]) == ("Bruno", "commitment changed", ["text"])
    assert datetime.fromisoformat(told["at"]).utcoffset().total_seconds() == 0


def test_what_the_address_does_not_name_is_told_too(amina):
    ours = knock(amina)
    sent = {"text": "We heal.", "effective_from": "2026-06-01"}
    assert ours.post("/mission/draft", sent).status_code == 201
    ours.send("put", "/mission/draft", sent | {"text": "We care.", "revision": 1})
    told = too_late(ours, "/mission/draft", sent | {"revision": 1})
    assert (told["by"], told["what"]) == ("Amina", "mission draft changed")


def test_a_token_that_does_not_open_the_trail_hears_when_and_no_more(amina):
    bruno = make_member(amina, "Bruno", Role.PURPOSE_OFFICER)
    ours = knock(amina, str(Scope(Action.MISSION, Wish.CHANGE)))
    made = ours.post("/commitments", {"text": "Visits last longer"}).json()
    path = f"/commitments/{made['id']}"
    sent = {"text": "Visits last an hour", "revision": made["revision"]}
    assert knock(bruno).send("put", path, sent).status_code == 200
    told = too_late(ours, path, sent | {"text": "Visits last a day"})
    assert datetime.fromisoformat(told.pop("at"))
    assert told == {"by": None, "what": None, "parts": []}
