"""Does a letter arrive, once, whoever looks twice, whatever is down, and only where it may?"""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from northing.foundations.people.access import Role
from northing.foundations.people.models import Member
from northing.foundations.people.tests.make import make_member, make_organisation
from northing.interfaces.notices import actions, troubles
from northing.interfaces.notices.actions import Said
from northing.interfaces.notices.kinds import Channel, Kind, Rhythm
from northing.interfaces.notices.models import Message, StoppedAddress
from northing.interfaces.notices.sending import speaks_of_the_address
from northing.interfaces.notices.tests.make import (
    A_DAY,
    delivered,
    issue,
    later,
    make_audit,
    make_finding,
    now,
    told,
)  # fmt: skip
from northing.interfaces.notices.tests.post_office import post_office
from northing.interfaces.notices.ticking import tick
from northing.stages.diagnose.audits.models import PublicationRule, StoredAudit

pytestmark = [pytest.mark.database, pytest.mark.django_db]
AMINA = "amina@example.org"


@pytest.fixture
def office(settings):
    with post_office(settings) as found:
        yield found


@pytest.fixture
def amina():
    return make_organisation("Häfen & Söhne\nGmbH")


def choose(member, seen=0, **but):
    said = {"language": "de", "zone": "Europe/Berlin"}
    actions.choose(Said(**(said | but)), by=member, at=now(), seen=seen)


def text_of(letter, kind="plain"):
    return letter.get_body((kind,)).get_content()


def test_a_letter_says_that_something_is_due_and_nothing_of_it(office, amina):
    choose(amina)
    audit = make_audit(amina)
    make_finding(amina, audit)
    assert told() == ["sent", "waiting"]  # what gathers until the morning waits
    [letter] = office.to(AMINA)
    assert letter["Subject"] == "Häfen & Söhne GmbH: 2 Dinge warten auf Sie"
    assert letter["From"] == "Nörthing <northing@example.org>"
    for kind in ("plain", "html"):
        text = text_of(letter, kind)
        assert "Prüfung 1 ist fertig" in text
        assert "Sie sollen für eine Feststellung verantwortlich sein" in text
        assert reverse("audits_audit", args=[amina.organisation_id, audit.id]) in text
        assert "Chiara" not in text
        assert "spent" not in text
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert letter["List-Unsubscribe"].strip()[1:-1] in text_of(letter)
    assert letter["Auto-Submitted"] == "auto-generated"


def test_who_looks_twice_or_with_a_clock_set_back_tells_nothing_twice(office, amina):
    make_audit(amina, "failed")
    assert told() == ["sent"]
    assert tick(now()) == tick(now() - A_DAY) == tick(now() + A_DAY) == 0
    assert delivered() == ["sent"]
    assert len(office.letters) == 1


def test_a_week_without_looking_is_made_up_for_once(office, amina):
    make_audit(amina, "failed", done_at=now() - 7 * A_DAY)
    assert told() == told() == ["sent"]
    make_audit(amina, "failed", number=2, done_at=now() - 30 * A_DAY)
    assert told() == ["sent"]  # what is a month old is no news


def test_a_server_that_is_down_loses_nothing_and_doubles_nothing(client, office, amina):
    office.shuts()
    make_audit(amina, "failed")
    assert told() == ["waiting"]
    for _ in range(3):
        assert later() == ["waiting"]
    row = Message.objects.get()
    assert (row.tries, row.trouble) == (4, troubles.NO_SERVER)
    assert row.send_at > now()
    client.force_login(amina.person)
    page = client.get(reverse("notices", args=[amina.organisation_id])).content.decode()
    assert "1 message by e-mail could not be handed over yet. It is not lost" in page
    assert (
        'northing_messages{way="mail",state="waiting"} 1' in client.get("/metrics").content.decode()
    )
    office.opens()
    assert later() == later() == ["sent"]
    [letter] = office.letters
    assert letter["Message-ID"].startswith(f"<{row.id}@")


def test_after_more_than_a_day_it_is_given_up_and_said(client, office, amina):
    office.shuts()
    make_audit(amina, "failed")
    told()
    for _ in range(12):
        later()
    row = Message.objects.get()
    assert (row.state, row.tries) == ("given up", 13)
    client.force_login(amina.person)
    page = client.get(reverse("notices", args=[amina.organisation_id])).content.decode()
    assert "A message by e-mail was given up" in page


def test_an_address_that_is_none_is_stopped_until_its_owner_says_otherwise(client, office, amina):
    office.answers[AMINA] = "550 5.1.1 no such user"
    make_audit(amina, "failed")
    assert told() == ["given up"]
    assert StoppedAddress.objects.get().code == 550
    make_audit(amina, number=2)
    assert told() == ["given up"]  # nothing more is made for it
    client.force_login(amina.person)
    address = reverse("notices", args=[amina.organisation_id])
    assert "the mail server answered 550" in client.get(address).content.decode()
    client.post(reverse("notices_address", args=[amina.organisation_id]))
    office.answers.clear()
    assert told() == ["given up", "sent"]
    assert len(office.to(AMINA)) == 1


