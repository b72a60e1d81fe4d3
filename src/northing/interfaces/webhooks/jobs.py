"""How does every event reach every address that asked for it: once, in order, and in the end?

The trail is the outbox. An event stands in it in the transaction that did what it tells, each in
its place, and a webhook remembers the last place it looked at; so nothing that was rolled back is
told, and nothing is forgotten however long a receiver is away. A job takes care of one webhook: it
sends what waits in order, and stops at the first message that is not taken, which is then tried
again after a pause that grows. Where a worker dies between the answer and the row, the message is
sent again under the same id.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from time import monotonic
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from northing.foundations.trail import store as trail
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Event
from northing.interfaces.webhooks import store
from northing.interfaces.webhooks.facts import A_DAY, GONE, KEY_LOST, Answered
from northing.interfaces.webhooks.models import Delivery, Webhook
from northing.interfaces.webhooks.rules.pausing import pause_after
from northing.interfaces.webhooks.rules.signing import headers_of
from northing.interfaces.webhooks.rules.telling import body_of, name_of
from northing.interfaces.webhooks.sealing import KeyLost, unseal
from northing.interfaces.webhooks.sending import send
from northing.interfaces.worker.queue import Beat, job

AT_ONCE = 200
A_TURN_SECONDS = 20
"""After so long other work has its turn: a slow receiver is nobody else's misfortune."""
KEPT = timedelta(days=30)
_ON, _STOPPED = Webhook.State.ON, Webhook.State.STOPPED


def put_off_what_is_due() -> int:
    """A job for each webhook that has something to send; how many that were."""
    found = 0
    for one in list(store.with_work(timezone.now())):
        with transaction.atomic():
            if Webhook.objects.filter(id=one, is_queued=False).update(is_queued=True):
                send_waiting.enqueue(str(one))
                found += 1
    return found


def _given_up(webhook: str, _sentence: str) -> None:
    """The job came to nothing; the next round makes another."""
    Webhook.objects.filter(id=webhook).update(is_queued=False)


@job(failed=_given_up)
def send_waiting(beat: Beat, webhook: str) -> None:
    """Send what waits until nothing does, something is not taken, or others have their turn."""
    began = monotonic()
    while monotonic() - began < A_TURN_SECONDS:
        beat()
        found = _next(beat, UUID(webhook))
        if found is None or not _brought(beat, *found):
            break
    with transaction.atomic():
        beat.guard()
        Webhook.objects.filter(id=webhook).update(is_queued=False)
        beat.finish()


def _next(beat: Beat, webhook: UUID) -> tuple[Webhook, Delivery] | None:
    """The message whose turn it is; what happened meanwhile has become messages too."""
    with transaction.atomic():
        beat.guard()
        row = store.held(webhook)
        if row is None:
            return None
        if row.state == _ON:
            _take_up(row)
        one = store.waiting(row)
        return (row, one) if one else None


def _take_up(row: Webhook) -> None:
    """What is new in the trail and was asked for becomes messages, each event once."""
    fresh = trail.after(row.organisation_id, row.after, most=AT_ONCE)
    if not fresh:
        return
    Delivery.objects.bulk_create(
        Delivery(
            webhook=row,
            sequence=one.sequence,
            event=name_of(one) or "",
            body=body_of(one),
            made_at=one.event.at,
        )
        for one in fresh
        if name_of(one) in row.events
    )
    row.after = fresh[-1].sequence
    row.save(update_fields=["after"])


def _brought(beat: Beat, row: Webhook, one: Delivery) -> bool:
    """Whether it was taken. No transaction is open while the other side thinks."""
    at = timezone.now()
    try:
        answered = _sent(row, one, at)
    except KeyLost:
        answered = Answered(failure=KEY_LOST)
    with transaction.atomic():
        beat.guard()
        _keep(row.id, one, answered, at)
    return answered.is_taken


def _sent(row: Webhook, one: Delivery, at: datetime) -> Answered:
    """The stamp is of this very try: receivers refuse what is old."""
    body = one.body.encode()
    headers = headers_of(f"msg_{one.message.hex}", int(at.timestamp()), body, _secrets(row, at))
    return send(row.address, body, headers, is_local_open=settings.WEBHOOKS_LOCAL)


def _secrets(row: Webhook, at: datetime) -> Sequence[str]:
    found = [unseal(row.secret)]
    if row.secret_before and row.before_until and at < row.before_until:
        with suppress(KeyLost):
            found.append(unseal(row.secret_before))
    return found


def _keep(webhook: UUID, one: Delivery, answered: Answered, at: datetime) -> None:
    row = store.held(webhook)
    if row is None:
        return
    one.tries, one.tried_at = one.tries + 1, at
    one.status, one.failure = answered.status, answered.failure
    if answered.is_taken:
        one.state, row.next_at = Delivery.State.TAKEN, None
    elif one.sequence is None:  # it only tried the address: nobody waits for it
        one.state = Delivery.State.DEAD
    else:
        _wait_or_stop(row, one, answered, at)
    one.save()
    row.save(update_fields=["next_at", "state", "reason", "revision"])
    _forget(row, at)


def _wait_or_stop(row: Webhook, one: Delivery, answered: Answered, at: datetime) -> None:
    """It is tried again after a while; after a day, or where nobody wants it, no more."""
    pause = pause_after(one.tries)
    why = GONE if answered.is_gone else KEY_LOST if answered.failure == KEY_LOST else ""
    if pause and not why:
        row.next_at = at + pause
        return
    one.state, row.next_at = Delivery.State.DEAD, None
    if row.state == _ON:
        row.state, row.reason, row.revision = _STOPPED, why or A_DAY, row.revision + 1
        append(Event(row.organisation_id, "webhook gave up", at, None, row.id,
                     details={"because": row.reason}))  # fmt: skip


def _forget(row: Webhook, at: datetime) -> None:
    """The log tells of a month."""
    old = Delivery.objects.filter(webhook=row, made_at__lt=at - KEPT)
    old.exclude(state=Delivery.State.WAITING).delete()
