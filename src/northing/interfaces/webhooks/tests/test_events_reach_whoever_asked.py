"""Does every event that was asked for reach its address: signed, in order, and in the end?"""

from __future__ import annotations

import base64
import json
import subprocess
import time
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from northing.foundations.people import members
from northing.foundations.people.tests.make import make_organisation
from northing.foundations.trail.models import TrailEvent
from northing.interfaces.webhooks import actions, jobs, sending, store
from northing.interfaces.webhooks.facts import A_DAY, GONE, NOT_REACHED, TOO_SLOW
from northing.interfaces.webhooks.models import Delivery, Webhook
from northing.interfaces.webhooks.rules.pausing import PAUSES, pause_after
from northing.interfaces.webhooks.rules.signing import signature_of
from northing.interfaces.webhooks.tests.receiving import (
    go_round,
    hooked,
    listening,
    wait_no_longer,
)
from northing.stages.clarify.commitments import actions as commitments
from northing.stages.clarify.commitments.actions import Promise
from northing.stages.clarify.commitments.models import Commitment

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture
def amina(settings):
    settings.WEBHOOKS_LOCAL = True
    return make_organisation()


@pytest.fixture
def receiver():
    with listening() as found:
        yield found


def promise(amina, text="Visits last longer"):
    return commitments.add(Promise(text=text), by=amina, at=timezone.now())


def test_an_event_is_told_with_a_signature_that_others_can_check(amina, receiver):
    _row, secret = hooked(amina, timezone.now(), receiver.address)
    made = promise(amina)
    go_round()
    (path, headers, body) = receiver.heard[0]
    assert path == "/hear?key=secret"
    key = base64.b64decode(secret.removeprefix("whsec_")).hex()
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    told = subprocess.run(
        ["openssl", "dgst", "-sha256", "-mac", "HMAC", "-macopt", f"hexkey:{key}", "-binary"],
        input=signed,
        capture_output=True,
        check=True,
    )
    assert headers["webhook-signature"] == f"v1,{base64.b64encode(told.stdout).decode()}"
    assert abs(int(headers["webhook-timestamp"]) - timezone.now().timestamp()) < 60
    told = json.loads(body)
    assert told["type"] == "commitment.added"
    assert told["data"]["subject"] == str(made.id)
    assert told["data"]["key"] == "visits-last-longer"


def test_the_example_of_the_standard_is_signed_as_it_says():
    found = signature_of(
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1614265330,
        b'{"test": 2432232314}',
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    )
    assert found == "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_what_was_asked_for_is_told_in_order_and_nothing_else_is(amina, receiver):
    promise(amina, "Before anybody listened")
    hooked(amina, timezone.now(), receiver.address, "commitment.added", "commitment.ended")
    made = [promise(amina, f"Promise {number}") for number in range(5)]
    members.rename(amina.organisation, "Amina's harbour", by=amina, at=timezone.now())
    commitments.end(made[0], on=timezone.now().date(), by=amina, at=timezone.now())
    go_round()
    told = [(one["type"], one["data"]["subject"]) for one in receiver.bodies]
    added = [("commitment.added", str(one.id)) for one in made]
    assert told == [*added, ("commitment.ended", str(made[0].id))]
    places = [one["data"]["sequence"] for one in receiver.bodies]
    assert places == sorted(set(places))
    go_round()
    assert len(receiver.heard) == 6


def test_nothing_of_a_person_and_nothing_anybody_wrote_leaves(amina, receiver):
    hooked(amina, timezone.now(), receiver.address)
    promise(amina, "A sentence somebody wrote")
    go_round()
    sent = b"".join(body for _path, _headers, body in receiver.heard).decode()
    for hidden in (amina.person.name, amina.person.email, str(amina.person_id), "somebody wrote"):
        assert hidden not in sent
    assert set(receiver.bodies[0]["data"]) == {"organisation", "sequence", "subject", "key"}


def test_what_was_rolled_back_is_told_nobody(amina, receiver):
    hooked(amina, timezone.now(), receiver.address)
    with transaction.atomic():
        promise(amina)
        transaction.set_rollback(True)
    go_round()
    assert receiver.heard == []
    assert Commitment.objects.count() == 0


def test_a_receiver_that_was_down_hears_it_all_in_order_once(amina):
    with listening() as gone:
        port, address = gone.port, gone.address
    hooked(amina, timezone.now(), address)
    for number in range(3):
        promise(amina, f"Promise {number}")
    go_round()
    row = Webhook.objects.get()
    first = Delivery.objects.order_by("id").first()
    assert (first.tries, first.failure, first.status) == (1, NOT_REACHED, None)
    assert row.next_at - first.tried_at == PAUSES[0]
    go_round()
    assert Delivery.objects.order_by("id").first().tries == 1
    with listening(port) as back:
        wait_no_longer()
        go_round()
        assert [one["data"]["key"] for one in back.bodies] == [
            "promise-0",
            "promise-1",
            "promise-2",
        ]
        assert len(set(back.ids)) == 3
    assert store.waits(row) == 0