def test_whoever_has_another_address_meanwhile_hears_there(office, amina):
    office.answers[AMINA] = "550 5.1.1 no such user"
    make_audit(amina, "failed")
    told()
    amina.person.email = "amina@harbour.example.org"
    amina.person.save()
    make_audit(amina, number=2)
    told()
    assert len(office.to("amina@harbour.example.org")) == 1


@pytest.mark.parametrize(
    ("code", "said", "means"),
    [
        (550, b"5.1.1 no such user", True),
        (550, b"5.2.1 mailbox disabled", True),
        (550, b"unknown mailbox", True),
        (553, b"no", True),
        (550, b"5.7.1 relaying denied", False),
        (554, b"no relaying for you", False),
        (530, b"say who you are first", False),
        (451, b"4.3.0 later", False),
        (450, b"5.1.1 contradicts itself", False),
    ],
)  # fmt: skip
def test_a_refusal_of_us_stops_no_address(code, said, means):
    assert speaks_of_the_address(code, said) is means


def test_a_full_mailbox_is_tried_again(office, amina):
    office.answers[AMINA] = "452 4.2.2 mailbox full"
    make_audit(amina, "failed")
    assert told() == ["waiting"]
    office.answers.clear()
    assert later() == ["sent"]


def test_whoever_lost_the_right_meanwhile_hears_nothing(office, amina):
    bruno = make_member(amina, "Bruno", Role.CONSULTANT)
    make_audit(amina)
    tick(now())
    Member.objects.filter(id=bruno.id).update(role=Role.MEMBER)
    assert delivered() == ["empty", "sent"]
    assert office.to("bruno@example.org") == []


def test_whoever_left_meanwhile_hears_nothing(office, amina):
    bruno = make_member(amina, "Bruno", Role.CONSULTANT)
    make_audit(amina)
    tick(now())
    Member.objects.filter(id=bruno.id).update(ended_at=now())
    assert delivered() == ["empty", "sent"]
    assert office.to("bruno@example.org") == []


def test_what_is_done_before_the_morning_is_not_told_in_the_morning(office, amina):
    audit = make_audit(amina)
    found = make_finding(amina, audit, state="under way")
    issue(audit)
    tick(now())
    found.delete()
    assert later() == ["sent"]
    text = text_of(office.letters[0])
    assert "Audit 1 is issued." in text
    assert "finding" not in text


def test_what_gathers_leaves_together_and_what_comes_after_it_leaves_next_time(office, amina):
    issue(make_audit(amina))
    tick(now())
    make_member(amina, "Bruno", Role.MANAGER, until=now().date() + 5 * A_DAY)
    tick(now())
    assert Message.objects.filter(member=amina).count() == 1
    later()
    [letter] = office.to(AMINA)
    assert "2 things wait for you" in letter["Subject"]
    issue(make_audit(amina, number=2))
    tick(now())
    slots = Message.objects.filter(member=amina).order_by("send_at").values_list("slot", "state")
    assert [state for _, state in slots] == ["sent", "waiting"]
    assert slots[0][0] != slots[1][0]


def test_in_quiet_hours_a_message_waits_for_their_end(office, amina):
    hour = now().replace(minute=0, second=0, microsecond=0)
    choose(amina, zone="UTC", quiet_from=hour.time(), quiet_until=(hour + A_DAY / 12).time())
    make_audit(amina, "failed")
    assert told() == later() == ["waiting"]
    assert Message.objects.get().send_at == hour + A_DAY / 12


def test_who_never_wants_to_hear_of_it_does_not(office, amina):
    choose(amina, rhythms={Channel.MAIL: {Kind.FAILED: Rhythm.NEVER}})
    make_audit(amina, "failed")
    assert told() == []


def test_looking_costs_the_same_for_few_and_for_many(amina, django_assert_num_queries):
    issue(make_audit(amina))
    tick(now())
    with CaptureQueriesContext(connection) as few:
        tick(now())
    for number in range(20):
        make_member(amina, f"Bruno {number}", Role.MANAGER)
    assert tick(now()) == 20
    with django_assert_num_queries(len(few)):
        assert tick(now()) == 0


def test_an_example_tells_nobody(office, amina):
    amina.organisation.is_example = True
    amina.organisation.save()
    make_audit(amina, "failed")
    assert told() == []


def test_an_audit_whose_day_has_come_is_issued_without_anybody_opening_a_page(office, amina):
    rule = PublicationRule.objects.create(
        organisation=amina.organisation, readers="members", days=2, fixed_at=now() - 9 * A_DAY
    )
    audit = make_audit(amina, done_at=now() - 3 * A_DAY, rule=rule)
    tick(now())
    assert StoredAudit.objects.get(id=audit.id).issued_at
