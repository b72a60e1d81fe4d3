"""Does each guided way come to its page, from what was typed or handed in, and can it be left?"""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.foundations.trail import store as trail
from northing.stages.clarify.commitments import actions as commitments
from northing.stages.clarify.commitments import store as promises
from northing.stages.clarify.commitments.actions import Promise
from northing.stages.decide.ways_in import store
from northing.stages.decide.ways_in.facts import Way
from northing.stages.decide.ways_in.models import WayIn

pytestmark = [pytest.mark.database, pytest.mark.django_db]
TYPED = "Care at home; 600000\nOffice; 300 000\nGala; 100000"


@pytest.fixture
def amina(client):
    member = make_organisation()
    promise = Promise(text="Every patient is a whole person", guardrail=True)
    commitments.add(promise, by=member, at=NOON)
    client.force_login(member.person)
    return member


def begins(client, amina, way):
    client.post(reverse("guided_begin", args=[amina.organisation_id]), {"way": way})
    return store.open_walk(amina.organisation, way)


def says(client, walk, step, **sent):
    address = reverse("guided_step", args=[walk.organisation_id, walk.id, step])
    seen = WayIn.objects.get(id=walk.id).revision
    return client.post(address, {"revision": seen} | sent)


def page(client, walk):
    return client.get(reverse("guided_page", args=[walk.organisation_id, walk.id])).content.decode()


def loses(client, amina, **but):
    walk = begins(client, amina, Way.FUNDING)
    money = {"lost": "25", "reserve": "200000", "reserve_high": "240000", "spending": "80000",
             "source": "", "typed": TYPED, "currency": "EUR"} | but  # fmt: skip
    found = says(client, walk, "money", **money)
    return walk, found


def key_of(amina):
    return promises.commitments(amina.organisation)[0].key


def test_a_quarter_less_has_a_stable_core_and_months(client, amina):
    walk, found = loses(client, amina)
    assert found.url.endswith("/protect/")
    assert says(client, walk, "protect", **{f"kept-{key_of(amina)}": "75"}).status_code == 302
    lines = {"does-line-1": "much", "least-line-1": "50", "does-line-2": "some",
             "least-line-2": "50", "does-line-3": "little", "least-line-3": "100"}  # fmt: skip
    assert says(client, walk, "lines", **lines).status_code == 302
    text = page(client, walk)
    assert "What stays with 25 % less?" in text
    assert "Care at home" in text
    assert "stable core" in text
    assert "11.0 (10.0 to 12.0)" in text  # what is lost is 20,000 a month
    verbs = [one.event.verb for one in trail.page(amina.organisation_id, size=9)]
    assert verbs[:5] == ["way in finished", *["way in answered"] * 3, "way in begun"]


def test_it_can_be_left_and_taken_up_again_and_asked_anew(client, amina):
    walk, _ = loses(client, amina)
    assert begins(client, amina, Way.FUNDING) == walk
    listed = client.get(reverse("guided", args=[amina.organisation_id])).content.decode()
    assert "Go on where you were" in listed
    resumed = client.get(reverse("guided_page", args=[amina.organisation_id, walk.id]))
    assert "Which promises have to be kept, whatever goes?" in resumed.content.decode()
    early = reverse("guided_step", args=[amina.organisation_id, walk.id, "lines"])
    assert client.get(early).url.endswith("/protect/")
    says(client, walk, "protect")
    WayIn.objects.filter(id=walk.id).update(finished_at=NOON)
    again = begins(client, amina, Way.FUNDING)
    assert again != walk
    assert again.answers["money"]["lost"] == 25


def test_what_somebody_changed_meanwhile_is_not_written_over(client, amina):
    walk, _ = loses(client, amina)
    address = reverse("guided_step", args=[amina.organisation_id, walk.id, "money"])
    late = client.post(address, {"revision": 1, "lost": "30", "reserve": "1", "spending": "1",
                                 "typed": TYPED, "source": ""})  # fmt: skip
    assert late.status_code == 422
    assert "Somebody changed this meanwhile" in late.content.decode()
    assert WayIn.objects.get(id=walk.id).answers["money"]["lost"] == 25


@pytest.mark.parametrize(
    ("but", "said"),
    [
        ({"typed": ""}, "Choose a budget, or type at least one line"),
        ({"typed": "Rent 24000"}, "write a name, a semicolon and an amount"),
        ({"reserve_high": "1"}, "The highest is no less than the lowest"),
        ({"lost": "101"}, "less than or equal to 100"),
        ({"reserve": "nan"}, "Enter a number"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(client, amina, but, said):
    _walk, found = loses(client, amina, **but)
    assert found.status_code == 422
    assert said in found.content.decode()


def test_what_cannot_all_be_kept_is_said(client, amina):
    walk, _ = loses(client, amina)
    says(client, walk, "protect", **{f"kept-{key_of(amina)}": "0"})
    stay = {f"stay-line-{at}": "on" for at in (1, 2, 3)}
    lines = {f"{name}-line-{at}": value for at in (1, 2, 3)
             for name, value in (("does", "some"), ("least", "100"))}  # fmt: skip
    says(client, walk, "lines", **stay, **lines)
    text = page(client, walk)
    assert "not all of this can be kept" in text
    assert "“Office” has to stay" in text


def test_more_money_goes_where_it_does_most_or_nobody_can_tell(client, amina):
    walk = begins(client, amina, Way.NEXT_EURO)
    says(client, walk, "money", source="", typed=TYPED, currency="EUR", more="10000")
    lines = {f"{name}-line-{at}": value for at in (1, 2, 3)
             for name, value in (("does", "unknown"), ("most", "150"))}  # fmt: skip
    says(client, walk, "lines", **lines)
    assert "Nobody can tell yet" in page(client, walk)
    again = begins(client, amina, Way.NEXT_EURO)
    says(client, again, "money", source="", typed=TYPED, currency="EUR", more="10000")
    says(client, again, "lines", **lines | {"does-line-1": "much", "does-line-2": "little",
                                            "does-line-3": "little"})  # fmt: skip
    text = page(client, again)
    assert "would do most in “Care at home”" in text
    assert "no record ties it to a promise" in text


def test_a_new_chief_gets_ninety_days_with_their_reasons(client, amina):
    walk = begins(client, amina, Way.NEW_CHIEF)
    says(client, walk, "start", on="2026-06-01")
    says(client, walk, "ready")
    says(client, walk, "approach")
    text = page(client, walk)
    assert "What do the first ninety days from" in text
    assert "Where to begin nobody has answered yet" in text
    days = WayIn.objects.get(id=walk.id).result["days"]
    assert days[-1]["on"] == date(2026, 8, 30).isoformat()
    bruno = make_member(amina, "Bruno", Role.MANAGER)
    client.force_login(bruno.person)
    address = reverse("guided_page", args=[amina.organisation_id, walk.id])
    assert client.get(address).status_code == 403