def test_an_error_is_tried_again_under_the_same_id_and_holds_up_what_follows(amina, receiver):
    hooked(amina, timezone.now(), receiver.address)
    receiver.answers = [500, 302, 204]
    promise(amina, "Longer visits")
    promise(amina, "Safer wards")
    for _ in range(3):
        go_round()
        wait_no_longer()
    assert [one["data"]["key"] for one in receiver.bodies] == [
        *["longer-visits"] * 3,
        "safer-wards",
    ]
    assert len(set(receiver.ids[:3])) == 1
    assert len({path for path, *_ in receiver.heard}) == 1, "a redirect was followed"
    assert [one.tries for one in Delivery.objects.order_by("id")] == [3, 1]


def test_a_slow_receiver_has_not_answered(amina, receiver, monkeypatch):
    monkeypatch.setattr(sending, "WAIT_SECONDS", 1.0)
    receiver.answers = [4.0]
    began = time.monotonic()
    found = sending.send(receiver.address, b"{}", {}, is_local_open=True, wait=1.0)
    assert (found.failure, found.is_taken) == (TOO_SLOW, False)
    assert time.monotonic() - began < 3.5


def test_after_a_day_it_stops_says_so_and_goes_on_when_told(amina, receiver):
    row, _secret = hooked(amina, timezone.now(), receiver.address)
    receiver.answers = [503]
    promise(amina, "Longer visits")
    for _ in range(len(PAUSES) + 1):
        wait_no_longer()
        go_round()
    row.refresh_from_db()
    assert (row.state, row.reason) == ("stopped", A_DAY)
    assert len(receiver.heard) == len(PAUSES) + 1
    assert TrailEvent.objects.filter(verb="webhook gave up").count() == 1
    promise(amina, "Safer wards")
    go_round()
    assert len(receiver.heard) == len(PAUSES) + 1
    receiver.answers, receiver.heard[:] = [204], []
    actions.go_on(row, by=amina, at=timezone.now())
    go_round()
    assert [one["data"]["key"] for one in receiver.bodies] == ["longer-visits", "safer-wards"]


def test_a_receiver_that_is_gone_for_good_is_asked_no_more(amina, receiver):
    row, _secret = hooked(amina, timezone.now(), receiver.address)
    receiver.answers = [410]
    promise(amina)
    go_round()
    row.refresh_from_db()
    assert (row.state, row.reason, len(receiver.heard)) == ("stopped", GONE, 1)


def test_the_pauses_grow_and_last_a_day():
    waited = list(PAUSES)
    assert waited == sorted(waited)
    assert timedelta(hours=22) < sum(waited, timedelta()) < timedelta(hours=26)
    assert pause_after(len(PAUSES) + 1) is None


def test_for_a_day_either_secret_will_do_and_then_only_the_new_one(amina, receiver):
    row, old = hooked(amina, timezone.now(), receiver.address)
    row.refresh_from_db()
    new = actions.draw_secret(row, by=amina, at=timezone.now(), seen=row.revision)
    promise(amina, "Longer visits")
    go_round()
    Webhook.objects.update(before_until=timezone.now())
    promise(amina, "Safer wards")
    go_round()
    (_p, first, body), (_q, second, later) = receiver.heard

    def signed(headers, body, secret):
        stamp = int(headers["webhook-timestamp"])
        return "v1," + signature_of(headers["webhook-id"], stamp, body, secret)

    assert first["webhook-signature"].split() == [
        signed(first, body, new),
        signed(first, body, old),
    ]
    assert second["webhook-signature"] == signed(second, later, new)


def test_the_database_holds_no_secret_that_could_be_read(amina, receiver, settings):
    row, secret = hooked(amina, timezone.now(), receiver.address)
    assert secret.removeprefix("whsec_") not in Webhook.objects.get().secret
    settings.SECRET_KEY = "another"  # noqa: S105
    promise(amina)
    go_round()
    row.refresh_from_db()
    assert (row.state, row.reason, receiver.heard) == ("stopped", "key lost", [])
    actions.draw_secret(row, by=amina, at=timezone.now(), seen=row.revision)
    actions.go_on(row, by=amina, at=timezone.now())
    go_round()
    assert len(receiver.heard) == 1


def test_trying_it_sends_one_message_at_once_even_where_it_is_stopped(amina, receiver):
    row, _secret = hooked(amina, timezone.now(), receiver.address)
    actions.stop(row, by=amina, at=timezone.now())
    promise(amina)
    actions.try_it(row, by=amina, at=timezone.now())
    receiver.answers = [500]
    go_round()
    wait_no_longer()
    go_round()
    assert [one["type"] for one in receiver.bodies] == ["webhook.test"]
    row.refresh_from_db()
    assert row.reason == "stopped by hand"


def test_two_rounds_at_once_put_off_one_job(amina, receiver):
    hooked(amina, timezone.now(), receiver.address)
    promise(amina)
    assert [jobs.put_off_what_is_due() for _ in range(3)] == [1, 0, 0]
    assert DBTaskResult.objects.count() == 1


def test_a_worker_that_died_after_the_answer_sends_the_same_id_again(amina, receiver, monkeypatch):
    hooked(amina, timezone.now(), receiver.address)
    promise(amina)
    with monkeypatch.context() as broken:
        broken.setattr(jobs, "_keep", lambda *_: (_ for _ in ()).throw(KeyError("died")))
        go_round()
    go_round()
    assert len(receiver.heard) == 2
    assert len(set(receiver.ids)) == 1
