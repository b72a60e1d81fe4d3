"""How does an organisation have another system told of events, and how does it take that back?

Whoever runs the organisation may. The secret is said once; of the address the trail keeps the
host, for the rest of it is often a secret too.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction

from northing.foundations.people import refusals
from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Member, Organisation
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail import store as trail
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Detail, Event
from northing.interfaces.webhooks.facts import BY_HAND, EVENTS, HOOKS_ARE_MANY, TEST
from northing.interfaces.webhooks.models import Delivery, Webhook
from northing.interfaces.webhooks.reaching import Unreachable, target_of
from northing.interfaces.webhooks.rules.signing import BYTES, secret_of
from northing.interfaces.webhooks.rules.telling import test_body
from northing.interfaces.webhooks.sealing import seal
from northing.interfaces.webhooks.store import held

MOST, MOST_TESTS = 20, 3
BOTH_HOLD = timedelta(hours=24)
_ON, _STOPPED = Webhook.State.ON, Webhook.State.STOPPED


@dataclass(frozen=True, slots=True)
class Hook:
    """What it is for, where it leads, and of what it tells."""

    name: str
    address: str
    events: Sequence[str]


def make(
    hook: Hook, *, by: Member, at: datetime, ticket: UUID | None = None
) -> tuple[Webhook, str]:
    """A webhook that tells of what happens from now on, and its secret, which is said this once.

    The same ticket twice makes one; the secret is then not said again.
    """
    _check(by, by.organisation_id)
    secret = secret_of(secrets.token_bytes(BYTES))
    with transaction.atomic():
        Organisation.objects.select_for_update().get(id=by.organisation_id)
        there = Webhook.objects.filter(id=ticket).first() if ticket else None
        if there:
            _check(by, there.organisation_id)
            return there, ""
        if Webhook.objects.filter(organisation_id=by.organisation_id).count() >= MOST:
            raise Refused(HOOKS_ARE_MANY)
        _check_address(hook.address)
        made = Webhook.objects.create(
            id=ticket or uuid4(),
            organisation_id=by.organisation_id,
            secret=seal(secret),
            after=trail.head(by.organisation_id).sequence,
            made_at=at,
            made_by=by,
            **_columns(hook),
        )
        _leave_trail("webhook made", made, by, at, _told(hook))
    return made, secret


def change(row: Webhook, hook: Hook, *, by: Member, at: datetime, seen: int) -> None:
    """It leads elsewhere or tells of something else from now on. `seen` is the revision that was
    looked at. What waits goes to the new address."""
    _check(by, row.organisation_id)
    if hook.address != row.address:
        _check_address(hook.address)
    with transaction.atomic():
        _replace(row, seen, next_at=None, **_columns(hook))
        _leave_trail("webhook changed", row, by, at, _told(hook))


def draw_secret(row: Webhook, *, by: Member, at: datetime, seen: int) -> str:
    """Another secret. For a day the one before signs too, so that the receiver can change over."""
    _check(by, row.organisation_id)
    secret = secret_of(secrets.token_bytes(BYTES))
    with transaction.atomic():
        before = {"secret_before": row.secret, "before_until": at + BOTH_HOLD}
        _replace(row, seen, secret=seal(secret), **before)
        _leave_trail("webhook secret drawn", row, by, at, {})
    return secret


def stop(row: Webhook, *, by: Member, at: datetime) -> None:
    """Nothing is sent any more, and nothing is forgotten. Twice is once."""
    _check(by, row.organisation_id)
    with transaction.atomic():
        found = held(row.id)
        if found and found.state == _ON:
            _replace(found, found.revision, state=_STOPPED, reason=BY_HAND)
            _leave_trail("webhook stopped", row, by, at, {})


def go_on(row: Webhook, *, by: Member, at: datetime) -> None:
    """It begins again where it stopped: what nobody took, then all that happened since."""
    _check(by, row.organisation_id)
    with transaction.atomic():
        found = held(row.id)
        if found and found.state == _STOPPED:
            _replace(found, found.revision, state=_ON, reason="", next_at=None)
            dead = Delivery.objects.filter(webhook=row, state=Delivery.State.DEAD)
            dead.exclude(sequence=None).update(state=Delivery.State.WAITING, tries=0)
            _leave_trail("webhook resumed", row, by, at, {})


def remove(row: Webhook, *, by: Member, at: datetime) -> None:
    """It is no more, with its log; the trail says that it was."""
    _check(by, row.organisation_id)
    with transaction.atomic():
        if Webhook.objects.filter(id=row.id).delete()[0]:
            _leave_trail("webhook removed", row, by, at, _host(row.address))


def try_it(row: Webhook, *, by: Member, at: datetime) -> None:
    """A message that says nothing but that it is one goes out at once, and once."""
    _check(by, row.organisation_id)
    with transaction.atomic():
        if held(row.id) is None:
            return
        tests = Delivery.objects.filter(
            webhook=row, sequence=None, state=Delivery.State.WAITING
        ).count()
        if tests < MOST_TESTS:
            body = test_body(row.organisation_id, at)
            Delivery.objects.create(webhook=row, event=TEST, body=body, made_at=at)
        Webhook.objects.filter(id=row.id).update(next_at=None)


def may_change(member: Member) -> bool:
    return allows(Role(member.role), Action.ORGANISATION, Wish.CHANGE)


def _check(by: Member, organisation: UUID) -> None:
    if by.organisation_id != organisation or not may_change(by):
        raise NotAllowed


def _check_address(address: str) -> None:
    try:
        target_of(address, is_local_open=settings.WEBHOOKS_LOCAL)
    except Unreachable as error:
        raise Refused(error.why, field="address") from error


def _replace(row: Webhook, seen: int, **but: object) -> None:
    rows = Webhook.objects.filter(id=row.id, revision=seen)
    if not rows.update(revision=seen + 1, **but):
        raise Refused(refusals.CHANGED_MEANWHILE)


def _columns(hook: Hook) -> dict[str, object]:
    events = [one for one in EVENTS if one in hook.events]
    return {"name": hook.name, "address": hook.address, "events": events}


def _told(hook: Hook) -> dict[str, Detail]:
    return {"events": ", ".join(one for one in EVENTS if one in hook.events), **_host(hook.address)}


def _host(address: str) -> dict[str, Detail]:
    return {"host": urlsplit(address).hostname}


def _leave_trail(
    verb: str, row: Webhook, by: Member, at: datetime, details: dict[str, Detail]
) -> None:
    append(Event(row.organisation_id, verb, at, by.person_id, row.id, details=details))
