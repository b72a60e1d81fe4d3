"""Which systems are told of events, how does a program add one, and what became of its messages?

An address may hold a secret, so it is told only to whoever may change it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from urllib.parse import urlsplit
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from ninja.params.functions import Query
from pydantic import BaseModel, Field, StringConstraints

from northing.foundations.people.access import Action, Wish
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.parts import (
    IdempotencyKey,
    Revision,
    Seen,
    Sent,
    Text120,
    Text2000,
    ticket_of,
)
from northing.interfaces.webhooks import actions, store
from northing.interfaces.webhooks.actions import Hook
from northing.interfaces.webhooks.facts import EVENTS
from northing.interfaces.webhooks.models import Delivery as Sending
from northing.interfaces.webhooks.models import Webhook as Row

router = Router(tags=["webhooks"])
HERE = "/organisations/{uuid:organisation}/webhooks"
THIS = HERE + "/{uuid:webhook}"
A_KIND = f"^({'|'.join(EVENTS)})$".replace(".", "[.]")
Kind = Annotated[str, StringConstraints(pattern=A_KIND)]


class Webhook(BaseModel):
    """A system that is told. `reason` says why it is stopped, `waiting` how many messages wait."""

    id: UUID
    name: str
    host: str
    address: str | None
    events: list[str]
    state: str
    reason: str
    waiting: int
    revision: int


class Secret(BaseModel):
    """The webhook with its secret, told this once; empty where a repeated key made none."""

    webhook: Webhook
    secret: str


class Delivery(BaseModel):
    """One message. `id` is its `webhook-id`; of an answer the status is kept, else `failure`."""

    id: str
    event: str
    sequence: int | None
    state: str
    tries: int
    status: int | None
    failure: str
    made_at: datetime
    tried_at: datetime | None


class ToTell(Sent):
    """What it is for, where it listens (https), and of what it is told."""

    name: Text120
    address: Text2000
    events: list[Kind] = Field(max_length=len(EVENTS))


class Retold(ToTell):
    """The same, of the state you looked at."""

    revision: Revision


@router.get(HERE, response={200: list[Webhook], **ERRORS}, auth=sees(Action.ORGANISATION))
def webhooks(request: HttpRequest, organisation: UUID) -> list[Webhook]:
    """The newest first."""
    call = call_of(request, organisation)
    return [_shown(call, one) for one in store.of_organisation(call.organisation)]


@router.post(HERE, response={201: Secret, **ERRORS}, auth=changes(Action.ORGANISATION))
def add_webhook(
    request: HttpRequest, organisation: UUID, sent: ToTell, idempotency_key: IdempotencyKey
) -> Status[Secret]:
    """It is told of what happens from now on."""
    call = call_of(request, organisation)
    ticket = ticket_of(request, call, idempotency_key)
    made, secret = actions.make(_hook(sent), by=call.member, at=call.at, ticket=ticket)
    return Status(201, Secret(webhook=_shown(call, made), secret=secret))


@router.get(THIS, response={200: Webhook, **ERRORS}, auth=sees(Action.ORGANISATION))
def webhook(request: HttpRequest, organisation: UUID, webhook: UUID) -> Webhook:
    """One of them."""
    call = call_of(request, organisation)
    return _shown(call, _row(call, webhook))


@router.put(THIS, response={200: Webhook, **ERRORS}, auth=changes(Action.ORGANISATION))
def change_webhook(
    request: HttpRequest, organisation: UUID, webhook: UUID, sent: Retold
) -> Webhook:
    """It leads elsewhere, or tells of something else."""
    call = call_of(request, organisation)
    row = _row(call, webhook)
    actions.change(row, _hook(sent), by=call.member, at=call.at, seen=sent.revision)
    return _shown(call, _row(call, webhook))


@router.get(THIS + "/deliveries", response={200: list[Delivery], **ERRORS},
            auth=sees(Action.ORGANISATION))  # fmt: skip
def deliveries(
    request: HttpRequest, organisation: UUID, webhook: UUID, size: int = Query(50, ge=1, le=500)
) -> list[Delivery]:
    """What was sent and what waits, the newest first; of the last thirty days."""
    row = _row(call_of(request, organisation), webhook)
    return [_delivery(one) for one in store.log(row, size)]


@router.post(THIS + "/test", response={202: Webhook, **ERRORS}, auth=changes(Action.ORGANISATION))
def test_webhook(request: HttpRequest, organisation: UUID, webhook: UUID) -> Status[Webhook]:
    """A message goes out that says nothing but that it is one."""
    call = call_of(request, organisation)
    actions.try_it(_row(call, webhook), by=call.member, at=call.at)
    return Status(202, _shown(call, _row(call, webhook)))


@router.post(THIS + "/secret", response={200: Secret, **ERRORS}, auth=changes(Action.ORGANISATION))
def draw_webhook_secret(
    request: HttpRequest, organisation: UUID, webhook: UUID, sent: Seen
) -> Secret:
    """Another secret; for a day the one before signs too."""
    call = call_of(request, organisation)
    row = _row(call, webhook)
    secret = actions.draw_secret(row, by=call.member, at=call.at, seen=sent.revision)
    return Secret(webhook=_shown(call, _row(call, webhook)), secret=secret)


@router.post(THIS + "/stop", response={200: Webhook, **ERRORS}, auth=changes(Action.ORGANISATION))
def stop_webhook(request: HttpRequest, organisation: UUID, webhook: UUID) -> Webhook:
    """Nothing is sent any more; what happens waits. Twice is once."""
    call = call_of(request, organisation)
    actions.stop(_row(call, webhook), by=call.member, at=call.at)
    return _shown(call, _row(call, webhook))


@router.post(THIS + "/return", response={200: Webhook, **ERRORS}, auth=changes(Action.ORGANISATION))
def return_webhook(request: HttpRequest, organisation: UUID, webhook: UUID) -> Webhook:
    """It goes on where it stopped."""
    call = call_of(request, organisation)
    actions.go_on(_row(call, webhook), by=call.member, at=call.at)
    return _shown(call, _row(call, webhook))


@router.post(THIS + "/remove", response={200: list[Webhook], **ERRORS},
             auth=changes(Action.ORGANISATION))  # fmt: skip
def remove_webhook(request: HttpRequest, organisation: UUID, webhook: UUID) -> list[Webhook]:
    """It is no more, with its log; those that are left."""
    call = call_of(request, organisation)
    actions.remove(_row(call, webhook), by=call.member, at=call.at)
    return [_shown(call, one) for one in store.of_organisation(call.organisation)]


def _row(call: Call, wanted: UUID) -> Row:
    found = store.webhook(call.organisation, wanted)
    if found is None:
        raise errors.nowhere()
    return found


def _hook(sent: ToTell) -> Hook:
    return Hook(sent.name.strip(), sent.address.strip(), sent.events)


def _shown(call: Call, row: Row) -> Webhook:
    own = ("host", "address", "waiting")
    plain = {name: getattr(row, name) for name in Webhook.model_fields if name not in own}
    return Webhook(
        **plain,
        host=urlsplit(row.address).hostname or "",
        address=row.address if call.may(Action.ORGANISATION, Wish.CHANGE) else None,
        waiting=store.waits(row),
    )


def _delivery(row: Sending) -> Delivery:
    plain = {name: getattr(row, name) for name in Delivery.model_fields if name != "id"}
    return Delivery(**plain, id=f"msg_{row.message.hex}")
