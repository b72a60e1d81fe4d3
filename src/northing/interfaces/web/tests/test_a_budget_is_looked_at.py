"""Does the page of a budget show money beside words, and stay readable with too many lines?"""

from __future__ import annotations

import json
import re

import pytest
from django.urls import reverse

from northing.foundations.people.tests.make import make_organisation
from northing.interfaces.web.tests import rows_audits, rows_plans
from northing.stages.decide.budget.models import StoredBudget

pytestmark = [pytest.mark.database, pytest.mark.django_db]
SAID = {"prevention": 0.2, "young-minds": 0.3, "home-visits": 0.5}


@pytest.fixture
def amina(client):
    member = make_organisation()
    client.force_login(member.person)
    return member


@pytest.fixture
def seen(client, amina):
    """`seen(alter)` is the text of the page of the example's budget, with its answer altered."""

    def look(alter=lambda one: one, language="en"):
        row = rows_plans.make_budget(amina)
        result = alter(json.loads(json.dumps(row.result)))
        StoredBudget.objects.filter(id=row.id).update(result=result)
        places = {"organisation": amina.organisation_id, "budget": row.id}
        page = client.get(reverse("plans_budget", kwargs=places), HTTP_ACCEPT_LANGUAGE=language)
        return re.sub(r"\s+", " ", page.content.decode())

    return look


def proposal_of(result):
    return result["cuts"]["25"]["found"]["proposal"]


def with_words(result):
    proposal_of(result)["limits"]["said"] = {"shares": SAID, "most": 1.0}
    return result


def test_money_stands_beside_the_words_the_question_names(seen):
    page = seen(with_words)
    assert "“Home visits in every district” has 50.0 % of the words" in page
    assert "its money: 17.1 % today, 22.7 % proposed" in page
    assert "Words: as they were given with the question." in page
    assert page.count("money-beside-words-wide") > 0
    table = page[page.index("The same as a table") :]
    for said in ("Serves no commitment", "41.6 %", "23.9 %"):
        assert said in table, said


def test_words_are_those_of_the_newest_audit_where_the_question_names_none(seen, amina):
    rows_audits.rows(amina)

    def as_audited(result):
        return json.loads(json.dumps(result).replace("prevention", "screening"))

    page = seen(as_audited)
    assert "“Prevention before illness” has" in page
    assert re.search(r"Words: audit \d+ of", page)


def test_words_nobody_knows_are_unknown_in_both_languages(seen):
    assert "Words: unknown." in seen()
    german = seen(language="de")
    assert "Worte unbekannt" in german
    assert "bekommt heute" in german


def test_of_too_many_lines_those_that_change_most_stand_first(seen):
    def many(result):
        given = proposal_of(result)["given"]
        first = next(one for one in given if one["amount"] != one["line"]["now"])
        for number in range(60):
            line = {**given[0]["line"], "id": f"more-{number}", "name": f"Line {number}"}
            given.append({**given[0], "line": line})
        proposal_of(result)["given"] = [*(one for one in given if one is not first), first]
        return result

    page = seen(many)
    assert "The 40 of 68 lines that change most." in page
    first, last = page.index("The 40 of 68"), page.index("All lines")
    assert "Company check-ups" in page[first:last]
    assert "Line 59" not in page[first:last]
    assert "Line 59" in page[last:]
