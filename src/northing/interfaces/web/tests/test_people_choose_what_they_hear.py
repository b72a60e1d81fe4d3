"""Does everybody choose for themselves what they hear, and end it without signing in?"""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.urls import reverse

from northing.foundations.people import personal
from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import make_member, make_organisation
from northing.interfaces.notices import actions, signing, store
from northing.interfaces.notices.kinds import KINDS, Channel, Kind, Rhythm, open_to
from northing.interfaces.notices.models import Calendar, Message, Notice, Wishes
from northing.interfaces.notices.tests.make import make_audit, now, told

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture
def amina(client):
    member = make_organisation()
    client.force_login(member.person)
    return member


def page(member):
    return reverse("notices", args=[member.organisation_id])


def sent(member, **but):
    kinds = {f"mail_{kind.name.lower()}": "daily" for kind in open_to(Role(member.role))}
    return kinds | {"language": "de", "zone": "Europe/Berlin", "gathered_at": "07:30",
                    "weekday": "2", "quiet_from": "22:00", "quiet_until": "06:00",
                    "revision": "0"} | but  # fmt: skip


def stop_address(member):
    return reverse("notices_stop", args=[signing.token_of(member, Channel.MAIL)])


def test_what_was_chosen_holds_and_is_shown_again(client, amina):
    found = client.post(page(amina), sent(amina, mail_failed="never"))
    assert found.status_code == 302
    wishes = store.wishes_of(amina)
    assert (wishes.language, wishes.zone, wishes.weekday) == ("de", "Europe/Berlin", 2)
    assert store.rhythm_of(wishes, Channel.MAIL, Kind.FAILED) is Rhythm.NEVER
    assert store.rhythm_of(wishes, Channel.MAIL, Kind.READY) is Rhythm.DAILY
    text = client.get(page(amina)).content.decode()
    assert '<option value="Europe/Berlin" selected>' in text
    assert 'value="22:00"' in text
    all_but_one = len(open_to(Role(amina.role))) - 1
    assert f"you hear of {all_but_one} by e-mail." in text


def test_everybody_is_asked_of_what_they_may_hear_alone(client, amina):
    bruno = make_member(amina, "Bruno", Role.MEMBER)
    client.force_login(bruno.person)
    text = client.get(page(bruno)).content.decode()
    assert "An audit is issued" in text
    assert "An audit failed" not in text
    assert "The membership of somebody ends soon" not in text


def test_two_windows_do_not_overwrite_each_other(client, amina):
    client.post(page(amina), sent(amina))
    found = client.post(page(amina), sent(amina, zone="America/New_York"))
    assert found.status_code == 422
    assert "Somebody changed this meanwhile" in found.content.decode()
    assert store.wishes_of(amina).zone == "Europe/Berlin"


@pytest.mark.parametrize(
    ("but", "sentence"),
    [
        ({"quiet_until": ""}, "Give both hours, or neither."),
        ({"quiet_until": "22:00"}, "These hours are the same."),
        ({"zone": "Mars/Olympus"}, "Mars/Olympus is not one of the available choices"),
        ({"gathered_at": "late"}, "Enter a valid time"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field_and_stays(client, amina, but, sentence):
    found = client.post(page(amina), sent(amina, **but))
    assert found.status_code == 422
    text = found.content.decode()
    assert sentence in text
    assert 'value="07:30"' in text or "gathered_at" in but
    assert not Wishes.objects.exists()


def test_a_letter_is_ended_by_one_press_without_signing_in_and_not_by_looking(amina):
    stranger, address = Client(enforce_csrf_checks=True), stop_address(amina)
    looked = stranger.get(address)
    assert looked.status_code == 200
    assert "Do you want to hear no more?" in looked.content.decode()
    assert not Wishes.objects.exists()
    for _ in range(2):
        done = stranger.post(address, {"List-Unsubscribe": "One-Click"})
        assert done.status_code == 200
        assert "You hear no more" in done.content.decode()
    assert store.wishes_of(amina).ended == ["mail"]
    make_audit(amina, "failed")
    assert told() == []
    assert stranger.post(f"{address[:-3]}xx/").status_code == 404


def test_what_was_chosen_before_comes_back_with_the_way(client, amina):
    client.post(page(amina), sent(amina))
    client.post(stop_address(amina))
    text = client.get(page(amina)).content.decode()
    assert "You hear of nothing" in text
    client.post(page(amina), sent(amina, revision="2"))
    assert store.rhythm_of(store.wishes_of(amina), Channel.MAIL, Kind.FAILED) is Rhythm.DAILY


def test_ones_own_file_holds_it_and_erasing_forgets_it(client, amina):
    bruno = make_member(amina, "Bruno", Role.CONSULTANT)
    client.force_login(bruno.person)
    client.post(page(bruno), sent(bruno))
    actions.make_calendar(by=bruno, at=now())
    make_audit(amina, asked_by=bruno)  # the membership has to stay, without its person
    told()
    assert Message.objects.filter(member=bruno).exists()
    kept = json.loads(client.get("/account/file/").content)["notices"]
    assert kept[0]["zone"] == "Europe/Berlin"
    assert kept[0]["told"]
    personal.erase(bruno.person, at=now())
    for table in (Wishes, Calendar, Message, Notice):
        assert not table.objects.filter(member_id=bruno.id).exists(), table


def test_every_kind_is_in_the_table_with_a_name():
    assert set(KINDS) == set(Kind)
