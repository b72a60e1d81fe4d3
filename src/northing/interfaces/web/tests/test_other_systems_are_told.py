"""Does whoever runs the organisation add, try, stop and remove a webhook on its pages?"""

from __future__ import annotations

import pytest
from django.urls import reverse

from northing.foundations.people.tests.make import make_organisation
from northing.interfaces.web.sentences_webhooks import EVENTS, FAILURES, STOPPED
from northing.interfaces.web.tests import rows_webhooks
from northing.interfaces.webhooks import facts
from northing.interfaces.webhooks.models import Delivery, Webhook

pytestmark = [pytest.mark.database, pytest.mark.django_db]
SENT = {"name": "Ledger", "address": "http://127.0.0.1:9/hear", "events": ["audit.done"]}


@pytest.fixture
def amina(client):
    found = make_organisation()
    client.force_login(found.person)
    return found


def page(amina, name, *more):
    return reverse(name, args=[amina.organisation_id, *more])


def test_the_secret_is_shown_once_and_kept_by_no_cache(client, amina, settings):
    settings.WEBHOOKS_LOCAL = True
    made = client.post(page(amina, "webhooks"), SENT)
    secret = made.content.decode().partition('id="secret">')[2].partition("<")[0]
    assert secret.startswith("whsec_")
    assert made["Cache-Control"] == "no-store"
    one = Webhook.objects.get()
    for address in (page(amina, "webhooks"), page(amina, "webhook", one.id)):
        assert secret not in client.get(address).content.decode()


def test_a_double_click_makes_one(client, amina, settings):
    settings.WEBHOOKS_LOCAL = True
    sent = SENT | {"ticket": "0b9a4c1e-6f0e-4b8e-9d1d-2f0c9c3c1a11"}
    first, again = (client.post(page(amina, "webhooks"), sent) for _ in range(2))
    assert (first.status_code, again.status_code) == (200, 302)
    assert Webhook.objects.count() == 1


def test_an_inner_address_is_refused_in_a_sentence_and_what_was_typed_stays(client, amina):
    sent = SENT | {"address": "https://127.0.0.1/hear"}
    refused = client.post(page(amina, "webhooks"), sent)
    text = refused.content.decode()
    assert refused.status_code == 422
    assert "Whoever runs the installation can open it." in text
    assert 'value="https://127.0.0.1/hear"' in text
    assert Webhook.objects.count() == 0


def test_one_that_gave_up_says_why_and_goes_on(client, amina):
    one = rows_webhooks.rows(amina)["webhook"]
    Webhook.objects.update(state="stopped", reason=facts.A_DAY)
    address = page(amina, "webhook", one.id)
    assert "It took no message for a whole day" in client.get(address).content.decode()
    client.post(page(amina, "webhook_state", one.id), {"wanted": "on"})
    assert "It took no message" not in client.get(address).content.decode()
    client.post(page(amina, "webhook_trial", one.id))
    assert Delivery.objects.filter(event=facts.TEST).count() == 1
    assert "somebody tries the address" in client.get(address).content.decode()


def test_a_change_of_what_was_changed_meanwhile_overwrites_nothing(client, amina):
    one = rows_webhooks.rows(amina)["webhook"]
    sent = {"name": "Other", "address": one.address, "events": ["audit.done"], "revision": 7}
    assert client.post(page(amina, "webhook", one.id), sent).status_code == 422
    assert client.post(page(amina, "webhook", one.id), sent | {"revision": 1}).status_code == 302
    client.post(page(amina, "webhook_secret", one.id), {"revision": 1})
    assert Webhook.objects.get().secret_before == ""
    client.post(page(amina, "webhook_removal", one.id))
    assert Webhook.objects.count() == 0


def test_every_kind_and_every_reason_has_its_sentence():
    words = {
        value for name, value in vars(facts).items() if name.isupper() and isinstance(value, str)
    }
    assert set(EVENTS) == set(facts.EVENTS)
    assert words == {*FAILURES, *STOPPED, facts.HOOKS_ARE_MANY, facts.TEST}
