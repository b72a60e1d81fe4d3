"""Does a chat hear what a letter would say, over TLS, and never a machine of our own network?"""

from __future__ import annotations

import pytest
from django.urls import reverse

from northing.foundations.people.tests.make import make_organisation
from northing.interfaces.notices import actions, chatting, troubles
from northing.interfaces.notices.actions import Said
from northing.interfaces.notices.chat_program import main
from northing.interfaces.notices.kinds import Channel
from northing.interfaces.notices.models import Message, Wishes
from northing.interfaces.notices.tests.make import make_audit, now, told
from northing.interfaces.notices.tests.post_office import chat_room

pytestmark = [pytest.mark.database, pytest.mark.django_db]
HIDDEN = "a-secret-of-the-chat"


# A service of apprise reads pictures with a module that a later Python leaves out.
OLD_MODULE = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated")


@pytest.fixture
def amina():
    return make_organisation()


@pytest.fixture
def room(settings, tmp_path, monkeypatch):
    settings.CHAT_LOCAL = True
    with chat_room(tmp_path) as found:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", found.certificate)
        yield found


def address_of(room):
    return f"jsons://127.0.0.1:{room.port}/{HIDDEN}"


def only_chat(member):
    said = Said(language="en", zone="UTC", ended=(Channel.MAIL,))
    actions.choose(said, by=member, at=now(), seen=0)


def test_a_chat_hears_that_something_is_due_and_its_address_is_shown_to_nobody(client, amina, room):
    only_chat(amina)
    client.force_login(amina.person)
    page = reverse("notices", args=[amina.organisation_id])
    client.post(
        reverse("notices_chat", args=[amina.organisation_id]), {"address": address_of(room)}
    )
    assert "A chat is given (jsons)" in client.get(page).content.decode()
    assert HIDDEN not in client.get(page).content.decode()
    assert HIDDEN not in Wishes.objects.get().chat
    make_audit(amina, "failed")
    assert told() == ["sent"]
    [(path, said)] = room.said
    assert path == f"/{HIDDEN}"
    assert said["title"] == "Harbour Health: An audit failed"
    assert "Audit 1 failed." in said["message"]


def test_a_chat_that_is_away_is_told_later(amina, room):
    only_chat(amina)
    actions.give_chat(address_of(room).replace(str(room.port), "9"), by=amina, at=now())
    make_audit(amina, "failed")
    assert told() == ["waiting"]
    assert Message.objects.get().trouble == troubles.NOT_TAKEN


def test_no_connection_leads_into_our_own_network(amina, room, settings):
    settings.CHAT_LOCAL = False
    for address in (address_of(room), f"jsons://localhost:{room.port}/x", "jsons://10.0.0.7/x"):
        assert chatting.say(address, "a", "b").trouble == troubles.LOCAL_CHAT, address
    assert room.said == []


def test_a_certificate_nobody_vouches_for_is_not_believed(amina, room, monkeypatch):
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    assert chatting.say(address_of(room), "a", "b").trouble == troubles.NOT_TAKEN
    assert room.said == []


NO_CHATS = (
    "json://127.0.0.1/x", "jsons://127.0.0.1/x?verify=no", "mailto://a:b@example.org",
    "file:///etc/passwd", "https://example.org/hook", "slack://", "jsons://a/x,jsons://b/y",
    "xmls://example.org/a", "nonsense", "syslog://", "jsons://a/ x",
)  # fmt: skip


@OLD_MODULE
@pytest.mark.parametrize("address", NO_CHATS)
def test_what_is_no_chat_of_ours_is_none(address):
    assert main({"address": address, "local": "yes"})["trouble"] == troubles.UNKNOWN_CHAT


@OLD_MODULE
def test_the_address_a_chat_shows_its_people_is_understood():
    found = main({"address": f"https://hooks.slack.com/services/T1JJ3T3L2/A1BRTD4JD/{'i' * 24}",
                  "local": "yes"})  # fmt: skip
    assert found == {"service": "slack", "trouble": ""}


def test_what_is_no_chat_of_ours_is_refused_with_a_sentence(client, amina):
    client.force_login(amina.person)
    page = reverse("notices_chat", args=[amina.organisation_id])
    found = client.post(page, {"address": NO_CHATS[0]})
    assert found.status_code == 422
    assert "no address of a chat that Northing can write to" in found.content.decode()
    assert not Wishes.objects.exists()


def test_an_installation_with_another_secret_asks_for_the_chat_again(amina, room, settings):
    only_chat(amina)
    actions.give_chat(address_of(room), by=amina, at=now())
    settings.SECRET_KEY = "another" * 9
    make_audit(amina, "failed")
    assert told() == ["given up"]
    assert Message.objects.get().trouble == troubles.KEY_LOST
